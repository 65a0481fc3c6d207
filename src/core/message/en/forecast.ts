import type { ForecastRefusals } from '../../case/play/forecast-refusal.ts';
import type { UnreachedCause } from '../../case/play/forecast-unreached.ts';
import type { Condition, PromiseKind } from '../../plan/revision/revision.ts';
import type { ForecastContext, ForecastWords } from '../forecast.ts';
import { capital, from, levelWords, PartyWords, partyWords, trackWords, when } from './case-parts.ts';
import { counted, formatLocal, formatSpan, listed } from './dates.ts';

const LOCAL = 'Write date and time, as in 2026-11-20T16:30 on the contract’s clocks, or with an offset.';

const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean "${suggestion}"? `;

const MEANS: Readonly<Record<string, string>> = {
  call: 'call',
  email: 'e-mail',
  text: 'text message',
  portal: 'portal',
};

/** ` by call or e-mail`; nothing where the plan names no way. */
export const meansWords = (means: readonly string[]): string =>
  means.length === 0 ? '' : ` by ${any(means.map((one) => MEANS[one] ?? one))}`;

/** Words of which one holds: `level 1 or 2`. */
function any(words: readonly (string | number)[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const PROMISES: Readonly<Record<PromiseKind, (span: string) => string>> = {
  acknowledgeWithin: (span) => `acknowledge within ${span}`,
  respondWithin: (span) => `answer within ${span}`,
  updateEvery: (span) => `tell the customer something every ${span}`,
  longestAtLevel: (span) => `keep the case no longer than ${span}`,
};

/** `4 hours round the clock`, `4 hours of "business" time`, `1 business day`. */
function spanWords({ span, calendar }: Condition, { always }: ForecastContext): string {
  if (always.has(calendar)) return `${formatSpan(span)} round the clock`;
  return span.unit === 'time' ? `${formatSpan(span)} of “${calendar}” time` : formatSpan(span);
}

function conditionWords(condition: Condition, below: number | undefined, context: ForecastContext): string {
  const span = spanWords(condition, context);
  switch (condition.kind) {
    case 'allSilent':
      return `${span} without an answer from level ${any(condition.levels)}`;
    case 'anySilent':
      return condition.levels.length === 1
        ? `${span} without an answer from level ${condition.levels[0]}`
        : `${span} in which one of the levels ${any(condition.levels)} has not answered`;
    case 'unsatisfied':
      return condition.since === 'opened'
        ? `${span} after the opening, unless the customer is satisfied`
        : `${span} after level ${below ?? 1} was contacted, unless the customer is satisfied`;
  }
}

function causeWords(cause: UnreachedCause): string {
  switch (cause.code) {
    case 'answered':
      return `it waits on the silence of level ${any(cause.levels)}, and there is an answer`;
    case 'unasked':
      return `it waits on the silence of level ${any(cause.levels)}, which nobody has asked`;
    case 'levelBelow':
      return `it counts from the contact of level ${cause.level}, which is never reached`;
    case 'requires':
      return `level ${any(cause.levels)} has to be contacted first`;
    case 'neverOpen':
      return `the calendar “${cause.calendar}” is not open for so long`;
    case 'noCondition':
      return 'the plan gives it no condition';
  }
}

const outOfRange = ({ at }: ForecastRefusals['forecast-instant-out-of-range']): string =>
  formatLocal(at, 'UTC', { year: true, zone: true });

export const forecast: ForecastWords = {
  refusals: {
    'forecast-track-unknown': ({ track, tracks, suggestion }) => ({
      message: `The plan has no track "${track}".`,
      advice: `${meant(suggestion)}There ${tracks.length === 1 ? 'is' : 'are'}: ${tracks.join(', ')}.`,
    }),
    'forecast-track-missing': ({ tracks }) => ({
      message: 'The plan has several tracks, and none was named.',
      advice: `Add "--track" and one of: ${tracks.join(', ')}.`,
    }),
    'forecast-level-unknown': ({ level, levels }) => ({
      message: `No step of this track leads to level ${level}.`,
      advice: `Its levels are: ${levels.join(', ')}.`,
    }),
    'forecast-answer-early': ({ level, at, openedAt, timeZone }) => ({
      message: `Level ${level} would answer ${formatLocal(at, timeZone, { year: true, zone: true })}, before the case is opened.`,
      advice: `Give an instant after ${formatLocal(openedAt, timeZone, { year: true, zone: true })}.`,
    }),
    'forecast-instant-out-of-range': (values) => ({
      message: `No calendar knows ${outOfRange(values)}.`,
      advice: 'Give a time between the years 1900 and 2200.',
    }),
    'forecast-answer-malformed': ({ value }) => ({
      message: `"${value}" does not say which level answers, and when.`,
      advice: 'Write a level, "@" and a time, as in --answered 1@2026-11-20T17:00.',
    }),
    'forecast-instant-malformed': ({ option, value }) => ({
      message: `"${option}" needs a time, and "${value}" is none.`,
      advice: LOCAL,
    }),
  },
  heading: ({ track, answers, openedAt }, context) => {
    const course =
      answers === 0
        ? 'nobody answers'
        : `only ${counted(answers, 'answer')} ${answers === 1 ? 'comes' : 'come'}`;
    return `${trackWords(track, context)}: opened ${when(openedAt, context)}, if ${course} and everybody moves as soon as they may.`;
  },
  rows: {
    opened: ({ level, means }, context) =>
      `The customer opens the case and asks ${levelWords(level, context)}${meansWords(means)}.`,
    move: ({ level, actor, means, automatic }, context) =>
      automatic
        ? `Ladder contacts ${levelWords(level, context)} in the customer’s name${meansWords(means)}.`
        : `${PartyWords(actor)} may contact ${levelWords(level, context)}${meansWords(means)}.`,
    answered: ({ level, by }, context) =>
      by === level
        ? `${capital(levelWords(level, context))} answers.`
        : `${capital(levelWords(by, context))} answers without having been contacted; it counts for level ${level}.`,
    warning: ({ level, actor, stepDueAt }, context) =>
      `${PartyWords(actor)} and the levels contacted hear that ${levelWords(level, context)} may be contacted from ${from(stepDueAt, context)}.`,
    promiseDue: ({ level, promise }, context) =>
      `${capital(levelWords(level, context))} promised to ${PROMISES[promise.kind](formatSpan(promise.span))}; that time is up.`,
    top: ({ level }, context) =>
      `${capital(levelWords(level, context))} is the top of the ladder: nobody is left above, and oversight sees the case.`,
  },
  condition: conditionWords,
  clock: ({ condition, from: start }, below, context) =>
    `${capital(conditionWords(condition, below, context))}: counted from ${when(start, context)}.`,
  unreached: ({ level, actor, causes }, context) =>
    `${capital(levelWords(level, context))} is never reached in this course, so ${partyWords(actor)} cannot contact it: ${causes.map(causeWords).join('; ')}.`,
  reach: ({ name, title, office, mobile, email }) => {
    const who = title === undefined || title === name ? name : `${name}, ${title}`;
    const ways = [office, mobile === undefined ? undefined : `mobile ${mobile}`, email];
    return [who, ...ways.filter((way) => way !== undefined)].join(' · ');
  },
  reachDirectory: (title) => `the customer’s own ${title}, where the directory names one; otherwise`,
  labels: { reach: 'Reach', why: 'Why', tries: 'Tries' },
  tried: ({ at, ...one }, { timeZone }) => `${formatLocal(at, timeZone)}: ${trying(one)}`,
  wouldTry: ({ level, ...one }) => `Ladder would try ${trying(one)}, for level ${level}.`,
  blocked: ({ file, blocking }) =>
    `${counted(blocking, 'finding')} would stop this plan from being published: type "ladder check ${file}".`,
};

const TRIED_BY = { email: 'mail', text: 'text', call: 'call' } as const;
const trying = ({ name, means }: { name: string; means: readonly (keyof typeof TRIED_BY)[] }): string =>
  `${name}, by ${listed(means.map((one) => TRIED_BY[one]))}`;
