import { handleObligationsIn } from '../app/obligation/handle-obligations.ts';
import { obligationLetters } from '../app/obligation/obligation-letters.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import { obligationIn } from '../app/ports/obligations.ts';
import type { Instant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about obligations; a party that has nobody to be told is an event of the obligation. */
export async function makeObligationLetters(
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> {
  const told = notices.flatMap((notice) => {
    const key = obligationIn(notice);
    return key ? [{ key, notice }] : [];
  });
  if (told.length === 0) return [];
  const papers = await tx.obligationPapers(told.map(({ key }) => key));
  const made = told.map(({ key, notice }, index) => ({
    key,
    ...obligationLetters(letters, key, notice, papers[index]!, at),
  }));
  const failed = made.flatMap(({ key, unreached }) => unreached.map((whom) => ({ key, whom })));
  if (failed.length > 0)
    await handleObligationsIn(
      tx,
      failed.map(({ key, whom }) => ({
        key,
        caller: undefined,
        command: { type: 'noticeFailed', by: 'ladder', whom, delivery: letters.newId() },
      })),
    );
  return made.flatMap(({ deliveries }) => deliveries);
}
