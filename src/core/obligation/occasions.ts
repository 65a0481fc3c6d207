import type { LocalDate } from '../calendar/calendar.ts';
import type { Plan } from '../plan/format/schema.ts';
import type { Obligation } from '../plan/format/schema-contract.ts';
import type { Party } from '../plan/format/schema-values.ts';
import { type DueContext, dueDates } from './due-dates.ts';

export type ObligationKind = NonNullable<Obligation['kind']>;

/** What a plan says of an obligation besides its date. */
export interface ObligationTerms {
  readonly kind: ObligationKind;
  readonly title: string;
  readonly owner: Party;
  readonly acceptedBy: Party;
  readonly note?: string;
  /** Days before its date on which its owner is reminded, the most first; besides the date itself. */
  readonly remind: readonly number[];
}

/** One obligation with one date; of what comes again, one time that it comes. */
export interface Occasion {
  /** `plan-posted`, or `monthly-report.2027-01-15` of what comes again: a name that is never used again. */
  readonly id: string;
  /** The id in the plan. */
  readonly obligation: string;
  readonly terms: ObligationTerms;
  readonly dueOn: LocalDate;
}

/** What stands between the id of the plan, which has no such sign, and the date. */
const OF_DATE = '.';

/**
 * Every occasion that a plan's obligations come to, in the order of the plan and then of time. One without an id has
 * no name that lasts, and none is kept of it; the first of two with the same id counts.
 */
export function occasionsOf(plan: Plan, context: DueContext): readonly Occasion[] {
  const found = new Map<string, Occasion>();
  for (const written of plan.obligations ?? []) {
    const { id: obligation, due } = written;
    if (obligation === undefined || due === undefined) continue;
    const { isRecurring, dates } = dueDates(due, context);
    const terms = termsOf(written, obligation);
    const isOfChange = typeof due === 'object' && due.days !== undefined && due.after === 'change';
    for (const dueOn of dates) {
      // What follows a change is called by the change: two of them may fall due on the same day.
      const named = isOfChange ? (context.changed ?? dueOn) : dueOn;
      const id = isRecurring ? `${obligation}${OF_DATE}${named}` : obligation;
      if (!found.has(id)) found.set(id, { id, obligation, terms, dueOn });
    }
  }
  return [...found.values()];
}

/** Where a plan says nothing of reminders. */
const REMIND = [30, 7, 1];

function termsOf(
  { kind = 'commitment', title, owner = 'contractor', ...rest }: Obligation,
  id: string,
): ObligationTerms {
  const { acceptedBy = otherThan(owner), remind = REMIND, note } = rest;
  return {
    ...{ kind, title: title ?? id, owner, acceptedBy },
    remind: [...new Set(remind)].sort((a, b) => b - a).slice(0, REMINDERS_MAX),
    ...(note !== undefined && { note }),
  };
}

const REMINDERS_MAX = 12;

/** Who accepts where a plan names nobody: oversight, and for what oversight itself owes the contractor. */
const otherThan = (owner: Party): Party => (owner === 'oversight' ? 'contractor' : 'oversight');
