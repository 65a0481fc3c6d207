import type { Proposed } from '../../obligation/event.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { ObligationWords } from '../portal/obligations.ts';
import { counted, listed, longDate } from './dates.ts';
import { obligationMails } from './portal-obligation-mails.ts';
import { obligationRefusals } from './portal-obligation-refusals.ts';

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'el cliente',
  contractor: 'el contratista',
  oversight: 'la supervisión',
};

const date = (on: string): string => longDate(on, { year: true });

const proposedWords = (proposed: Proposed): string =>
  proposed.what === 'date' ? `la fecha del ${date(proposed.dueOn)}` : 'que se dispense';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const before = (days: number): string =>
  days === 0 ? 'Recordatorio el mismo día' : `Recordatorio ${counted(days, 'día')} antes de la fecha`;

export const obligations: ObligationWords = {
  title: 'Obligaciones',
  about:
    'Hitos, entregables y compromisos del plan, cada uno con su fecha. Quien debe uno lo entrega aquí; otra parte lo acepta o lo devuelve.',
  date,
  parties: { customer: 'Cliente', contractor: 'Contratista', oversight: 'Supervisión' },
  kinds: { milestone: 'Hito', deliverable: 'Entregable', commitment: 'Compromiso' },
  standings: {
    ahead: 'Por venir',
    due: 'Vence pronto',
    late: 'Atrasada',
    delivered: 'Entregada',
    accepted: 'Aceptada',
    waived: 'Dispensada',
    dropped: 'Ya no está en el plan',
  },
  list: {
    caption: 'Obligaciones por fecha',
    columns: {
      name: 'Nombre',
      what: 'Qué',
      kind: 'Clase',
      due: 'Vence al final del',
      owner: 'La debe',
      standing: 'Cómo está',
      waits: 'A quién le toca',
    },
    show: 'Mostrar',
    all: 'Todas',
    choices: {
      open: 'Sin resolver',
      due: 'Vencen en 30 días',
      late: 'Atrasadas',
      mine: 'Le toca a mi parte',
      delivered: 'Esperan aceptación',
      settled: 'Resueltas',
    },
    counted: ({ count }) => `Se encontraron ${counted(count, 'obligación', 'obligaciones')}`,
    emptyTitle: 'Ninguna obligación coincide',
    empty: 'Elija otra cosa arriba, o vea todas.',
    calendar: 'Agregar las fechas a su calendario',
    calendarAbout:
      'Los programas de calendario que siguen esta dirección muestran cada fecha como está, también después de renegociarla.',
    matrix: 'Funciones y responsabilidades',
  },
  picture: {
    title: 'Fechas a lo largo del contrato',
    about: ({ count, from, until }) =>
      `${counted(count, 'fecha')} del ${date(from)} al ${date(until)}, una fila por obligación. La tabla de abajo dice lo mismo.`,
    today: 'hoy',
  },
  one: {
    caption: ({ kind }) => ({ milestone: 'Hito', deliverable: 'Entregable', commitment: 'Compromiso' })[kind],
    facts: {
      due: 'Vence',
      planned: 'Fecha del plan',
      owner: 'La debe',
      acceptedBy: 'La acepta',
      standing: 'Cómo está',
      done: 'Hecha',
      note: 'Nota',
      revision: 'Revisión del plan',
    },
    until: ({ dueOn }) => `al final del ${date(dueOn)}`,
    late: ({ dueOn, owner }) => `Vencía al final del ${date(dueOn)}, y ${PARTIES[owner]} no la ha entregado.`,
    inTime: ({ doneOn }) => `el ${date(doneOn)}, a tiempo`,
    notInTime: ({ doneOn }) => `el ${date(doneOn)}, después de su fecha`,
    waitsFor: ({ parties }) =>
      `Le toca a ${listed(parties.map((party) => PARTIES[party])).replaceAll('a el ', 'al ')}.`,
    proposal: ({ party, proposed }) =>
      `${capital(PARTIES[party])} propuso ${proposedWords(proposed)}. La fecha sigue igual hasta que la otra parte acepte.`,
    evidence: 'Lo que se entregó',
    noEvidence: 'Todavía no se ha entregado nada.',
    erased: 'borrado',
    history: 'Lo que ha pasado',
    hidden: 'Lo que se entregó y se dijo es para las partes del contrato.',
    done: {
      deliver: 'Se entregó',
      accept: 'Se aceptó',
      sendBack: 'Se devolvió',
      propose: 'Se propuso la otra fecha',
      waive: 'Se propuso dispensarla',
      agree: 'Se acordó el cambio',
      decline: 'Se rechazó la propuesta',
      withdrawProposal: 'Se retiró la propuesta',
    },
  },
  acts: {
    deliver: {
      title: 'Entregarla',
      about: 'Con un archivo, un enlace o unas palabras. La parte que la acepta se entera de inmediato.',
      button: 'Entregarla',
    },
    accept: { title: 'Aceptarla', about: 'Con eso queda resuelta.', button: 'Aceptarla' },
    sendBack: {
      title: 'Devolverla',
      about: 'Se debe de nuevo, y quien la debe lee su razón.',
      button: 'Devolverla',
    },
    propose: {
      title: 'Proponer otra fecha',
      about: 'La otra parte tiene que aceptar; mientras tanto, la fecha sigue igual.',
      button: 'Proponer la fecha',
    },
    waive: {
      title: 'Proponer que se dispense',
      about: 'Si la otra parte acepta, ya no se debe.',
      button: 'Proponer la dispensa',
    },
    agree: {
      title: 'Contestar la propuesta',
      about: 'Ambas partes quedan en el registro.',
      button: 'Aceptar',
    },
    decline: { title: 'Rechazar', about: 'Todo sigue igual.', button: 'Rechazar' },
    withdrawProposal: {
      title: 'Retirar la propuesta',
      about: 'Todo sigue igual.',
      button: 'Retirar la propuesta',
    },
  },
  fields: {
    text: { label: 'Lo que quiere decir', hint: 'Lo leen ambas partes y se guarda con el registro.' },
    reason: { label: 'Razón', hint: 'La leen ambas partes y se guarda con el registro.' },
    doneOn: { label: 'Hecha el', hint: 'Solo si fue antes de hoy.' },
    link: { label: 'Enlace', hint: 'Una página que empieza con https://' },
    file: { label: 'Archivo', hint: 'Un documento, una imagen o un texto de 10 MB como máximo.' },
    dueOn: { label: 'Fecha nueva', hint: 'Entonces vence al final de ese día.' },
  },
  missing: { reason: 'Diga por qué.', dueOn: 'Elija la fecha nueva.' },
  dateUnclear: ({ value }) => `“${value}” no es una fecha. Escríbala así: 2027-01-31.`,
  events: {
    ObligationUndertaken: ({ revisionNumber, dueOn }) =>
      `Tomada de la revisión ${revisionNumber} del plan, vence al final del ${date(dueOn)}`,
    ObligationRevised: ({ revisionNumber, dueOn }) =>
      dueOn === undefined
        ? `La revisión ${revisionNumber} del plan la dice con otras palabras`
        : `La revisión ${revisionNumber} del plan le da la fecha del ${date(dueOn)}`,
    ObligationDropped: ({ revisionNumber }) => `La revisión ${revisionNumber} del plan ya no la tiene`,
    Delivered: ({ doneOn }) =>
      doneOn === undefined ? 'Entregada' : `Entregada, como hecha el ${date(doneOn)}`,
    FileAttached: ({ text }) => `Archivo: ${text ?? 'borrado'}`,
    Accepted: () => 'Aceptada',
    SentBack: () => 'Devuelta',
    ChangeProposed: ({ proposed }) => `Propuesto: ${proposedWords(proposed)}`,
    ChangeAgreed: ({ proposed }) => `Acordado: ${proposedWords(proposed)}`,
    ChangeDeclined: () => 'Se rechazó la propuesta',
    ChangeWithdrawn: () => 'Se retiró la propuesta',
    DueReminded: ({ daysBefore }) => before(daysBefore),
    BecameLate: () => 'Pasó su fecha y no se ha entregado nada',
    StillLate: ({ weeks }) => `Sigue atrasada después de ${counted(weeks, 'semana')}`,
    AcceptanceAwaited: ({ weeks }) => `Sin aceptar ni devolver desde hace ${counted(weeks, 'semana')}`,
    NoticeFailed: ({ whom }) => `No se pudo avisar a alguien: ${whom}`,
  },
  refusals: obligationRefusals,
  mail: obligationMails,
  waiting: {
    title: 'Obligaciones que le esperan',
    about: ({ count }) => `${counted(count, 'obligación', 'obligaciones')} del plan, la más próxima primero.`,
    all: 'Todas las obligaciones',
  },
  roles: {
    title: 'Funciones y responsabilidades',
    about: 'Quién hace qué según este plan, y quién debe y acepta qué y para cuándo.',
    duties: 'Tareas por parte',
    duty: 'Tarea',
    owed: 'Obligaciones por parte',
    owes: 'La debe',
    accepts: 'La acepta',
    none: '–',
    empty: 'El plan no dice nada de eso.',
  },
  feed: { name: ({ contractTitle }) => `Obligaciones: ${contractTitle}` },
};
