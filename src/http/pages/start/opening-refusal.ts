import type { KeptRefusal } from '../../../app/ports/opening-mails.ts';
import { caseSentences, contextFor, type RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { caseProblem, isServiceProblem, problem, problemWords } from '../../problem.ts';
import type { SignedVisit } from '../visit.ts';

/** Why a case was not opened, in words, and the status of the page that says so. */
export function openingRefusalWords(
  refusal: KeptRefusal,
  { rules }: { readonly rules: Revision },
  { language, frame }: Pick<SignedVisit, 'language' | 'frame'>,
): { readonly words: RefusalWords; readonly status: number } {
  if (isServiceProblem(refusal)) {
    const found = problem(refusal.code, refusal.values as never);
    return { words: problemWords(found, language), status: found.status };
  }
  const refused = refusal as Parameters<typeof caseProblem>[0];
  const words = caseSentences(catalogue(language).case, contextFor(rules, frame.readerZone)).refusal(refused);
  return { words, status: caseProblem(refused, rules).status };
}
