import type { RefusalWords } from '../core/message/case.ts';
import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { DraftRefusal, DraftRefusalCode } from '../core/publication/draft-refusal.ts';
import { API_LANGUAGE } from './api-language.ts';
import { Problem } from './problem.ts';

const NOT_FOUND = 404;
const FORBIDDEN = 403;
const CONFLICT = 409;
const CHANGED = 412;
const UNPROCESSABLE = 422;

const STATUSES: Partial<Record<DraftRefusalCode, number>> = {
  'draft-not-found': NOT_FOUND,
  'draft-not-allowed': FORBIDDEN,
  'draft-changed': CHANGED,
  'draft-text-missing': UNPROCESSABLE,
  'draft-text-unstorable': UNPROCESSABLE,
  'draft-text-too-long': UNPROCESSABLE,
  'draft-reason-missing': UNPROCESSABLE,
  'draft-instant-passed': UNPROCESSABLE,
  'draft-instant-far': UNPROCESSABLE,
  'draft-finding-unknown': UNPROCESSABLE,
  'draft-finding-stays': UNPROCESSABLE,
};

/** The status of a no about a draft. */
const draftStatusOf = (code: DraftRefusalCode): number => STATUSES[code] ?? CONFLICT;

/** What a no about a draft says. */
export function draftRefusalWords({ code, values }: DraftRefusal, language: Language): RefusalWords {
  const say = catalogue(language).drafts.refusals[code] as (given: object) => RefusalWords;
  return say(values);
}

/** A no about a draft, for the API. */
export const draftProblem = (refusal: DraftRefusal): Problem =>
  new Problem(
    refusal.code,
    refusal.values,
    draftStatusOf(refusal.code),
    draftRefusalWords(refusal, API_LANGUAGE),
  );
