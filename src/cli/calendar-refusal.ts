import type { CalendarRefusals } from '../core/message/calendar.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import { MISUSE, REFUSED, Refused } from './refused.ts';

/** Holidays that cannot be printed as asked for. */
export class CalendarRefusal<C extends keyof CalendarRefusals = keyof CalendarRefusals> extends Refused<
  C,
  CalendarRefusals[C]
> {
  constructor(code: C, values: CalendarRefusals[C]) {
    const say = catalogue('en').calendar.refusals[code] as (values: unknown) => RefusalWords;
    // The one that is understood, and the answer is no: the data do not reach so far.
    super(code, values, say(values), code === 'calendar-dates-unknown' ? REFUSED : MISUSE);
  }
}
