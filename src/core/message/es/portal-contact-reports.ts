import type { ReportAnswer, ReportedMeans, Wrong } from '../../contact-report/event.ts';
import type { ContactReportWords } from '../portal/contact-reports.ts';
import { formatLocal, listed } from './dates.ts';

const MEANS: Readonly<Record<ReportedMeans, string>> = {
  email: 'Dirección de correo',
  office: 'Número de la oficina',
  mobile: 'Número del celular',
  contact: 'Quién es',
};

const OF: Readonly<Record<ReportedMeans, string>> = {
  email: 'la dirección de correo de',
  office: 'el número de la oficina de',
  mobile: 'el número del celular de',
  contact: 'la persona de contacto',
};

const WRONGS: Readonly<Record<Wrong, string>> = {
  noAnswer: 'Nadie contesta',
  wrongPerson: 'Contesta otra persona',
  left: 'La persona ya no está',
  returned: 'El correo vuelve',
  other: 'Otra cosa',
};

const ANSWERS: Readonly<Record<ReportAnswer, string>> = {
  corrected: 'Corregido',
  confirmedRight: 'Es correcto: la persona lo ha confirmado',
  unfounded: 'Sin motivo',
};

const at = (levels: readonly number[]): string =>
  levels.length === 0 ? '' : ` (${levels.length === 1 ? 'nivel' : 'niveles'} ${listed(levels.map(String))})`;

const bySomebody = (by: string | undefined): string => by ?? 'Alguien que leyó el plan';

const LOOK = { label: 'Comprobarlo', says: 'Después de entrar con su cuenta.' };

export const contactReports: ContactReportWords = {
  means: MEANS,
  wrongs: WRONGS,
  answers: ANSWERS,
  statuses: { open: 'en comprobación', overdue: 'fuera de plazo', answered: 'contestado' },
  being: ({ means, at: since, timeZone }) =>
    `${MEANS[means]}: aviso de que no es correcto del ${formatLocal(since, timeZone, { year: true })}, en comprobación`,
  offer: '¿Un número no contesta, o alguien ya no está?',
  link: 'Avisar de un contacto incorrecto',
  form: {
    title: 'Avisar de un contacto incorrecto',
    about:
      'Diga lo que ha encontrado. Se avisa en seguida a la persona de contacto, a la mesa de ayuda y al director del programa, que lo comprueban. Hasta entonces el plan queda como está. Si necesita ayuda ahora, llame al siguiente contacto del nivel.',
    contact: 'A quién quería localizar',
    contactNone: 'Elija uno',
    option: ({ name, title, levels }) => `${name}, ${title}${at(levels)}`,
    means: 'Qué no es correcto',
    wrong: 'De qué manera',
    text: 'Qué pasó',
    textHint: 'Por ejemplo, cuándo llamó y qué oyó.',
    name: 'Su nombre',
    address: 'Su dirección de correo',
    addressHint:
      'Para saber qué resultó. Primero llega un enlace: solo cuando lo haya abierto y pulsado su botón volvemos a escribir.',
    button: 'Enviar el aviso',
    back: 'Volver al plan',
    nobody: {
      title: 'El plan no nombra a nadie',
      about:
        'Hoy nadie ocupa un puesto de este plan, así que no hay ningún contacto que pueda ser incorrecto.',
    },
  },
  problems: {
    contactMissing: {
      message: 'No ha dicho a quién quería localizar.',
      advice: 'Elija uno de los contactos.',
    },
    meansMissing: { message: 'No ha dicho qué no es correcto.', advice: 'Elija una opción.' },
    wrongMissing: { message: 'No ha dicho de qué manera no es correcto.', advice: 'Elija una opción.' },
    textMissing: {
      message: 'Eligió otra cosa y no ha dicho cuál.',
      advice: 'Diga en pocas palabras qué pasó.',
    },
    textInvalid: {
      message: 'Lo que escribió es demasiado largo o tiene un signo que no se puede guardar.',
      advice: 'Escriba como mucho 1000 caracteres de texto simple.',
    },
    nameInvalid: {
      message: 'Esto no es un nombre en una línea de 200 caracteres como mucho.',
      advice: 'Escríbalo más corto, o déjelo vacío.',
    },
    addressInvalid: {
      message: 'Esto no es una dirección de correo.',
      advice: 'Escríbala como nombre@agencia.example, o déjela vacía.',
    },
    answerMissing: { message: 'No ha dicho qué resultó.', advice: 'Elija una opción.' },
    tooMany: {
      message: 'Hoy se ha avisado de varias cosas de este contacto, y se están comprobando.',
      advice: 'Llame a la mesa de ayuda o al siguiente contacto del nivel; avise mañana si sigue igual.',
    },
  },
  sent: {
    title: 'Su aviso se ha recibido',
    about:
      'La persona de contacto, la mesa de ayuda y el director del programa lo comprueban. Hasta entonces el plan queda como está. Lo que otros avisen de lo mismo se cuenta con lo suyo.',
    address:
      'Si dejó una dirección, busque allí un correo con un enlace: cada dirección recibe uno al día. Si no pulsa su botón, no volvemos a escribir.',
    back: 'Volver al plan',
  },
  proof: {
    title: '¿Quiere saber qué resulta de su aviso?',
    about:
      'Con este botón dice que lee esta dirección. Entonces le escribimos cuando se haya contestado el aviso.',
    button: 'Escríbanme',
    doneTitle: 'Le escribiremos',
    done: 'Recibirá un correo cuando se haya contestado su aviso.',
    dead: {
      message: 'Este enlace ya no hace nada.',
      advice: 'Valía 72 horas. Si el contacto sigue siendo incorrecto, avise otra vez en la página del plan.',
    },
  },
  list: {
    title: 'Avisos de contactos incorrectos',
    about:
      'Lo que quienes leen el plan encontraron incorrecto de un contacto. Ningún aviso cambia el plan; el director del programa dice qué resultó.',
    empty: 'Nadie ha avisado de nada.',
    columns: {
      contact: 'Contacto',
      what: 'Qué',
      reported: 'Aviso',
      due: 'Contestar antes de',
      status: 'Estado',
    },
    newest: 'Los avisos más recientes',
  },
  current: {
    title: 'Con aviso de que no es correcto',
    none: 'No hay ningún aviso sin contestar.',
    all: 'Todos los avisos de contactos incorrectos',
  },
  one: {
    title: ({ name, means }) => `Aviso: ${OF[means]} ${name}`,
    facts: {
      status: 'Estado',
      contact: 'Contacto',
      levels: 'Nivel',
      value: 'Como se usa hoy',
      count: 'Avisos',
      due: 'Contestar antes de',
      asked: 'La persona',
      reporters: 'Quieren saber qué resulta',
    },
    none: 'ninguno',
    isAsked: 'tiene un enlace para confirmarlo',
    notAsked: 'ha recibido aviso, si tiene dirección',
    reporter: ({ name, address, isProved }) =>
      [
        [name, address].filter((one) => one !== undefined).join(', ') || 'borrado',
        address === undefined ? 'sin dirección' : isProved ? 'dirección probada' : 'dirección sin probar',
      ].join(': '),
    history: 'Qué ha pasado',
    events: {
      ContactReported: ({ by, wrong }) => `${bySomebody(by)} avisó: ${WRONGS[wrong].toLowerCase()}`,
      ContactReportedAgain: ({ by, wrong }) =>
        `${bySomebody(by)} avisó de lo mismo: ${WRONGS[wrong].toLowerCase()}`,
      ReportOverdue: () => 'Nadie contestó a tiempo: se avisa a la supervisión',
      ReportAnswered: ({ by, answer }) => `${by} contestó: ${ANSWERS[answer].toLowerCase()}`,
      NoticeFailed: ({ name }) => `No se pudo avisar: ${name}`,
    },
    change: ({ change }) => `Cambio ${change}`,
    holder: ({ name }) => `${name} ocupa ahora el puesto`,
    confirmed: (values) => `Confirmado el ${formatLocal(values.at, values.timeZone, { year: true })}`,
    answer: {
      title: 'Decir qué resultó',
      about: 'Lo leen, con sus palabras, quienes avisaron y han probado su dirección.',
      legend: 'Qué resultó',
      hints: {
        corrected: 'Desde entonces se usa otro número u otra dirección, u otra persona ocupa el puesto.',
        confirmedRight: 'La persona lo ha confirmado después del aviso.',
        unfounded: 'Con su motivo.',
      },
      notYet:
        'Puede darse por corregido cuando se use un cambio u otra persona ocupe el puesto, y por correcto cuando la persona lo haya confirmado.',
      text: 'Motivo, o qué se hizo',
      textHint: 'Hace falta si el aviso no tiene motivo.',
      button: 'Contestar el aviso',
    },
    saved: 'Contestado.',
  },
  refusals: {
    'contact-report-unknown': {
      message: 'No hay tal aviso.',
      advice: 'Búsquelo en la lista de avisos.',
    },
    'contact-report-answered': {
      message: 'Este aviso ya está contestado.',
      advice: 'Lea en su página qué resultó.',
    },
    'contact-report-not-corrected': {
      message: 'Nada de ello se ha corregido después del aviso.',
      advice:
        'Haga cambiar y confirmar el número o la dirección, u ocupar el puesto por otra persona, y conteste después.',
    },
    'contact-report-not-confirmed': {
      message: 'La persona no lo ha confirmado después del aviso.',
      advice: 'Espere su palabra, o llámela y conteste que no hay motivo, y por qué.',
    },
    'contact-report-reason-missing': {
      message: 'No ha dado ningún motivo.',
      advice: 'Diga por qué no es así: quien avisó lee sus palabras.',
    },
    'contact-report-own': {
      message: 'Este aviso trata de usted.',
      advice: 'Lo contesta otro director del programa.',
    },
  },
  mails: {
    toContact: ({ contractTitle, name, means, wrong }) => ({
      subject: 'Aviso de que no es correcto cómo se le localiza',
      lead: [
        `${name}, alguien que leyó el plan de escalamiento de ${contractTitle} avisa sobre ${OF[means]} ${name}: ${WRONGS[wrong ?? 'other'].toLowerCase()}.`,
        'No se ha cambiado nada. Mire si es correcto: confírmelo o cámbielo en el portal. La mesa de ayuda y el director del programa también lo comprueban.',
      ],
      link: { label: 'Ver cómo se le localiza', says: 'Después de entrar con su cuenta.' },
    }),
    reported: ({ contractTitle, name, means, levels, wrong, dueAt, timeZone }) => ({
      subject: `Aviso de que no es correcto: ${OF[means]} ${name}`,
      lead: [
        `Alguien que leyó el plan de escalamiento de ${contractTitle} avisa sobre ${OF[means]} ${name}${at(levels)}: ${WRONGS[wrong ?? 'other'].toLowerCase()}.`,
        `No se ha cambiado nada. El director del programa tiene que contestar antes del ${formatLocal(dueAt, timeZone, { year: true })}: corregido, correcto por la palabra de la persona, o sin motivo.`,
      ],
      link: LOOK,
    }),
    prove: ({ contractTitle, name, means }) => ({
      subject: '¿Quiere saber qué resulta de su aviso?',
      lead: [
        `Alguien dio esta dirección con un aviso sobre el plan de escalamiento de ${contractTitle}: ${OF[means]} ${name}. Si fue usted, abra el enlace y pulse su botón; entonces sabrá qué resulta.`,
        'Si no fue usted, no haga nada: no llega ningún otro correo.',
      ],
      link: { label: 'Escríbanme', says: 'Abre una página; solo su botón hace algo. Vale 72 horas.' },
    }),
    overdue: ({ contractTitle, name, means, levels, dueAt, timeZone }) => ({
      subject: `Sin contestar: un aviso sobre ${OF[means]} ${name}`,
      lead: [
        `Hubo un aviso de que no es correcto: ${OF[means]} ${name}${at(levels)} del plan de escalamiento de ${contractTitle}. Había que contestarlo antes del ${formatLocal(dueAt, timeZone, { year: true })}, y nadie lo ha hecho.`,
      ],
      link: LOOK,
    }),
    answered: ({ contractTitle, name, means, answer }) => ({
      subject: `Contestado: el aviso sobre ${OF[means]} ${name}`,
      lead: [
        `El director del programa de ${contractTitle} dice del aviso sobre ${OF[means]} ${name}: ${ANSWERS[answer ?? 'unfounded'].toLowerCase()}.`,
      ],
      link: undefined,
    }),
  },
  footer: ({ contractTitle }) => `Ladder escribe esto por ${contractTitle}. No conteste este correo.`,
};
