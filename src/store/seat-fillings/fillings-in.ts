import type { Kysely } from 'kysely';
import type { FillingsTransaction } from '../../app/ports/seat-fillings.ts';
import type { Queues } from '../queues.ts';
import { readFillingPapers } from './filling-reading.ts';
import {
  currentFilling,
  fillingByHold,
  keepHold,
  lockFillings,
  nextFilling,
  recordFillings,
} from './record-fillings.ts';

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
  lock: (keys) => lockFillings(tx.db, keys),
  record: async (changes) => recordFillings(tx.db, tx.queues, changes, await tx.offset()),
  keepHold: (key, holdId, holdHash) => keepHold(tx.db, key, holdId, holdHash),
  papers: (keys) => readFillingPapers(tx.db, keys),
});
