import type { PlanFormWords } from '../portal/plan-forms.ts';

const HOURS = 'Una línea para cada uno: días y después horas, por ejemplo mon-fri: 08:00-12:00, 13:00-17:00.';
const HOLIDAY = 'Una línea para cada uno: una fecha y después su nombre, por ejemplo 2026-12-24 Nochebuena.';
const SPAN = 'Como en el plan: `4 hours`, `90 minutes`, `1 business day`.';
const PARTIES = { customer: 'el cliente', contractor: 'el contratista', oversight: 'la supervisión' };

const fields: Pick<PlanFormWords, 'fields' | 'hints' | 'options'> = {
  fields: {
    id: 'Nombre corto en el plan',
    kind: 'Qué es',
    name: 'Nombre',
    title: 'Título',
    office: 'Número de la oficina',
    mobile: 'Número del celular',
    email: 'Dirección de correo',
    shown: 'Quién lee los números',
    deputy: 'Suplente',
    quietHours: 'Horas de descanso',
    reach: 'A quién se contacta',
    otherwise: 'A quién se contacta si no',
    responsibility: 'Responsabilidad',
    covers: 'Para qué es',
    examples: 'Ejemplos',
    urgency: 'Urgencia',
    actor: 'De quién es el paso',
    means: 'Por qué medios',
    unsatisfiedFor: 'Queda pendiente cuando el cliente no está satisfecho durante',
    silentFor: 'Queda pendiente cuando nadie responde durante',
    silentLevels: 'Niveles que no han respondido',
    allSilent: 'Niveles de los que ninguno ha respondido',
    anySilent: 'Niveles de los que uno no ha respondido',
    since: 'Contado desde',
    calendar: 'Calendario de este plazo',
    timeZone: 'Zona horaria',
    hours: 'Cuándo corren sus plazos',
    week: 'Horas de la semana',
    businessDay: 'Un día hábil después es',
    normalDay: 'Duración de un día hábil',
    holidaysUse: 'Lista de días feriados',
    holidaysAdd: 'Cerrado además',
    holidaysRemove: 'Abierto aunque está en la lista',
    exceptions: 'Otras horas en fechas sueltas',
    obligation: 'Qué es',
    due: 'Vence',
    owner: 'Quién la debe',
    acceptedBy: 'Quién la acepta',
    remind: 'Recordatorios, en días antes',
    note: 'Nota',
  },
  hints: {
    id: 'Letras, cifras, - y _. Otras partes del plan se refieren a esto con este nombre.',
    office: 'Con + y el país, por ejemplo +1 916 555 0142.',
    mobile: 'Con + y el país, por ejemplo +1 916 555 0143.',
    quietHours: HOURS,
    examples: 'Una línea para cada uno.',
    unsatisfiedFor: SPAN,
    silentFor: SPAN,
    silentLevels: 'Sus números, por ejemplo 1, 2.',
    allSilent:
      'Sus números, por ejemplo 1, 2; cuánto tiempo, más abajo. Vacío si se espera por insatisfacción.',
    anySilent: 'Lo mismo, si basta con que uno de ellos no haya respondido.',
    hours: 'Sin indicar si lo dicen las horas de la semana de abajo.',
    timeZone: 'Por ejemplo America/Los_Angeles. Vacío: la zona del contrato.',
    week: HOURS,
    normalDay: 'Por ejemplo `8 hours`. Solo hace falta si los días de la semana no duran lo mismo.',
    holidaysAdd: HOLIDAY,
    holidaysRemove: HOLIDAY,
    exceptions:
      'Una línea para cada una: una fecha y después horas o cerrado, por ejemplo 2026-12-24: 08:00-12:00.',
    due: 'Una fecha, por ejemplo 2026-12-15, o una regla como `days 90, after execution`.',
    remind: 'Por ejemplo 30, 7.',
  },
  options: {
    kind: { person: 'Una persona', desk: 'Una mesa de ayuda', directory: 'Otra persona para cada cliente' },
    shown: { public: 'Todos', customers: 'Los clientes y las partes', parties: 'Solo las partes' },
    urgency: { high: 'Alta', normal: 'Corriente' },
    party: PARTIES,
    means: { call: 'Llamada', email: 'Correo', text: 'Mensaje de texto', portal: 'Página' },
    since: { opened: 'La apertura del caso', levelBelow: 'El contacto con el nivel inferior' },
    day: {
      'same-time': 'La misma hora del siguiente día hábil',
      close: 'El cierre del siguiente día hábil',
      hours: 'Tantas horas abiertas como tiene un día hábil',
    },
    hours: { always: 'Siempre, de día y de noche' },
    duty: { milestone: 'Un hito', deliverable: 'Un entregable', commitment: 'Un compromiso' },
  },
};

export const planForms: PlanFormWords = {
  ...fields,
  title: 'Formularios',
  about:
    'Cada parte del plan en su propio formulario. Lo que se cambia aquí se escribe en el texto del borrador; sus comentarios se conservan. Antes de conservar nada, usted ve en frases qué cambia.',
  unreadable:
    'El texto todavía no se puede leer como un plan. Corríjalo primero en Texto; las observaciones dicen dónde.',
  parts: {
    contacts: { title: 'Contactos', none: 'El plan no tiene contactos.', add: 'Agregar un contacto' },
    levels: { title: 'Niveles', none: 'El plan no tiene niveles.', add: 'Agregar un nivel' },
    tracks: { title: 'Rutas', none: 'El plan no tiene rutas.', add: 'Agregar una ruta' },
    calendars: { title: 'Calendarios', none: 'El plan no tiene calendarios.', add: 'Agregar un calendario' },
    obligations: {
      title: 'Obligaciones',
      none: 'El plan no tiene obligaciones.',
      add: 'Agregar una obligación',
    },
  },
  level: ({ level, title }) => (title === '' ? `Nivel ${level}` : `Nivel ${level}: ${title}`),
  newOne: {
    contacts: 'Un contacto nuevo',
    levels: 'Un nivel nuevo',
    tracks: 'Una ruta nueva',
    calendars: 'Un calendario nuevo',
    obligations: 'Una obligación nueva',
  },
  notSaid: 'Sin decir',
  place: ({ place }) => (place === 1 ? 'Primero' : `Después, como número ${place}`),
  step: ({ level }) => `El paso al nivel ${level}`,
  condition: ({ level, place }) => `Nivel ${level}: condición ${place} de su paso`,
  addStep: ({ level }) => `Agregar un paso al nivel ${level}`,
  addCondition: ({ level }) => `Agregar una condición al paso al nivel ${level}`,
  show: 'Mostrar qué cambia',
  keep: 'Conservar el cambio',
  removal: {
    title: 'Sacarlo del plan',
    about: 'Usted ve primero qué cambia con ello.',
    button: 'Sacarlo',
  },
  shown: {
    title: 'Qué cambia',
    none: 'Nada es diferente del borrador como está.',
    again: 'Algo era diferente de lo que usted había visto. Esto es lo que cambia ahora.',
    blocking: ({ now, later }) => {
      if (later === 0) return 'Entonces nada impide el borrador.';
      return now === later
        ? `Como ahora, ${later} ${later === 1 ? 'observación impide' : 'observaciones impiden'} el borrador.`
        : `Entonces ${later} ${later === 1 ? 'observación impide' : 'observaciones impiden'} el borrador; ahora ${now === 1 ? 'es' : 'son'} ${now}.`;
    },
    brings: 'Observaciones que trae consigo',
  },
  examples: {
    title: 'Ejemplos calculados',
    about: 'Lo que resulta del plazo con el formulario como está.',
    uncounted: 'Este plazo todavía no se puede calcular: su calendario dice demasiado poco.',
    never: 'Nunca: el calendario no abre durante tanto tiempo.',
    columns: { from: 'Empieza', due: 'Termina', why: 'Por qué' },
  },
  problems: {
    missing: () => 'No se escribió nada.',
    taken: ({ value }) => `«${value}» ya está en el plan. Elija otro nombre corto.`,
    id: ({ value }) => `«${value}» no es un nombre corto. Use letras, cifras, - y _, 64 como máximo.`,
    line: ({ value }) => `«${value}» no es una línea de texto sencillo.`,
    text: ({ value }) => `«${value}» tiene caracteres que no son texto, o es demasiado largo.`,
    telephone: ({ value }) =>
      `«${value}» no se puede marcar desde cualquier lugar. Escríbalo con + y el país, por ejemplo +1 916 555 0142.`,
    mail: ({ value }) => `«${value}» no es una dirección de correo. Escríbala como name@agency.example.`,
    span: ({ value }) =>
      `«${value}» no es una duración. Escriba \`4 hours\`, \`90 minutes\` o \`1 business day\`.`,
    zone: ({ value }) => `«${value}» no es una zona horaria. Escriba una como America/Los_Angeles.`,
    levels: ({ value }) => `«${value}» no son números de niveles. Escríbalos como 1, 2.`,
    days: ({ value }) => `«${value}» no son días de 1 a 365. Escríbalos como 30, 7.`,
    week: ({ value }) => `«${value}» no son horas. Escriba mon-fri: 08:00-17:00, una línea para cada uno.`,
    exceptions: ({ value }) =>
      `«${value}» no son fechas con horas. Escriba 2026-12-24: 08:00-12:00, o cerrado, una línea para cada una.`,
    holidays: ({ value }) =>
      `«${value}» no son fechas. Escriba 2026-12-24 Nochebuena, una línea para cada una.`,
    due: ({ value }) =>
      `«${value}» no es una fecha ni una regla. Escriba 2026-12-15, o \`days 90, after execution\`.`,
    one: ({ value }) => `«${value}» no es una de las opciones. Elija de nuevo.`,
    notWritten: () => 'Esto no se puede escribir solo en su lugar. Cambie a mano el texto del borrador.',
  },
  notRemoved: 'No se puede sacar solo de este texto. Cambie a mano el texto del borrador.',
};
