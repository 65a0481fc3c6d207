import { asInstant, type Instant } from '../instant.ts';
import { endOfDate, morningOf } from './due-dates.ts';
import { isOwed, type LiveObligation, type ObligationState } from './state.ts';

/** What is to happen to an obligation by itself, and when. */
export type ObligationDeadline =
  | { readonly kind: 'reminder'; readonly daysBefore: number; readonly dueAt: Instant }
  | { readonly kind: 'late'; readonly dueAt: Instant }
  | { readonly kind: 'stillLate' | 'awaited'; readonly weeks: number; readonly dueAt: Instant };

/** Longer than any contract: so many weeks are counted. */
const WEEKS_MAX = 2_000;
const WEEK_DAYS = 7;
const WEEK_MS = WEEK_DAYS * 86_400_000;

/** When the date that holds has passed. */
export const dueAtOf = ({ dueOn, timeZone }: Pick<LiveObligation, 'dueOn' | 'timeZone'>): Instant =>
  endOfDate(dueOn, timeZone);

/** Everything that is still to happen to it if nobody does anything, the first first. */
export function obligationDeadlines(state: ObligationState): readonly ObligationDeadline[] {
  if (state.status === 'none') return [];
  const found = isOwed(state) ? owedDeadlines(state) : state.status === 'delivered' ? awaited(state) : [];
  return [...found].sort((a, b) => a.dueAt - b.dueAt);
}

function owedDeadlines(state: LiveObligation): readonly ObligationDeadline[] {
  const { dueOn, timeZone, lateAt, lateWeeks } = state;
  if (lateAt === undefined) return [...reminders(state), { kind: 'late', dueAt: dueAtOf(state) }];
  if (lateWeeks >= WEEKS_MAX) return [];
  const weeks = lateWeeks + 1;
  return [{ kind: 'stillLate', weeks, dueAt: morningOf(dueOn, 1 + weeks * WEEK_DAYS, timeZone) }];
}

const reminders = ({
  terms,
  dueOn,
  timeZone,
  datedAt,
  reminded,
}: LiveObligation): readonly ObligationDeadline[] =>
  [...terms.remind, ON_THE_DATE]
    .filter((days) => !reminded.includes(days))
    .map((daysBefore) => ({
      kind: 'reminder' as const,
      daysBefore,
      dueAt: morningOf(dueOn, -daysBefore, timeZone),
    }))
    .filter(({ dueAt }) => dueAt > datedAt);

function awaited({ delivery, awaitedWeeks }: LiveObligation): readonly ObligationDeadline[] {
  if (!delivery || awaitedWeeks >= WEEKS_MAX) return [];
  const weeks = awaitedWeeks + 1;
  return [{ kind: 'awaited', weeks, dueAt: asInstant(delivery.at + weeks * WEEK_MS) }];
}

const ON_THE_DATE = 0;

/** Deadlines by name, as they are kept beside the state. */
export const obligationDeadlinesByName = (state: ObligationState): Readonly<Record<string, Instant>> =>
  Object.fromEntries(obligationDeadlines(state).map((one) => [nameOf(one), one.dueAt]));

function nameOf(deadline: ObligationDeadline): string {
  switch (deadline.kind) {
    case 'reminder':
      return `reminder/${deadline.daysBefore}`;
    case 'late':
      return 'late';
    default:
      return `${deadline.kind}/${deadline.weeks}`;
  }
}

/** How often a week has passed since, counted so that a long sleep is told once. */
export const weeksSince = (from: Instant, at: Instant): number =>
  Math.min(WEEKS_MAX, Math.floor((at - from) / WEEK_MS));
