import type { Command } from '../../src/core/case/command.ts';
import type { Minute } from './naive-calendar.ts';
import {
  type Coming,
  firstReached,
  type StepDeadline,
  stepKey,
  warningKey,
  whatComes,
} from './naive-clocks.ts';
import { handlers } from './naive-commands.ts';
import { type Due, type Memory, promiseKey } from './naive-state.ts';
import {
  change,
  endPause,
  type Happening,
  No,
  note,
  onStep,
  spend,
  type Telling,
  type Time,
  takeAutomatically,
  toInstant,
  Unsure,
} from './naive-telling.ts';

/** `unsure`: the rules do not say, and nobody may be held to an answer. */
export type Reply =
  | { readonly verdict: 'accepted'; readonly memory: Memory; readonly news: readonly Happening[] }
  | { readonly verdict: 'refused' | 'unsure'; readonly because: string };

const TICK = 0.25;

/**
 * What one more command makes of a case: first all that time has brought until then, minute by minute, then the
 * command, then what it has put into the past. `undefined` is the case before it was opened.
 */
export function tell(before: Memory | undefined, command: Command): Reply {
  const at = command.at / 60_000;
  const occurredAt = command.occurredAt / 60_000;
  const telling = { memory: before!, command, at, occurredAt, news: [] };
  try {
    if (before) walk(telling);
    else if (command.type !== 'open') throw new No('not opened');
    (handlers[command.type] as (telling: Telling, command: Command) => void)(telling, command);
    countAsWord(telling);
    settle(telling);
  } catch (error) {
    if (error instanceof No) return { verdict: 'refused', because: error.message };
    if (error instanceof Unsure) return { verdict: 'unsure', because: error.message };
    throw error;
  }
  return { verdict: 'accepted', memory: telling.memory, news: telling.news };
}

/** Lets time pass tick by tick until the command occurred. */
function walk(telling: Telling): void {
  let coming = whatComes(telling.memory);
  let first = soonestOf(coming);
  for (let now = telling.memory.walkedUntil; now <= telling.occurredAt; now += TICK) {
    if (first > now) continue;
    for (let next = firstReached(coming, now); next; next = firstReached(coming, now)) {
      happen(telling, next, now, telling.at - now);
      coming = whatComes(telling.memory);
    }
    first = soonestOf(coming);
  }
}

/** The instant of whatever comes first; never, where nothing will. */
export const soonest = (memory: Memory): Minute => soonestOf(whatComes(memory));

const soonestOf = (coming: readonly Coming[]): Minute => Math.min(...coming.map((one) => one.reachedAt));

/** What the command itself has put into the past happens now, and late by nothing. */
function settle(telling: Telling): void {
  takeAutomatically(telling, telling.occurredAt);
  const next = () => firstReached(whatComes(telling.memory), telling.occurredAt);
  for (let one = next(); one; one = next()) happen(telling, one, telling.occurredAt, 0);
  telling.memory = { ...telling.memory, walkedUntil: telling.occurredAt };
}

/** What Ladder itself says of a case is nobody's word. */
const OF_LADDER: ReadonlySet<Command['type']> = new Set([
  ...(['deadlineDue', 'deliveryResult', 'noteMeans', 'endReaching'] as const),
]);

/** Any word of the customer ends a silence. */
function countAsWord(telling: Telling): void {
  const { command, memory } = telling;
  if (command.actor !== 'customer') return;
  if (OF_LADDER.has(command.type)) return;
  telling.memory = {
    ...memory,
    order: memory.order + 1,
    words: [...memory.words, { at: telling.occurredAt, order: memory.order + 1 }],
  };
}

/** One thing comes to pass at `now`; it may have been reached before, where something put it into the past. */
function happen(telling: Telling, one: Coming, now: Minute, late: Minute): void {
  const time = {
    dueAt: toInstant(now),
    latenessMs: late * 60_000,
    ...(one.reachedAt === now ? {} : { computedDueAt: toInstant(one.reachedAt) }),
  };
  switch (one.kind) {
    case 'promise':
      spend(telling, [promiseKey(one.rule, one.start)]);
      note(telling, 'PromiseMissed', now, {
        promise: one.rule.id,
        level: one.rule.level,
        start: one.start,
        ...time,
      });
      break;
    case 'warning':
      warn(telling, one, now, time);
      break;
    case 'step':
      fallDue(telling, one.deadline, now, time);
      break;
    case 'pass':
      change(telling, now, { due: withDue(telling.memory, one.level, { passedTo: one.to }) });
      note(telling, 'StepPassed', now, { level: one.level, to: one.to, ...time });
      break;
    case 'pauseEnd':
      endPause(telling, now, time);
      break;
    case 'reminder':
      spend(telling, [one.key]);
      note(telling, 'CustomerReminded', now, { reminder: one.reminder, ...time });
      break;
  }
  takeAutomatically(telling, now);
}

/** The warning is given once, and those further from the deadline that have been passed over never. */
function warn(telling: Telling, one: Coming & { kind: 'warning' }, now: Minute, time: Time): void {
  const { deadline, beforeMs } = one;
  const over = deadline.step.warnMs.filter((ms) => deadline.dueAt - ms / 60_000 <= now);
  spend(
    telling,
    over.map((ms) => warningKey(telling.memory.track, deadline, ms)),
  );
  note(telling, 'StepWarned', now, {
    ...onStep(telling, deadline.step.level),
    condition: deadline.condition,
    start: deadline.start,
    beforeMs,
    stepDueAt: toInstant(deadline.dueAt),
    ...time,
  });
}

function fallDue(telling: Telling, deadline: StepDeadline, now: Minute, time: Time): void {
  const { step, condition, start } = deadline;
  const { memory } = telling;
  const due: Due = {
    level: step.level,
    track: memory.track,
    step,
    condition: step.when[condition]!,
    dueAt: now,
    passedTo: undefined,
  };
  spend(telling, [stepKey(memory.track, step.level, condition, start)]);
  change(telling, now, {
    due: [...memory.due, due],
    declined: memory.declined.filter((other) => other.level !== step.level),
  });
  const conditionKind = due.condition.kind;
  note(telling, 'StepFellDue', now, {
    ...onStep(telling, step.level),
    condition,
    start,
    conditionKind,
    ...time,
  });
}

const withDue = (memory: Memory, level: number, patch: Partial<Due>): readonly Due[] =>
  memory.due.map((due) => (due.level === level ? { ...due, ...patch } : due));
