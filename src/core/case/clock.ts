import type { Calendar } from '../calendar/compile-calendar.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { dueAfterPauses } from '../calendar/pauses.ts';
import type { Instant } from '../instant.ts';
import type { Condition, PromiseRule, Revision, TimeLimit, Track } from '../plan/revision/revision.ts';
import type { Acknowledgement, Answer, Ask, OpenState } from './state.ts';
import { countedStops, highestLevel } from './state.ts';

/** Where a clock runs from; `identity` names the start, whatever pauses and contests do to the instant. */
interface Start {
  readonly from: Instant;
  readonly identity: number;
}

/** A running clock's start after its stops, and the instant at which it reaches its span. */
interface Run {
  readonly start: Instant;
  readonly dueAt: Instant;
}

/** The calendar a limit runs on. The check of the plan has seen to it that the name exists. */
export function calendarOf(revision: Revision, name: string): Calendar {
  const rules = revision.calendars[name];
  if (!rules) throw new Error(`revision ${revision.number} has no calendar ${name}`);
  return compileCalendar(rules);
}

/** When a clock with this limit, running from `from` and standing still in the case's stops, is up. */
export const runOf = (
  state: OpenState,
  from: Instant,
  limit: TimeLimit,
  under: Revision = state.revision,
): Run | undefined =>
  dueAfterPauses(calendarOf(under, limit.calendar), from, limit.span, countedStops(state));

/** The start of the clock a condition waits on, or undefined while it does not run. */
export function startOf(state: OpenState, level: number, condition: Condition): Start | undefined {
  if (condition.kind === 'allSilent') return allSilentSince(state, condition.levels);
  if (condition.kind === 'anySilent') return anySilentSince(state, condition.levels);
  if (condition.since === 'opened') return { from: state.openedFrom, identity: 0 };
  const below = levelBelow(state.track, level);
  const contacted = state.contacted.find((one) => one.level === below);
  return contacted && { from: contacted.from, identity: contacted.ask };
}

/** The next lower level that has a step on the track. */
function levelBelow(track: Track, level: number): number | undefined {
  return track.steps.findLast((step) => step.level < level)?.level;
}

/**
 * The earliest ask to one of these levels that no response by any of them has followed. Only levels that have
 * been contacted are ever asked, so one that has not is left out by itself, here and below.
 */
function allSilentSince({ asks, answers }: OpenState, levels: readonly number[]): Start | undefined {
  return earliest(
    asks,
    (ask) =>
      ask.levels.some((level) => levels.includes(level)) &&
      !answers.some((answer) => levels.includes(answer.level) && answersAsk(answer, ask)),
  );
}

/** Level by level the earliest ask that this very level has not answered; of these the earliest. */
function anySilentSince(state: OpenState, levels: readonly number[]): Start | undefined {
  return earliest(state.asks, (ask) =>
    ask.levels.some((level) => levels.includes(level) && !isAnswered(state, ask, level)),
  );
}

const isAnswered = (state: OpenState, ask: Ask, level: number): boolean =>
  state.answers.some((answer) => answer.level === level && answersAsk(answer, ask));

/** A response follows an ask that came before it, or in the same millisecond and was learnt of first. */
const follows = (later: Answer | Acknowledgement, ask: Ask): boolean =>
  later.from > ask.from || (later.from === ask.from && later.order > ask.order);

const answersAsk = (answer: Answer, ask: Ask): boolean => answer.kind !== 'update' && follows(answer, ask);

function earliest(asks: readonly Ask[], counts: (ask: Ask) => boolean): Start | undefined {
  let first: Ask | undefined;
  for (const ask of asks) if ((!first || ask.from < first.from) && counts(ask)) first = ask;
  return first && { from: first.from, identity: first.number };
}

/**
 * Whether an acknowledgement still stands for its level at an instant: it came after every ask to the level, and
 * its time is not over; then notices begin again, and may be acknowledged again.
 */
export function isInForce(state: OpenState, taken: Acknowledgement, at: Instant): boolean {
  if (at >= taken.from + state.revision.acknowledgedForMs) return false;
  return state.asks.every((ask) => !ask.levels.includes(taken.level) || follows(taken, ask));
}

/** The earliest ask that nobody has answered at all. */
export const openAsk = (state: OpenState): Start | undefined =>
  earliest(state.asks, (ask) => !state.answers.some((answer) => answersAsk(answer, ask)));

/** The start a promise runs from now, or undefined while nothing is owed under it. */
export function promiseStart(state: OpenState, rule: PromiseRule): Start | undefined {
  const { level } = rule;
  const highest = highestLevel(state);
  if (level > highest) return undefined;
  switch (rule.kind) {
    case 'respondWithin':
      return earliest(state.asks, (ask) => ask.levels.includes(level) && !isAnswered(state, ask, level));
    case 'acknowledgeWithin':
      return earliest(
        state.asks,
        (ask) => ask.levels.includes(level) && !isAnswered(state, ask, level) && !isTaken(state, ask, level),
      );
    case 'updateEvery':
      return lastWord(state, level);
    case 'longestAtLevel': {
      const { from, ask } = state.contacted.at(-1)!;
      return highest > level ? undefined : { from, identity: ask };
    }
  }
}

/** The latest word of a level, an answer or news, by when it came and not by when it was handled. */
function lastWord({ answers }: OpenState, level: number): Start | undefined {
  let last: Answer | undefined;
  for (const answer of answers) {
    if (answer.level === level && (!last || answer.from >= last.from)) last = answer;
  }
  return last && { from: last.from, identity: last.number };
}

const isTaken = (state: OpenState, ask: Ask, level: number): boolean =>
  state.acknowledgements.some((taken) => taken.level === level && follows(taken, ask));
