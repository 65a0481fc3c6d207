import { isCurrent } from '../../../core/attestation/currency.ts';
import { type AttestationState, noAttestation } from '../../../core/attestation/state.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../core/contact/contact-change.ts';
import type { ReportedTimes } from '../../../core/contact-report/state.ts';
import type { Instant } from '../../../core/instant.ts';
import { independentMeans, MEANS_MIN } from '../../../core/plan/coverage/independent-means.ts';
import type { Contact } from '../../../core/plan/format/schema-contract.ts';
import type { NoticeMeans } from '../../../core/reach/notice-rules.ts';
import { roundOf, ruleAt, type TrySituation } from '../../../core/reach/tries.ts';
import { carriedTo } from '../../notices/level-contact.ts';
import type { Person } from '../../ports/engine.ts';
import type { StandingPerson } from '../../ports/reading.ts';

/** Whether somebody could be reached: there is a way to them, and nothing or something speaks against it. */
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

/** What Ladder does not use itself comes last: people call the mobile number first. */
const MEANS_ORDER: readonly ContactField[] = ['email', 'mobile', 'office'];

/** The ways to somebody, first those that Ladder uses, each with when it was confirmed and what speaks against it. */
function readyMeans(
  person: StandingPerson,
  known: KnownOf,
  used: readonly ContactField[],
  now: Instant,
): readonly ReadyMeans[] {
  return [...new Set([...used, ...MEANS_ORDER])].flatMap((field) => {
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

/**
 * By what Ladder would try somebody now, in that order, by the rule of their own that counts for a track of this urgency.
 * Nothing where they have nothing that is carried here.
 */
function usedFields(
  person: Person,
  { urgency, carriers }: TrySituation,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): readonly ContactField[] {
  const who = { rules: person.rules ?? [], timeZone: person.timeZone ?? timeZone };
  const { rule } = ruleAt(who, urgency, now);
  const { tries } = roundOf(rule, { has: carriedTo(person, carriers) }, { carriers });
  return [...new Set(tries.map(({ means }) => fieldOf(means, person)))];
}

/** Texts go to a mobile telephone, and calls too where there is one. */
const fieldOf = (means: NoticeMeans, { mobile }: Pick<Person, 'mobile'>): ContactField =>
  means === 'email' ? 'email' : mobile === undefined ? 'office' : 'mobile';

/** Whether Ladder could reach somebody by what it would use: one way that nothing speaks against is enough. */
function reachedBy(used: readonly ContactField[], means: readonly ReadyMeans[]): Reached {
  const ways = means.filter(({ field }) => used.includes(field));
  if (ways.length === 0) return 'no';
  return ways.some(({ doubt }) => doubt === undefined) ? 'yes' : 'doubtful';
}

const WORST: readonly Reached[] = ['no', 'doubtful', 'yes'];

/** The ways to somebody and whether Ladder could reach them now, on a track of whatever urgency. */
export function waysTo(
  person: StandingPerson,
  told: Person | undefined,
  known: KnownOf,
  { carriers, ...when }: WaysSituation,
): { readonly means: readonly ReadyMeans[]; readonly reached: Reached } {
  const used = (['high', 'normal'] as const).map((urgency) =>
    told ? usedFields(told, { urgency, carriers }, when) : [],
  );
  const means = readyMeans(person, known, used[0] ?? [], when.now);
  const each = used.map((fields) => reachedBy(fields, means));
  return { means, reached: WORST.find((one) => each.includes(one)) ?? 'no' };
}

/** What is carried here, and when and on whose clocks it is asked. */
interface WaysSituation {
  readonly carriers: readonly NoticeMeans[];
  readonly now: Instant;
  readonly timeZone: string;
}

/** Whether one failure could cut somebody off: fewer than two ways that do not fail together. */
export function hasFewMeans(person: Pick<StandingPerson, ContactField>): boolean {
  const used = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, person[field]]));
  return independentMeans(used as unknown as Contact).length < MEANS_MIN;
}
