import { evolveAttestation } from '../../core/attestation/evolve.ts';
import { type AttestationState, type LiveAttestation, noAttestation } from '../../core/attestation/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { AttestationMail } from '../../core/message/mail-notice.ts';
import type { LetterParts } from '../notices/letters.ts';
import type { AnswerBook, KnownPerson } from '../ports/answers.ts';
import { type AttestationKey, type AttestationPapers, attestationRecordKey } from '../ports/attestations.ts';
import type { EngineTransaction, Person } from '../ports/engine.ts';
import type { ReceivedMail } from '../ports/mail.ts';
import { ATTESTATION_ANSWER, answerLetter } from './attestation-letters.ts';
import { handleAttestationsIn } from './handle-attestations.ts';
import { hasSecondThought } from './second-thought.ts';

/** A mail in answer to one that asked a contact to confirm its details. */
interface AskingAnswer {
  readonly key: AttestationKey;
  /** Which letter it answers, by its event. */
  readonly number: number;
  readonly known: KnownPerson;
  readonly word: ReceivedMail['word'];
  readonly text: string;
  /** Whether it is proved to be of whom it says. */
  readonly isProved: boolean;
  /** Letters that an hour's answers of the same person lead to before this one is held back. */
  readonly since: Instant;
}

/** Answers of one person that are answered by a letter within an hour. */
const ANSWER_LETTERS_MAX = 5;

/**
 * Confirms by a mail what its writer was asked for, as the link of the same letter does: all of it, where the first line
 * says so and nothing below it speaks against it. Everything else confirms nothing, and its writer is told so, with a link.
 *
 * What became of it is given back.
 */
export async function answerAsking(
  letters: LetterParts,
  tx: EngineTransaction,
  book: AnswerBook,
  answer: AskingAnswer,
): Promise<string> {
  const { key, known, number, text, word, isProved } = answer;
  const [locked] = await tx.lockAttestations([key]);
  const [papers] = await tx.attestationPapers([key]);
  const state = locked?.state;
  if (!papers || !state || state.status === 'none' || state.status === 'released')
    return 'refused/attestation-unknown';
  const told = { letters, tx, book, key, papers, person: known.person, since: answer.since };
  const why = whyNot({ state, papers, number, word, text, isProved, person: known.person });
  if (why !== undefined) {
    await tell(told, state, { why, text });
    return `${isProved ? 'message' : 'held'}/${why}`;
  }
  // Whoever says it twice is told nothing new.
  if (state.open.length === 0) return 'word/confirmed';
  const confirmed = state.open;
  const [given] = await handleAttestationsIn(tx, [
    { key, command: { type: 'attest', by: key.personId, over: 'email', details: confirmed } },
  ]);
  if (!given?.accepted) return `refused/${given?.refusal.code}`;
  if (given.state.status !== 'none') await tell(told, given.state, { confirmed });
  return 'word/confirmed';
}

interface Asked
  extends Pick<AskingAnswer, 'number' | 'word' | 'text' | 'isProved'>,
    Pick<Told, 'papers' | 'person'> {
  readonly state: LiveAttestation;
}

/** Why an answer confirms nothing; undefined where it confirms. */
function whyNot({
  state,
  papers,
  number,
  word,
  text,
  isProved,
  person,
}: Asked): NonNullable<AttestationMail['answer']>['why'] | undefined {
  if (!isProved) return 'unproved';
  if (word !== 'confirmed' || hasSecondThought(text, person)) return 'unclear';
  const then = papers.events.slice(0, number).reduce<AttestationState>(evolveAttestation, noAttestation);
  return then.status !== 'none' && then.asked?.number === state.asked?.number ? undefined : 'passed';
}

interface Told {
  readonly letters: LetterParts;
  readonly tx: EngineTransaction;
  readonly book: AnswerBook;
  readonly key: AttestationKey;
  readonly papers: AttestationPapers;
  readonly person: Person;
  readonly since: Instant;
}

/** A letter to the address on file: whoever writes in somebody's name does not hear what came of it. */
async function tell(
  { letters, tx, book, key, papers, person, since }: Told,
  state: LiveAttestation,
  what: Parameters<typeof answerLetter>[2],
): Promise<void> {
  if (person.email === undefined) return;
  const owner = { ...attestationRecordKey(key), personId: person.personId };
  const before = await book.letters(owner, ATTESTATION_ANSWER, since);
  if (before.recent >= ANSWER_LETTERS_MAX) return;
  const about = { parts: letters, key, papers, state, at: await tx.now() };
  // Nothing has happened in between where nothing was confirmed, so the letters are told apart by their number.
  await tx.addDeliveries([answerLetter(about, person, what, before.all)]);
}
