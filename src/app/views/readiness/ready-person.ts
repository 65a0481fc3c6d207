import { isCurrent } from '../../../core/attestation/currency.ts';
import { type AttestationState, noAttestation } from '../../../core/attestation/state.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../core/contact/contact-change.ts';
import type { ReportedTimes } from '../../../core/contact-report/state.ts';
import type { Instant } from '../../../core/instant.ts';
import { independentMeans, MEANS_MIN } from '../../../core/plan/coverage/independent-means.ts';
import type { Contact } from '../../../core/plan/format/schema-contract.ts';
import type { StandingPerson } from '../../ports/reading.ts';

/** Whether somebody could be reached: there is an address, and nothing or something speaks against it. */
export type Reached = 'yes' | 'doubtful' | 'no';

/** What may speak against a number or an address, what weighs most first. */
export const DOUBTS = ['returned', 'unreached', 'reported', 'missed', 'never', 'lapsed'] as const;
type Doubt = (typeof DOUBTS)[number];

/** One way to somebody. */
export interface ReadyMeans {
  readonly field: ContactField;
  readonly value: string;
  readonly confirmedAt: Instant | undefined;
  readonly doubt: { readonly because: Doubt; readonly since: Instant | undefined } | undefined;
}

/** What is known of somebody's numbers and address beside their values. */
interface KnownOf {
  readonly state: AttestationState | undefined;
  readonly reported: ReportedTimes | undefined;
}

/** The ways to somebody, in the order in which they are used: Ladder writes at once, people call the mobile number first. */
const MEANS_ORDER: readonly ContactField[] = ['email', 'mobile', 'office'];

/** The ways to somebody, each with when it was confirmed and what speaks against it. */
export function readyMeans(person: StandingPerson, known: KnownOf, now: Instant): readonly ReadyMeans[] {
  return MEANS_ORDER.flatMap((field) => {
    const value = person[field];
    if (value === undefined) return [];
    const confirmedAt = person.confirmed?.[field];
    return [{ field, value, confirmedAt, doubt: doubtOf(field, person, known, now) }];
  });
}

function doubtOf(
  field: ContactField,
  { confirmed = {}, missed = {}, doubted = {} }: StandingPerson,
  { state = noAttestation, reported = {} }: KnownOf,
  now: Instant,
): ReadyMeans['doubt'] {
  if (doubted[field] !== undefined) {
    return { because: field === 'email' ? 'returned' : 'unreached', since: doubted[field] };
  }
  const reportedAt = reported[field] ?? reported.contact;
  if (reportedAt !== undefined) return { because: 'reported', since: reportedAt };
  if (missed[field] !== undefined) return { because: 'missed', since: missed[field] };
  const at = confirmed[field];
  if (at === undefined) return { because: 'never', since: undefined };
  const isAsked = state.status !== 'none' && state.standing.details.includes(field);
  return isAsked && !isCurrent(state, field, now) ? { because: 'lapsed', since: at } : undefined;
}

/** Whether Ladder could reach somebody: it writes mail, so the address decides. */
export function reachedBy(means: readonly ReadyMeans[]): Reached {
  const email = means.find(({ field }) => field === 'email');
  if (!email) return 'no';
  return email.doubt === undefined ? 'yes' : 'doubtful';
}

/** Whether one failure could cut somebody off: fewer than two ways that do not fail together. */
export function hasFewMeans(person: Pick<StandingPerson, ContactField>): boolean {
  const used = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, person[field]]));
  return independentMeans(used as unknown as Contact).length < MEANS_MIN;
}
