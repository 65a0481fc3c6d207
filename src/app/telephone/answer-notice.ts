import { asInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { dialled } from '../../core/plan/asked/telephone.ts';
import type { NoticeAct } from '../../core/telephone/said.ts';
import { handleAttestationsIn } from '../attestation/handle-attestations.ts';
import { maySee, ownershipOf } from '../authorise.ts';
import { giveAnswer, refusalWords, subjectOf } from '../give-answer.ts';
import type { Request } from '../handle.ts';
import { knownCaller } from '../known-caller.ts';
import { LINK_HOURS } from '../notices/links.ts';
import type { AnsweredDelivery } from '../ports/telephone-book.ts';
import { stampOf } from '../stamp.ts';
import type { Within } from './telephone-parts.ts';

/** Before this a notice is too old to be answered by its codes. */
export const answerableSince = (at: Instant): Instant => asInstant(at - LINK_HOURS * 3_600_000);

interface NoticeAnswer {
  readonly key: string;
  readonly text: string;
  readonly over: 'call' | 'text';
  readonly occurredAt: Instant;
  readonly language: Language;
}

type Answered =
  | { readonly is: 'done'; readonly act: NoticeAct; readonly level: number | undefined }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'passed' };

/** Whether a case is still as it was when this was told of it. */
export async function hasPassed({ tx }: Within, delivery: AnsweredDelivery, at: Instant): Promise<boolean> {
  const [key] = delivery.keys;
  if (!key) return false;
  if (delivery.queuedAt <= answerableSince(at)) return true;
  const subject = await subjectOf(tx, caseOf(delivery), at);
  return subject === undefined || stampOf(subject.state) !== key.stamp;
}

const caseOf = ({ contract, caseId }: AnsweredDelivery) => ({ contract, caseId });

/**
 * Does what stands at a key of a notice, for whom it went to, as a link of a mail would: for the case as it was told, and
 * no more where it has gone on since. A no leaves the notice as it was.
 */
export async function answerNotice(
  { tx, book }: Within,
  delivery: AnsweredDelivery,
  { key: pressed, text, over, occurredAt, language }: NoticeAnswer,
): Promise<Answered> {
  const found = delivery.keys.find(({ key }) => key === pressed);
  const known = await book.person(delivery.contract, delivery.personId);
  if (!found || !known) return { is: 'passed' };
  const key = caseOf(delivery);
  // Whoever else moves the case waits, so that what was told is what is acted on.
  const [locked] = await tx.lockCases([key]);
  const at = await tx.now();
  const caller = knownCaller(delivery.contract, known, over);
  const state = locked?.state ?? { status: 'none' };
  if (state.status === 'none' || !maySee(caller, ownershipOf(state, at))) return { is: 'passed' };
  if (stampOf(state) !== found.stamp || delivery.queuedAt <= answerableSince(at)) return { is: 'passed' };
  const { action: act, level } = found;
  const command = { ...commandOf(act, level, caller.personId, text), over, occurredAt } as Request['command'];
  const answer = await giveAnswer(tx, { key, caller, command });
  if (!answer.accepted) {
    const { message, advice } = refusalWords(answer.refusal, state, language);
    return { is: 'refused', text: `${message} ${advice}`.trim() };
  }
  await book.answered(delivery, at);
  const { contract, personId, address, queuedAt: sentAt } = delivery;
  const { mobile } = known.person;
  const detail = mobile !== undefined && dialled(mobile) === address ? 'mobile' : 'office';
  await handleAttestationsIn(tx, [
    { key: { contract, personId }, command: { type: 'answered', by: personId, over, detail, sentAt } },
  ]);
  return { is: 'done', act, level };
}

function commandOf(act: NoticeAct, level: number | undefined, by: string, text: string): Request['command'] {
  const said = text === '' ? {} : { text };
  switch (act) {
    case 'acknowledge':
      return { type: act, by };
    case 'escalate':
      if (level === undefined) throw new Error('a key to move that names no level');
      return { type: act, by, level, ...said };
    default:
      return { type: act, by, ...said };
  }
}

/** What a case reads of an answer that was spoken. */
export const spokenAnswer = (language: Language): string => catalogue(language).telephone.spokenAnswer;
