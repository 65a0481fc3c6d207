import { type Kysely, sql } from 'kysely';
import type { Revision } from '../core/plan/revision/revision.ts';

/**
 * The rules of revisions, kept in memory once read: a revision never changes, so a copy is never stale.
 *
 * Bounded by forgetting the one read longest ago.
 */
export class Revisions {
  readonly #known = new Map<string, Revision>();

  /** The rules, from memory or the database; undefined where there is no such revision. */
  async find(db: Kysely<unknown>, contract: string, number: number): Promise<Revision | undefined> {
    const known = this.#known.get(`${contract}/${number}`);
    if (known) return known;
    const { rows } = await sql<{ rules: Revision }>`
      select rules from revision where contract_id = ${contract} and number = ${number}`.execute(db);
    return rows[0] && this.#keep(contract, number, rows[0].rules);
  }

  /** As `find`, where a case that runs on it says that it exists. */
  async need(db: Kysely<unknown>, contract: string, number: number): Promise<Revision> {
    const found = await this.find(db, contract, number);
    if (!found) throw new Error(`contract ${contract} has no revision ${number}`);
    return found;
  }

  #keep(contract: string, number: number, rules: Revision): Revision {
    if (this.#known.size >= KNOWN_MAX) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(`${contract}/${number}`, rules);
    return rules;
  }
}

/** A compiled revision takes some 20 KB; a node seldom meets more than a few. */
const KNOWN_MAX = 200;

/** The number of the revision on which new cases of a contract open. */
export async function publishedNumber(db: Kysely<unknown>, contract: string): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    select number from revision where contract_id = ${contract} and state = 'published'
    order by number desc limit 1`.execute(db);
  return rows[0]?.number;
}
