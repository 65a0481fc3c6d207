import type { Instant } from '../../instant.ts';
import type { Override, PersonId, PersonTime } from '../rota.ts';

/** How a live change stands. An override holds from the beginning, a swap once the other side has accepted it. */
type LiveStatus = 'asked' | 'holds' | 'declined' | 'withdrawn';

interface Entry {
  /** The number of the event that made it. */
  readonly entry: number;
  /** The rota of the plan it is about. */
  readonly rota: string;
  readonly status: LiveStatus;
  /** The person who made it. */
  readonly by: string;
  readonly madeAt: Instant;
  /** From when on it holds; undefined while nobody has accepted it. */
  readonly heldAt: Instant | undefined;
  /** When it was withdrawn or declined. What held until then stays as it was. */
  readonly endedAt: Instant | undefined;
}

interface LiveOverride extends Entry {
  readonly kind: 'override';
  readonly override: Override;
}

/** The first of the two asked for it. */
export interface LiveSwap extends Entry {
  readonly kind: 'swap';
  readonly between: readonly [PersonTime, PersonTime];
}

/** A dated change to a rota of the plan, made while it runs. */
export type LiveEntry = LiveOverride | LiveSwap;

/** All that was changed about a contract's rotas since its plan was agreed, in the order in which it was. */
export interface LiveRotas {
  readonly events: number;
  readonly lastAt: Instant;
  readonly entries: readonly LiveEntry[];
  /** By the calendars of those who fill the seats; what is past stays as it was lived. */
  readonly timeOff: readonly PersonTime[];
}

/** The whole time an entry is about. */
export function timeOf(one: LiveEntry): { readonly from: Instant; readonly until: Instant } {
  if (one.kind === 'override') return one.override;
  const [first, second] = one.between;
  return first.from < second.from
    ? { from: first.from, until: first.until > second.until ? first.until : second.until }
    : { from: second.from, until: second.until > first.until ? second.until : first.until };
}

/** Whom an entry puts on duty at one time or another. */
export function putOnDuty(one: LiveEntry): readonly PersonId[] {
  if (one.kind === 'swap') return one.between.map(({ who }) => who);
  const { override } = one;
  if (override.kind === 'remove') return [];
  return override.kind === 'replace' ? override.by : override.people;
}
