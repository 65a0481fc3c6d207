import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { Role } from '../../src/app/authorise.ts';
import { hashOf } from '../../src/app/secret.ts';
import { settingAside } from '../../src/app/set-aside.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { metBugs } from '../../src/http/met-bugs.ts';
import type { HttpParts } from '../../src/http/parts.ts';
import { httpServer } from '../../src/http/server.ts';
import { recordLook } from '../../src/service/record-look.ts';
import { attestationReading } from '../../src/store/attestation/attestation-reading.ts';
import { draftReading } from '../../src/store/contracts/draft-rows.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { obligationReading } from '../../src/store/obligations/obligation-reading.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { on } from '../build/case.ts';
import { engineParts, fakeLog, TEST_SECRET } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';
import { type World, world } from '../build/world.ts';

/** Who is what: each has a token of the same name. */
const PEOPLE: Readonly<Record<string, readonly (readonly [Role, string?])[]>> = {
  dana: [['customer', 'agency']],
  dora: [['customer', 'agency']],
  mia: [['customerManager', 'agency']],
  nils: [['customerManager', 'other']],
  desk: [['desk']],
  ada: [['accountManager']],
  ana: [['contact']],
  petra: [['programManager']],
  olga: [['oversight']],
  alan: [['auditor']],
  adam: [['administrator']],
};
export type Person =
  | ('dana' | 'dora' | 'mia' | 'nils' | 'desk' | 'ada' | 'ana' | 'petra' | 'olga' | 'alan' | 'adam')
  /** The administrator's token of the installation; and one that only reads; and one for the meters. */
  | ('root' | 'reader' | 'meter');

/** An answer, with its body read. */
interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: LightMyRequestResponse['headers'];
}

export interface ApiWorld {
  readonly world: World;
  readonly server: FastifyInstance;
  readonly parts: HttpParts;
  get(who: Person | undefined, path: string, headers?: Record<string, string>): Promise<Reply>;
  post(
    who: Person | undefined,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Opens a case as the customer's person; its path under the contract. */
  opened(who?: Person): Promise<string>;
  token(who: Person): string;
  close(): Promise<void>;
}

export const CONTRACT = '/api/v1/contracts/sample';

/** The service over HTTP on a database of its own; the clock stands at Tuesday, 9 in the morning. */
export async function apiWorld(changes: Partial<HttpParts> = {}, revision?: Revision): Promise<ApiWorld> {
  const made = await world(on('Tue 09:00'), revision ?? revisionWith());
  const tokens = await seed(made);
  const parts = { ...partsOf(made), ...changes };
  const server = await httpServer(parts);
  const ask = async (options: InjectOptions, who: Person | undefined): Promise<Reply> => {
    const authorization = who === undefined ? {} : { authorization: `Bearer ${tokens.get(who)}` };
    const reply = await server.inject({ ...options, headers: { ...authorization, ...options.headers } });
    const isJson = /json/.test(String(reply.headers['content-type']));
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: isJson ? reply.json() : { text: reply.body },
    };
  };
  const post: ApiWorld['post'] = (who, path, body = {}, headers = {}) =>
    ask({ method: 'POST', url: path, headers, payload: body as object }, who);
  return {
    world: made,
    server,
    parts,
    post,
    get: (who, path, headers = {}) => ask({ method: 'GET', url: path, headers }, who),
    opened: async (who = 'dana') => {
      const { status, body } = await post(who, `${CONTRACT}/cases`, { track: 'service' });
      if (status !== 201) throw new Error(`not opened: ${JSON.stringify(body)}`);
      return `${CONTRACT}/cases/${body.caseId}`;
    },
    token: (who) => tokens.get(who) ?? '',
    close: async () => {
      await server.close();
      await made.close();
    },
  };
}

function partsOf({ store: raw, connection }: World): HttpParts {
  const { log, letters, version } = engineParts(raw);
  const store = settingAside(raw, { log, letters, version });
  const now = async () => await store.transaction((tx) => tx.now());
  return {
    store,
    reading: postgresReading({ db: connection.db, revisions: store.revisions, now }),
    drafts: draftReading(connection.db),
    record: recordLook({ db: connection.db, secret: TEST_SECRET, now, log: fakeLog() }),
    carriers: ['email'],
    contractsFor: (by) => openContracts(store, by),
    baseUrl: () => 'https://ladder.example',
    attestations: attestationReading(connection.db),
    obligations: obligationReading(connection.db),
    changes: { subscribe: store.onChange },
    log: { info: () => undefined, warn: () => undefined, error: (_code, error) => console.error(error) },
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
    metrics: async () => ({ type: 'text/plain', text: 'ladder_up 1\n' }),
    isDemonstration: false,
    ratePerMinute: 100_000,
    trustProxy: [],
  };
}

async function seed({ connection: { db }, contract }: World): Promise<ReadonlyMap<Person, string>> {
  await sql`insert into customer values (${contract}, 'other', 'Another agency')`.execute(db);
  await sql`insert into contract values ('elsewhere', 'Another contract', 'UTC', '2026-01-01T00:00:00Z')`.execute(
    db,
  );
  for (const [person, grants] of Object.entries(PEOPLE)) {
    await sql`insert into person (contract_id, person_id, name, office) values (${contract}, ${person}, ${person},
      '+1 202-555-0101') on conflict (contract_id, person_id) do update set office = excluded.office`.execute(
      db,
    );
    for (const [role, customer = null] of grants) {
      await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(db);
    }
  }
  for (const seat of ['ana', 'bo', 'cy', 'desk']) {
    await sql`insert into seat values (${contract}, ${seat}, ${seat}, '2026-01-01T00:00:00Z')`.execute(db);
  }
  await sql`insert into account values (${contract}, 'agency', 'account', 'ada')`.execute(db);
  const tokens = new Map<Person, string>();
  const give = async (who: Person, person: string | null, scopes: readonly string[]): Promise<void> => {
    const token = `ladder_${randomBytes(32).toString('base64url')}`;
    tokens.set(who, token);
    await sql`insert into api_token (token_id, token_hash, name, contract_id, person_id, scopes, made_at)
      values (${randomUUID()}, decode(${hashOf(token)}, 'hex'), ${who}, ${person && contract}, ${person},
        ${[...scopes]}::text[], '2026-01-01T00:00:00Z')`.execute(db);
  };
  for (const person of Object.keys(PEOPLE)) await give(person as Person, person, ['read', 'write']);
  await give('root', null, ['read', 'write', 'admin', 'metrics']);
  await give('meter', null, ['metrics']);
  await give('reader', 'dana', ['read']);
  return tokens;
}
