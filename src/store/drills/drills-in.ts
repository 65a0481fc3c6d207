import type { Kysely } from 'kysely';
import type { DrillsTransaction } from '../../app/ports/drills.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { lockChains, recordChains } from '../chain-table.ts';
import type { Queues } from '../queues.ts';
import { readDrillGround } from './drill-ground.ts';
import { readDrillPapers } from './drill-reading.ts';
import { DRILLS, nextDrill, serialiseDrills } from './drill-rows.ts';

interface Within {
  readonly db: Kysely<unknown>;
  readonly queues: Queues;
  offset(): Promise<number>;
  publishedRevision(contract: string): Promise<Revision | undefined>;
}

/** What a transaction on PostgreSQL does for drills. */
export const drillsIn = (tx: Within): DrillsTransaction => ({
  serialise: (contracts) => serialiseDrills(tx.db, contracts),
  next: (contract) => nextDrill(tx.db, contract),
  lock: (keys) => lockChains(tx.db, DRILLS, keys),
  record: (changes) => recordChains(tx, DRILLS, changes),
  ground: async (contract, since) =>
    readDrillGround(tx.db, { contract, since, rules: await tx.publishedRevision(contract) }),
  papers: (keys) => readDrillPapers(tx.db, keys),
});
