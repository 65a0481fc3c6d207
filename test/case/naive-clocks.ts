import type { Party } from '../../src/core/plan/format/schema-values.ts';
import type { Step, TimeLimit } from '../../src/core/plan/revision/revision.ts';
import { afterOpen, type Minute, openMinutes, overWithStops, spanOver } from './naive-calendar.ts';
import {
  type Answer,
  answerAt,
  highest,
  isContacted,
  type Memory,
  pauseNow,
  promiseStart,
  type RunningPromise,
  startOf,
  stepTo,
  stopsOf,
  trackOf,
} from './naive-state.ts';

/** Something that will happen at `reachedAt` unless something changes first. */
export type Coming = { readonly reachedAt: Minute } & (
  | ({ readonly kind: 'promise' } & RunningPromise)
  | { readonly kind: 'warning'; readonly deadline: StepDeadline; readonly beforeMs: number }
  | { readonly kind: 'step'; readonly deadline: StepDeadline }
  | { readonly kind: 'pass'; readonly level: number; readonly to: Party }
  | { readonly kind: 'pauseEnd'; readonly pause: number }
  | { readonly kind: 'reminder'; readonly reminder: number; readonly key: string }
);

/** When a step falls due, and by which condition and start. */
export interface StepDeadline {
  readonly step: Step;
  readonly condition: number;
  readonly start: number;
  /** Where the clock starts after all stops. */
  readonly runsFrom: Minute;
  readonly dueAt: Minute;
}

/** Promises first, then warnings, then steps by level, then the rest. */
const RANKS = ['promise', 'warning', 'step', 'pass', 'pauseEnd', 'reminder'] as const;

/** Everything that will happen if nothing is done. */
export function whatComes(memory: Memory): readonly Coming[] {
  if (memory.closed) return [];
  const pause = pauseNow(memory);
  if (pause) {
    const limit = memory.revision.pauses;
    if (!limit) return [];
    return [
      {
        kind: 'pauseEnd',
        pause: pause.number,
        reachedAt: spanOver(rules(memory, limit), pause.from, limit.span),
      },
    ];
  }
  const steps = trackOf(memory).steps.flatMap((step) => stepDeadline(memory, step) ?? []);
  return [
    ...promises(memory),
    ...steps.flatMap((deadline) => warnings(memory, deadline)),
    ...steps.map((deadline) => ({ kind: 'step' as const, deadline, reachedAt: deadline.dueAt })),
    ...passes(memory),
    ...reminders(memory),
  ];
}

/** Of all that has been reached by `now`, what is to happen first. */
export function firstReached(coming: readonly Coming[], now: Minute): Coming | undefined {
  let first: Coming | undefined;
  for (const one of coming) {
    if (one.reachedAt > now) continue;
    // A step that is about to fall due needs no warning any more.
    if (one.kind === 'warning' && one.deadline.dueAt <= now) continue;
    if (!first || comesBefore(one, first)) first = one;
  }
  return first;
}

function comesBefore(one: Coming, other: Coming): boolean {
  const ranks = RANKS.indexOf(one.kind) - RANKS.indexOf(other.kind);
  if (ranks !== 0) return ranks < 0;
  if (one.kind === 'step' && other.kind === 'step')
    return one.deadline.step.level < other.deadline.step.level;
  // Of several warnings of one step the nearest to its deadline counts.
  if (one.kind === 'warning' && other.kind === 'warning') return one.reachedAt > other.reachedAt;
  return one.reachedAt < other.reachedAt;
}

/** None while the step is due, contacted, passed by, or a level it requires has not been contacted. */
function stepDeadline(memory: Memory, step: Step): StepDeadline | undefined {
  if (step.level <= highest(memory) || memory.due.some((due) => due.level === step.level)) return undefined;
  if (step.requires.some((level) => !isContacted(memory, level))) return undefined;
  let first: StepDeadline | undefined;
  for (const [condition, limit] of step.when.entries()) {
    const start = startOf(memory, step.level, limit);
    if (!start || memory.spent.has(stepKey(memory.track, step.level, condition, start.number))) continue;
    const clock = overWithStops(rules(memory, limit), start.at, limit.span, stopsOf(memory));
    if (first && first.dueAt <= clock.end) continue;
    first = { step, condition, start: start.number, runsFrom: clock.start, dueAt: clock.end };
  }
  return first;
}

export const stepKey = (track: string, level: number, condition: number, start: number): string =>
  `step ${track} ${level} ${condition} ${start}`;

export const warningKey = (
  track: string,
  { step, condition, start }: StepDeadline,
  beforeMs: number,
): string => `warning ${track} ${step.level} ${condition} ${start} ${beforeMs}`;

function warnings(memory: Memory, deadline: StepDeadline): Coming[] {
  return deadline.step.warnMs
    .filter((beforeMs) => !memory.spent.has(warningKey(memory.track, deadline, beforeMs)))
    .map((beforeMs) => ({
      kind: 'warning' as const,
      deadline,
      beforeMs,
      reachedAt: deadline.dueAt - beforeMs / 60_000,
    }))
    .filter((warning) => warning.reachedAt > deadline.runsFrom);
}

function promises(memory: Memory): Coming[] {
  return trackOf(memory).promises.flatMap((rule) => {
    const start = promiseStart(memory, rule);
    if (!start) return [];
    const clock = overWithStops(rules(memory, rule), start.at, rule.span, stopsOf(memory));
    return [{ kind: 'promise' as const, rule, start: start.number, reachedAt: clock.end }];
  });
}

/** The promises that run now, whether or not a pause holds them. */
export function runningPromises(memory: Memory): readonly RunningPromise[] {
  return trackOf(memory).promises.flatMap((rule) => {
    const start = promiseStart(memory, rule);
    return start ? [{ rule, start: start.number }] : [];
  });
}

function passes(memory: Memory): Coming[] {
  return memory.due.flatMap((due) => {
    const limit = stepTo(memory, due.level)?.ifNotTaken;
    if (!limit || due.passedTo) return [];
    const clock = overWithStops(rules(memory, limit), due.dueAt, limit.span, stopsOf(memory));
    return [{ kind: 'pass' as const, level: due.level, to: limit.to, reachedAt: clock.end }];
  });
}

/** When the customer's silence after a proposal will have lasted, and from when it runs; undefined while it does not. */
export function silence(memory: Memory) {
  const limit = memory.revision.closeWhenSilentFor;
  const proposal = silentProposal(memory);
  if (!limit || !proposal) return undefined;
  const clock = overWithStops(rules(memory, limit), answerAt(proposal), limit.span, stopsOf(memory));
  return { ...clock, proposal: proposal.number, rules: rules(memory, limit) };
}

/** The last proposal after which the customer has said nothing. */
export function silentProposal(memory: Memory): Answer | undefined {
  const proposals = memory.answers.filter((answer) => answer.kind === 'proposal' && !answer.dropped);
  const last = proposals.at(-1);
  if (!last) return undefined;
  const at = answerAt(last);
  const spoke = memory.words.some((word) => word.at > at || (word.at === at && word.order > last.order));
  return spoke ? undefined : last;
}

export const reminderKey = (proposal: number, reminder: number): string => `reminder ${proposal} ${reminder}`;

function reminders(memory: Memory): Coming[] {
  const clock = silence(memory);
  if (!clock) return [];
  const open = openMinutes(clock.rules, clock.start, clock.end);
  return [1, 2, 3]
    .map((reminder) => ({
      kind: 'reminder' as const,
      reminder,
      key: reminderKey(clock.proposal, reminder),
      reachedAt: afterOpen(clock.rules, clock.start, (open * reminder) / 4),
    }))
    .filter(({ key }) => !memory.spent.has(key));
}

const rules = (memory: Memory, limit: TimeLimit) => memory.revision.calendars[limit.calendar]!;
