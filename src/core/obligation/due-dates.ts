import { businessDayAfter } from '../calendar/business-days.ts';
import type { CalendarRules, LocalDate } from '../calendar/calendar.ts';
import { compileCalendar } from '../calendar/compile-calendar.ts';
import { dateOfDay, dayNumber } from '../calendar/local-date.ts';
import type { Instant } from '../instant.ts';
import { asInstant } from '../instant.ts';
import { daysAfter, daysOf, isCountable } from '../plan/asked/due-days.ts';
import type { Plan } from '../plan/format/schema.ts';
import type { Due } from '../plan/format/schema-contract.ts';

/** What dates are counted from, all of them dates of the contract's zone. */
export interface DueContext {
  readonly executed: LocalDate | undefined;
  readonly term: { readonly from: LocalDate | undefined; readonly until: LocalDate | undefined };
  /** When the revision that says it was published. */
  readonly published: LocalDate;
  /** When it took the place of another; undefined of the first. */
  readonly changed: LocalDate | undefined;
  readonly calendars: Readonly<Record<string, CalendarRules>>;
}

interface PublishedHow {
  /** The date of its publication, in the contract's zone. */
  readonly published: LocalDate;
  /** It took the place of another. */
  readonly isChange: boolean;
  readonly calendars: DueContext['calendars'];
}

/** What the dates of a plan are counted from, once it is published. */
export function dueContext({ contract }: Plan, { published, isChange, calendars }: PublishedHow): DueContext {
  const { executed, term } = contract ?? {};
  return {
    ...{ executed, published, calendars },
    term: { from: term?.from, until: term?.until },
    changed: isChange ? published : undefined,
  };
}

/** A due date that comes once, or all that are still to come. */
interface DueDates {
  readonly isRecurring: boolean;
  readonly dates: readonly LocalDate[];
  /** Why it comes again after the last of them: there are too many to lay out, or the term has no end. */
  readonly cut?: DatesCut | undefined;
}

export type DatesCut = 'count' | 'years';

/** More than a date a week for seven years: what comes oftener is no obligation that anybody delivers and accepts. */
const DATES_MAX = 400;
/** Of a contract whose term has no end, so many years are laid out. */
const YEARS_WITHOUT_END = 5;

const NEVER: DueDates = { isRecurring: false, dates: [] };

/**
 * The dates by whose end something is due. Of what comes again: those from the publication to the end of the term,
 * that day included. Empty where nothing can be counted yet.
 *
 *     dueDates({ days: 90, after: 'execution' }, context)
 */
export function dueDates(due: Due, context: DueContext): DueDates {
  if (typeof due === 'string') return { isRecurring: false, dates: [due] };
  if (!isCountable(due)) return NEVER;
  const { days, every, monthly, months = 1, of, after } = due;
  if (monthly !== undefined) return { isRecurring: true, ...monthlyDates(monthly, months, context) };
  const start = startOf(after, context);
  if (start === undefined) return NEVER;
  if (every !== undefined) {
    const step = daysOf(every);
    return step === undefined || step < 1 ? NEVER : { isRecurring: true, ...everyDays(start, step, context) };
  }
  const date = days === undefined ? undefined : daysLater(start, days, of, context);
  // What follows each change is another one each time.
  return date === undefined ? NEVER : { isRecurring: after === 'change', dates: [date] };
}

function startOf(after: Exclude<Due, string>['after'], context: DueContext): LocalDate | undefined {
  switch (after) {
    case 'execution':
      return context.executed;
    case 'publication':
      return context.published;
    case 'change':
      return context.changed;
    case undefined:
      return undefined;
  }
}

function daysLater(
  start: LocalDate,
  days: number,
  of: string | undefined,
  { calendars }: DueContext,
): LocalDate | undefined {
  if (of === undefined) return daysAfter(start, days);
  const rules = calendars[of];
  const day = dayNumber(start);
  if (!rules || day === undefined) return undefined;
  const found = businessDayAfter(compileCalendar(rules), day, days);
  return found === undefined ? undefined : dateOfDay(found);
}

const endOf = ({ term, published }: DueContext): LocalDate =>
  term.until ?? Temporal.PlainDate.from(published).add({ years: YEARS_WITHOUT_END }).toString();

type Laid = Pick<DueDates, 'dates' | 'cut'>;

/** Dates, one after the other, up to the end of the term and no more than there is room for. */
function layOut(
  next: (count: number) => LocalDate | undefined,
  { first, from }: { readonly first: number; readonly from: LocalDate },
  context: DueContext,
): Laid {
  const end = endOf(context);
  const dates: LocalDate[] = [];
  for (let count = first; ; count++) {
    const date = next(count);
    if (date === undefined || date > end) return { dates, cut: context.term.until ? undefined : 'years' };
    if (dates.length === DATES_MAX) return { dates, cut: 'count' };
    if (date >= from) dates.push(date);
  }
}

function everyDays(start: LocalDate, step: number, context: DueContext): Laid {
  const [first, published] = [dayNumber(start) ?? 0, dayNumber(context.published) ?? 0];
  const last = dayNumber(endOf(context)) ?? 0;
  const next = (count: number): LocalDate | undefined =>
    first + count * step > last ? undefined : dateOfDay(first + count * step);
  const skipped = Math.max(1, Math.ceil((published - first) / step));
  return layOut(next, { first: skipped, from: context.published }, context);
}

/** Months are counted from the one in which the term begins. */
function monthlyDates(day: number, months: number, context: DueContext): Laid {
  const { term, executed, published } = context;
  const first = term.from ?? executed ?? published;
  const anchor = Temporal.PlainYearMonth.from(first.slice(0, 7));
  const apart = monthsBetween(anchor, Temporal.PlainYearMonth.from(published.slice(0, 7)));
  const next = (count: number): LocalDate => {
    const month = anchor.add({ months: count * months });
    // A month that lacks the day has its last in its place.
    return month.toPlainDate({ day: Math.min(day, month.daysInMonth) }).toString();
  };
  const skipped = Math.max(0, Math.floor(apart / months));
  return layOut(next, { first: skipped, from: first > published ? first : published }, context);
}

const monthsBetween = (from: Temporal.PlainYearMonth, to: Temporal.PlainYearMonth): number =>
  (to.year - from.year) * 12 + to.month - from.month;

/**
 * The end of a date in a zone, which is the beginning of the next: what is due on a date is in time until then.
 *
 *     endOfDate('2026-12-15', 'America/Los_Angeles')  // 2026-12-16T08:00Z
 */
export const endOfDate = (date: LocalDate, timeZone: string): Instant =>
  asInstant(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);

/** Nine in the morning, so many days after a date: when people are reminded. */
export const morningOf = (date: LocalDate, days: number, timeZone: string): Instant =>
  asInstant(
    Temporal.PlainDate.from(date).add({ days }).toZonedDateTime({ timeZone, plainTime: MORNING })
      .epochMilliseconds,
  );

const MORNING = '09:00';
