import type { Instant } from '../instant.ts';
import type { Deadline } from './deadlines.ts';
import { deadlines } from './deadlines.ts';
import type { CaseState } from './state.ts';

/** Every deadline of a case with its instant, under a name that stays when the instant moves: `step/2`. */
export function deadlinesByName(state: CaseState): Readonly<Record<string, Instant>> {
  const named: Record<string, Instant> = {};
  for (const deadline of deadlines(state)) named[deadlineName(deadline)] = deadline.dueAt;
  return named;
}

/** A deadline's name: the same clock keeps it, whatever moves its instant. */
export function deadlineName(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'promise':
      return `promise/${deadline.promise.id}`;
    case 'warning':
      return `warning/${deadline.level}/${deadline.beforeMs}`;
    case 'reminder':
      return `reminder/${deadline.reminder}`;
    case 'pauseEnd':
      return 'pauseEnd';
    default:
      return `${deadline.kind}/${deadline.level}`;
  }
}
