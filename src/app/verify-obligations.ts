import { asInstant } from '../core/instant.ts';
import { obligationDeadlinesByName } from '../core/obligation/deadlines.ts';
import type { ObligationEvent } from '../core/obligation/event.ts';
import { evolveObligation } from '../core/obligation/evolve.ts';
import type { ObligationState } from '../core/obligation/state.ts';
import { wholeEvent } from '../core/plain-event.ts';
import { isSameJson } from '../core/same-json.ts';
import type { KeptCase, KeptEvent } from './ports/record.ts';

/** An obligation after an event of its record, and that event; what cannot be understood throws. */
export function playObligation(
  state: ObligationState,
  { body }: Pick<KeptEvent, 'body'>,
): { readonly state: ObligationState; readonly event: ObligationEvent } {
  const event = wholeEvent(body) as unknown as ObligationEvent;
  return { state: evolveObligation(state, event), event };
}

/** What of an obligation's row is not what its events lead to; undefined where all of it is. */
export function unlikeObligation(row: KeptCase, state: ObligationState): 'state' | 'deadlines' | undefined {
  if (state.status !== row.status || !isSameJson(row.state, state)) return 'state';
  const deadlines = obligationDeadlinesByName(state);
  const instants = Object.values(deadlines);
  const next = instants.length === 0 ? undefined : asInstant(Math.min(...instants));
  return isSameJson(row.deadlines, deadlines) && row.nextDueAt === next ? undefined : 'deadlines';
}
