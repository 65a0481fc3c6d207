import { dueAt as timeAfter } from '../calendar/due-at.ts';
import { openBetween } from '../calendar/open-between.ts';
import type { Instant } from '../instant.ts';
import { asInstant } from '../instant.ts';
import type { PromiseRule, Step } from '../plan/revision/revision.ts';
import { calendarOf, promiseStart, runOf, startOf } from './clock.ts';
import type { CaseEvent, ClockStart, EventType } from './event.ts';
import type { CaseState, OpenState } from './state.ts';
import { hasEnded, highestLevel, runningPause } from './state.ts';

/** An instant at which the case acts by itself, and on what. */
export type Deadline = { readonly dueAt: Instant; readonly level: number } & (
  | { readonly kind: 'promise'; readonly promise: PromiseRule; readonly start: number }
  | ({ readonly kind: 'warning'; readonly beforeMs: number; readonly stepDueAt: Instant } & ClockStart)
  | ({ readonly kind: 'step' } & ClockStart)
  | { readonly kind: 'pass' }
  | { readonly kind: 'pauseEnd' }
  | { readonly kind: 'reminder'; readonly reminder: number }
);

/** The order of what shares an instant: promises, warnings, steps by level, everything else. */
const ORDER: Readonly<Record<Deadline['kind'], number>> = {
  promise: 0,
  warning: 1,
  step: 2,
  pass: 3,
  pauseEnd: 4,
  reminder: 5,
};

export const byOrder = (a: Deadline, b: Deadline): number =>
  ORDER[a.kind] - ORDER[b.kind] || a.level - b.level;

/**
 * What was computed for the states seen last. A decision asks again and again for the two or three states it
 * passes through; a `WeakMap` of all of them cost the collector more than the computing.
 */
const RECENT = 4;
const recentStates = new Array<OpenState | undefined>(RECENT);
const recentDeadlines = new Array<readonly Deadline[] | undefined>(RECENT);
let recentNext = 0;

function recall(state: OpenState): readonly Deadline[] | undefined {
  for (let index = 0; index < RECENT; index++) {
    if (recentStates[index] === state) return recentDeadlines[index];
  }
  return undefined;
}

function remember(state: OpenState, found: readonly Deadline[]): readonly Deadline[] {
  recentStates[recentNext] = state;
  recentDeadlines[recentNext] = found;
  recentNext = (recentNext + 1) % RECENT;
  return found;
}

/**
 * Every deadline the case has now, earliest first. It depends on the state alone, so what was computed once
 * stays true until an event. A closed case has none, and a paused one only the end of the longest pause.
 */
export function deadlines(state: CaseState): readonly Deadline[] {
  if (state.status !== 'open') return [];
  return recall(state) ?? remember(state, sorted(compute(state)));
}

/** Events that no clock hears; as long as no proposal waits, for a word of the customer's ends its silence. */
const UNHEARD: ReadonlySet<EventType> = new Set([
  ...(['NoteAdded', 'FileAttached', 'CallRecorded', 'HandedOver', 'DeliveryRecorded'] as const),
  ...(['TrackProposed', 'RevisionProposed', 'PauseRequested', 'PauseRefused'] as const),
  ...(['WatcherAdded', 'WatcherRemoved', 'StandInNamed', 'StandInEnded'] as const),
  ...(['MeansLost', 'MeansRegained', 'ReachingEnded'] as const),
]);

/**
 * Keeps what was computed where an event changes no deadline, or ends just the one of a promise: a shortcut
 * that saves most of the work of a busy decision and changes no answer.
 */
export function carryDeadlines(before: OpenState, after: OpenState, event: CaseEvent): void {
  const computed = recall(before);
  if (!computed || before.proposal !== after.proposal) return;
  if (UNHEARD.has(event.type)) remember(after, computed);
  if (event.type !== 'PromiseKept' && event.type !== 'PromiseMissed' && event.type !== 'PromiseVoid') return;
  const { promise, start } = event;
  const isEnded = (one: Deadline): boolean =>
    one.kind === 'promise' && one.promise.id === promise && one.start === start;
  remember(
    after,
    computed.filter((one) => !isEnded(one)),
  );
}

/** By insertion: there are seldom ten, and this runs at every command. */
function sorted(found: Deadline[]): readonly Deadline[] {
  for (let index = 1; index < found.length; index++) {
    const one = found[index]!;
    let place = index;
    while (place > 0 && isAfter(found[place - 1]!, one)) {
      found[place] = found[place - 1]!;
      place--;
    }
    found[place] = one;
  }
  return found;
}

const isAfter = (a: Deadline, b: Deadline): boolean =>
  a.dueAt > b.dueAt || (a.dueAt === b.dueAt && byOrder(a, b) > 0);

function compute(state: OpenState): Deadline[] {
  if (runningPause(state)) return pauseEnd(state);
  const found: Deadline[] = [];
  addPromises(state, found);
  addSteps(state, found);
  addPasses(state, found);
  addReminder(state, found);
  return found;
}

function pauseEnd(state: OpenState): Deadline[] {
  const { pauses } = state.revision;
  const pause = runningPause(state);
  if (!pauses || !pause) return [];
  const dueAt = timeAfter(calendarOf(state.revision, pauses.calendar), pause.from, pauses.span);
  return dueAt === undefined ? [] : [{ kind: 'pauseEnd', level: 0, dueAt }];
}

function addPromises(state: OpenState, found: Deadline[]): void {
  for (const promise of state.track.promises) {
    const start = promiseStart(state, promise);
    if (!start || hasEnded(state, promise.id, start.identity)) continue;
    const run = runOf(state, start.from, promise);
    if (run) {
      found.push({ kind: 'promise', level: promise.level, dueAt: run.dueAt, promise, start: start.identity });
    }
  }
}

function addSteps(state: OpenState, found: Deadline[]): void {
  const reached = highestLevel(state);
  for (const step of state.track.steps) {
    if (step.level <= reached || !requirementsMet(state, step)) continue;
    const due = state.due.find((one) => one.level === step.level);
    if (due && !due.declined) continue;
    const first = earliestRun(state, step);
    if (!first) continue;
    const { dueAt, condition, start } = first;
    found.push({ kind: 'step', level: step.level, dueAt, condition, start });
    addWarnings(state, step, first, found);
  }
}

/** Whether every level that the step requires has been contacted. */
export const requirementsMet = (state: OpenState, step: Step): boolean =>
  step.requires.every((level) => state.contacted.some((one) => one.level === level));

function isSpent({ spent, track }: OpenState, level: number, condition: number, start: number): boolean {
  for (const one of spent) {
    if (one.start !== start || one.condition !== condition) continue;
    if (one.level === level && one.track === track.id) return true;
  }
  return false;
}

type FirstRun = ClockStart & { readonly dueAt: Instant; readonly runsFrom: Instant };

function earliestRun(state: OpenState, step: Step): FirstRun | undefined {
  let first: FirstRun | undefined;
  for (let index = 0; index < step.when.length; index++) {
    const condition = step.when[index]!;
    const start = startOf(state, step.level, condition);
    if (!start) continue;
    if (isSpent(state, step.level, index, start.identity)) continue;
    const run = runOf(state, start.from, condition);
    if (run && (!first || run.dueAt < first.dueAt)) {
      first = { dueAt: run.dueAt, runsFrom: run.start, condition: index, start: start.identity };
    }
  }
  return first;
}

/** What tells one warning from another: a pause moves its instant, not its name. */
export const warningKey = (track: string, level: number, { condition, start }: ClockStart): string =>
  `${track}/${level}/${condition}/${start}`;

function addWarnings(state: OpenState, step: Step, run: FirstRun, found: Deadline[]): void {
  const given = state.warned[warningKey(state.track.id, step.level, run)];
  for (const beforeMs of step.warnMs) {
    const dueAt = asInstant(run.dueAt - beforeMs);
    if (dueAt <= run.runsFrom || (given !== undefined && beforeMs >= given)) continue;
    const { condition, start } = run;
    found.push({
      kind: 'warning',
      level: step.level,
      dueAt,
      beforeMs,
      stepDueAt: run.dueAt,
      condition,
      start,
    });
  }
}

function addPasses(state: OpenState, found: Deadline[]): void {
  for (const due of state.due) {
    const step = state.track.steps.find((one) => one.level === due.level);
    if (!step?.ifNotTaken || due.declined || due.passed) continue;
    const run = runOf(state, due.dueAt, step.ifNotTaken);
    if (run) found.push({ kind: 'pass', level: due.level, dueAt: run.dueAt });
  }
}

export const REMINDERS = 3;

/** When the customer's silence after a proposal lets oversight close, or undefined where the plan has no such rule. */
export function silenceRun(
  state: OpenState,
): { readonly start: Instant; readonly dueAt: Instant } | undefined {
  const limit = state.revision.closeWhenSilentFor;
  return limit && state.proposal ? runOf(state, state.proposal.from, limit) : undefined;
}

function addReminder(state: OpenState, found: Deadline[]): void {
  const limit = state.revision.closeWhenSilentFor;
  const reminder = (state.proposal?.reminders ?? REMINDERS) + 1;
  const run = silenceRun(state);
  if (!limit || !run || reminder > REMINDERS) return;
  const calendar = calendarOf(state.revision, limit.calendar);
  const quarter = openBetween(calendar, run.start, run.dueAt) / (REMINDERS + 1);
  const ms = Math.max(1, Math.round(quarter * reminder));
  const dueAt = timeAfter(calendar, run.start, { unit: 'time', ms });
  if (dueAt !== undefined) found.push({ kind: 'reminder', level: 0, dueAt, reminder });
}
