import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, knownState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { standInAt } from '../state.ts';

/** People who may look on at one case: each is told of everything, and a list of all staff tells nobody. */
export const WATCHERS_MAX = 20;

/** A colleague looks on from now on. Who does already is no news; whether it is a colleague, the road knows. */
export function addWatcher(course: Course, command: CommandOf<'addWatcher'>): CaseRefusal | undefined {
  const { person } = command;
  const { reporter, watchers = [] } = knownState(course);
  if (person === reporter) return refusal('case-person-reporter', { person });
  if (watchers.includes(person)) return undefined;
  if (watchers.length >= WATCHERS_MAX) {
    return refusal('case-watchers-too-many', { watchersMax: WATCHERS_MAX });
  }
  record(course, { type: 'WatcherAdded', ...base(command), person });
  return undefined;
}

/** Somebody looks on no longer. */
export function removeWatcher(course: Course, command: CommandOf<'removeWatcher'>): CaseRefusal | undefined {
  const { person } = command;
  const { watchers = [] } = knownState(course);
  if (!watchers.includes(person)) return refusal('case-watcher-unknown', { person });
  record(course, { type: 'WatcherRemoved', ...base(command), person });
  return undefined;
}

/** A colleague acts in the reporter's place. There is one at a time: whoever was it before is told that it is over. */
export function nameStandIn(course: Course, command: CommandOf<'nameStandIn'>): CaseRefusal | undefined {
  const { person, endsAt, occurredAt } = command;
  const state = knownState(course);
  if (person === state.reporter) return refusal('case-person-reporter', { person });
  if (endsAt !== undefined && endsAt <= occurredAt) {
    return refusal('case-stand-in-over', { endsAt, occurredAt });
  }
  const now = standInAt(state, occurredAt);
  if (now === person && state.standIn?.endsAt === endsAt) return undefined;
  if (now !== undefined && now !== person) {
    record(course, { type: 'StandInEnded', ...base(command), person: now });
  }
  record(course, { type: 'StandInNamed', ...base(command), person, ...given({ endsAt }) });
  return undefined;
}

/** The reporter acts alone again. */
export function endStandIn(course: Course, command: CommandOf<'endStandIn'>): CaseRefusal | undefined {
  const person = standInAt(knownState(course), command.occurredAt);
  if (person === undefined) return refusal('case-stand-in-missing', {});
  record(course, { type: 'StandInEnded', ...base(command), person });
  return undefined;
}
