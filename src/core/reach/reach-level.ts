import { entryOf } from '../entry-of.ts';
import { asInstant, type Instant } from '../instant.ts';
import type { NoticeMeans } from './notice-rules.ts';
import { type Bundle, INSIST_MS, type Tried, type TrySituation, triesOf } from './tries.ts';

/** When nobody of those reached so far acknowledges, the next of the level is reached as well. */
export const NEXT_PERSON_MS = 15 * 60_000;
/** Nobody gets two bundles of one case sooner than this after one another, whatever they are asked, and however often. */
export const BUNDLE_GAP_MS = 60_000;

/** Whom a level is reached by, in their order. */
export interface LevelContact extends Tried {
  readonly personId: string;
  /** When they got their last bundle of this case, for whatever they were asked then. */
  readonly triedAt?: Instant | undefined;
  /** When the level was asked what they have not been told yet. */
  readonly askedAt?: Instant | undefined;
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
  /** When it began: each next person counts from here. */
  readonly since: Instant;
  /** When it ends; where this is not said, eight hours after it began. */
  readonly until?: Instant;
  /** Up to which instant everybody was tried who was to be. */
  readonly looked: Instant;
  readonly begun: Readonly<Record<string, PersonProgress>>;
}

/** When nobody of the level is tried any more. */
export const endOf = ({
  since,
  until,
}: {
  readonly since: Instant;
  readonly until?: Instant | undefined;
}): Instant => until ?? asInstant(since + INSIST_MS);

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

/**
 * The reaching of a level that is asked now, with whom to tell with it: the first, unless their rule has them wait.
 *
 * A level that has been reached since an earlier ask, `since`, is asked again: whose turn had come keep their own rounds
 * and are told of it besides, so that asking again neither multiplies what they get nor puts it off. Eight hours count
 * from now.
 */
export function beginReaching(
  contacts: readonly LevelContact[],
  situation: TrySituation,
  at: Instant,
  since: Instant = at,
): Reaching {
  const begun = contacts.flatMap(({ personId, triedAt }, place): [string, PersonProgress][] => {
    const joinedAt = asInstant(since + place * NEXT_PERSON_MS);
    const before = asInstant(joinedAt - 1);
    const heldFrom = since < at ? latest(triedAt, before) : before;
    return joinedAt > at ? [] : [[personId, { at: joinedAt, told: false, heldFrom }]];
  });
  const until = asInstant(at + INSIST_MS);
  const { now, progress, nextAt } = reachLevel(
    contacts,
    { since, until, looked: at, begun: Object.fromEntries(begun) },
    situation,
    at,
  );
  const isTold = (personId: string): boolean => since === at && now.some((one) => one.personId === personId);
  const people = Object.entries(progress.begun).map(([personId, own]) => [
    personId,
    { ...own, told: isTold(personId) },
  ]);
  return {
    now: now.map((one) => ({ ...one, round: 0, toldBefore: 0 })),
    progress: { ...progress, begun: Object.fromEntries(people) },
    nextAt,
  };
}

/**
 * Whom of a level to try at `at`, and when to look again.
 *
 * The first is tried from the beginning, the next joins after each quarter of an hour, everybody by their own rules, for
 * eight hours. What was to be tried since the last look is one bundle now, and the next comes a minute later at the
 * soonest. Whoever moves up because somebody before them cannot be reached begins at once. Whoever has not been told yet
 * that the level was asked again is told by the first try of a round that begins with that.
 */
export function reachLevel(
  contacts: readonly LevelContact[],
  { since, until, looked, begun }: ReachProgress,
  situation: TrySituation,
  at: Instant,
): Reaching {
  const end = endOf({ since, until });
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
    const { heldFrom = known ? looked : asInstant(at - 1), ...own }: PersonProgress = known ?? {
      ...{ at, told: false },
    };
    const triedAt = latest(contact.triedAt, own.triedAt);
    const bundles = [...triesOf(contact, situation, { start: own.at, end })];
    const asked = askedAgain(contact, own.at, situation, end);
    const wanted = (bundle: Bundle) => bundle.at <= at && bundle.at > heldFrom;
    const due = bundles.filter(wanted);
    if (asked && asked.at <= at) due.push(asked);
    if (due.length > 0 && triedAt !== undefined && at < triedAt + BUNDLE_GAP_MS) {
      // Their last bundle is not a minute old: somebody else's turn has come, or they are asked something more.
      started[personId] = { ...own, triedAt, heldFrom };
      later.push(triedAt + BUNDLE_GAP_MS);
      continue;
    }
    started[personId] = { ...own, triedAt: due.length > 0 ? at : triedAt };
    if (due.length > 0) {
      const last = bundles.findLastIndex((bundle) => bundle.at <= at);
      const means = [...new Set(due.flatMap((one) => one.means))];
      const round = last + (own.told ? 0 : 1);
      const isFirst = asked !== undefined || (last === 0 && own.at === since);
      now.push({ personId, means, round, toldBefore: isFirst ? 0 : round });
    }
    const ahead = asked ? [asked, ...bundles] : bundles;
    const next = Math.min(...ahead.map((bundle) => bundle.at).filter((instant) => instant > at));
    if (next !== Infinity) later.push(due.length > 0 ? Math.max(next, at + BUNDLE_GAP_MS) : next);
  }
  const nextAt = later.length === 0 ? undefined : asInstant(Math.min(...later));
  return { now, progress: { since, ...(until && { until }), looked: at, begun: started }, nextAt };
}

/** The first try of a round for an ask that came when somebody's rounds had begun. */
function askedAgain(
  contact: LevelContact,
  begunAt: Instant,
  situation: TrySituation,
  end: Instant,
): Bundle | undefined {
  const { askedAt } = contact;
  if (askedAt === undefined || askedAt < begunAt) return undefined;
  const [first] = triesOf(contact, situation, { start: askedAt, end });
  return first;
}

const latest = <T extends Instant | undefined>(one: Instant | undefined, other: T): Instant | T =>
  one !== undefined && (other === undefined || one > other) ? one : other;

/** The same reaching so much later: it rested meanwhile. */
export function restReaching({ since, until, looked, begun }: ReachProgress, ms: number): ReachProgress {
  const later = (at: Instant): Instant => asInstant(at + ms);
  return {
    since: later(since),
    ...(until !== undefined && { until: later(until) }),
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
