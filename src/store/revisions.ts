import { type Kysely, sql } from 'kysely';
import { liveRevision } from '../core/plan/revision/live-revision.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { liveCount, liveRotas } from './contracts/rota-rows.ts';

/** A revision with the live changes to its rotas, as of so many of them. */
interface Lived {
  readonly changes: number;
  readonly revision: Revision;
}

/**
 * The rules of revisions, kept in memory once read: a revision never changes, so a copy is never stale. Who is on duty
 * is live: of a plan with rotas each question asks how many changes there are, and reads them where there are more.
 *
 * Bounded by forgetting the one read longest ago.
 */
export class Revisions {
  readonly #known = new Map<string, Revision>();
  readonly #lived = new WeakMap<Revision, Lived>();

  /** The rules as they are lived, from memory or the database; undefined where there is no such revision. */
  async find(db: Kysely<unknown>, contract: string, number: number): Promise<Revision | undefined> {
    const agreed = await this.agreed(db, contract, number);
    return agreed && this.#live(db, contract, agreed);
  }

  /** The rules as the parties agreed to them, without what was changed about their rotas since. */
  async agreed(db: Kysely<unknown>, contract: string, number: number): Promise<Revision | undefined> {
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

  async #live(db: Kysely<unknown>, contract: string, agreed: Revision): Promise<Revision> {
    if (agreed.rotas === undefined) return agreed;
    const changes = await liveCount(db, contract);
    if (changes === 0) return agreed;
    const known = this.#lived.get(agreed);
    if (known?.changes === changes) return known.revision;
    const { state } = await liveRotas(db, contract);
    const revision = liveRevision(agreed, state);
    this.#lived.set(agreed, { changes: state.events, revision });
    return revision;
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
