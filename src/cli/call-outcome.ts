import type { Call, CallFailure } from '../core/case/call.ts';

const FAILURES: Readonly<Record<string, CallFailure>> = {
  'no-answer': 'noAnswer',
  'wrong-person': 'wrongPerson',
  'not-in-service': 'notInService',
};

/** What may be said to have come of a call. */
export const CALL_OUTCOMES: readonly string[] = ['reached', ...Object.keys(FAILURES)];

/** The same as the API has it. */
export function callOutcome(typed: string | undefined): Partial<Pick<Call, 'reached' | 'failure'>> {
  if (typed === undefined) return {};
  const failure = FAILURES[typed];
  return failure === undefined ? { reached: true } : { reached: false, failure };
}
