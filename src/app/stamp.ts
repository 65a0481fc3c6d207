import type { CaseState } from '../core/case/state.ts';

/**
 * What a case looked like when a link was made. It changes with whatever is asked, answered, moved, paused or
 * settled, and with nothing less: a link into a conversation that has gone on no longer says what its reader meant.
 */
export function stampOf(state: CaseState): string {
  if (state.status === 'none') return 'none';
  const open = state.status === 'closed' ? state.last : state;
  const due = open.due.map((step) => `${step.level}${step.declined ? 'd' : ''}`).join('.');
  const counts = [open.asksCount, open.answersCount, open.contacted.length, open.stops.length];
  return [state.status, ...counts, due, open.track.id, open.revision.number].join('/');
}
