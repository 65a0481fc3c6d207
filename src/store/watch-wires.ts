import type { Socket } from 'node:net';
import pg from 'pg';

/** The part of a client of `pg` in which one sees whether an answer is awaited; the library has it and does not describe it. */
interface Client extends pg.ClientBase {
  readonly readyForQuery: boolean;
  readonly processID: number;
  readonly connection: { readonly stream: Socket };
}

interface Wire {
  readonly client: Client;
  /** Bytes that had passed, in both directions, when it was last looked at. */
  passed: number;
  /** For how many looks nothing has passed, though something was to come. */
  silent: number;
}

interface Watching {
  /** How to ask beside the connections that are silent. */
  readonly asking: pg.ClientConfig;
  readonly silentMs: number;
  /** For connecting beside, and for the question: a server that is only busy must not be taken for one out of reach. */
  readonly besideMs: number;
  /** For a question of which the server cannot say whether it is still at work on it. */
  readonly answerWithinMs: number;
}

/** What the server says of one of its sessions. */
interface Session {
  readonly pid: number;
  readonly works: boolean;
  /** It would hear the rest of a question, or go on with an answer, if only the other side did. */
  readonly waits: 'ClientRead' | 'ClientWrite' | null;
}

type Found =
  | { readonly server: 'answers'; readonly sessions: ReadonlyMap<number, Session> }
  /** It speaks, but would not say. */
  | { readonly server: 'refuses' }
  | { readonly server: 'silent' };

/** Nothing came over a connection on which something was awaited; it is not known what became of the question. */
class SilentWire extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('Connection terminated: the database was silent');
    this.name = 'SilentWire';
  }
}

/** A silence is looked at so many times before anything is made of it: a node that was itself held up reads first. */
const LOOKS = 5;

const patient = new WeakSet<pg.ClientBase>();

/**
 * Does work whose single questions may take hours: its connection is given up only when the server itself says that
 * it is not at work on them, or the system that nobody is there.
 */
export async function patiently<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  patient.add(client);
  try {
    return await work();
  } finally {
    patient.delete(client);
  }
}

/**
 * Destroys connections whose wire has gone silent while an answer was awaited. A slow statement looks the same from
 * here, so another connection is made and asks: only a session that is not at work, or a server that cannot be
 * reached, is given up. Whatever lay idle beside it came over the same wire, and is made anew too.
 *
 * The sessions that were given up are ended at the server, so that they do not go on holding their locks.
 */
export function watchWires(pool: pg.Pool, { asking, silentMs, besideMs, answerWithinMs }: Watching): void {
  const wires = new Map<pg.ClientBase, Wire>();
  const idle = new Set<pg.ClientBase>();
  const lookEveryMs = silentMs / LOOKS;
  const looksMax = Math.ceil(answerWithinMs / lookEveryMs);
  let timer: NodeJS.Timeout | undefined;
  let isAsking = false;

  pool.on('connect', (client) => {
    wires.set(client, { client: client as pg.PoolClient & Client, passed: 0, silent: 0 });
    timer ??= setInterval(look, lookEveryMs).unref();
  });
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  pool.on('remove', (client) => {
    wires.delete(client);
    idle.delete(client);
    if (wires.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  });

  function look(): void {
    const suspects: Wire[] = [];
    for (const wire of wires.values()) {
      count(wire);
      if (wire.silent < LOOKS) continue;
      if (isGoing(wire)) wire.client.connection.stream.destroy();
      else suspects.push(wire);
    }
    if (suspects.length > 0 && !isAsking) void judge(suspects);
  }

  async function judge(suspects: readonly Wire[]): Promise<void> {
    isAsking = true;
    const beside = new pg.Client({
      ...asking,
      connectionTimeoutMillis: besideMs,
      query_timeout: besideMs,
      statement_timeout: besideMs,
    });
    beside.on('error', () => undefined);
    try {
      const found = await sessionsOf(
        beside,
        suspects.map(({ client }) => client.processID),
      );
      const lost = suspects.filter(
        (wire) => wire.silent >= LOOKS && !hasMoved(wire) && isLost(wire, found, looksMax),
      );
      if (lost.length === 0) return;
      giveUp(lost);
      if (found.server === 'answers') await end(beside, lost);
    } finally {
      isAsking = false;
      await beside.end().catch(() => undefined);
    }
  }

  function giveUp(lost: readonly Wire[]): void {
    for (const client of [...lost.map((wire) => wire.client), ...idle]) {
      wires.get(client)?.client.connection.stream.destroy(new SilentWire());
    }
  }
}

/** A connection that was ended and waits for the other side to say so. */
const isGoing = ({ client }: Wire): boolean => client.connection.stream.writableEnded;

const passedOver = ({ client: { connection } }: Wire): number =>
  connection.stream.bytesRead + connection.stream.bytesWritten;

const hasMoved = (wire: Wire): boolean => passedOver(wire) !== wire.passed;

/** Where we ourselves have stopped reading, for nobody took what came, the silence is ours. */
function count(wire: Wire): void {
  const { client } = wire;
  const isAwaited = isGoing(wire) || (!client.readyForQuery && !client.connection.stream.isPaused());
  wire.silent = isAwaited && !hasMoved(wire) ? wire.silent + 1 : 0;
  wire.passed = passedOver(wire);
}

function isLost({ client, silent }: Wire, found: Found, looksMax: number): boolean {
  if (found.server === 'silent') return !patient.has(client);
  const session = found.server === 'answers' ? found.sessions.get(client.processID) : undefined;
  // A pooler, or a server that is one of several, may give its sessions other numbers.
  if (!session) return !patient.has(client) && silent >= looksMax;
  if (!session.works || session.waits === 'ClientWrite') return true;
  // While rows are copied in it waits for us, as it should; not where we have something that does not go out.
  if (session.waits === 'ClientRead' && client.connection.stream.writableLength > 0) return true;
  return !patient.has(client) && silent >= looksMax;
}

async function sessionsOf(beside: pg.Client, pids: readonly number[]): Promise<Found> {
  try {
    await beside.connect();
    const { rows } = await beside.query<Session>(
      `select pid, state = 'active' as works,
         case when wait_event in ('ClientRead', 'ClientWrite') then wait_event end as waits
       from pg_stat_activity where pid = any($1) and state is not null`,
      [pids],
    );
    return { server: 'answers', sessions: new Map(rows.map((row) => [row.pid, row])) };
  } catch (error) {
    return { server: isRefusal(error) ? 'refuses' : 'silent' };
  }
}

/** A server that is starting or stopping refuses too, and its sessions are gone. */
const isRefusal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !error.code?.startsWith('57P0');

/** Another's session that has come by the same number is left alone, and one of ours does its work again. */
async function end(beside: pg.Client, lost: readonly Wire[]): Promise<void> {
  const pids = lost.map(({ client }) => client.processID);
  await beside
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid = any($1) and usename = current_user and datname = current_database()
         and application_name = current_setting('application_name')`,
      [pids],
    )
    // It was to hurry things; the server's own limits end them too.
    .catch(() => undefined);
}
