import type { ListsWords } from '../portal/lists.ts';
import { levelWords, PartyWords } from './case-parts.ts';

const number = (value: number): string => value.toLocaleString('es-US');

const line: ListsWords['line'] = {
  title: ({ caseId }) => `Caso ${caseId}`,
  references: 'Números de referencia',
  level: ({ level }, context) => levelWords(level, context),
  practice: 'Simulacro o muestra',
  setAside: 'Apartado: sus plazos no se atienden',
  unshown: 'Una falla de Ladder impide mostrar las líneas de estos casos:',
  closed: 'Cerrado',
  party: {
    customer: PartyWords('customer'),
    contractor: PartyWords('contractor'),
    oversight: PartyWords('oversight'),
  },
  yourTurn: 'Le toca a usted',
  turn: {
    customer: 'Le toca al cliente',
    contractor: 'Le toca al contratista',
    oversight: 'Le toca a la supervisión',
  },
  promise: {
    acknowledgeWithin: ({ level }) => `El nivel ${level} prometió acusar recibo antes del`,
    respondWithin: ({ level }) => `El nivel ${level} prometió una respuesta antes del`,
    updateEvery: ({ level }) => `El nivel ${level} prometió novedades antes del`,
    longestAtLevel: ({ level }) => `En el nivel ${level} a más tardar hasta el`,
  },
  missed: {
    acknowledgeWithin: ({ level }) => `Con retraso: el nivel ${level} debía acusar recibo antes del`,
    respondWithin: ({ level }) => `Con retraso: el nivel ${level} debía responder antes del`,
    updateEvery: ({ level }) => `Con retraso: el nivel ${level} debía dar novedades antes del`,
    longestAtLevel: ({ level }) => `Con retraso: en el nivel ${level} no más allá del`,
  },
  step: ({ level, party }) => `${PartyWords(party)} podrá contactar al nivel ${level} a partir del`,
  stepDue: ({ level, party }) => `${PartyWords(party)} puede contactar al nivel ${level} desde el`,
  nothingDue: 'No vence ningún plazo.',
  openedAt: 'Abierto',
  changedAt: 'Último cambio',
  closedAt: 'Cerrado',
};

const filters: ListsWords['filters'] = {
  text: 'Buscar',
  textHint: 'El comienzo del número del caso o de referencia, o parte del nombre del cliente.',
  status: 'Abierto o cerrado',
  statuses: { open: 'Abiertos', closed: 'Cerrados' },
  track: 'Ruta',
  level: 'Nivel',
  turn: 'A quién le toca',
  customer: 'Cliente',
  from: 'Abierto desde',
  until: 'Abierto hasta',
  practice: 'Simulacros y muestras',
  practices: { no: 'Sin ellos', yes: 'Solo estos' },
  due: 'Qué vence',
  dues: { late: 'Atrasado ahora', today: 'Vence hoy' },
  order: 'Orden',
  any: 'Todos',
  more: 'Más filtros',
  refusals: {
    'list-choice-unknown': ({ field, value }) =>
      `“${value}” no es una opción de “${field}”. Elija una de la lista.`,
    'list-date-malformed': ({ field, value }) =>
      `“${value}” no es una fecha para “${field}”. Escriba año, mes y día: 2026-11-20.`,
    'list-dates-reversed': ({ from, until }) =>
      `No se abrió nada desde ${from} hasta ${until}: la segunda fecha es anterior a la primera.`,
    'list-text-unsound': ({ charactersMax }) =>
      `Busque con un máximo de ${number(charactersMax)} caracteres, en una sola línea.`,
    'list-place-unknown': ({ value }) =>
      `“${value}” no es un lugar de esta lista. Empiece por su primera página.`,
  },
};

const cases: ListsWords['cases'] = {
  title: { own: 'Mis casos', all: 'Casos' },
  about: {
    own: 'Los casos que usted puede ver, y a quién le toca en cada uno.',
    all: 'Todos los casos que usted puede ver, y a quién le toca en cada uno.',
  },
  orders: {
    opened: 'Primero el último abierto',
    due: 'Primero lo que vence antes (casos abiertos)',
    changed: 'Primero el último cambio',
  },
  list: 'Casos',
  empty: {
    own: {
      title: 'Todavía no tiene casos',
      about:
        'Cuando un servicio no funciona, una factura está mal o nadie le ayuda, abra un caso: sabrá enseguida quién lo tiene y desde cuándo puede contactar al siguiente nivel.',
    },
    all: {
      title: 'Todavía no hay casos',
      about:
        'Un caso aparece aquí en cuanto lo abre un cliente, y desde entonces dice a quién le toca y qué plazo vence.',
    },
    narrowed: {
      title: 'Ningún caso coincide',
      about:
        'Nada de lo que puede ver coincide con todo lo que eligió. Quite algo, o busque el comienzo de un número.',
    },
  },
  showAll: 'Mostrar todos los casos',
  start: 'Abrir un caso',
  csv: ({ casesMax }) => `Descargar esta lista como tabla (CSV, un máximo de ${number(casesMax)} casos)`,
  csvFile: 'casos',
  csvColumns: {
    case: 'Caso',
    references: 'Números de referencia',
    customer: 'Cliente',
    track: 'Ruta',
    level: 'Nivel',
    status: 'Estado',
    stands: 'Cómo está',
    turn: 'A quién le toca',
    due: 'Vence',
    dueWhat: 'Qué vence',
    lateMinutes: 'Minutos de retraso',
    openedAt: 'Abierto',
    changedAt: 'Último cambio',
    closedAt: 'Cerrado',
    practice: 'Simulacro o muestra',
  },
  moving: 'Un caso que cambia mientras pasa las páginas se mueve al lugar que le corresponde ahora.',
};

const queue: ListsWords['queue'] = {
  title: 'Mi cola',
  about: {
    own: 'Casos que esperan su respuesta: los de sus niveles, los de sus cuentas y los que le traspasaron. Primero lo que vence antes.',
    every:
      'Todos los casos que esperan una respuesta del contratista, porque usted responde donde nadie más lo hace. Primero lo que vence antes.',
  },
  empty: {
    title: 'Nada espera su respuesta',
    about:
      'Un caso aparece aquí desde que el cliente pide respuesta hasta que hay una respuesta o una propuesta, en el orden en que algo vence.',
  },
  groups: {
    overdue: 'Con retraso',
    hour: 'Vence en menos de una hora',
    today: 'Vence hoy',
    later: 'Vence más tarde',
    undated: 'No vence ningún plazo',
  },
  acknowledge: ({ caseId }) => `Acuso recibo del caso ${caseId}`,
  acknowledged: ({ caseId }) =>
    `Usted tiene el caso ${caseId}. Se avisa al cliente; los plazos del contrato siguen hasta que haya una respuesta.`,
  takenBy: ({ name }) => `Acusó recibo ${name}:`,
};

const work: ListsWords['work'] = {
  title: 'Lista de trabajo',
  about: 'Lo que espera a la supervisión, y lo que conviene que vea.',
  whole: 'Toda la lista de trabajo',
  empty: {
    title: 'Nada espera a la supervisión',
    about:
      'Aquí aparecen los pasos que el plan da a la supervisión cuando vencen, lo que las partes disputan, lo que se puede cerrar por silencio y lo que llegó al nivel más alto sin respuesta.',
  },
  sections: {
    step: {
      title: 'Sus pasos pendientes',
      about: 'El plan da estos pasos a la supervisión. Siguen pendientes hasta que se den o se rechacen.',
    },
    dispute: {
      title: 'Disputas por decidir',
      about:
        'Se impugnó una pausa o una hora declarada. Los plazos cuentan como antes hasta que usted decida.',
    },
    silent: {
      title: 'En silencio después de una propuesta',
      about: 'El cliente recibió una propuesta y tres recordatorios, y no ha dicho nada.',
    },
    top: {
      title: 'En el nivel más alto sin respuesta',
      about: 'No queda ningún nivel por encima de estos casos, y el cliente sigue esperando.',
    },
    coming: {
      title: 'Sus pasos de la próxima semana',
      about: 'Vencen si antes nadie responde ni el cliente queda satisfecho.',
    },
  },
  tasks: {
    step: ({ level }) => `Contactar al nivel ${level}: pendiente desde el`,
    dispute: () => 'Impugnado: lo que empezó el',
    silent: ({ isPast }) =>
      isPast ? 'Se puede cerrar por silencio desde el' : 'Se podrá cerrar por silencio a partir del',
    top: ({ level }) => `El nivel ${level} fue contactado el`,
    coming: ({ level }) => `Podrá contactar al nivel ${level} a partir del`,
  },
  all: ({ title }) => `Todo lo de “${title}”`,
};

const promises: ListsWords['promises'] = {
  title: 'Promesas',
  about:
    'A qué se comprometió el contratista, y qué pasó con ello. Los simulacros y las muestras no cuentan, ni lo que quedó sin efecto porque el caso se cerró o cambiaron sus reglas.',
  month: 'Mes',
  monthHint: 'Una promesa cuenta en el mes en que se cumplió o venció. Escriba año y mes: 2026-11.',
  monthMalformed: ({ value }) => `“${value}” no es un mes. Escriba año y mes: 2026-11.`,
  number: ({ value }) => number(value),
  share: ({ share }) => share.toLocaleString('es-US', { style: 'percent', maximumFractionDigits: 1 }),
  ended: {
    title: 'Cumplidas e incumplidas',
    caption: 'Promesas cuyo plazo terminó en este mes',
    none: 'En este mes no se cumplió ni se incumplió ninguna promesa.',
    all: 'Todas',
    columns: {
      track: 'Ruta',
      level: 'Nivel',
      promise: 'Promesa',
      kept: 'Cumplidas',
      missed: 'Incumplidas',
      share: 'Cumplidas del total',
    },
    kinds: {
      acknowledgeWithin: 'Acusar recibo a tiempo',
      respondWithin: 'Responder a tiempo',
      updateEvery: 'Dar novedades a tiempo',
      longestAtLevel: 'No retener un caso más tiempo',
    },
  },
  running: {
    title: 'En curso',
    caption: 'Promesas en curso, y las incumplidas que todavía se deben',
    about: 'Caso por caso, primero lo que vence antes.',
    none: 'No hay ninguna promesa en curso.',
    columns: { case: 'Caso', customer: 'Cliente', promise: 'Promesa' },
  },
};

const contacts: ListsWords['contacts'] = {
  title: 'Contactos',
  about: 'Los puestos del plan vigente, y quién los ocupa hoy.',
  empty: {
    title: 'No hay ningún plan vigente',
    about: 'Los contactos aparecen aquí en cuanto se publica un plan: sus puestos, y quién los ocupa.',
  },
  level: ({ level, title }) => (title === '' ? `Nivel ${level}` : `Nivel ${level}: ${title}`),
  noLevel: 'En ningún nivel',
  directory: 'Otra persona para cada cliente: vea los clientes.',
  nobody: 'Nadie ocupa este puesto.',
  deputy: ({ title }) => `Suplente: ${title}`,
  mobile: 'Celular',
  since: 'Desde el',
  shown: {
    public: 'Visible para todos',
    customers: 'Visible para los clientes',
    parties: 'Visible solo para las partes',
  },
};

const customers: ListsWords['customers'] = {
  title: 'Clientes',
  about: 'Quién compra bajo el contrato, y quién lleva su cuenta.',
  empty: {
    title: 'Todavía no hay clientes',
    about:
      'Un administrador agrega las agencias que compran bajo el contrato, y nombra a quien lleva su cuenta.',
  },
  caption: 'Clientes y quién lleva su cuenta; primero los que no tienen a nadie',
  customer: 'Cliente',
  nobody: 'Nadie',
  missing: ({ count }) =>
    count === 1
      ? 'Un cliente no tiene a nadie que lleve su cuenta: sus casos no llegan a nadie en particular.'
      : `${number(count)} clientes no tienen a nadie que lleve su cuenta: sus casos no llegan a nadie en particular.`,
};

export const portalLists: ListsWords = {
  line,
  filters,
  cases,
  queue,
  work,
  promises,
  contacts,
  customers,
};
