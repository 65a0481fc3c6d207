import { isCase } from '../ports/attestations.ts';
import type { EngineStore, TakenDelivery } from '../ports/engine.ts';
import { asksLevel } from './asks.ts';
import { insist } from './insist.ts';
import { letterCase } from './system.ts';

/**
 * Whether somebody of a level is still to be told of what the level was asked. A text or a call that had to wait may
 * come after the answer: nobody is rung out of bed for a case that a colleague has taken. Nor is anything told once more
 * that a later round has told by the same means meanwhile, or of mails waits to tell.
 */
export async function isWanted(
  store: Pick<EngineStore, 'transaction'>,
  { contract, caseId, deliveryId, level, kind, number, round }: TakenDelivery,
): Promise<boolean> {
  if (level === undefined || kind !== 'notice' || !isCase({ contract, caseId })) return true;
  return store.transaction(async (tx) => {
    const { isTold } = await tx.occasionOf({ contract, deliveryId });
    if (isTold) return false;
    const key = { contract, caseId };
    const papers = await tx.papers(key, () => []);
    const subject = letterCase(key, papers, await tx.now());
    const event = papers.events[number - 1];
    if (!subject || !event) return true;
    const isAsked = round > 0 || asksLevel(event, level);
    return !isAsked || insist(subject.state, level, subject.at) === 'tell';
  });
}
