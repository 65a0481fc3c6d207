import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import type { RecordRefusals } from '../core/message/record.ts';
import { MISUSE, REFUSED, Refused } from './refused.ts';

/** Lines that cannot be carried out as typed. */
const MISTYPED: readonly (keyof RecordRefusals)[] = [
  'checkpoint-not-understood',
  'erase-scope-unclear',
  'erase-name-not-understood',
];

/** A no of a command about the record. */
export function recordRefused<C extends keyof RecordRefusals>(code: C, values: RecordRefusals[C]): Refused {
  const say = catalogue('en').record.refusals[code] as (values: unknown) => RefusalWords;
  return new Refused(code, values, say(values), MISTYPED.includes(code) ? MISUSE : REFUSED);
}
