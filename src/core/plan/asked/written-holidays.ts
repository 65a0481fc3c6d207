import { type NamedCalendar, namedCalendar } from '../../calendar/holidays/named.ts';
import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import type { WrittenCalendar } from '../format/schema-routes.ts';

/** A date written under `add` or `remove`, undefined where the entry has none. */
interface WrittenDate {
  readonly date: string | undefined;
  readonly path: Path;
}

/** The holidays of one calendar as its author wrote them, and the shipped list they start from. */
interface WrittenHolidays {
  readonly id: string;
  readonly calendar: WrittenCalendar;
  readonly path: Path;
  readonly use: string | undefined;
  /** The shipped list of that name, undefined where none is used or none is called so. */
  readonly list: NamedCalendar | undefined;
  readonly add: readonly WrittenDate[];
  readonly remove: readonly WrittenDate[];
}

/** The holidays of every calendar that has any. */
export function writtenHolidays(plan: Plan): readonly WrittenHolidays[] {
  return Object.entries(plan.calendars ?? {}).flatMap(([id, calendar]) => {
    const { holidays } = calendar;
    if (!holidays) return [];
    const path = ['calendars', id, 'holidays'];
    const { use } = holidays;
    const list = use === undefined ? undefined : namedCalendar(use);
    const [add, remove] = (['add', 'remove'] as const).map((key) =>
      (holidays[key] ?? []).map((entry, index) => ({
        date: typeof entry === 'string' ? entry : entry.date,
        path: [...path, key, index],
      })),
    );
    return [{ id, calendar, path, use, list, add: add ?? [], remove: remove ?? [] }];
  });
}

const listed = new WeakMap<NamedCalendar, ReadonlyMap<string, string>>();
const NONE_LISTED: ReadonlyMap<string, string> = new Map();

/** The dates the shipped list closes, with why. */
export function listedDates({ list }: WrittenHolidays): ReadonlyMap<string, string> {
  if (!list) return NONE_LISTED;
  const known = listed.get(list) ?? new Map(list.entries.map(({ date, name }) => [date, name]));
  listed.set(list, known);
  return known;
}

/** The dates written by hand. */
export const datesOf = (written: readonly WrittenDate[]): ReadonlySet<string> =>
  new Set(written.flatMap(({ date }) => date ?? []));

/**
 * The last date the holidays of a calendar say anything about: the list's own, or, where dates are only written
 * by hand, the end of the last year that has one. Undefined where there are none.
 */
export function holidaysUntil({ list, use, add }: WrittenHolidays): string | undefined {
  if (use !== undefined) return list?.until;
  const last = add
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  return last === undefined ? undefined : `${last.slice(0, 4)}-12-31`;
}
