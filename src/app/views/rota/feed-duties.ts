import { asInstant, type Instant } from '../../../core/instant.ts';
import { isCuttable, shifts } from '../../../core/rota/shifts.ts';
import type { StoredRevision } from '../../ports/contracts.ts';
import type { NamedRota, RotaView } from './rota-view.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const BACK_WEEKS = 8;
/** A year and a day; a rota too busy to be cut for that long is shown for less. */
const AHEAD_DAYS = [366, 92, 31, 7] as const;
/** Rotas whose duties are kept to be told again: a few of each of many contracts. */
const KEPT_MAX = 200;

/** One duty as a calendar shows it. */
export interface FeedDuty {
  /** The same for the same duty, however often it is told. */
  readonly uid: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly name: string;
  readonly rota: string;
  /** Grows with each change to the plan and to its rotas. */
  readonly sequence: number;
  /** When what decides it was last changed. */
  readonly changedAt: Instant;
}

interface Asked {
  readonly view: RotaView;
  /** Undefined: the duty of the reader's own seats. */
  readonly level: number | undefined;
  readonly published: Pick<StoredRevision, 'number' | 'publishedAt' | 'loadedAt'>;
}

/** Duties from eight weeks back until a year ahead, as the rotas stand today, in the order in which they begin. */
export function feedDuties({ view, level, published }: Asked): readonly FeedDuty[] {
  const { contract, live, seats, nameOf } = view;
  const sequence = published.number + live.events;
  const changedAt = asInstant(
    Math.max(published.publishedAt ?? published.loadedAt, live.events > 0 ? live.lastAt : 0),
  );
  const rotas = view.rotas.filter(({ levels }) => level === undefined || levels.includes(level));
  return rotas
    .flatMap((rota) =>
      kept(`${contract}/${rota.id}/${published.number}/${live.events}`, rota, view.now)
        .filter(({ id }) => level !== undefined || seats.includes(id))
        .map(({ id, from, until, isBegun }) => ({
          uid: `duty-${contract}-${rota.id}-${id}-${isBegun ? 'begun' : from}@ladder`,
          ...{ from, until, sequence, changedAt, name: nameOf(id), rota: rota.title },
        })),
    )
    .sort((a, b) => a.from - b.from || a.until - b.until);
}

interface CutShift {
  readonly id: string;
  readonly from: Instant;
  readonly until: Instant;
  /** It began before anything that is shown. */
  readonly isBegun: boolean;
}

const found = new Map<string, readonly CutShift[]>();

/** Cutting a year is work, and programs ask every few minutes: it is done once a week and once for each change. */
function kept(key: string, { rules }: NamedRota, now: Instant): readonly CutShift[] {
  // Whole weeks, so that what is cut at the beginning of the period is the same until the next week begins.
  const week = Math.floor(now / WEEK_MS) * WEEK_MS;
  const [from, name] = [asInstant(week - BACK_WEEKS * WEEK_MS), `${key}/${week}`];
  const known = found.get(name);
  if (known) return known;
  const days = AHEAD_DAYS.find((one) => isCuttable(rules, from, asInstant(week + WEEK_MS + one * DAY_MS)));
  const until = asInstant(week + WEEK_MS + (days ?? 0) * DAY_MS);
  const cut = days === undefined ? [] : shifts(rules, from, until);
  const shown = cut.map((one) => ({ ...one, isBegun: one.from === from }));
  const oldest = found.keys().next();
  if (found.size >= KEPT_MAX && !oldest.done) found.delete(oldest.value);
  found.set(name, shown);
  return shown;
}
