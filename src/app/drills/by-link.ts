import type { LiveDrill } from '../../core/drill/state.ts';
import { noteAnswered } from '../attestation/handle-attestations.ts';
import type { AnswerBook, Answers, KeptLink } from '../ports/answers.ts';
import { type DrillKey, drillIn } from '../ports/drills.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import { hashOf, isLinkToken } from '../secret.ts';
import type { DrillLook } from '../views/drill/drill-look.ts';
import { ANSWER_DRILL } from './drill-letters.ts';
import { handleDrillsIn } from './handle-drills.ts';

/** Looks at a link and changes nothing, for mail servers follow links too; undefined where there is none such. */
export const lookAtDrill = (answers: Answers, token: string): Promise<DrillLook | undefined> =>
  answers.transaction(async (tx, book) => (await follow(tx, book, token, false))?.look);

/** Says by a link that its holder is there; whoever says it again is told the same. */
export const answerByLink = (answers: Answers, token: string): Promise<DrillLook | undefined> =>
  answers.transaction(async (tx, book) => {
    const followed = await follow(tx, book, token, true);
    if (!followed) return undefined;
    const { key, link, look } = followed;
    if (look.isOver || look.afterMs !== undefined) return look;
    const [given] = await handleDrillsIn(tx, [
      { key, actor: 'contractor', command: { type: 'answer', by: link.personId, over: 'email' } },
    ]);
    if (!given?.accepted || given.state.status === 'none') return { ...look, isOver: true };
    await book.useLink(link, await tx.now());
    const { contract, personId } = link;
    await noteAnswered(tx, { contract, personId }, given.state.begunAt);
    return { ...look, afterMs: afterOf(given.state, personId) };
  });

interface Followed {
  readonly key: DrillKey;
  readonly link: KeptLink;
  readonly look: DrillLook;
}

async function follow(
  tx: EngineTransaction,
  book: AnswerBook,
  token: string,
  lock: boolean,
): Promise<Followed | undefined> {
  const link = isLinkToken(token) ? await book.link(hashOf(token), lock) : undefined;
  const key = link?.command === ANSWER_DRILL ? drillIn(link) : undefined;
  const known = link && key && (await book.person(link.contract, link.personId));
  if (!link || !key || !known) return undefined;
  if (lock) await tx.drills.serialise([key.contract]);
  const [papers] = await tx.drills.papers([key]);
  const [locked] = await tx.drills.lock([key]);
  if (!papers || !locked || locked.state.status === 'none') return undefined;
  const { state } = locked;
  const endAt = state.endAt ?? state.lastAt;
  const look = {
    ...{ contract: link.contract, contractTitle: papers.contractTitle, timeZone: papers.timeZone },
    ...{ person: known.person, level: state.level, endAt, afterMs: afterOf(state, link.personId) },
    isOver: state.status !== 'running' || (await tx.now()) >= endAt,
  };
  return { key, link, look };
}

const afterOf = ({ people }: LiveDrill, personId: string): number | undefined =>
  people.find(({ person }) => person === personId)?.afterMs;
