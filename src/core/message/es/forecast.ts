import type { ForecastRefusals } from '../../case/play/forecast-refusal.ts';
import type { UnreachedCause } from '../../case/play/forecast-unreached.ts';
import type { Condition, PromiseKind } from '../../plan/revision/revision.ts';
import type { ForecastContext, ForecastWords } from '../forecast.ts';
import {
  capital,
  from,
  LevelWords,
  levelWords,
  meansName,
  PartyWords,
  partyWords,
  toParty,
  trackWords,
  when,
} from './case-parts.ts';
import { any, counted, formatLocal, formatSpan, listed, longLocal } from './dates.ts';

const LOCAL = 'Escriba fecha y hora, como 2026-11-20T16:30 en la hora del contrato, o con su diferencia.';

const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `¿Quiso decir “${suggestion}”? `;

/** ` por llamada o correo electrónico`; nothing where the plan names no way. */
export const meansWords = (means: readonly string[]): string =>
  means.length === 0 ? '' : ` por ${any(means.map(meansName))}`;

const PROMISES: Readonly<Record<PromiseKind, (span: string) => string>> = {
  acknowledgeWithin: (span) => `acusar recibo en un plazo de ${span}`,
  respondWithin: (span) => `responder en un plazo de ${span}`,
  updateEvery: (span) => `dar novedades al cliente cada ${span}`,
  longestAtLevel: (span) => `no tener el caso más de ${span}`,
};

/** `4 horas, de día y de noche`, `4 horas de horario “business”`, `1 día hábil`. */
function spanWords({ span, calendar }: Condition, { always }: ForecastContext): string {
  if (always.has(calendar)) return `${formatSpan(span)}, de día y de noche,`;
  return span.unit === 'time' ? `${formatSpan(span)} de horario “${calendar}”` : formatSpan(span);
}

function conditionWords(condition: Condition, below: number | undefined, context: ForecastContext): string {
  const span = spanWords(condition, context);
  switch (condition.kind) {
    case 'allSilent':
      return `${span} sin respuesta del nivel ${any(condition.levels)}`;
    case 'anySilent':
      return condition.levels.length === 1
        ? `${span} sin respuesta del nivel ${condition.levels[0]}`
        : `${span} en que uno de los niveles ${any(condition.levels)} no ha respondido`;
    case 'unsatisfied':
      return condition.since === 'opened'
        ? `${span} después de la apertura, si el cliente no está satisfecho`
        : `${span} después de contactar al nivel ${below ?? 1}, si el cliente no está satisfecho`;
  }
}

function causeWords(cause: UnreachedCause): string {
  switch (cause.code) {
    case 'answered':
      return `depende del silencio del nivel ${any(cause.levels)}, y hay una respuesta`;
    case 'unasked':
      return `depende del silencio del nivel ${any(cause.levels)}, al que nadie ha pedido respuesta`;
    case 'levelBelow':
      return `cuenta desde el contacto con el nivel ${cause.level}, que nunca se alcanza`;
    case 'requires':
      return `primero hay que contactar al nivel ${any(cause.levels)}`;
    case 'neverOpen':
      return `el calendario “${cause.calendar}” no está abierto tanto tiempo`;
    case 'noCondition':
      return 'el plan no le da ninguna condición';
  }
}

const outOfRange = ({ at }: ForecastRefusals['forecast-instant-out-of-range']): string =>
  longLocal(at, 'UTC', { year: true, zone: true });

export const forecast: ForecastWords = {
  refusals: {
    'forecast-track-unknown': ({ track, tracks, suggestion }) => ({
      message: `El plan no tiene la ruta “${track}”.`,
      advice: `${meant(suggestion)}${tracks.length === 1 ? 'Hay una' : 'Hay estas'}: ${listed(tracks)}.`,
    }),
    'forecast-track-missing': ({ tracks }) => ({
      message: 'El plan tiene varias rutas y no se indicó ninguna.',
      advice: `Indique una de estas: ${listed(tracks)}.`,
    }),
    'forecast-level-unknown': ({ level, levels }) => ({
      message: `Ningún paso de esta ruta lleva al nivel ${level}.`,
      advice: `Sus niveles son: ${listed(levels.map(String))}.`,
    }),
    'forecast-answer-early': ({ level, at, openedAt, timeZone }) => ({
      message: `El nivel ${level} respondería el ${longLocal(at, timeZone, { year: true, zone: true })}, antes de que se abra el caso.`,
      advice: `Indique un momento posterior al ${longLocal(openedAt, timeZone, { year: true, zone: true })}.`,
    }),
    'forecast-instant-out-of-range': (values) => ({
      message: `Ningún calendario conoce el ${outOfRange(values)}.`,
      advice: 'Indique una fecha entre los años 1900 y 2200.',
    }),
    'forecast-answer-malformed': ({ value }) => ({
      message: `“${value}” no dice qué nivel responde, ni cuándo.`,
      advice: 'Escriba un nivel, “@” y una hora, como 1@2026-11-20T17:00.',
    }),
    'forecast-instant-malformed': ({ option, value }) => ({
      message: `“${option}” necesita una hora, y “${value}” no lo es.`,
      advice: LOCAL,
    }),
  },
  heading: ({ track, answers, openedAt }, context) => {
    const course =
      answers === 0
        ? 'nadie responde'
        : `solo ${answers === 1 ? 'llega' : 'llegan'} ${counted(answers, 'respuesta')}`;
    return `${trackWords(track, context)}: abierto el ${when(openedAt, context)}, si ${course} y cada quien da su paso en cuanto puede.`;
  },
  rows: {
    opened: ({ level, means }, context) =>
      `El cliente abre el caso y pide respuesta al ${levelWords(level, context)}${meansWords(means)}.`,
    move: ({ level, actor, means, automatic }, context) =>
      automatic
        ? `Ladder contacta al ${levelWords(level, context)} en nombre del cliente${meansWords(means)}.`
        : `${PartyWords(actor)} puede contactar al ${levelWords(level, context)}${meansWords(means)}.`,
    answered: ({ level, by }, context) =>
      by === level
        ? `${LevelWords(level, context)} responde.`
        : `${LevelWords(by, context)} responde sin que se le haya contactado; cuenta por el nivel ${level}.`,
    warning: ({ level, actor, stepDueAt }, context) =>
      `Se avisa ${toParty(actor)} y a los niveles contactados que se podrá contactar al ${levelWords(level, context)} a partir del ${from(stepDueAt, context)}.`,
    promiseDue: ({ level, promise }, context) =>
      `${LevelWords(level, context)} prometió ${PROMISES[promise.kind](formatSpan(promise.span))}; ese plazo venció.`,
    top: ({ level }, context) =>
      `${LevelWords(level, context)} es el más alto: no queda nadie por encima, y la supervisión ve el caso.`,
  },
  condition: conditionWords,
  clock: ({ condition, from: start }, below, context) =>
    `${capital(conditionWords(condition, below, context))}: se cuenta desde el ${when(start, context)}.`,
  unreached: ({ level, actor, causes }, context) =>
    `${LevelWords(level, context)} nunca se alcanza en este supuesto, así que ${partyWords(actor)} no puede contactarlo: ${causes.map(causeWords).join('; ')}.`,
  reach: ({ name, title, office, mobile, email }) => {
    const who = title === undefined || title === name ? name : `${name}, ${title}`;
    const ways = [office, mobile === undefined ? undefined : `celular ${mobile}`, email];
    return [who, ...ways.filter((way) => way !== undefined)].join(' · ');
  },
  reachDirectory: (title) => `${title} del cliente, si el directorio indica quién es; si no,`,
  labels: { reach: 'Contacto', why: 'Por qué', tries: 'Avisos' },
  tried: ({ at, ...one }, { timeZone }) => `${formatLocal(at, timeZone)}: ${trying(one)}`,
  wouldTry: ({ level, ...one }) => `Ladder avisaría a ${trying(one)}, por el nivel ${level}.`,
  blocked: ({ file, blocking }) =>
    `${counted(blocking, 'observación', 'observaciones')} impedirían publicar este plan: escriba "ladder check ${file}".`,
};

const TRIED_BY = { email: 'correo', text: 'mensaje', call: 'llamada' } as const;
const trying = ({ name, means }: { name: string; means: readonly (keyof typeof TRIED_BY)[] }): string =>
  `${name}, por ${listed(means.map((one) => TRIED_BY[one]))}`;
