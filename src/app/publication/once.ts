import type { ServiceProblem } from '../../core/message/service.ts';
import type { DraftRefusal } from '../../core/publication/draft-refusal.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import type { AnswerKey } from '../ports/store.ts';
import type { DraftAnswer } from './give-draft.ts';
import { undoable } from './walk-draft.ts';

type KeyUsed = Extract<ServiceProblem, { code: 'key-used-differently' }>;

/** What is kept of an answer: which draft it is of; how that stands is looked at each time. */
type KeptAnswer =
  | Omit<Extract<DraftAnswer, { accepted: true }>, 'state'>
  | { readonly accepted: false; readonly refusal: DraftRefusal };

export type OnceAnswer = KeptAnswer | { readonly accepted: false; readonly refusal: KeyUsed };

/**
 * Something asked of a draft, once under its key: whoever asks again gets the first answer, a no as well, and another
 * question under the key is refused. Without a key each question is another.
 */
export async function once(
  contracts: Contracts,
  answerKey: AnswerKey | undefined,
  work: (tx: ContractsTransaction) => Promise<DraftAnswer>,
): Promise<OnceAnswer> {
  if (!answerKey) return undoable(contracts, work);
  const first = (answer: (tx: ContractsTransaction) => Promise<KeptAnswer>) => (tx: ContractsTransaction) =>
    firstAnswer(tx, answerKey, () => answer(tx));
  const answered = await undoable<OnceAnswer>(
    contracts,
    first(async (tx) => keptOf(await work(tx))),
  );
  // A no has undone everything, its answer with it; it is kept by itself, unless somebody was answered meanwhile.
  return answered.accepted || answered.refusal.code === 'key-used-differently'
    ? answered
    : contracts.transaction(first(async () => answered as KeptAnswer));
}

async function firstAnswer(
  tx: ContractsTransaction,
  answerKey: AnswerKey,
  answer: () => Promise<KeptAnswer>,
): Promise<OnceAnswer> {
  const given = await tx.givenAnswer(answerKey);
  if (!given) {
    const answered = await answer();
    await tx.saveAnswer(answerKey, await tx.now(), answered);
    return answered;
  }
  if (given.request === answerKey.request) return given.answer as KeptAnswer;
  return { accepted: false, refusal: { code: 'key-used-differently', values: { key: answerKey.key } } };
}

const keptOf = (answer: DraftAnswer): KeptAnswer => {
  if (!answer.accepted) return answer;
  const { state: _state, ...kept } = answer;
  return kept;
};
