import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { DutyRefusals } from '../core/message/duty.ts';
import { MISUSE, Refused } from './refused.ts';

/** Who is on duty, asked for in a way that cannot be answered. */
export class DutyRefusal<C extends keyof DutyRefusals = keyof DutyRefusals> extends Refused<
  C,
  DutyRefusals[C]
> {
  constructor(code: C, values: DutyRefusals[C]) {
    const say = catalogue('en').duty.refusals[code] as (values: unknown) => RefusalWords;
    super(code, values, say(values), MISUSE);
  }
}
