import type { Instant } from '../../core/instant.ts';
import type { SentDelivery } from '../ports/answers.ts';
import type { EngineTransaction, NewDelivery } from '../ports/engine.ts';
import type { LetterParts } from './letters.ts';
import { letterCase, plainSystemLetter, whoHearsOfFailure } from './system.ts';
import { seatsOf } from './who.ts';

type Refused = Pick<
  SentDelivery,
  'contract' | 'caseId' | 'deliveryId' | 'personId' | 'name' | 'level' | 'kind'
> & {
  /** The number of the event that says so; undefined is the case's last. */
  readonly event?: number | undefined;
};

/**
 * After a refusal for good, at once or by a report that came back: the next of the level is told at once, and those
 * who can mend the address hear of it.
 */
export const tellNext = (
  letters: LetterParts,
  tx: EngineTransaction,
  delivery: Refused,
  at: Instant,
): Promise<void> => tellNextOfAll(letters, tx, [delivery], at);

/** The same for several refusals at once, also of one case: each has its own event, and so its own letters. */
export async function tellNextOfAll(
  letters: LetterParts,
  tx: EngineTransaction,
  refused: readonly Refused[],
  at: Instant,
): Promise<void> {
  const told = refused.filter(({ kind }) => kind !== 'notReached');
  if (told.length === 0) return;
  const keys = told.map(({ contract, caseId }) => ({ contract, caseId }));
  const papers = await tx.papersOfAll(keys, seatsOf);
  const deliveries: NewDelivery[] = [];
  for (const [index, delivery] of told.entries()) {
    const { level, personId, name, event } = delivery;
    const key = keys[index]!;
    const all = papers[index]!;
    const subject = letterCase(key, { ...all, events: all.events.slice(0, event) }, at);
    if (!subject) continue;
    if (level !== undefined) {
      const { number: to, round } = await tx.occasionOf(delivery);
      await tx.addNotices([{ ...key, from: to, to, level, round: round + 1 }]);
    }
    const mail = { kind: 'notReached', name, whom: level ?? 'customer' } as const;
    for (const reader of whoHearsOfFailure(subject, personId))
      deliveries.push(plainSystemLetter(letters, subject, reader, mail));
  }
  await tx.addDeliveries(deliveries);
}
