import { type Kysely, sql } from 'kysely';
import type { Instant } from '../core/instant.ts';

/** What a database says of the installation it holds. */
interface InstallationRow {
  readonly kind: 'demonstration' | 'real';
  readonly secretFingerprint: string;
}

export async function readInstallation(db: Kysely<unknown>): Promise<InstallationRow | undefined> {
  const { rows } = await sql<InstallationRow>`
    select kind, secret_fingerprint as "secretFingerprint" from installation`.execute(db);
  return rows[0];
}

/** Makes it what it will always be; false where another start was faster. */
export async function makeInstallation(
  db: Kysely<unknown>,
  { kind, secretFingerprint }: InstallationRow,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into installation (kind, made_at, secret_fingerprint)
    values (${kind}, ${new Date(at)}, ${secretFingerprint})
    on conflict do nothing returning kind`.execute(db);
  return rows.length === 1;
}

/** A table that no Ladder made, in a database that no Ladder has migrated. */
export async function foreignTable(db: Kysely<unknown>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select t.tablename as name, array_agg(c.column_name::text) as columns
    from pg_tables t join information_schema.columns c on c.table_schema = t.schemaname and c.table_name = t.tablename
    where t.schemaname = current_schema()
    group by t.tablename order by t.tablename`.execute(db);
  const isOurs = rows.some(({ name, columns }) => name === 'migration' && columns.includes('digest'));
  return isOurs ? undefined : rows[0]?.name;
}

/** What has fallen due or waits to be sent, before anybody has looked. */
export async function waitingWork(
  db: Kysely<unknown>,
  at: Instant,
): Promise<{ readonly deadlines: number; readonly deliveries: number }> {
  const { rows } = await sql<{ deadlines: number; deliveries: number }>`
    select (select count(*) from "case" where next_due_at <= ${new Date(at)}) as deadlines,
      (select count(*) from delivery where state = 'queued') as deliveries`.execute(db);
  return rows[0] ?? { deadlines: 0, deliveries: 0 };
}

/** The newest migration of the database, asked anew: an answer also says that it is there. */
export async function migrationNumber(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ number: number }>`select max(number) as number from migration`.execute(db);
  return rows[0]?.number ?? 0;
}
