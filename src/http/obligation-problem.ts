import type { ObligationAnswer } from '../app/obligation/handle-obligations.ts';
import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { API_LANGUAGE } from './api-language.ts';
import { Problem, problem } from './problem.ts';

type Refusal = Extract<ObligationAnswer, { accepted: false }>['refusal'];

const CONFLICT = 409;

/** Those that are no conflict with where the obligation stands. */
const STATUSES: Readonly<Partial<Record<Refusal['code'], number>>> = {
  'obligation-not-found': 404,
  'obligation-not-allowed': 403,
  'obligation-changed': 412,
  'obligation-link-unsound': 422,
  'obligation-links-too-many': 422,
  'obligation-evidence-missing': 422,
  'obligation-reason-missing': 422,
  'obligation-done-ahead': 422,
  'obligation-date-past': 422,
  'obligation-date-far': 422,
};

/** A no about an obligation, for the API. */
export function obligationProblem(refusal: Refusal): Problem {
  if (refusal.code === 'key-used-differently') return problem(refusal.code, refusal.values);
  const say = catalogue(API_LANGUAGE).obligations.refusals[refusal.code] as (values: object) => RefusalWords;
  return new Problem(refusal.code, refusal.values, STATUSES[refusal.code] ?? CONFLICT, say(refusal.values));
}
