import type { CaseTerminalRefusals } from '../core/message/case-terminal.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { RefusalWords } from '../core/message/cli.ts';
import { MISUSE, REFUSED, Refused } from './refused.ts';

/** What only the world can answer: a Ladder that is not there, a connection that breaks. */
const FAULT = 3;

const FAULTS: ReadonlySet<keyof CaseTerminalRefusals> = new Set([
  'api-unreachable',
  'api-outcome-unknown',
  'api-answer-foreign',
  'api-answer-too-big',
  'api-stream-lost',
]);

/** A no of the terminal itself, before or instead of one of the service. */
export function apiRefused<C extends keyof CaseTerminalRefusals>(
  code: C,
  values: CaseTerminalRefusals[C],
): Refused {
  const say = catalogue('en').caseTerminal.refusals[code] as (
    values: CaseTerminalRefusals[C],
  ) => RefusalWords;
  return new Refused(code, values, say(values), FAULTS.has(code) ? FAULT : MISUSE);
}

/** A problem of RFC 9457 as the API writes it. */
export interface ApiProblem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly happened?: readonly string[];
}

/** Where a sentence ends and another begins. */
const NEXT_SENTENCE = /(?<=[.!?]) (?=[\p{Lu}\d])/u;

/**
 * A no of the service, in its own words: the first sentence says what is wrong, the rest what to do. Its words and
 * not ours, for the service may be a newer one than this terminal.
 */
export class ApiRefused extends Refused<string, ApiProblem> {
  constructor(problem: ApiProblem) {
    const { code, status, detail, problems = [], happened = [] } = problem;
    const [message = code, ...rest] = detail.split(NEXT_SENTENCE);
    const fields = problems.map(({ path, message: says }) => `${path}: ${says}`);
    const advice = [rest.join(' '), ...fields, ...happened].filter((line) => line !== '').join('\n  ');
    super(code, problem, { message, advice }, status >= 500 || status === 429 ? FAULT : REFUSED);
  }
}
