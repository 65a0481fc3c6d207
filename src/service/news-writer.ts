import { randomUUIDv7 } from 'node:crypto';
import type { Contracts } from '../app/ports/contracts.ts';
import { writeNews } from '../app/subscriptions/write-news.ts';
import { composeSubscription } from '../render/mail/compose-subscription.ts';
import { postgresReading } from '../store/views/reading.ts';
import type { Installation } from './installation.ts';

/** Writes to some of those who are to be told what a plan has changed, and says whether there may be more. */
export function newsWriter(
  { connection: { db }, store: { revisions }, now, kind, secret, log }: Installation,
  contracts: Contracts,
): () => Promise<boolean> {
  const reading = postgresReading({ db, revisions, now });
  const isDemonstration = kind === 'demonstration';
  return () =>
    writeNews({
      ...{ contracts, reading, log, secret, isDemonstration },
      ...{ newId: randomUUIDv7, compose: composeSubscription },
    });
}
