import type { CaseEvent, EventType } from './event.ts';
import type { Draft } from './evolve.ts';
import type { OpenState } from './state.ts';

/** Events that say who shares a case and what lies in it; they come to a closed one too. */
export const SHARED: ReadonlySet<EventType> = new Set([
  ...(['WatcherAdded', 'WatcherRemoved', 'StandInNamed', 'StandInEnded', 'FileAttached'] as const),
]);

/** Watchers, the stand-in, files. Answers whether the event was one of these. */
export function evolveShared(next: Draft, event: CaseEvent): boolean {
  switch (event.type) {
    case 'WatcherAdded':
      next.watchers = [...(next.watchers ?? []), event.person];
      return true;
    case 'WatcherRemoved':
      next.watchers = next.watchers?.filter((person) => person !== event.person);
      return true;
    case 'StandInNamed':
      next.standIn = { person: event.person, endsAt: event.endsAt };
      return true;
    case 'StandInEnded':
      next.standIn = undefined;
      return true;
    case 'FileAttached':
      next.filesCount = (next.filesCount ?? 0) + 1;
      return true;
    default:
      return false;
  }
}

/** A case that is closed, or was just before, with one such event more. */
export function sharedBy(state: OpenState, event: CaseEvent): OpenState {
  const next: Draft = { ...state };
  evolveShared(next, event);
  return next;
}
