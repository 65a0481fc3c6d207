import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import type { Contracts } from '../../src/app/ports/contracts.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { connect } from '../../src/store/connect.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { openStore, type PostgresStore } from '../../src/store/open-store.ts';
import { freshDatabase } from '../build/database.ts';
import { planWith, planText as textOf } from '../build/plan.ts';

/** A plan without findings, changed as a test wants it. */
export const planText = (change: (plan: Plan) => void = () => {}): string => textOf(planWith(change));

/** Monday, 16 November 2026, 09:00 Pacific: the instant at which everything of these tests happens. */
export const NOW = asInstant(Date.UTC(2026, 10, 16, 17));
/** The contract of the sound plan, and who may agree to it. */
export const CONTRACT = 'sample';
export const AGREED = ['ana', 'office'];

export interface ContractsWorld {
  readonly contracts: Contracts;
  readonly store: PostgresStore;
  readonly db: Kysely<unknown>;
  /** Asks the database beside everything else. */
  readonly ask: (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
}

/** Contracts in a database of their own, at an instant that stands still; `whenDone` is `afterAll` for a shared one. */
export async function openWorld(
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
): Promise<ContractsWorld> {
  const { url } = await freshDatabase();
  const connection = connect<unknown>(url, { max: 4, applicationName: 'test' });
  const store = await openStore({ connection, clock: async () => ({ now: NOW, offsetMs: 0 }) });
  whenDone(async () => {
    await store.close();
    await connection.close();
  });
  const ask: ContractsWorld['ask'] = async (sql, values = []) =>
    (await connection.pool.query(sql, [...values])).rows;
  return { contracts: openContracts(store), store, db: connection.db, ask };
}

/** The sound plan taken in, published where both parties agreed. */
export async function load(
  { contracts }: ContractsWorld,
  text: string = planText(),
  agreed: readonly string[] | undefined = AGREED,
) {
  return loadPlan(contracts, { text, agreed, at: NOW, by: 'tester' });
}
