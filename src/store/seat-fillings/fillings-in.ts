import type { Kysely } from 'kysely';
import type { FillingsTransaction } from '../../app/ports/seat-fillings.ts';
import { lockChains, recordChains } from '../chain-table.ts';
import type { Queues } from '../queues.ts';
import { readFillingPapers } from './filling-reading.ts';
import { currentFilling, FILLINGS, fillingByHold, keepHold, nextFilling } from './filling-rows.ts';

interface Within {
  readonly db: Kysely<unknown>;
  readonly queues: Queues;
  offset(): Promise<number>;
}

/** What a transaction on PostgreSQL does for who fills seats. */
export const fillingsIn = (tx: Within): FillingsTransaction => ({
  next: (contract) => nextFilling(tx.db, contract),
  current: (contract, seat) => currentFilling(tx.db, contract, seat),
  byHold: (holdHash) => fillingByHold(tx.db, holdHash),
  lock: (keys) => lockChains(tx.db, FILLINGS, keys),
  record: (changes) => recordChains(tx, FILLINGS, changes),
  keepHold: (key, holdId, holdHash) => keepHold(tx.db, key, holdId, holdHash),
  papers: (keys) => readFillingPapers(tx.db, keys),
});
