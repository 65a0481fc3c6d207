import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { ForecastCliRefusals } from '../core/message/forecast.ts';
import { MISUSE, Refused } from './refused.ts';

/** A course that cannot be forecast as asked for; a suggestion is a name that may have been meant. */
export class ForecastCliRefusal<
  C extends keyof ForecastCliRefusals = keyof ForecastCliRefusals,
> extends Refused<C, ForecastCliRefusals[C]> {
  constructor(code: C, values: ForecastCliRefusals[C], suggestion?: string) {
    const say = catalogue('en').forecast.refusals[code] as (values: unknown) => RefusalWords;
    super(code, values, say({ ...values, suggestion }), MISUSE);
  }
}
