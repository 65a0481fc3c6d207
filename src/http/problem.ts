import { jsonValues } from '../app/views/json-values.ts';
import type { ForecastRefusal } from '../core/case/play/forecast-refusal.ts';
import type { CaseRefusal, CaseRefusalCode } from '../core/case/refusal.ts';
import { type CaseContext, caseSentences, type RefusalWords } from '../core/message/case.ts';
import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { ServiceProblem, ServiceProblems } from '../core/message/service.ts';

/** What is wrong with one field, and where it stands. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Beside code and values: what one kind of problem has and the others have not. */
interface Extras {
  readonly problems?: readonly FieldProblem[];
  /** Of a case that has changed: the sentences of what happened since. */
  readonly happened?: readonly string[];
  /** Of a fault of ours: where the published plan is, and whom it lets anybody call. */
  readonly plan?: string;
  readonly call?: readonly {
    readonly name: string;
    readonly office: string | null;
    readonly mobile: string | null;
    readonly email: string | null;
  }[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A no on its way to whoever asked. Thrown where it is found; the server's one handler writes it. */
export class Problem extends Error {
  readonly code: string;
  readonly values: object;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(code: string, values: object, status: number, words: RefusalWords, extras: Extras = {}) {
    super(code);
    const { headers = {}, ...rest } = extras;
    this.code = code;
    this.values = values;
    this.status = status;
    this.headers = headers;
    this.body = {
      type: `/api/problems#${code}`,
      title: catalogue('en').service.titles[status] ?? '',
      status,
      detail: `${words.message} ${words.advice}`.trim(),
      code,
      values: jsonValues(values),
      ...rest,
    };
  }
}

/** The status of each no of the service itself: the only place where one is chosen. */
export const STATUS: Readonly<Record<keyof ServiceProblems, number>> = {
  'case-not-found': 404,
  'command-not-allowed': 403,
  'case-changed': 412,
  'case-set-aside': 503,
  'person-not-colleague': 422,
  'call-number-unknown': 422,
  'file-empty': 422,
  'file-too-big': 413,
  'file-kind-unknown': 422,
  'file-not-found': 404,
  'file-erased': 410,
  'case-file-missing': 404,
  'key-used-differently': 422,
  'customer-not-named': 422,
  'customer-not-found': 404,
  'reporter-not-named': 422,
  'reporter-not-found': 422,
  'revision-not-published': 409,
  'revision-not-found': 404,
  'contract-not-found': 404,
  'page-not-found': 404,
  'source-not-shown': 403,
  'token-missing': 401,
  'token-not-valid': 401,
  'token-scope-missing': 403,
  'request-body-malformed': 400,
  'request-body-invalid': 422,
  'request-query-invalid': 400,
  'request-header-invalid': 400,
  'request-body-too-big': 413,
  'request-type-unsupported': 415,
  'request-method-not-allowed': 405,
  'request-not-understood': 400,
  'request-host-foreign': 403,
  'request-origin-foreign': 403,
  'requests-too-many': 429,
  'streams-too-many': 429,
  'service-draining': 503,
  'database-away': 503,
  'internal-fault': 500,
  'clock-not-movable': 409,
  'clock-span-not-understood': 422,
  'clock-span-too-long': 422,
  'clock-nobody-works': 503,
};

const RETRY_SECONDS = '5';
const SET_ASIDE_RETRY_SECONDS = '300';
const TOKEN_WANTED = 'Bearer realm="ladder"';

/** Headers that belong to a no wherever it is said. */
const HEADERS: Partial<Record<keyof ServiceProblems, Readonly<Record<string, string>>>> = {
  'token-missing': { 'www-authenticate': TOKEN_WANTED },
  'token-not-valid': { 'www-authenticate': `${TOKEN_WANTED}, error="invalid_token"` },
  'case-set-aside': { 'retry-after': SET_ASIDE_RETRY_SECONDS },
  'streams-too-many': { 'retry-after': RETRY_SECONDS },
  'service-draining': { 'retry-after': RETRY_SECONDS },
  'database-away': { 'retry-after': RETRY_SECONDS },
};

/** A no of the service. */
export function problem<C extends keyof ServiceProblems>(
  code: C,
  values: ServiceProblems[C],
  extras: Extras = {},
): Problem {
  const say = catalogue('en').service.problems[code] as (values: ServiceProblems[C]) => RefusalWords;
  const headers = { ...HEADERS[code], ...extras.headers };
  return new Problem(code, values, STATUS[code], say(values), { ...extras, headers });
}

/** Of a case's own refusals those that are not a conflict with where it stands. */
const CASE_STATUS: Partial<Record<CaseRefusalCode, number>> = {
  'case-unknown': 404,
  'case-actor-not-allowed': 403,
  'case-on-behalf-not-allowed': 403,
  'case-step-not-yours': 403,
};
const CONFLICT = 409;

/** The status of a no of the case. */
export const caseStatus = (code: CaseRefusalCode): number => CASE_STATUS[code] ?? CONFLICT;

/** A no of the case, in its own words. */
export function caseProblem(refusal: CaseRefusal, context: CaseContext): Problem {
  const { code, values } = refusal;
  const words = caseSentences(catalogue('en').case, context).refusal(refusal);
  return new Problem(code, values, caseStatus(code), words);
}

/** Of what cannot be forecast as it is asked for. */
export const FORECAST_STATUS = 400;

/** A course that cannot be forecast was asked for wrongly. */
export function forecastProblem({ code, values }: ForecastRefusal): Problem {
  const say = catalogue('en').forecast.refusals[code] as (values: object) => RefusalWords;
  return new Problem(code, values, FORECAST_STATUS, say(values));
}

/** Whether a refusal is the service's, and not the case's. */
export const isServiceProblem = (refusal: { readonly code: string }): refusal is ServiceProblem =>
  Object.hasOwn(STATUS, refusal.code);

/** A no for a page: its kind above, what to do below; in the reader's language as far as it is the service's own. */
export function problemWords({ code, values, status, body }: Problem, language: Language): RefusalWords {
  const { titles, problems } = catalogue(language).service;
  const own = problems as Readonly<Record<string, (values: object) => RefusalWords>>;
  const say = Object.hasOwn(own, code) ? own[code] : undefined;
  const { message, advice } = say ? say(values) : { message: String(body.detail), advice: '' };
  return { message: titles[status] ?? '', advice: `${message} ${advice}`.trim() };
}
