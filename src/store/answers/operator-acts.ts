import { type OperatorActs, TOO_LATE_MS } from '../../app/ports/outbox.ts';
import { asInstant } from '../../core/instant.ts';
import { saveSeen } from '../late.ts';
import type { PostgresStore } from '../open-store.ts';

/** What operators do about what is wrong, in the store's database. */
export const operatorActs = (store: Pick<PostgresStore, 'transaction'>): OperatorActs => ({
  haveSeen: (asOf) =>
    store.transaction(async (tx) => {
      const at = await tx.now();
      // Nobody has seen what is still to come.
      const seen = Math.min(asOf, at);
      await saveSeen(tx.db, { late: asInstant(seen - TOO_LATE_MS), letters: asInstant(seen), at });
    }),
  tryLettersAgain: () => store.transaction((tx) => tx.retryNotices()),
  tryDeadlinesAgain: () => store.transaction((tx) => tx.retryDeadlines()),
});
