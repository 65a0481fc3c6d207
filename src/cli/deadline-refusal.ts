import { catalogue } from '../core/message/catalogue.ts';
import type { DeadlineRefusals } from '../core/message/deadline.ts';

/** A deadline that cannot be computed as asked: thrown while a question is read, answered in its place. */
export class DeadlineRefusal<C extends keyof DeadlineRefusals = keyof DeadlineRefusals> extends Error {
  readonly code: C;
  readonly values: DeadlineRefusals[C];

  constructor(code: C, values: DeadlineRefusals[C]) {
    super(code);
    this.code = code;
    this.values = values;
  }

  /** What is wrong and what to do, as a sentence. */
  get words(): string {
    const say = catalogue('en').deadline.refusals[this.code] as (values: unknown) => string;
    return say(this.values);
  }
}
