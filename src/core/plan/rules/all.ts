import type { AnyRule } from '../rule.ts';
import { TIME_RULES } from './all-time.ts';
import { contractExecutionMissing } from './contract-execution-missing.ts';
import { levelsTooFew } from './levels-too-few.ts';

/**
 * Every rule, one line each; the order does not matter, for findings are sorted by position.
 *
 * To add one: a file `rules/<code>.ts` that exports a `Rule`, its line here, the values of its code in
 * `core/message/findings-*.ts`, its two sentences in `core/message/en/findings-*.ts`, a heading in
 * `docs/reference/errors.md`, and a test with a plan that passes and one that fails.
 */
export const RULES: readonly AnyRule[] = [contractExecutionMissing, levelsTooFew, ...TIME_RULES];
