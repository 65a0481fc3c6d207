import type { OperatorActs } from '../../app/ports/outbox.ts';
import type { PostgresStore } from '../open-store.ts';

/** What operators do about what is wrong, in the store's database. */
export const operatorActs = (store: Pick<PostgresStore, 'transaction'>): OperatorActs => ({
  tryLettersAgain: () => store.transaction((tx) => tx.retryNotices()),
});
