import type { Instant } from '../../core/instant.ts';
import type { SentDelivery } from '../ports/answers.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import type { LetterParts } from './letters.ts';
import { letterCase, plainSystemLetter, whoHearsOfFailure } from './system.ts';
import { seatsOf } from './who.ts';

type Refused = Pick<
  SentDelivery,
  'contract' | 'caseId' | 'deliveryId' | 'personId' | 'name' | 'level' | 'kind'
>;

/**
 * After a refusal for good, at once or by a report that came back: the next of the level is told at once, and those
 * who can mend the address hear of it.
 */
export async function tellNext(
  letters: LetterParts,
  tx: EngineTransaction,
  delivery: Refused,
  at: Instant,
): Promise<void> {
  const { contract, caseId, level, personId, name, kind } = delivery;
  if (kind === 'notReached') return;
  const key = { contract, caseId };
  const subject = letterCase(key, await tx.papers(key, seatsOf), at);
  if (!subject) return;
  if (level !== undefined) {
    const { number: to, round } = await tx.occasionOf(delivery);
    await tx.addNotices([{ ...key, from: to, to, level, round: round + 1 }]);
  }
  const whom = level ?? 'customer';
  await tx.addDeliveries(
    whoHearsOfFailure(subject, personId).map((reader) =>
      plainSystemLetter(letters, subject, reader, { kind: 'notReached', name, whom }),
    ),
  );
}
