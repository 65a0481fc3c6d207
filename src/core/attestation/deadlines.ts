import { dateAt, type Instant } from '../instant.ts';
import { morningOf } from '../obligation/due-dates.ts';
import type { ContactStanding } from './standing.ts';
import type { AttestationState, LiveAttestation } from './state.ts';

/** What is to happen to a contact's attestation by itself, and when. */
export type AttestationDeadline =
  | { readonly kind: 'round'; readonly dueAt: Instant }
  | { readonly kind: 'reminder'; readonly reminder: number; readonly dueAt: Instant }
  | { readonly kind: 'unanswered'; readonly dueAt: Instant };

/** An answer is waited for so long; where rounds come more often, for a third of the time between two. */
const WAIT_DAYS = 14;
const REMINDERS = 2;
const DAY_MS = 86_400_000;

/** So many days after the asking the parties are told that nobody answered; at least one. */
export const waitDays = ({ everyDays }: Pick<ContactStanding, 'everyDays'>): number =>
  Math.max(1, Math.min(WAIT_DAYS, Math.floor(everyDays / 3)));

/** The first round that begins after an instant: nine in the morning, whole intervals after the anchor. */
export function roundAfter({ anchorOn, everyDays, timeZone }: ContactStanding, at: Instant): Instant {
  const anchor = morningOf(anchorOn, 0, timeZone);
  // A clock change moves a morning by an hour or two: one interval to spare, then the first that is later.
  let round = Math.max(1, Math.floor((at - anchor) / (everyDays * DAY_MS)));
  while (morningOf(anchorOn, round * everyDays, timeZone) <= at) round += 1;
  return morningOf(anchorOn, round * everyDays, timeZone);
}

/** Everything that is still to happen if nobody does anything, the first first. */
export function attestationDeadlines(state: AttestationState): readonly AttestationDeadline[] {
  if (state.status === 'none' || state.status === 'released') return [];
  const round = { kind: 'round', dueAt: state.nextRoundAt } as const;
  return [...awaited(state), round].sort((a, b) => a.dueAt - b.dueAt);
}

function awaited({ status, asked, standing }: LiveAttestation): readonly AttestationDeadline[] {
  if (status !== 'asked' || !asked) return [];
  const askedOn = dateAt(asked.at, standing.timeZone);
  const wait = waitDays(standing);
  const after = (days: number): Instant => morningOf(askedOn, days, standing.timeZone);
  const reminders = Array.from({ length: REMINDERS }, (_, index) => index + 1)
    .map((reminder) => ({ reminder, days: Math.floor((reminder * wait) / (REMINDERS + 1)) }))
    .filter(({ reminder, days }) => days > 0 && reminder > asked.reminders)
    .map(({ reminder, days }) => ({ kind: 'reminder' as const, reminder, dueAt: after(days) }));
  return [...reminders, { kind: 'unanswered', dueAt: after(wait) }];
}

/** Deadlines by name, as they are kept beside the state. */
export const attestationDeadlinesByName = (state: AttestationState): Readonly<Record<string, Instant>> =>
  Object.fromEntries(
    attestationDeadlines(state).map((one) => [
      one.kind === 'reminder' ? `reminder/${one.reminder}` : one.kind,
      one.dueAt,
    ]),
  );
