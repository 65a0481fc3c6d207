import type { SeatWords } from '../portal/seats.ts';
import { formatLocal } from './dates.ts';

const NOBODY = 'nadie';
const who = (name: string | undefined): string => name ?? NOBODY;
const Who = (name: string | undefined): string => name ?? 'Nadie';

const DECIDE = { label: 'Aprobar o rechazar', says: 'Después de entrar con su cuenta.' };
const LOOK = { label: 'Ver qué ha pasado', says: 'Después de entrar con su cuenta.' };

export const seats: SeatWords = {
  nobody: 'Nadie',
  statuses: {
    waiting: 'espera a la supervisión',
    late: 'espera a la supervisión, fuera de plazo',
    heldUp: 'detenido',
    agreed: 'aprobado',
    refused: 'rechazado',
    replaced: 'ocupado de nuevo',
  },
  mark: ({ at, timeZone, isVacant, isAgreed }) =>
    `${isVacant ? 'Vacante' : 'Ocupado'} desde el ${formatLocal(at, timeZone, { year: true })}, de otro modo que en el plan acordado; la supervisión ${
      isAgreed ? 'lo ha aprobado' : 'todavía no lo ha aprobado'
    }`,
  list: {
    title: 'Quién ocupa los puestos',
    about:
      'El plan fija los puestos; quién ocupa uno puede cambiar a cualquier hora. A quien se nombra se le avisa de los casos desde ese momento, también de los que están en marcha, y la supervisión lo aprueba después.',
    caption: 'Puestos del plan vigente',
    columns: { seat: 'Puesto', levels: 'Nivel', holder: 'Lo ocupa', stands: 'Estado' },
    asAgreed: 'como se acordó',
    fill: ({ seat }) => `Nombrar quién ocupa: ${seat}`,
    fillShort: 'Nombrar a otra persona',
    history: 'Todo lo que se ha cambiado',
  },
  fill: {
    title: ({ seat }) => `¿Quién ocupa ${seat} desde ahora?`,
    about:
      'Vale en seguida: el siguiente mensaje de cada caso va a quien usted nombre. A quien ocupa hoy el puesto se le avisa y puede detenerlo, y la supervisión lo aprueba después o lo devuelve al puesto.',
    now: ({ holder }) => `Hoy: ${who(holder)}`,
    who: 'Quién',
    person: 'Alguien registrado',
    personLabel: 'Persona',
    choose: 'Elija una',
    newcomer: 'Alguien nuevo',
    id: 'Nombre corto',
    idHint: 'Letras, cifras y guiones, como mina-rowe. Queda en el registro.',
    name: 'Nombre',
    jobTitle: 'Cargo',
    email: 'Dirección de correo',
    emailHint: 'Por ella se le avisa de los casos, y con ella entra.',
    office: 'Número de la oficina',
    mobile: 'Número del celular',
    numberHint: 'Con + y el país, como +1 916 555 0142. Se usa en seguida y figura como no confirmado.',
    vacant: 'Nadie',
    vacantHint:
      'El nivel avisa entonces a su siguiente contacto, y por último a quien el plan nombra en su defecto.',
    reason: 'Por qué',
    reasonHint: 'Lo leen la supervisión y quien ocupa hoy el puesto.',
    button: 'Ponerlo en el puesto',
  },
  problems: {
    holderMissing: { message: 'No ha dicho quién ocupa el puesto.', advice: 'Elija una opción.' },
    verdictMissing: {
      message: 'No ha dicho si la supervisión lo aprueba.',
      advice: 'Pulse uno de los dos botones.',
    },
    seatUnknown: {
      message: 'El plan vigente no tiene ese puesto.',
      advice: 'Elija uno de la lista de puestos.',
    },
    seatOfDirectory: {
      message: 'Quién ocupa este puesto cambia según el cliente.',
      advice: 'Lo nombra un administrador en la página del cliente.',
    },
    seatOfOversight: {
      message: 'Este puesto es de la propia supervisión.',
      advice: 'La supervisión dice quién lo ocupa, con un plan que aprueben ambas partes.',
    },
    managerVacant: {
      message: 'Este puesto dirige el programa: sin nadie en él, nadie podría ocuparlo de nuevo.',
      advice: 'Nombre a alguien.',
    },
    reasonMissing: { message: 'No ha dicho por qué.', advice: 'Dígalo en pocas palabras.' },
    textInvalid: {
      message: 'Lo que escribió es demasiado largo o tiene un signo que no se puede guardar.',
      advice: 'Escriba como mucho 1000 caracteres de texto simple.',
    },
    sameHolder: {
      message: 'El puesto ya está ocupado así.',
      advice: 'Nombre a otra persona, o déjelo como está.',
    },
    personUnknown: { message: 'No hay tal persona en este contrato.', advice: 'Elija una de la lista.' },
    noMeans: {
      message: 'No hay de esa persona ni número ni dirección.',
      advice: 'Nombre a alguien a quien se pueda localizar, o a alguien nuevo con dirección.',
    },
    otherParty: {
      message: 'Es del cliente o de la supervisión en este contrato.',
      advice: 'Nadie responde a la vez por el contratista y por otra parte: nombre a otra persona.',
    },
    idInvalid: {
      message: 'Esto no es un nombre corto.',
      advice: 'Use letras, cifras, - y _, como mucho 64.',
    },
    idTaken: {
      message: 'Alguien tiene ya este nombre corto.',
      advice: 'Elija otro, o elija a la persona de la lista.',
    },
    nameInvalid: {
      message: 'Esto no es un nombre en una línea de 200 caracteres como mucho.',
      advice: 'Escriba cómo se llama.',
    },
    titleInvalid: {
      message: 'Esto no es un cargo en una línea de 200 caracteres como mucho.',
      advice: 'Escríbalo más corto, o déjelo vacío.',
    },
    mailInvalid: {
      message: 'Esto no es una dirección de correo.',
      advice: 'Escríbala como nombre@contratista.example: sin ella no se entera de ningún caso.',
    },
    mailTaken: {
      message: 'Otra persona de este contrato tiene esta dirección.',
      advice: 'Elíjala de la lista, o dé otra dirección.',
    },
    numberInvalid: {
      message: 'Esto no es un número al que se pueda llamar.',
      advice: 'Escríbalo con + y el país, como +1 916 555 0142.',
    },
  },
  fillings: {
    title: 'Puestos ocupados con un plan vigente',
    about: 'A quién se puso en qué puesto, y qué dijo la supervisión.',
    empty: 'Todos los puestos los ha ocupado solo un plan.',
    caption: 'Lo más reciente primero',
    columns: {
      seat: 'Puesto',
      holder: 'Lo ocupa',
      since: 'Desde',
      due: 'Aprobar antes de',
      status: 'Estado',
    },
  },
  one: {
    title: ({ seat, holder }) => `${seat}: lo ocupa ${who(holder)}`,
    facts: { status: 'Estado', seat: 'Puesto', holder: 'Lo ocupa', before: 'Antes', due: 'Aprobar antes de' },
    history: 'Qué ha pasado',
    events: {
      SeatFilled: ({ name, holder }) => `${name} nombró quién lo ocupa: ${who(holder)}`,
      AgreementReminded: () => 'Se recordó a la supervisión',
      AgreementLate: () => 'La supervisión no decidió a tiempo',
      FillingAgreed: ({ name }) => `${name} lo aprobó por la supervisión`,
      FillingRefused: ({ name }) => `${name} lo rechazó por la supervisión: vuelve quien lo ocupaba antes`,
      FillingHeldUp: ({ name }) =>
        `${name} lo detuvo: quien lo ocupaba antes lo ocupa hasta que decida la supervisión`,
      FillingReplaced: ({ name }) => `${name} nombró después a otra persona`,
      NoticeFailed: ({ name }) => `No se pudo avisar: ${name}`,
    },
    later: ({ filling }) => `Lo que vino después: ${filling}`,
    decide: {
      title: 'Decidir por la supervisión',
      about:
        'Si se aprueba, queda como está. Si se rechaza, vuelve en seguida quien ocupaba antes el puesto.',
      text: 'Motivo',
      textHint: 'Hace falta para rechazar. Lo leen el director del programa y ambas personas.',
      agree: 'Aprobar',
      refuse: 'Rechazar',
    },
    saved: 'Guardado.',
  },
  holdUp: {
    title: '¿Detenerlo?',
    about:
      'Se ha nombrado a otra persona para el puesto que usted ocupaba. Si no es correcto, deténgalo: usted vuelve a ocuparlo en seguida, y decide la supervisión.',
    button: 'Detenerlo',
    doneTitle: 'Está detenido',
    done: 'Usted ocupa el puesto hasta que decida la supervisión. Se avisa a la supervisión y al director del programa.',
  },
  refusals: {
    'seat-filling-unknown': {
      message: 'No hay tal cambio de un puesto.',
      advice: 'Búsquelo en la lista.',
    },
    'seat-filling-decided': {
      message: 'Ya está decidido, o después se nombró a otra persona.',
      advice: 'Lea en su página qué ha pasado.',
    },
    'seat-filling-held-up': {
      message: 'Ya está detenido.',
      advice: 'Decide la supervisión; hasta entonces usted ocupa el puesto.',
    },
    'seat-filling-too-late': {
      message: 'Se podía detener durante 72 horas, que ya han pasado.',
      advice: 'Hable con el director del programa o con la supervisión.',
    },
    'seat-filling-reason-missing': {
      message: 'No ha dado ningún motivo.',
      advice: 'Diga por qué: lo leen el director del programa y ambas personas.',
    },
    'seat-filling-own': {
      message: 'Trata de usted, o lo nombró usted.',
      advice: 'Lo decide otra persona de la supervisión.',
    },
  },
  mails: {
    filled: ({ contractTitle, seat, holder, before, by, dueAt, timeZone }) => ({
      subject: `Ocupado: ${seat}, por ${who(holder)}`,
      lead: [
        `${by} ha nombrado quién ocupa ${seat} en el plan de escalamiento de ${contractTitle}: ${who(holder)}, en lugar de ${who(before)}. Ya vale: el siguiente mensaje de cada caso va allí.`,
        `Usted lo aprueba o lo rechaza antes del ${formatLocal(dueAt, timeZone, { year: true })}.`,
      ],
      link: DECIDE,
    }),
    toHolder: ({ contractTitle, seat, by }) => ({
      subject: `Usted ocupa un puesto del plan de escalamiento: ${seat}`,
      lead: [
        `${by} le ha nombrado para ocupar ${seat} en el plan de escalamiento de ${contractTitle}. Desde ahora se le avisa de sus casos, también de los que están en marcha.`,
        'En otro correo se le pregunta si sus números y su dirección son correctos.',
      ],
      link: undefined,
    }),
    toBefore: ({ contractTitle, seat, holder, by }) => ({
      subject: `Usted ya no ocupa un puesto del plan de escalamiento: ${seat}`,
      lead: [
        `${by} ha nombrado quién ocupa ${seat} en el plan de escalamiento de ${contractTitle}: ${who(holder)}, en su lugar.`,
        'Si no es correcto, deténgalo: usted vuelve a ocupar el puesto en seguida, y decide la supervisión.',
      ],
      link: { label: 'Detenerlo', says: 'Abre una página; solo su botón hace algo. Vale 72 horas.' },
    }),
    reminded: ({ contractTitle, seat, holder, dueAt, timeZone }) => ({
      subject: `Recordatorio: ${seat}, ocupado por ${who(holder)}`,
      lead: [
        `${Who(holder)} ocupa ${seat} en el plan de escalamiento de ${contractTitle}, y usted todavía no lo ha aprobado. Hay que decidirlo antes del ${formatLocal(dueAt, timeZone, { year: true })}.`,
      ],
      link: DECIDE,
    }),
    late: ({ contractTitle, seat, holder, dueAt, timeZone }) => ({
      subject: `Sin aprobar a tiempo: ${seat}, ocupado por ${who(holder)}`,
      lead: [
        `${Who(holder)} ocupa ${seat} en el plan de escalamiento de ${contractTitle}. La supervisión tenía que decidir antes del ${formatLocal(dueAt, timeZone, { year: true })} y no lo ha hecho. El plan publicado lo dice.`,
      ],
      link: DECIDE,
    }),
    agreed: ({ contractTitle, seat, holder }) => ({
      subject: `Aprobado: ${seat}, ocupado por ${who(holder)}`,
      lead: [
        `La supervisión aprueba quién ocupa ${seat} en el plan de escalamiento de ${contractTitle}: ${who(holder)}.`,
      ],
      link: LOOK,
    }),
    refused: ({ contractTitle, seat, holder, before }) => ({
      subject: `Rechazado: ${seat}, ocupado por ${who(holder)}`,
      lead: [
        `La supervisión rechaza que ${who(holder)} ocupe ${seat} en el plan de escalamiento de ${contractTitle}. Como antes lo ocupa: ${who(before)}.`,
      ],
      link: LOOK,
    }),
    heldUp: ({ contractTitle, seat, holder, before }) => ({
      subject: `Detenido: ${seat}, ocupado por ${who(holder)}`,
      lead: [
        `${Who(before)} detiene que ${who(holder)} ocupe ${seat} en el plan de escalamiento de ${contractTitle}, y lo ocupa hasta que decida la supervisión.`,
      ],
      link: DECIDE,
    }),
  },
  footer: ({ contractTitle }) => `Ladder escribe esto por ${contractTitle}. No conteste este correo.`,
};
