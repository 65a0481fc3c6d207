import { entryOf } from '../entry-of.ts';
import { asInstant, type Instant } from '../instant.ts';
import type { NoticeMeans } from './notice-rules.ts';
import { type Bundle, INSIST_MS, type Tried, type TrySituation, triesOf } from './tries.ts';

/** When nobody of those reached so far acknowledges, the next of the level is reached as well. */
export const NEXT_PERSON_MS = 15 * 60_000;
/** Nobody gets two bundles sooner than this after one another. */
const BUNDLE_GAP_MS = 60_000;

/** Whom a level is reached by, in their order. */
export interface LevelContact extends Tried {
  readonly personId: string;
}

/** How far somebody of a level has been tried. */
interface PersonProgress {
  /** When their own rounds began. */
  readonly at: Instant;
  /** Their first bundle went out with what was told to others. */
  readonly told: boolean;
  /** When they got their last bundle; undefined where that is not known. */
  readonly triedAt?: Instant | undefined;
  /** What fell due since then waits until a minute has passed since that bundle. */
  readonly heldFrom?: Instant | undefined;
}

/** How far the reaching of a level has come. */
export interface ReachProgress {
  /** When it began: eight hours and each next person count from here. */
  readonly since: Instant;
  /** Up to which instant everybody was tried who was to be. */
  readonly looked: Instant;
  readonly begun: Readonly<Record<string, PersonProgress>>;
}

/** Somebody to be tried now. */
interface TryNow {
  readonly personId: string;
  readonly means: readonly NoticeMeans[];
  /** Which of their bundles it is: 0 only where it goes out with what is told to others. */
  readonly round: number;
  /** How often the level was told before, as far as this person is to hear of it. */
  readonly toldBefore: number;
}

interface Reaching {
  readonly now: readonly TryNow[];
  readonly progress: ReachProgress;
  /** When to look again; undefined where it is over. */
  readonly nextAt: Instant | undefined;
}

/** The reaching of a level that begins now, with whom to tell with it: the first, unless their rule has them wait. */
export function beginReaching(
  contacts: readonly LevelContact[],
  situation: TrySituation,
  at: Instant,
): Reaching {
  const [first] = contacts;
  if (!first) return { now: [], progress: { since: at, looked: at, begun: {} }, nextAt: undefined };
  const { personId } = first;
  const [bundle] = triesOf(first, situation, { start: at, end: asInstant(at + INSIST_MS) });
  const told = bundle !== undefined && bundle.at <= at;
  const own: PersonProgress = { at, told, ...(told && { triedAt: at }) };
  const progress: ReachProgress = { since: at, looked: at, begun: { [personId]: own } };
  const { nextAt } = reachLevel(contacts, progress, situation, at);
  return { now: told ? [{ personId, means: bundle.means, round: 0, toldBefore: 0 }] : [], progress, nextAt };
}

/**
 * Whom of a level to try at `at`, and when to look again.
 *
 * The first is tried from the beginning, the next joins after each quarter of an hour, everybody by their own rules, for
 * eight hours. What was to be tried since the last look is one bundle now, and the next comes a minute later at the
 * soonest. Whoever moves up because somebody before them cannot be reached begins at once.
 */
export function reachLevel(
  contacts: readonly LevelContact[],
  { since, looked, begun }: ReachProgress,
  situation: TrySituation,
  at: Instant,
): Reaching {
  const end = asInstant(since + INSIST_MS);
  const now: TryNow[] = [];
  const later: number[] = [];
  const started: Record<string, PersonProgress> = { ...begun };
  for (const [place, contact] of contacts.entries()) {
    const { personId } = contact;
    const joinsAt = since + place * NEXT_PERSON_MS;
    const known = entryOf(begun, personId);
    if (!known && (joinsAt > at || at > end)) {
      if (at <= end && joinsAt <= end) later.push(joinsAt);
      continue;
    }
    const { triedAt, heldFrom = looked, ...own }: PersonProgress = known ?? { at, told: false };
    const bundles = [...triesOf(contact, situation, { start: own.at, end })];
    const wanted = (bundle: Bundle) => bundle.at <= at && (bundle.at > heldFrom || !known);
    const due = bundles.filter(wanted);
    if (due.length > 0 && triedAt !== undefined && at < triedAt + BUNDLE_GAP_MS) {
      // Somebody else's turn has come within a minute of their last bundle.
      started[personId] = { ...own, triedAt, heldFrom };
      later.push(triedAt + BUNDLE_GAP_MS);
      continue;
    }
    started[personId] = { ...own, triedAt: due.length > 0 ? at : triedAt };
    const last = bundles.findLastIndex(wanted);
    if (due.length > 0) {
      const means = [...new Set(due.flatMap((one) => one.means))];
      const round = last + (own.told ? 0 : 1);
      now.push({ personId, means, round, toldBefore: last === 0 && own.at === since ? 0 : round });
    }
    const next = bundles.find((bundle) => bundle.at > at)?.at;
    if (next !== undefined) later.push(due.length > 0 ? Math.max(next, at + BUNDLE_GAP_MS) : next);
  }
  const nextAt = later.length === 0 ? undefined : asInstant(Math.min(...later));
  return { now, progress: { since, looked: at, begun: started }, nextAt };
}

/** The same reaching so much later: it rested meanwhile. */
export function restReaching({ since, looked, begun }: ReachProgress, ms: number): ReachProgress {
  const later = (at: Instant): Instant => asInstant(at + ms);
  return {
    since: later(since),
    looked: later(looked),
    begun: Object.fromEntries(
      Object.entries(begun).map(([personId, one]) => [personId, restPerson(one, later)]),
    ),
  };
}

const restPerson = (
  { at, told, triedAt, heldFrom }: PersonProgress,
  later: (at: Instant) => Instant,
): PersonProgress => ({
  ...{ at: later(at), told },
  ...(triedAt !== undefined && { triedAt: later(triedAt) }),
  ...(heldFrom !== undefined && { heldFrom: later(heldFrom) }),
});
