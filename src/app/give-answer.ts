import type { CaseState } from '../core/case/state.ts';
import type { Instant } from '../core/instant.ts';
import { caseSentences, type RefusalWords } from '../core/message/case.ts';
import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { Caller } from './authorise.ts';
import { type Answer, handleIn, type Request } from './handle.ts';
import { partyOf } from './known-caller.ts';
import type { LetterCase, Reader } from './notices/letters.ts';
import { letterCase } from './notices/system.ts';
import { seatsOf, standsAt } from './notices/who.ts';
import type { EngineTransaction, Person } from './ports/engine.ts';
import type { KeptRefusal } from './ports/opening-mails.ts';
import type { CaseKey } from './ports/store.ts';

/** Gives one command on the road, for somebody who answers by a link or by mail. */
export async function giveAnswer(tx: EngineTransaction, request: Request): Promise<Answer> {
  const [answer] = await handleIn(tx, [request]);
  if (!answer) throw new Error('a command without an answer');
  return answer;
}

/** The case with its papers as it stands in this transaction; undefined where there is none. */
export async function subjectOf(
  tx: EngineTransaction,
  key: CaseKey,
  at?: Instant,
): Promise<LetterCase | undefined> {
  return letterCase(key, await tx.papers(key, seatsOf), at ?? (await tx.now()));
}

/** Somebody as a reader of letters: for their party, and at the highest contacted level they are reached at. */
export function readerOf(subject: LetterCase, caller: Caller, person: Person): Reader {
  const audience = partyOf(caller) ?? 'customer';
  const { papers, open } = subject;
  const own = open.contacted.findLast(({ level }) => standsAt(papers, open, level, person));
  return { person, audience, level: audience === 'contractor' ? own?.level : undefined };
}

/** Why a case was not opened, in its own words; a case that is none says no only on rules. */
export function openingRefusalWords(
  refusal: KeptRefusal,
  rules: Revision | undefined,
  language: Language,
): RefusalWords {
  const words = catalogue(language);
  const own = words.service.problems as Readonly<Record<string, (values: object) => RefusalWords>>;
  const say = own[refusal.code];
  if (say) return say(refusal.values);
  if (!rules) return { message: '', advice: '' };
  return caseSentences(words.case, rules).refusal(
    refusal as Parameters<ReturnType<typeof caseSentences>['refusal']>[0],
  );
}

/** A no in its own words, on the clocks of the case and in the language of whoever reads it. */
export function refusalWords(
  refusal: Extract<Answer, { accepted: false }>['refusal'],
  state: CaseState,
  language: Language,
): RefusalWords {
  if (state.status === 'none') return openingRefusalWords(refusal, undefined, language);
  const { revision } = state.status === 'closed' ? state.last : state;
  return openingRefusalWords(refusal, revision, language);
}
