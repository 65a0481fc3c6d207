import type { LocalDate } from '../calendar/calendar.ts';
import type { Instant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import { dueAtOf } from './deadlines.ts';
import { isOwed, type LiveObligation } from './state.ts';

/** How an obligation stands, in one word; what is late says so whatever else it is. */
export type Standing = 'ahead' | 'due' | 'late' | 'delivered' | 'accepted' | 'waived' | 'dropped';

/** So near to its date something is due, and no longer only ahead. */
const DUE_WITHIN_MS = 30 * 86_400_000;

/** How an obligation stands at an instant. */
export function standingAt(state: LiveObligation, at: Instant): Standing {
  const { status } = state;
  if (status === 'delivered' || status === 'accepted' || status === 'waived' || status === 'dropped')
    return status;
  const dueAt = dueAtOf(state);
  if (at >= dueAt) return 'late';
  return status === 'sentBack' || dueAt - at <= DUE_WITHIN_MS ? 'due' : 'ahead';
}

/** Whether what was delivered was done by its date; undefined where nothing is delivered. */
export const wasInTime = ({ delivery, dueOn }: LiveObligation): boolean | undefined =>
  delivery === undefined ? undefined : isInTime(delivery.doneOn, dueOn);

const isInTime = (doneOn: LocalDate, dueOn: LocalDate): boolean => doneOn <= dueOn;

/** The party that has to do something next: to deliver, to accept, or to answer a proposal; undefined at its end. */
export function partiesToMove(state: LiveObligation): readonly Party[] {
  const { terms, proposal, status } = state;
  const own = isOwed(state) ? [terms.owner] : status === 'delivered' ? [terms.acceptedBy] : [];
  const answering = proposal ? negotiatingParties(state).filter((party) => party !== proposal.party) : [];
  return [...new Set([...own, ...answering])];
}

/** The two parties that may change its date: who owes it and who accepts it; where they are one, oversight or the contractor. */
export function negotiatingParties({
  terms: { owner, acceptedBy },
}: Pick<LiveObligation, 'terms'>): readonly Party[] {
  if (owner !== acceptedBy) return [owner, acceptedBy];
  return [owner, owner === 'oversight' ? 'contractor' : 'oversight'];
}
