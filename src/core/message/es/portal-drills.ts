import type { DrillWords } from '../portal/drills.ts';
import { counted, formatDuration, formatLocal, listed } from './dates.ts';

/** To the second, for nobody answers by the millisecond. */
const lasting = (ms: number): string => formatDuration(Math.max(1, Math.round(ms / 1000)) * 1000);

const SKIPPED: DrillWords['skipped'] = {
  another: 'había otro simulacro en marcha',
  tooSoon: 'el nivel tuvo un simulacro en los siete días anteriores',
  nobody: 'el nivel no localizaba a nadie a esa hora, o no había ningún plan vigente',
  tooLarge: 'el nivel localizaba a más personas de las que pregunta un simulacro',
};

const people = (count: number): string => counted(count, 'persona');

const figures: DrillWords['figures'] = ({ asked, answered, percent = 0, medianMs }) => {
  const share = `${answered === 1 ? 'respondió' : 'respondieron'} ${answered} de ${asked} (${percent} %)`;
  return medianMs === undefined ? share : `${share}, la mitad en ${lasting(medianMs)} o menos`;
};

const OWNERS = ({ contractTitle }: { contractTitle: string }): string =>
  `Recibe este correo porque responde por ${contractTitle} o lo supervisa.`;

export const drills: DrillWords = {
  statuses: {
    planned: 'previsto',
    running: 'en marcha',
    ended: 'terminado',
    stopped: 'cancelado',
    skipped: 'no se hizo',
  },
  skipped: SKIPPED,
  every: { month: 'Cada mes', quarter: 'Cada tres meses' },
  once: 'Una vez',
  level: ({ level }) => `Nivel ${level}`,
  figures,
  after: ({ ms }) => `en ${lasting(ms)}`,
  lasting: ({ ms }) => lasting(ms),
  list: {
    title: 'Simulacros',
    about:
      'Un simulacro localiza a un nivel como práctica: a quienes el nivel localizaría primero les llega un correo que dice SIMULACRO, y responden con su botón o con un correo. No se abre ningún caso, no corre ningún plazo del contrato y nada de ello cuenta en las cifras de los casos.',
    limits: ({ planned }) =>
      `Para no molestar a nadie, un nivel tiene como máximo un simulacro cada siete días, nunca hay dos a la vez, cada persona recibe un solo correo y se prevén como máximo ${planned}.`,
    planned: { title: 'Previstos', none: 'No hay ningún simulacro previsto.' },
    past: { title: 'Hechos hasta ahora', none: 'Todavía no ha habido ningún simulacro.' },
    columns: { level: 'Nivel', start: 'Inicio', every: 'Se repite', status: 'Estado', came: 'Resultado' },
    show: ({ drill }) => `simulacro ${drill}`,
  },
  form: {
    title: 'Hacer un simulacro',
    level: 'Nivel que se localiza',
    levelOption: ({ level, title }) => `Nivel ${level}: ${title}`,
    choose: 'Elija uno',
    when: 'Cuándo',
    now: 'Ahora',
    nowHint: 'Se le pregunta una vez más antes de que salgan los correos.',
    later: 'Más adelante',
    start: 'Inicio',
    every: 'Con qué frecuencia',
    within: 'Tiempo para responder',
    withinHint: 'Quien no haya respondido para entonces cuenta como que no respondió.',
    withinOption: ({ ms }) => formatDuration(ms),
    button: 'Hacer el simulacro',
    noPlan: 'No hay ningún plan vigente, así que no hay ningún nivel que localizar.',
  },
  problems: {
    levelMissing: { message: 'No ha dicho qué nivel se localiza.', advice: 'Elija uno.' },
    whenMissing: { message: 'No ha dicho cuándo.', advice: 'Elija ahora o más adelante.' },
    startMissing: { message: 'No ha dicho a qué hora empieza.', advice: 'Indique una fecha y una hora.' },
    startInvalid: {
      message: 'Esto no es una fecha y una hora que se puedan leer.',
      advice: 'Indique ambas, como 2027-03-01 y 09:30.',
    },
    timeMissing: { message: 'No ha dicho cuánto tiempo hay para responder.', advice: 'Elija uno.' },
  },
  one: {
    title: ({ level }) => `Simulacro del nivel ${level}`,
    planned: 'Previsto. Empieza por sí solo.',
    begun: 'Ha empezado. Los correos están en camino.',
    stopped: 'Cancelado.',
    facts: {
      status: 'Estado',
      level: 'Nivel',
      start: 'Previsto para',
      begun: 'Empezó',
      end: 'Respuestas hasta',
      every: 'Se repite',
      within: 'Tiempo para responder',
      by: 'Previsto por',
      came: 'Resultado',
      why: 'Por qué no',
    },
    people: {
      title: 'A quién se preguntó',
      columns: { name: 'Nombre', answered: 'Respondió' },
      waiting: 'todavía no',
      silent: 'no respondió',
      none: 'No se ha preguntado a nadie.',
    },
    history: 'Qué pasó',
    events: {
      DrillPlanned: ({ by }) => `Previsto por ${by}`,
      DrillBegun: ({ count }) => `Empezó: se preguntó a ${people(count)}`,
      DrillAnswered: ({ name, ms }) => `${name} respondió en ${lasting(ms)}`,
      DrillEnded: ({ isInTime }) =>
        isInTime ? 'Terminó: respondieron todos' : 'Terminó: se acabó el tiempo para responder',
      DrillSkipped: ({ because }) => `No se hizo: ${SKIPPED[because]}`,
      DrillStopped: ({ by }) => `Cancelado por ${by}`,
      NoticeFailed: ({ name }) => `No se pudo escribir a: ${name}`,
    },
    stop: 'Cancelarlo',
  },
  here: {
    title: ({ level }) => `SIMULACRO: ¿está usted localizable para el nivel ${level}?`,
    about: ({ name, contractTitle, level, at, timeZone }) =>
      `${name}, esto es un simulacro del nivel ${level} de ${contractTitle}. No ha pasado nada y no hay ningún caso. Pulse el botón antes de esta hora para mostrar que un correo le llega: ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
    button: 'Aquí estoy',
    nothing: 'No hay nada más que hacer.',
    doneTitle: 'Gracias: está usted localizable',
    done: ({ ms }) => `Respondió al simulacro en ${lasting(ms)}. No hay nada más que hacer.`,
    over: {
      message: 'Este simulacro ha terminado.',
      advice:
        'Era una práctica y no hay nada que hacer. Quien lo previó ve que no llegó ninguna respuesta a tiempo.',
    },
  },
  current: {
    title: 'Simulacros',
    none: 'Todavía no se ha localizado a ningún nivel como práctica.',
    columns: { level: 'Nivel', when: 'Último simulacro', answered: 'Respondieron', median: 'La mitad en' },
    share: ({ answered, asked, percent }) => `${answered} de ${asked} (${percent} %)`,
    noMedian: 'no respondió nadie',
    all: 'Todos los simulacros',
  },
  refusals: {
    'drill-unknown': () => ({
      message: 'No existe ese simulacro.',
      advice: 'Búsquelo en la lista de simulacros.',
    }),
    'drill-level-unknown': ({ level }) => ({
      message: `El plan vigente no tiene el nivel ${level}.`,
      advice: 'Elija uno de sus niveles.',
    }),
    'drill-time-unknown': () => ({
      message: 'Un simulacro no puede tener ese tiempo para responder.',
      advice: 'Elija uno de los tiempos que se ofrecen.',
    }),
    'drill-start-past': () => ({
      message: 'Esa hora ya pasó.',
      advice: 'Indique una posterior, o haga el simulacro ahora.',
    }),
    'drill-start-far': () => ({
      message: 'Faltan más de 400 días para eso.',
      advice: 'Indique una fecha anterior; un simulacro que se repite sigue por sí solo.',
    }),
    'drill-another': ({ at, timeZone }) => ({
      message: `A esa hora hay otro simulacro, que empieza el ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      advice: 'Indique una hora posterior a su final, o cancélelo antes.',
    }),
    'drill-too-soon': ({ level, at, timeZone }) => ({
      message: `El nivel ${level} tiene un simulacro a menos de siete días de eso: el ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      advice: 'Indique una hora a siete días de él, o elija otro nivel.',
    }),
    'drill-too-many': ({ max }) => ({
      message: `Hay ${counted(max, 'simulacro')} previstos y no puede haber más.`,
      advice: 'Cancele uno de ellos antes.',
    }),
    'drill-nobody': ({ level }) => ({
      message: `El nivel ${level} no localiza a nadie ahora.`,
      advice: 'Vea por qué en la página de disponibilidad y haga que se ocupen sus puestos.',
    }),
    'drill-too-large': ({ count, max }) => ({
      message: `El nivel localiza a ${people(count)}, y un simulacro pregunta a ${max} como máximo.`,
      advice: 'Elija otro nivel.',
    }),
    'drill-over': () => ({ message: 'Este simulacro ha terminado.', advice: 'Ya no hay nada que hacer.' }),
    'drill-not-asked': () => ({
      message: 'No se le preguntó en este simulacro.',
      advice: 'No hay nada que hacer.',
    }),
  },
  mails: {
    asked: ({ contractTitle, level, endAt, timeZone, canReply }) => ({
      subject: `SIMULACRO: ¿está usted localizable? Nivel ${level}, ${contractTitle}`,
      lead: [
        `SIMULACRO. No ha pasado nada y no hay ningún caso. Este correo prueba si se localiza al nivel ${level} de ${contractTitle}.`,
        `Muestre que está localizable${endAt === undefined ? '' : ` antes del ${formatLocal(endAt, timeZone, { year: true, zone: true })}`}: con el botón${canReply ? ', o con cualquier respuesta a este correo' : ''}.`,
      ],
      link: { label: 'Aquí estoy', says: 'Abre una página con un botón. Solo el botón responde.' },
    }),
    ended: ({ contractTitle, level, figures: came, silent }) => ({
      subject: `Simulacro del nivel ${level}: ${came.answered === 1 ? 'respondió' : 'respondieron'} ${came.answered} de ${came.asked}. ${contractTitle}`,
      lead: [
        `El simulacro del nivel ${level} de ${contractTitle} ha terminado: ${figures(came)}.`,
        ...(silent.length === 0
          ? []
          : [`No respondieron: ${listed(silent.slice(0, 20))}${silent.length > 20 ? ' …' : ''}.`]),
      ],
      link: { label: 'Ver quién respondió y en cuánto tiempo', says: 'Después de iniciar sesión.' },
    }),
    skipped: ({ contractTitle, level, startAt, skipped, timeZone }) => ({
      subject: `El simulacro del nivel ${level} no se hizo. ${contractTitle}`,
      lead: [
        `El simulacro del nivel ${level} de ${contractTitle} previsto para el ${formatLocal(startAt, timeZone, { year: true, zone: true })} no se hizo: ${SKIPPED[skipped ?? 'nobody']}.`,
      ],
      link: { label: 'Ver el simulacro', says: 'Después de iniciar sesión.' },
    }),
  },
  footer: {
    asked: ({ contractTitle }) =>
      `Esto es un simulacro. Lo recibe porque está en un nivel del plan de escalamiento de ${contractTitle}.`,
    ended: OWNERS,
    skipped: OWNERS,
  },
};
