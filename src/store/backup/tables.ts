import pg from 'pg';

/** A table as a backup carries it. */
interface CarriedTable {
  /** As it is written in a statement: `"case"`, `jobs.job`. */
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Made anew on the other side: what a database says of its own making, of its own transactions, its carriers and its
 * mailbox. Who
 * was signed in signs in again: a session that has been ended since must not come back with an old backup.
 */
const LEFT_OUT = [
  'migration',
  'checkpoint_progress',
  'webhook_progress',
  'carrier_news',
  'mailbox',
  'mailbox_left',
  'sign_in_session',
  'sign_in_begun',
];
/** Numbers of transactions say nothing on another server. */
const COLUMNS_LEFT_OUT = ['event.written_in'];

/** Waiting work, of the queues that cannot be asked for anew; whoever had taken a job is not there any more. */
const JOBS = 'jobs.job';
const QUEUES = ['deadline', 'notice', 'delivery'];

/** The tables of the record, those before others that refer to them, and last the jobs that wait. */
export async function carriedTables(client: pg.ClientBase): Promise<readonly CarriedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and c.relname || '.' || a.attname <> all($2) order by a.attnum) as columns,
       array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> all($1)
     order by c.relname`,
    [LEFT_OUT, COLUMNS_LEFT_OUT],
  );
  const { rows: jobs } = await client.query<{ columns: string[] }>(
    `select array(select attname::text from pg_attribute where attrelid = 'jobs.job'::regclass
       and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns`,
  );
  const sorted = inOrder(rows).map(({ name, columns }) => ({ name: pg.escapeIdentifier(name), columns }));
  return [...sorted, { name: JOBS, columns: jobs[0]!.columns }];
}

interface Needing {
  readonly name: string;
  readonly needs: readonly string[];
}

/** Each after those it needs. */
function inOrder<T extends Needing>(tables: readonly T[]): readonly T[] {
  const sorted: T[] = [];
  let left = tables;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const ready = left.filter(({ needs }) => !needs.some((name) => waiting.has(name)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a ring: ${[...waiting].join(', ')}`);
    sorted.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return sorted;
}

const list = (columns: readonly string[]): string =>
  columns.map((name) => pg.escapeIdentifier(name)).join(', ');

/** A table's rows; of jobs those that wait, as if nobody had taken one. */
export function copyOutText({ name, columns }: CarriedTable): string {
  if (name !== JOBS) return `copy ${name} (${list(columns)}) to stdout`;
  const values = columns.map((column) => {
    if (column === 'state') return `case when state = 'active' then 'created' else state end as state`;
    if (column === 'started_on' || column === 'heartbeat_on') return `null as ${column}`;
    return pg.escapeIdentifier(column);
  });
  const queues = QUEUES.map((queue) => pg.escapeLiteral(queue)).join(', ');
  return `copy (select ${values.join(', ')} from jobs.job
    where name in (${queues}) and state < 'completed') to stdout`;
}

export const copyInText = ({ name, columns }: CarriedTable): string =>
  `copy ${name} (${list(columns)}) from stdin`;

/** The sequences with the number each gave last; read after a snapshot they are never behind it. */
export async function sequences(client: pg.ClientBase): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = current_schema() and last_value is not null order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

export async function setSequences(
  client: pg.ClientBase,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, last] of Object.entries(values)) {
    await client.query('select setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), last]);
  }
}

/** How far the database was migrated. */
export async function migrationNumber(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>('select max(number) as number from migration');
  return rows[0]?.number ?? 0;
}

/** Tables that hold anything. */
export async function usedTables(client: pg.ClientBase): Promise<readonly string[]> {
  const used: string[] = [];
  for (const { name } of await carriedTables(client)) {
    const { rows } = await client.query<{ used: boolean }>(`select exists (select from ${name}) as used`);
    if (rows[0]?.used) used.push(name.replaceAll('"', ''));
  }
  return used;
}
