import { asInstant, type Instant } from '../../core/instant.ts';

/** An instant out of a row, where there is one: the driver gives dates. */
export const instantOf = (date: Date | null): Instant | undefined =>
  date === null ? undefined : asInstant(date.getTime());

/** The values of a row that are there. */
export function present<K extends string>(
  row: Readonly<Record<K, string | null>>,
): Partial<Record<K, string>> {
  const found = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(found) as Partial<Record<K, string>>;
}
