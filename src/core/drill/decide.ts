import type { EventBase } from '../case/event.ts';
import { asInstant, type Instant } from '../instant.ts';
import type { DrillEvent, DrillEvery, SkippedBecause } from './event.ts';
import {
  ASKED_MAX,
  atOnce,
  isAnswerTime,
  isTooFar,
  type OtherDrill,
  PLANNED_MAX,
  tooNear,
} from './limits.ts';
import { type DrillState, evolveDrill, type LiveDrill } from './state.ts';

/** What is known beside a drill at the instant it is decided: found out by whoever asks, for the core looks nothing up. */
export interface DrillFacts {
  /** Levels of the plan in force; none where there is none. */
  readonly levels: readonly number[];
  /** Whom the level would reach at this instant. */
  readonly people: readonly string[];
  readonly others: readonly OtherDrill[];
}

interface Payloads {
  plan: {
    readonly level: number;
    /** Undefined: now. */
    readonly startAt: Instant | undefined;
    readonly answerWithinMs: number;
    readonly every?: DrillEvery | undefined;
    /** Of one that comes again: when the first began. Whether it may begin is asked when it is to. */
    readonly anchorAt?: Instant | undefined;
    readonly facts: DrillFacts;
  };
  /** The facts are there where it is to begin. */
  deadlineDue: { readonly facts?: DrillFacts | undefined };
  answer: Record<never, never>;
  stop: Record<never, never>;
  noticeFailed: { readonly whom: string; readonly delivery: string };
}

export type DrillCommand = {
  [T in keyof Payloads]: { readonly type: T } & EventBase & Payloads[T];
}[keyof Payloads];

/** Every no about a drill, with the values its sentence names. */
export interface DrillRefusals {
  'drill-unknown': Record<never, never>;
  'drill-level-unknown': { readonly level: number };
  'drill-time-unknown': Record<never, never>;
  'drill-start-past': Record<never, never>;
  'drill-start-far': Record<never, never>;
  'drill-another': { readonly at: Instant };
  'drill-too-soon': { readonly level: number; readonly at: Instant };
  'drill-too-many': { readonly max: number };
  'drill-nobody': { readonly level: number };
  'drill-too-large': { readonly count: number; readonly max: number };
  'drill-over': Record<never, never>;
  'drill-not-asked': Record<never, never>;
}

export type DrillRefusal = {
  [C in keyof DrillRefusals]: { readonly code: C; readonly values: DrillRefusals[C] };
}[keyof DrillRefusals];

type DrillDecision =
  | { readonly accepted: true; readonly events: readonly DrillEvent[]; readonly state: DrillState }
  | { readonly accepted: false; readonly refusal: DrillRefusal };

const no = <C extends keyof DrillRefusals>(code: C, values: DrillRefusals[C]): DrillRefusal =>
  ({ code, values }) as DrillRefusal;

/**
 * What a command makes of a drill. First it ends, where it is over by then; then it is decided.
 *
 * It cannot pester: of one level none begins within seven days of another, and never do two run at once. That is asked
 * when one is planned, and again when it is to begin; one that may not begin then is skipped, and those who plan hear why.
 */
export function decideDrill(state: DrillState, command: DrillCommand): DrillDecision {
  const over = overBy(state, command);
  const told = decided(over.reduce(evolveDrill, state), command);
  if ('code' in told) return { accepted: false, refusal: told };
  const before = [...over, ...told];
  const events = [...before, ...allAnswered(before.reduce(evolveDrill, state), command)];
  return { accepted: true, events, state: events.reduce(evolveDrill, state) };
}

function overBy(state: DrillState, { at, occurredAt }: DrillCommand): readonly DrillEvent[] {
  if (state.status !== 'running' || state.endAt === undefined || state.endAt > occurredAt) return [];
  const dueAt = state.endAt;
  const base = { at, occurredAt: dueAt, actor: 'contractor', by: 'ladder' } as const;
  return [{ type: 'DrillEnded', ...base, dueAt, latenessMs: at - dueAt }];
}

/** Nobody is waited for any more. */
function allAnswered(state: DrillState, { at, occurredAt }: DrillCommand): readonly DrillEvent[] {
  if (state.status !== 'running' || state.people.some(({ afterMs }) => afterMs === undefined)) return [];
  return [{ type: 'DrillEnded', at, occurredAt, actor: 'contractor', by: 'ladder' }];
}

type Of<T extends DrillCommand['type']> = Extract<DrillCommand, { type: T }>;

function decided(state: DrillState, command: DrillCommand): readonly DrillEvent[] | DrillRefusal {
  const { at, occurredAt, actor, by, over } = command;
  const base = { at, occurredAt, actor, by, ...(over !== undefined && { over }) };
  if (command.type === 'plan') return plan(command, base);
  if (state.status === 'none') return no('drill-unknown', {});
  switch (command.type) {
    case 'deadlineDue':
      return begun(state, command);
    case 'answer':
      return answer(state, base);
    case 'stop':
      return state.status === 'planned' || state.status === 'running'
        ? [{ type: 'DrillStopped', ...base }]
        : no('drill-over', {});
    case 'noticeFailed': {
      const { whom, delivery } = command;
      return [{ type: 'NoticeFailed', ...base, whom, delivery }];
    }
  }
}

function plan(command: Of<'plan'>, base: EventBase): readonly DrillEvent[] | DrillRefusal {
  const { level, answerWithinMs, every, anchorAt, facts, at } = command;
  const startAt = command.startAt ?? at;
  const refusal = anchorAt === undefined ? whyNotPlanned(command, startAt) : undefined;
  if (refusal) return refusal;
  const said = { level, startAt, answerWithinMs, ...(every !== undefined && { every }) };
  const planned = { type: 'DrillPlanned', ...base, ...said, anchorAt: anchorAt ?? startAt } as const;
  if (command.startAt !== undefined) return [planned];
  return [planned, beginning({ startAt, answerWithinMs }, facts, base)];
}

function whyNotPlanned(command: Of<'plan'>, startAt: Instant): DrillRefusal | undefined {
  const { level, answerWithinMs, facts, at } = command;
  const { levels, others } = facts;
  if (!levels.includes(level)) return no('drill-level-unknown', { level });
  if (!isAnswerTime(answerWithinMs)) return no('drill-time-unknown', {});
  if (startAt < at) return no('drill-start-past', {});
  if (isTooFar(startAt, at)) return no('drill-start-far', {});
  if (others.filter(({ status }) => status === 'planned').length >= PLANNED_MAX)
    return no('drill-too-many', { max: PLANNED_MAX });
  const same = atOnce(others, startAt, answerWithinMs);
  if (same) return no('drill-another', { at: same.startAt });
  const near = tooNear(others, level, startAt);
  if (near) return no('drill-too-soon', { level, at: near.startAt });
  return command.startAt === undefined ? whyNotAsked(level, facts) : undefined;
}

function whyNotAsked(level: number, { people: { length: count } }: DrillFacts): DrillRefusal | undefined {
  if (count === 0) return no('drill-nobody', { level });
  return count > ASKED_MAX ? no('drill-too-large', { count, max: ASKED_MAX }) : undefined;
}

type Starting = Pick<LiveDrill, 'startAt' | 'answerWithinMs'>;

/** Those who are asked have their time from when it really begins. */
const beginning = (
  { startAt, answerWithinMs }: Starting,
  { people }: DrillFacts,
  base: EventBase,
): DrillEvent => ({
  ...{ type: 'DrillBegun', ...base, people, endAt: asInstant(base.at + answerWithinMs) },
  ...{ dueAt: startAt, latenessMs: base.at - startAt },
});

/** A planned one begins at its instant, or is skipped where it may not. */
function begun(state: LiveDrill, { at, facts }: Of<'deadlineDue'>): readonly DrillEvent[] {
  if (state.status !== 'planned' || state.startAt > at || !facts) return [];
  const base = { at, occurredAt: state.startAt, actor: 'contractor', by: 'ladder' } as const;
  const because = whyNotBegun(state, facts, at);
  if (because === undefined) return [beginning(state, facts, base)];
  return [{ type: 'DrillSkipped', ...base, because, dueAt: state.startAt, latenessMs: at - state.startAt }];
}

function whyNotBegun({ level }: LiveDrill, facts: DrillFacts, at: Instant): SkippedBecause | undefined {
  const others = facts.others.filter(({ status }) => status !== 'planned');
  if (others.some(({ status }) => status === 'running')) return 'another';
  if (tooNear(others, level, at)) return 'tooSoon';
  if (facts.people.length === 0) return 'nobody';
  return facts.people.length > ASKED_MAX ? 'tooLarge' : undefined;
}

/** Said twice it changes nothing. */
function answer(state: LiveDrill, base: EventBase): readonly DrillEvent[] | DrillRefusal {
  const asked = state.people.find(({ person }) => person === base.by);
  if (!asked || state.begunAt === undefined) return no('drill-not-asked', {});
  if (asked.afterMs !== undefined) return [];
  if (state.status !== 'running') return no('drill-over', {});
  return [{ type: 'DrillAnswered', ...base, afterMs: Math.max(0, base.occurredAt - state.begunAt) }];
}
