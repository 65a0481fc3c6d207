import type { OverviewWords } from '../portal/overview.ts';
import { formatDate } from './dates.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'];
const WEEKDAYS_LONG = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

// Made once: a picture has hundreds of numbers.
const NUMBERS = new Intl.NumberFormat('es-US');
const number = (count: number): string => NUMBERS.format(count);
const cases = (count: number): string => `${number(count)} ${count === 1 ? 'caso' : 'casos'}`;
const weeks = (count: number): string => `${number(count)} ${count === 1 ? 'semana' : 'semanas'}`;
const answers = (count: number): string => `${number(count)} ${count === 1 ? 'respuesta' : 'respuestas'}`;

const fullDate = (date: string): string => formatDate(date, { year: true });
const dayMonth = (date: string): string => formatDate(date).slice(4);

/** Hours and minutes, and nothing longer: a day of open time is not a day. */
function duration(ms: number): string {
  if (ms > 0 && ms < MINUTE_MS) return 'menos de 1 min';
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${number(hours)} h` : `${number(hours)} h ${rest} min`;
}

const short = (ms: number): string =>
  ms < HOUR_MS ? `${Math.round(ms / MINUTE_MS)}m` : `${number(Math.round(ms / HOUR_MS))}h`;

function hour(value: number): string {
  if (value === 0) return '12 a.m.';
  if (value === 12) return '12 p.m.';
  return `${value % 12} ${value < 12 ? 'a.m.' : 'p.m.'}`;
}

const PARTIES = {
  customer: 'el cliente',
  contractor: 'el contratista',
  oversight: 'la supervisión',
} as const;

const open: OverviewWords['open'] = {
  title: 'Abiertos ahora',
  about: 'Los simulacros y las muestras no se cuentan aquí ni en lo que sigue.',
  none: 'No hay ningún caso abierto. Cuando un cliente abra uno, se contará aquí por su ruta y su nivel.',
  byLevel: 'Casos abiertos por ruta y nivel',
  byTurn: 'A quién le toca',
  total: 'Casos abiertos',
  dueToday: 'Vencen hoy',
  dueTodayAbout: 'Algo de ellos vence antes de que termine el día, y nada está atrasado.',
  late: 'Atrasados ahora',
  lateAbout: 'Algo venció y no está hecho: una promesa incumplida o un paso que nadie ha dado.',
  waits: ({ kind, party }) =>
    ({
      opening: 'El cliente abre el caso',
      move: `Un paso está pendiente: ${party === undefined ? 'se' : PARTIES[party]} puede contactar al nivel siguiente`,
      answer: 'El contratista debe una respuesta',
      verdict: 'El cliente dice si una propuesta lo resuelve',
      settlement: 'El contratista ha respondido y resuelve el asunto',
      resumption: 'En pausa: todos los plazos están detenidos',
      nothing: 'Nada',
    })[kind],
};

export const overview: OverviewWords = {
  title: 'Resumen',
  about:
    'Cómo va el proceso de escalamiento del contrato: qué está abierto ahora y cuánto tardaron las respuestas.',
  countedAt: (at) => `Contado ${at}.`,
  ownOnly: 'Solo se cuentan los casos de su propia organización.',
  refusals: {
    'period-date-not-understood': ({ field, value }) => ({
      message: `“${value}” no es una fecha.`,
      advice: `Escriba el ${field === 'from' ? 'primer' : 'último'} día como año, mes y día, por ejemplo 2026-11-16.`,
    }),
    'period-reversed': ({ from, until }) => ({
      message: `El ${fullDate(from)} es posterior al ${fullDate(until)}.`,
      advice: 'Elija un último día que no sea anterior al primero.',
    }),
    'period-too-long': ({ yearsMax }) => ({
      message: `No se muestran más de ${yearsMax} años a la vez.`,
      advice: 'Elija días más cercanos entre sí.',
    }),
    'period-choice-unknown': ({ field, value, known }) => ({
      message: `“${value}” no se puede elegir en “${field}”.`,
      advice: `Elija una de estas opciones: ${known.join(', ')}.`,
    }),
  },
  labels: {
    track: 'Ruta',
    level: 'Nivel',
    all: 'Todos',
    cases: 'Casos',
    waitingFor: 'Qué esperan',
    answer: 'Respuesta',
    came: 'Medidas',
    median: 'La mitad en',
    ninetieth: 'Nueve de cada diez en',
    outstanding: 'Pendientes',
    never: 'Terminaron sin ella',
    howLong: 'Cuánto tardó',
    week: 'Semana del',
    hour: 'Hora',
    from: 'Primer día',
    until: 'Último día',
    show: 'Mostrar',
    nothing: 'ninguno',
  },
  open,
  answers: {
    title: 'Cuánto tardaron las respuestas',
    about:
      'Se cuenta desde el momento en que el caso del cliente vale como abierto, para los casos abiertos en los días que elija.',
    none: 'No se abrió ningún caso en estos días. Elija otros arriba.',
    noneTimed: 'Ninguno de estos casos ha tenido todavía esta respuesta; no hay nada que dibujar.',
    period: 'Casos abiertos en',
    opened: ({ from, until, cases: count }) => `${cases(count)} del ${fullDate(from)} al ${fullDate(until)}.`,
    summary: 'Las tres respuestas',
    kinds: {
      acknowledged: 'Primer acuse de recibo',
      responded: 'Primera respuesta',
      satisfied: 'Satisfacción',
    },
    clocks: { plain: 'Horas corridas', open: 'Horario abierto' },
    clocksAbout: {
      plain: 'Cuenta cada hora, de día y de noche.',
      open: 'Solo cuentan las horas en que el calendario del plan está abierto, sin las pausas. Se omiten los casos de una ruta que no cuenta en horario abierto.',
    },
    chooseKind: 'Dibujar',
    chooseClock: 'Contar en',
  },
  distribution: {
    title: 'Con qué frecuencia tardó cuánto',
    about: 'Cada barra es el número de casos cuya respuesta tardó ese tiempo.',
    description: ({ came, median, ninetieth }) =>
      `De ${answers(came)}, la mitad llegó en ${median} y nueve de cada diez en ${ninetieth}.`,
    table: 'Estas barras como tabla',
    upTo: (limit) => `hasta ${limit}`,
    longer: (limit) => `más de ${limit}`,
    half: 'la mitad',
    ninety: '9 de cada 10',
    both: 'mitad y 9 de 10',
  },
  trend: {
    title: 'Semana a semana',
    about: 'Según la semana en que se abrió el caso.',
    description: ({ weeks: count, first, last }) =>
      `En ${weeks(count)}: la mitad en ${first.median} en la semana del ${first.monday} y en ${last.median} en la semana del ${last.monday}.`,
    table: 'Estas líneas como tabla',
    median: 'la mitad en',
    ninetieth: '9 de 10 en',
  },
  heat: {
    title: 'Por hora y día de la semana',
    about:
      'Según cuándo se abrió el caso: cuanto más oscuro, más tardó como máximo la mitad de las respuestas.',
    description: ({ slowest }) =>
      `Lo más lento fueron los casos abiertos el ${WEEKDAYS_LONG[slowest.weekday - 1]} desde las ${hour(slowest.hour)}: la mitad en ${slowest.median}.`,
    table: 'Estas horas como tabla',
  },
  weekday: (value) => WEEKDAYS[value - 1] ?? '',
  hour,
  duration,
  short,
  date: fullDate,
  dayMonth,
  number,
  exports: {
    title: 'Lléveselo',
    about: (zone) =>
      `Los casos abiertos y los eventos ocurridos en los días elegidos arriba. Las horas son las de ${zone}. No se incluyen simulacros ni muestras.`,
    takes:
      'El archivo empieza a llegar de inmediato y su navegador muestra cuánto va. 100,000 casos tardan cerca de medio minuto; sus eventos, más.',
    casesCsv: 'Casos en CSV',
    casesJson: 'Casos en JSON',
    eventsCsv: 'Eventos en CSV',
    eventsJson: 'Eventos en JSON',
  },
};
