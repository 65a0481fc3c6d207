import type { Instant } from '../instant.ts';
import type { PromiseRule } from '../plan/revision/revision.ts';
import { promiseStart } from './clock.ts';
import type { CommandBase } from './command.ts';
import type { CaseEvent, EventBase, EventType } from './event.ts';
import { evolve } from './evolve.ts';
import type { CaseState, OpenState } from './state.ts';
import { hasEnded } from './state.ts';

/** One decision in the making: the events so far, and the state they lead to. */
export interface Course {
  state: CaseState;
  readonly events: CaseEvent[];
  readonly at: Instant;
}

/** The state of a case that is known to be open. */
export function openState(course: Course): OpenState {
  if (course.state.status !== 'open') throw new Error(`the case is ${course.state.status}`);
  return course.state;
}

/** The case as it stands, or as it closed. */
export function knownState(course: Course): OpenState {
  return course.state.status === 'closed' ? course.state.last : openState(course);
}

/** Adds events that belong together, then what they mean for the promises that ran. */
export function record(course: Course, ...events: readonly CaseEvent[]): void {
  const before = course.state;
  append(course, events);
  const cause = events.findLast((event) => MATTERS_TO_PROMISES.has(event.type));
  if (cause && before.status === 'open') endPromises(course, before, cause);
}

function append(course: Course, events: readonly CaseEvent[]): void {
  for (const event of events) {
    course.events.push(event);
    course.state = evolve(course.state, event);
  }
}

const MATTERS_TO_PROMISES: ReadonlySet<EventType> = new Set([
  ...(['LevelContacted', 'Acknowledged', 'Responded', 'ResolutionProposed', 'Updated'] as const),
  ...(['ResponseConfirmed', 'TrackChanged', 'MovedToRevision'] as const),
]);

function endPromises(course: Course, before: OpenState, cause: CaseEvent): void {
  const after = openState(course);
  for (const { rule, start } of runningPromises(before)) {
    if (!after.track.promises.some((one) => one.id === rule.id)) {
      append(course, [promiseEnd('PromiseVoid', cause, rule, start)]);
    } else if (promiseStart(after, rule)?.identity !== start) {
      append(course, [promiseEnd('PromiseKept', cause, rule, start)]);
    }
  }
}

/** What every promise comes to when the case closes: time at a level is over in time, the rest has no object. */
export function endPromisesAtClose(course: Course, cause: EventBase): void {
  for (const { rule, start } of runningPromises(openState(course))) {
    const type = rule.kind === 'longestAtLevel' ? 'PromiseKept' : 'PromiseVoid';
    append(course, [promiseEnd(type, cause, rule, start)]);
  }
}

function runningPromises(state: OpenState): { readonly rule: PromiseRule; readonly start: number }[] {
  const running: { rule: PromiseRule; start: number }[] = [];
  for (const rule of state.track.promises) {
    const start = promiseStart(state, rule)?.identity;
    if (start === undefined || hasEnded(state, rule.id, start)) continue;
    running.push({ rule, start });
  }
  return running;
}

function promiseEnd(
  type: 'PromiseKept' | 'PromiseVoid',
  { at, occurredAt }: EventBase,
  { id: promise, level }: PromiseRule,
  start: number,
): CaseEvent {
  return { type, at, occurredAt, actor: 'contractor', by: 'ladder', promise, level, start };
}

/** Who and when of a command, as its events carry it. */
export function base({ at, occurredAt, actor, by, onBehalfOf, over }: CommandBase): EventBase {
  if (onBehalfOf === undefined && over === undefined) return { at, occurredAt, actor, by };
  return { at, occurredAt, actor, by, ...given({ onBehalfOf, over }) };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The properties that have a value; an absent one stays absent in an event. */
export function given<T extends object>(values: T): Given<T> {
  const found: Given<T> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value as Exclude<T[typeof key], undefined>;
  }
  return found;
}
