import { expect } from 'vitest';
import { AUTHORITY } from '../../src/core/case/authority.ts';
import type { Command, CommandOf, CommandType } from '../../src/core/case/command.ts';
import { type Deadline, deadlines } from '../../src/core/case/deadlines.ts';
import { type Decision, decide } from '../../src/core/case/decide.ts';
import type { CaseEvent, EventOf, EventType } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import type { CaseRefusalCode } from '../../src/core/case/refusal.ts';
import { type CaseState, initial, type OpenState } from '../../src/core/case/state.ts';
import { type Instant, parseLocal } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { revisionWith } from './revision.ts';

/** Where the clocks of these cases hang. */
const ZONE = 'America/Los_Angeles';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONDAY = Temporal.PlainDate.from('2026-11-16');

/** `Tue 09:00` of the week from 16 November 2026, `next Mon 09:00` of the week after, or a date and a time. */
export function on(text: string): Instant {
  const [, next, day = '', time = ''] = /^(next )?([A-Z][a-z]{2}) (.+)$/.exec(text) ?? [];
  const days = DAYS.indexOf(day) + (next ? 7 : 0);
  const date = time === '' ? text.replace(' ', 'T') : `${MONDAY.add({ days })}T${time}`;
  const instant = parseLocal(date, ZONE);
  if (instant === undefined) throw new Error(`no local time: ${text}`);
  return instant;
}

/** The other way round: an instant as these tests write it. */
function local(instant: Instant): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE);
  const date = zoned.toPlainDate();
  const { days } = MONDAY.until(date);
  const time = zoned.toPlainTime().toString(instant % 60_000 === 0 ? { smallestUnit: 'minute' } : {});
  if (days < 0 || days > 13) return `${date} ${time}`;
  return `${days > 6 ? 'next ' : ''}${DAYS[days % 7]} ${time}`;
}

/** Instants written as local times. */
type Written<T> = { readonly [K in keyof T]?: K extends 'at' | `${string}At` ? string : T[K] };
type Fields<T extends CommandType> = Written<Omit<CommandOf<T>, 'type' | 'at'>>;

const PEOPLE = { customer: 'dana', contractor: 'ana', oversight: 'olga' } as const;

/**
 * One command, by a party that may give it, received when it is handled, unless its fields say otherwise.
 *
 *     does('respond', 'Tue 09:50', { occurredAt: 'Tue 09:40' })
 */
export function does<T extends CommandType>(type: T, at: string, fields?: Fields<T>): Command {
  const actor = fields?.actor ?? AUTHORITY[type].actors[0]!;
  const told = Object.entries(fields ?? {}).map(([key, value]) => [
    key,
    key.endsWith('At') ? on(String(value)) : value,
  ]);
  const who = { at: on(at), occurredAt: on(at), actor, by: PEOPLE[actor] };
  return { type, ...who, ...Object.fromEntries(told) } as unknown as Command;
}

/** The customer opens a case on the service track of the usual revision. */
export const opens = (at: string, fields: Fields<'open'> = {}): Command =>
  does('open', at, {
    caseId: 'case-1',
    revision: revisionWith(),
    track: 'service',
    customer: 'dana',
    ...fields,
  });
export const moves = (at: string, level: number, fields: Fields<'escalate'> = {}): Command =>
  does('escalate', at, { level, ...fields });
export const asks = (at: string, fields: Fields<'ask'> = {}): Command => does('ask', at, fields);
/** Somebody responds: ana of level 1, bo of level 2, cy of level 3, or anybody else. */
export const responds = (at: string, by = 'ana', fields: Fields<'respond'> = {}): Command =>
  does('respond', at, { by, ...fields });
export const proposes = (at: string, by = 'ana'): Command => does('proposeResolution', at, { by });
/** A deadline's own job runs. */
export const timePasses = (at: string): Command => does('deadlineDue', at, { by: 'ladder' });
/** The contractor asks for a pause and the customer consents in the same minute. */
export const pauses = (at: string): readonly Command[] => [
  does('requestPause', at, { reason: 'access refused' }),
  does('consentToPause', at),
];
/** What the desk records for a caller. */
export const byDesk = { by: 'desk', onBehalfOf: 'customer' } as const;

/** An event as a test wants it: its type, and those of its fields that matter there. */
type Expected = { readonly type: EventType; readonly fields: Readonly<Record<string, unknown>> };

/** An event; a field that must be absent is `undefined`. */
export const event = <T extends EventType>(
  type: T,
  fields: { readonly [K in keyof Written<EventOf<T>>]?: Written<EventOf<T>>[K] | undefined } = {},
): Expected => ({ type, fields });

interface Late {
  /** Minutes. */
  readonly late?: number;
  readonly computed?: string;
}

/** The step to a level falls due, in time unless said otherwise. */
export const fellDue = (level: number, dueAt: string, { late = 0, computed }: Late = {}): Expected =>
  event('StepFellDue', { level, dueAt, latenessMs: late * 60_000, computedDueAt: computed });
/** A move and the contact it brings. */
export const reached = (level: number, fields: Expected['fields'] = {}): readonly Expected[] => [
  { type: 'Escalated', fields: { level, ...fields } },
  event('LevelContacted', { level }),
];

const THEN = 'then';

/** What came of a command: exactly these events, or a no. */
interface Outcome {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  [THEN](...expected: readonly Expected[]): Outcome;
  /** These events happened in this order, whatever else did. */
  brings(...expected: readonly Expected[]): Outcome;
  /** The deadlines afterwards, earliest first. */
  leaves(...expected: readonly string[]): Outcome;
  refuses(code: CaseRefusalCode, values?: Readonly<Record<string, unknown>>): void;
}

/** A case that came this far; every command of it is accepted. */
export function given(...told: readonly Command[]) {
  return { when: (command: Command): Outcome => outcome(stateAfter(...told), command) };
}

/** The state to which commands lead, every one accepted. */
export function stateAfter(...told: readonly Command[]): CaseState {
  return told.reduce<CaseState>((state, command) => accepted(state, command).state, initial);
}

/** The same for a case that is open then. */
export function openAfter(...told: readonly Command[]): OpenState {
  const state = stateAfter(...told);
  if (state.status !== 'open') throw new Error(`the case is ${state.status}`);
  return state;
}

/** All that happened in the course of these commands, every one accepted. */
export function historyOf(...told: readonly Command[]): readonly CaseEvent[] {
  let state: CaseState = initial;
  return told.flatMap((command) => {
    const { events, state: next } = accepted(state, command);
    state = next;
    return events;
  });
}

function accepted(state: CaseState, command: Command) {
  const decision = decided(state, command);
  if (decision.accepted) return decision;
  const { code, values } = decision.refusal;
  throw new Error(`${command.type} at ${local(command.at)} is refused: ${code} ${shown(values)}`);
}

/** A decision whose state is what its events lead to. */
function decided(state: CaseState, command: Command): Decision {
  const decision = decide(state, command);
  if (decision.accepted) expect(decision.events.reduce(evolve, state)).toEqual(decision.state);
  return decision;
}

function outcome(before: CaseState, command: Command): Outcome {
  const decision = decided(before, command);
  const events = decision.accepted ? decision.events : [];
  const state = decision.accepted ? decision.state : before;
  const yes = () => void expect(decision).toMatchObject({ accepted: true });
  const self: Outcome = {
    events,
    state,
    [THEN](...expected) {
      yes();
      expect(events.map((one, index) => seen(one, expected[index]))).toEqual(expected.map(wanted));
      return self;
    },
    brings(...expected) {
      yes();
      const types = new Set(expected.map(({ type }) => type));
      const found = events.filter(({ type }) => types.has(type));
      expect(found.map((one, index) => seen(one, expected[index]))).toEqual(expected.map(wanted));
      return self;
    },
    leaves(...expected) {
      yes();
      expect(ahead(state)).toEqual(expected);
      return self;
    },
    refuses(code, values = {}) {
      expect(decision.accepted ? events.map(({ type }) => type) : decision.refusal.code).toEqual(code);
      if (!decision.accepted) expect(written(decision.refusal.values)).toMatchObject(values);
    },
  };
  return self;
}

const wanted = ({ type, fields }: Expected) => ({ type, ...fields });

/** As much of an event as the test asks for; all of it where the test expects another. */
function seen(one: CaseEvent, expected: Expected | undefined): object {
  const fields = one as unknown as Readonly<Record<string, unknown>>;
  const keys = expected?.type === one.type ? Object.keys(expected.fields) : [];
  const values = written(Object.fromEntries(keys.map((key) => [key, fields[key]])));
  return { type: one.type, ...values };
}

/** Instants as local times, so that a failing test shows what people read. */
const written = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const isInstant = typeof value === 'number' && /At$|^at$|^until$|^since$/.test(key);
      return [key, isInstant ? local(value as Instant) : value];
    }),
  );

const shown = (values: object): string => JSON.stringify(written(values));

/** The deadlines of a case, earliest first: `step 2 Tue 13:00`, `promise service/1/respondWithin Tue 10:00`. */
export const ahead = (state: CaseState): readonly string[] =>
  deadlines(state).map((one) => `${nameOf(one)} ${local(one.dueAt)}`);

function nameOf(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'promise':
      return `promise ${deadline.promise.id}`;
    case 'warning':
      return `warning ${deadline.level}`;
    case 'pauseEnd':
      return 'end of pause';
    case 'reminder':
      return `reminder ${deadline.reminder}`;
    default:
      return `${deadline.kind} ${deadline.level}`;
  }
}

/** A revision that a case moves to. */
export const later = (revision: Revision): Revision => ({ ...revision, number: revision.number + 1 });
