import type { Instant } from '../instant.ts';
import type { FillingEvent } from './event.ts';

/** Who fills a seat from an instant on; left out: nobody. */
interface SeatChange {
  readonly seat: string;
  readonly at: Instant;
  readonly holder?: string | undefined;
}

/** A time in which nobody fills a seat; `until` is undefined while it lasts. */
export interface Vacancy {
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/**
 * Who filled a seat when, by the events of one filling: its holder from the first, whoever was there before while it is
 * held up and once it is refused.
 */
export function seatChanges(events: readonly FillingEvent[]): readonly SeatChange[] {
  const filled = events.find((event) => event.type === 'SeatFilled');
  if (!filled) return [];
  const { seat, holder, before } = filled.filling;
  return events.flatMap(({ type, at }) => {
    if (type === 'SeatFilled' || type === 'FillingAgreed') return [{ seat, at, holder }];
    return type === 'FillingHeldUp' || type === 'FillingRefused' ? [{ seat, at, holder: before }] : [];
  });
}

/** When nobody filled each seat, by what is known of who did; changes at one instant hold in the order given. */
export function vacancies(changes: readonly SeatChange[]): ReadonlyMap<string, readonly Vacancy[]> {
  const found = new Map<string, Vacancy[]>();
  for (const { seat, at, holder } of changes.toSorted((a, b) => a.at - b.at)) {
    const own = found.get(seat) ?? [];
    found.set(seat, own);
    const last = own.at(-1);
    const isOpen = last !== undefined && last.until === undefined;
    if (holder === undefined && !isOpen) own.push({ from: at, until: undefined });
    if (holder !== undefined && isOpen) own.splice(-1, 1, { ...last, until: at });
  }
  return found;
}
