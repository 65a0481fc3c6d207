import type { Party } from '../../src/core/plan/format/schema-values.ts';
import type { Condition, PromiseRule, Revision, Step, Track } from '../../src/core/plan/revision/revision.ts';
import type { Minute, Stop } from './naive-calendar.ts';

/** Something the customer's side wants answered, with everything ever said about when. */
export interface Ask {
  readonly levels: readonly number[];
  readonly occurredAt: Minute;
  readonly statedAt: Minute | undefined;
  readonly contest: 'none' | 'open' | 'upheld' | 'dismissed';
  /** Asks of before a reopening count no more. */
  readonly dropped: boolean;
  /** Counts everything handled, so that of two things at one instant it is known which came later. */
  readonly order: number;
}

export interface Answer {
  readonly number: number;
  readonly kind: 'response' | 'proposal' | 'update';
  readonly level: number;
  readonly occurredAt: Minute;
  readonly statedAt: Minute | undefined;
  readonly confirmed: boolean;
  readonly dropped: boolean;
  readonly order: number;
}

/** An instant and its place in the order of handling. */
interface Mark {
  readonly at: Minute;
  readonly order: number;
}

export interface Due {
  readonly level: number;
  readonly track: string;
  /** The step as it was when it fell due, for whoever asks by which clock. */
  readonly step: Step;
  readonly condition: Condition;
  readonly dueAt: Minute;
  readonly passedTo: Party | undefined;
}

interface PauseRecord {
  readonly number: number;
  readonly reason: string;
  readonly from: Minute;
  readonly until: Minute | undefined;
  readonly contest: 'none' | 'open' | 'upheld' | 'dismissed';
}

export interface RunningPromise {
  readonly rule: PromiseRule;
  readonly start: number;
}

/** Everything the naive model remembers; records are replaced, never changed. */
export interface Memory {
  readonly revision: Revision;
  readonly track: string;
  readonly directory: Readonly<Record<string, string>>;
  readonly automatic: boolean | undefined;
  /** Minutes up to here have been walked. */
  readonly walkedUntil: Minute;
  readonly order: number;
  /** `asks[0]` is the opening. */
  readonly asks: readonly Ask[];
  readonly answers: readonly Answer[];
  readonly acknowledgements: readonly (Mark & { readonly level: number; readonly by: string })[];
  /** The customer's words: any of them ends a silence. */
  readonly words: readonly Mark[];
  readonly contacts: readonly { readonly level: number; readonly ask: number }[];
  readonly due: readonly Due[];
  readonly declined: readonly Due[];
  readonly pauses: readonly PauseRecord[];
  readonly pauseRequest: string | undefined;
  readonly closedTimes: readonly Stop[];
  readonly closed: { readonly at: Minute; readonly before: Memory | undefined } | undefined;
  /** Starts of clocks that have made their step due, warnings given, promises ended, reminders sent. */
  readonly spent: ReadonlySet<string>;
  readonly running: readonly RunningPromise[];
  readonly reporter: string;
  readonly watchers: readonly string[];
  readonly standIn: { readonly person: string; readonly endsAt: Minute | undefined } | undefined;
  readonly files: number;
}

/** What a clock counts from, and which start that is. */
interface Start {
  readonly at: Minute;
  readonly number: number;
}

export const trackOf = (memory: Memory): Track => memory.revision.tracks[memory.track]!;
export const stepTo = (memory: Memory, level: number): Step | undefined =>
  trackOf(memory).steps.find((step) => step.level === level);
export const isContacted = (memory: Memory, level: number): boolean =>
  memory.contacts.some((contact) => contact.level === level);
export const highest = (memory: Memory): number =>
  Math.max(...memory.contacts.map((contact) => contact.level));
export const pauseNow = (memory: Memory): PauseRecord | undefined =>
  memory.pauses.find((pause) => pause.until === undefined);

const askAt = (ask: Ask): Minute =>
  ask.contest === 'upheld' ? ask.occurredAt : (ask.statedAt ?? ask.occurredAt);
export const openedAt = (memory: Memory): Minute => askAt(memory.asks[0]!);
const contactAt = (memory: Memory, level: number): Start | undefined => {
  const contact = memory.contacts.find((known) => known.level === level);
  return contact && { at: askAt(memory.asks[contact.ask]!), number: contact.ask };
};
export const answerAt = (answer: Answer): Minute =>
  answer.confirmed ? (answer.statedAt ?? answer.occurredAt) : answer.occurredAt;

/** What comes after `ask`: later, or in the same minute and handled after it. */
const isAfter = (ask: Ask, at: Minute, order: number): boolean =>
  at > askAt(ask) || (at === askAt(ask) && order > ask.order);

/** The pauses, but for those whose contest was upheld, and the times closed, in order. */
export function stopsOf(memory: Memory): readonly Stop[] {
  const pauses = memory.pauses.flatMap((pause) =>
    pause.contest === 'upheld' || pause.until === undefined ? [] : [{ from: pause.from, until: pause.until }],
  );
  return [...pauses, ...memory.closedTimes].sort((a, b) => a.from - b.from);
}

/** The earliest ask to a level of `levels` that nothing has answered, by whatever counts as an answer. */
export function firstUnanswered(
  memory: Memory,
  levels: readonly number[],
  isAnswered: (ask: Ask) => boolean,
): Start | undefined {
  let first: Start | undefined;
  for (const [number, ask] of memory.asks.entries()) {
    if (ask.dropped || !ask.levels.some((level) => levels.includes(level)) || isAnswered(ask)) continue;
    if (!first || askAt(ask) < first.at) first = { at: askAt(ask), number };
  }
  return first;
}

/** Whether one of `levels` has responded after the ask. */
export const hasResponded =
  (memory: Memory, levels: readonly number[]) =>
  (ask: Ask): boolean =>
    memory.answers.some(
      (answer) =>
        answer.kind !== 'update' &&
        !answer.dropped &&
        levels.includes(answer.level) &&
        isAfter(ask, answerAt(answer), answer.order),
    );

/** Whether a level has acknowledged after the ask. */
export const hasAcknowledged =
  (memory: Memory, level: number) =>
  (ask: Ask): boolean =>
    memory.acknowledgements.some((mark) => mark.level === level && isAfter(ask, mark.at, mark.order));

/** Where the clock of a condition of the step to `level` started; undefined where it does not run. */
export function startOf(memory: Memory, level: number, condition: Condition): Start | undefined {
  if (condition.kind === 'unsatisfied') {
    if (condition.since === 'opened') return { at: openedAt(memory), number: 0 };
    const below = trackOf(memory).steps.filter((step) => step.level < level);
    return below.length === 0 ? undefined : contactAt(memory, Math.max(...below.map((step) => step.level)));
  }
  const levels = condition.levels.filter((wanted) => isContacted(memory, wanted));
  if (condition.kind === 'allSilent') {
    return firstUnanswered(memory, levels, hasResponded(memory, condition.levels));
  }
  const starts = levels.map((one) => firstUnanswered(memory, [one], hasResponded(memory, [one])));
  return earliest(starts);
}

function earliest(starts: readonly (Start | undefined)[]): Start | undefined {
  let first: Start | undefined;
  for (const start of starts) {
    if (start && (!first || start.at < first.at || (start.at === first.at && start.number < first.number))) {
      first = start;
    }
  }
  return first;
}

/** The start of a promise that runs now; undefined where none does, or that start has ended already. */
export function promiseStart(memory: Memory, rule: PromiseRule): Start | undefined {
  const { level } = rule;
  if (memory.closed || !isContacted(memory, level)) return undefined;
  const start = anyPromiseStart(memory, rule);
  return start && !memory.spent.has(promiseKey(rule, start.number)) ? start : undefined;
}

export const promiseKey = (rule: PromiseRule, start: number): string => `promise ${rule.id} ${start}`;

function anyPromiseStart(memory: Memory, { kind, level }: PromiseRule): Start | undefined {
  const responded = hasResponded(memory, [level]);
  const acknowledged = hasAcknowledged(memory, level);
  switch (kind) {
    case 'acknowledgeWithin':
      return firstUnanswered(memory, [level], (ask) => responded(ask) || acknowledged(ask));
    case 'respondWithin':
      return firstUnanswered(memory, [level], responded);
    case 'updateEvery': {
      const last = lastWord(memory, level);
      return last && { at: answerAt(last), number: last.number };
    }
    case 'longestAtLevel':
      return highest(memory) > level ? undefined : contactAt(memory, level);
  }
}

/** The last response or update of a level. */
export function lastWord(memory: Memory, level: number): Answer | undefined {
  return memory.answers
    .filter((answer) => answer.level === level && !answer.dropped)
    .sort((a, b) => answerAt(a) - answerAt(b) || a.order - b.order)
    .at(-1);
}
