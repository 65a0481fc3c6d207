import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { createToken } from '../../../src/app/tokens.ts';
import { asInstant } from '../../../src/core/instant.ts';
import { metBugs } from '../../../src/http/met-bugs.ts';
import { httpServer } from '../../../src/http/server.ts';
import { recordLook } from '../../../src/service/record-look.ts';
import { attestationReading } from '../../../src/store/attestation/attestation-reading.ts';
import { draftReading } from '../../../src/store/contracts/draft-rows.ts';
import { openContracts } from '../../../src/store/contracts/open-contracts.ts';
import { obligationReading } from '../../../src/store/obligations/obligation-reading.ts';
import { postgresReading } from '../../../src/store/views/reading.ts';
import { fakeLog, TEST_SECRET } from '../../build/engine-parts.ts';
import { atMost, type BenchRow } from '../bench-row.ts';
import type { ClientOrder } from './client.ts';
import type { Place } from './place.ts';

const AT_ONCE = 8;
const FOR_MS = 10_000;
const P99_MS_MAX = 250;

/** Cases opened over HTTP by a client in a thread of its own, each waited for until it is on the disk. */
export async function benchOpening(place: Place): Promise<BenchRow> {
  const { store, connection, revision } = place;
  const now = (): Promise<ReturnType<typeof asInstant>> => store.transaction((tx) => tx.now());
  const server = await httpServer({
    store,
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    drafts: draftReading(connection.db),
    record: recordLook({ db: connection.db, secret: TEST_SECRET, now, log: fakeLog() }),
    contractsFor: (by) => openContracts(store, by),
    baseUrl: () => 'http://localhost',
    carriers: ['email'],
    attestations: attestationReading(connection.db),
    obligations: obligationReading(connection.db),
    changes: { subscribe: store.onChange },
    log: fakeLog(),
    bugs: metBugs(now),
    kept: { isAway: () => false, all: () => [], of: () => undefined },
    meters: { requestAnswered: () => undefined },
    readiness: async () => ({
      database: true,
      migrations: true,
      engine: true,
      draining: false,
      plansKept: 0,
    }),
    metrics: async () => ({ type: 'text/plain', text: '' }),
    isDemonstration: false,
    ratePerMinute: 10_000_000,
    trustProxy: [],
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const took = await post({
    url: `http://127.0.0.1:${port}/api/v1/contracts/${revision.contract}/cases`,
    token: await tokenOf(place),
    body: JSON.stringify({ track: 'service-impacting', text: 'No dial tone at the north site' }),
    atOnce: AT_ONCE,
    forMs: FOR_MS,
  });
  await server.close();
  const sorted = took.toSorted((a, b) => a - b);
  const msOf = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
  const at = (share: number): string => `${Math.round(msOf(share) * 10) / 10} ms`;
  return {
    name: `cases opened by the API, ${AT_ONCE} at once`,
    perSecond: Math.round(took.length / (FOR_MS / 1000)),
    notes: `answered in p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`,
    limits: [atMost('p99', msOf(0.99), P99_MS_MAX, 'ms')],
  };
}

async function tokenOf({ store, connection, revision }: Place): Promise<string> {
  const { contract } = revision;
  await sql`insert into role values (${contract}, 'dana', 'customer', 'agency')`.execute(connection.db);
  const made = await createToken(openContracts(store), {
    name: 'bench',
    owner: { contract, personId: 'dana' },
    at: asInstant(0),
  } as Parameters<typeof createToken>[1]);
  if (!made.accepted) throw new Error(`no token: ${JSON.stringify(made)}`);
  return made.token;
}

function post(order: ClientOrder): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./client.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
