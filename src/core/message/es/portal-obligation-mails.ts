import type { Proposed } from '../../obligation/event.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { ObligationReader, ObligationWords } from '../portal/obligations.ts';
import { counted, longDate } from './dates.ts';

const date = (on: string): string => longDate(on, { year: true });

const PARTIES: Readonly<Record<Party, string>> = {
  customer: 'El cliente',
  contractor: 'El contratista',
  oversight: 'La supervisión',
};

const what = ({ title }: ObligationReader): string => `“${title}”`;

const doer = ({ actor }: { readonly actor: Party }, { name }: ObligationReader): string =>
  name === undefined ? PARTIES[actor] : `${name} (${PARTIES[actor].toLowerCase()})`;

const isOwner = ({ audience, owner }: ObligationReader): boolean => audience === owner;

const toDo = (reader: ObligationReader): string =>
  isOwner(reader)
    ? 'Entréguela en su página con un archivo, un enlace o unas palabras, o proponga allí otra fecha.'
    : `${PARTIES[reader.owner]} la debe, y también recibe este aviso.`;

const proposedWords = (proposed: Proposed): string =>
  proposed.what === 'date' ? `que venza al final del ${date(proposed.dueOn)}` : 'que se dispense';

const weeksWords = (weeks: number): string => counted(weeks, 'semana');

export const obligationMails: ObligationWords['mail'] = {
  news: {
    ObligationUndertaken: (_, reader) => ({
      subject: `Tomada del plan: ${reader.title}`,
      lead: [`${what(reader)} vence al final del ${date(reader.dueOn)}.`],
    }),
    ObligationRevised: ({ dueOn, revisionNumber }, reader) => ({
      subject: `Cambiada por el plan: ${reader.title}`,
      lead: [
        dueOn === undefined
          ? `La revisión ${revisionNumber} del plan dice ${what(reader)} con otras palabras. Su fecha sigue igual.`
          : `Según la revisión ${revisionNumber} del plan, ${what(reader)} vence al final del ${date(dueOn)}.`,
      ],
    }),
    ObligationDropped: ({ revisionNumber }, reader) => ({
      subject: `Ya no está en el plan: ${reader.title}`,
      lead: [
        `La revisión ${revisionNumber} del plan ya no tiene ${what(reader)}. Desde ahora nadie la debe.`,
      ],
    }),
    Delivered: (event, reader) => ({
      subject: `Entregada: ${reader.title}`,
      lead: [
        `${doer(event, reader)} entregó ${what(reader)}${event.doneOn === undefined ? '' : `, como hecha el ${date(event.doneOn)}`}.`,
        'Véala en su página y acéptela, o devuélvala con su razón.',
      ],
    }),
    FileAttached: (_, reader) => ({
      subject: `Archivo: ${reader.title}`,
      lead: [`Se agregó un archivo a ${what(reader)}.`],
    }),
    Accepted: (event, reader) => ({
      subject: `Aceptada: ${reader.title}`,
      lead: [`${doer(event, reader)} aceptó ${what(reader)}. Está resuelta.`],
    }),
    SentBack: (event, reader) => ({
      subject: `Devuelta: ${reader.title}`,
      lead: [
        `${doer(event, reader)} devolvió ${what(reader)}. Vence al final del ${date(reader.dueOn)}.`,
        toDo(reader),
      ],
    }),
    ChangeProposed: (event, reader) => ({
      subject: `Cambio propuesto: ${reader.title}`,
      lead: [
        `${doer(event, reader)} propuso para ${what(reader)} ${proposedWords(event.proposed)}.`,
        reader.audience === event.actor
          ? 'Nada cambia hasta que la otra parte acepte.'
          : 'Nada cambia hasta que usted acepte en su página; allí también puede rechazarlo.',
      ],
    }),
    ChangeAgreed: (event, reader) => ({
      subject: `Cambio acordado: ${reader.title}`,
      lead: [`Ambas partes acordaron para ${what(reader)} ${proposedWords(event.proposed)}.`],
    }),
    ChangeDeclined: (event, reader) => ({
      subject: `Cambio rechazado: ${reader.title}`,
      lead: [
        `${doer(event, reader)} rechazó lo que se propuso para ${what(reader)}. Vence al final del ${date(reader.dueOn)}, como antes.`,
      ],
    }),
    ChangeWithdrawn: (event, reader) => ({
      subject: `Propuesta retirada: ${reader.title}`,
      lead: [`${doer(event, reader)} retiró lo que se propuso para ${what(reader)}. Todo sigue igual.`],
    }),
    DueReminded: ({ daysBefore }, reader) => ({
      subject:
        daysBefore === 0
          ? `Vence hoy: ${reader.title}`
          : `Vence en ${counted(daysBefore, 'día')}: ${reader.title}`,
      lead: [`${what(reader)} vence al final del ${date(reader.dueOn)}.`, toDo(reader)],
    }),
    BecameLate: (_, reader) => ({
      subject: `Atrasada: ${reader.title}`,
      lead: [
        `${what(reader)} vencía al final del ${date(reader.dueOn)}, y no se ha entregado nada.`,
        toDo(reader),
        'Recibirá este aviso cada semana hasta que se entregue algo.',
      ],
    }),
    StillLate: ({ weeks }, reader) => ({
      subject: `Atrasada desde hace ${weeksWords(weeks)}: ${reader.title}`,
      lead: [
        `${what(reader)} vencía al final del ${date(reader.dueOn)}, y no se ha entregado nada.`,
        toDo(reader),
      ],
    }),
    AcceptanceAwaited: ({ weeks }, reader) => ({
      subject: `Espera aceptación: ${reader.title}`,
      lead: [
        `${what(reader)} se entregó hace ${weeksWords(weeks)}, y no se ha aceptado ni devuelto.`,
        'Véala en su página y acéptela, o devuélvala con su razón.',
      ],
    }),
    NoticeFailed: (_, reader) => ({
      subject: `Sin aviso: ${reader.title}`,
      lead: [`No se pudo avisar a alguien de ${what(reader)}.`],
    }),
  },
  open: { label: 'Abrirla', says: 'Su página, después de iniciar sesión.' },
  footer: ({ contractTitle, reader }) =>
    `Ladder le escribe a ${reader} por ${contractTitle}. No conteste este correo; use la página.`,
};
