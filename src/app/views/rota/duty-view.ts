import { asInstant, type Instant, parseLocal } from '../../../core/instant.ts';
import type { PersonId, RotaRules } from '../../../core/rota/rota.ts';
import { isCuttable, shifts, stretches } from '../../../core/rota/shifts.ts';

const DAY_MS = 86_400_000;
/** How far ahead the next hand-over and somebody's next duty are looked for. */
export const AHEAD_DAYS = 60;

/** A half-open time and who is on duty in it. */
export interface DutyPart {
  readonly from: Instant;
  readonly until: Instant;
  readonly people: readonly PersonId[];
}

/** Who is on duty at an instant and who after; `next` is missing where nothing changes for a while. */
interface DutyNow {
  readonly people: readonly PersonId[];
  readonly next: DutyPart | undefined;
}

/** Who is on duty, and who takes over. */
export function dutyNow(rules: RotaRules, now: Instant): DutyNow {
  const [first, next] = parts(rules, now, horizon(now));
  return { people: first?.people ?? [], next };
}

/** A person's own duty: the one that is on, and the first that begins later. */
interface OwnDuty {
  readonly until: Instant | undefined;
  readonly next: { readonly from: Instant; readonly until: Instant } | undefined;
}

/** One person's duty by a rota, now and next. */
export function ownDuty(rules: RotaRules, person: PersonId, now: Instant): OwnDuty {
  const own = dutiesAhead(rules, now).filter(({ id }) => id === person);
  return {
    until: own.find(({ from }) => from <= now)?.until,
    next: own.find(({ from }) => from > now),
  };
}

/** Everybody's duties that have not ended, in the order in which they begin. */
export const dutiesAhead = (rules: RotaRules, now: Instant) =>
  isCuttable(rules, now, horizon(now)) ? shifts(rules, now, horizon(now)) : [];

/** How far ahead duties are looked for; what goes on beyond it is cut there. */
export const horizon = (now: Instant): Instant => asInstant(now + AHEAD_DAYS * DAY_MS);

function parts(rules: RotaRules, from: Instant, until: Instant): readonly DutyPart[] {
  return isCuttable(rules, from, until) ? stretches(rules, from, until) : [];
}

/** One date of a calendar, who is on duty in the course of it, and who of the rota is away. */
export interface DutyDay {
  readonly date: string;
  readonly parts: readonly DutyPart[];
  readonly away: readonly PersonId[];
}

export const ROTA_LOOKS = ['week', 'month'] as const;
export type RotaLook = (typeof ROTA_LOOKS)[number];

/** The dates that a week or a month shows: whole weeks from Monday to Sunday. */
export function shownDates(
  look: RotaLook,
  around: string,
): { readonly first: string; readonly days: number } {
  const day = Temporal.PlainDate.from(around);
  if (look === 'week') return { first: mondayOf(day).toString(), days: 7 };
  const first = mondayOf(day.with({ day: 1 }));
  const last = day.with({ day: day.daysInMonth });
  const days = first.until(last, { largestUnit: 'days' }).days + 1;
  return { first: first.toString(), days: Math.ceil(days / 7) * 7 };
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** The dates before and after those that are shown, to turn to. */
export function turnedDates(
  look: RotaLook,
  around: string,
): { readonly before: string; readonly after: string } {
  const day = Temporal.PlainDate.from(around);
  if (look === 'week') {
    return { before: day.subtract({ days: 7 }).toString(), after: day.add({ days: 7 }).toString() };
  }
  const first = day.with({ day: 1 });
  return { before: first.subtract({ months: 1 }).toString(), after: first.add({ months: 1 }).toString() };
}

/** Who has time off in the course of a half-open time, each once. */
function awayIn({ timeOff }: RotaRules, from: Instant, until: Instant): readonly PersonId[] {
  const away = timeOff.filter((one) => one.from < until && from < one.until);
  return [...new Set(away.map(({ who }) => who))];
}

/** Who is on duty on each of some dates, on the clocks of a zone. A date that the zone leaves out has no part. */
export function dutyDays(
  rules: RotaRules,
  { first, days }: { readonly first: string; readonly days: number },
  timeZone: string,
): readonly DutyDay[] {
  const start = Temporal.PlainDate.from(first);
  const midnight = (date: Temporal.PlainDate): Instant =>
    parseLocal(`${date}T00:00`, timeZone) ?? asInstant(0);
  return Array.from({ length: days }, (_, index) => {
    const date = start.add({ days: index });
    const [from, until] = [midnight(date), midnight(date.add({ days: 1 }))];
    return { date: date.toString(), parts: parts(rules, from, until), away: awayIn(rules, from, until) };
  });
}
