import type { Instant } from '../../instant.ts';
import type { Plan } from '../format/schema.ts';
import { daysAfter } from './due-days.ts';

/** When the clause wants the plan posted, and when it first was. */
interface Posting {
  /** Calendar days after the execution. */
  readonly days: number;
  /** On its end, in the contract's zone, the plan has to be posted. */
  readonly dueOn: string;
  /** Undefined where no revision says when it was published. */
  readonly posted: { readonly at: Instant; readonly on: string; readonly lateDays: number } | undefined;
}

interface PublishedSoFar {
  readonly written: Plan | undefined;
  /** Every revision that was ever in force, the newest first. */
  readonly history: readonly { readonly publishedAt: Instant | undefined }[];
  readonly rules: { readonly timeZone: string };
}

/**
 * The proof of "posted within N days of execution": the first publication here against the last day for it, which is
 * still in time. Undefined where the plan does not demand it, or counts it in business days or from something else.
 */
export function postingOf({ written, history, rules: { timeZone } }: PublishedSoFar): Posting | undefined {
  const { days, of, after } = written?.requirements?.posting?.within ?? {};
  const executed = written?.contract?.executed;
  if (days === undefined || executed === undefined || after !== 'execution' || of !== undefined)
    return undefined;
  const dueOn = daysAfter(executed, days);
  const at = history.findLast(({ publishedAt }) => publishedAt !== undefined)?.publishedAt;
  if (at === undefined) return { days, dueOn, posted: undefined };
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const lateDays = Math.max(0, Temporal.PlainDate.from(dueOn).until(date, { largestUnit: 'day' }).days);
  return { days, dueOn, posted: { at, on: date.toString(), lateDays } };
}
