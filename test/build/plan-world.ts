import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Kysely } from 'kysely';
import type { Contracts } from '../../src/app/ports/contracts.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { registerPages } from '../../src/http/pages/register-pages.ts';
import { httpServer } from '../../src/http/server.ts';
import { seedDemonstration } from '../../src/service/demonstration.ts';
import { answersIn } from '../../src/store/answers/answer-book.ts';
import { movableClock } from '../../src/store/answers/movable-clock.ts';
import { operatorReading } from '../../src/store/answers/operator-reading.ts';
import { connect } from '../../src/store/connect.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { openStore, type PostgresStore } from '../../src/store/open-store.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { freshDatabase } from './database.ts';
import { engineParts, TEST_SECRET } from './engine-parts.ts';
import { signingIn } from './sign-in.ts';

/** Friday, 20 November 2026, 16:30 Pacific: the last half hour of a business week before Thanksgiving. */
export const FRIDAY = asInstant(Date.UTC(2026, 10, 21, 0, 30));

type Form = Readonly<Record<string, string>>;

/** The pages of the sample contract, with its plan as it was written and everybody of a demonstration. */
export interface PlanWorld {
  readonly contract: string;
  readonly contracts: Contracts;
  readonly store: PostgresStore;
  readonly db: Kysely<unknown>;
  readonly server: FastifyInstance;
  /** What was logged as a fault. */
  readonly faults: string[];
  setClock(to: Instant): void;
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** The `cookie` header of the browser of somebody of a contract. */
  stepInto(contract: string, person: string): Promise<string>;
  /** A page as somebody gets it; `undefined` is nobody in particular. */
  get(person: string | undefined, url: string, headers?: Form): Promise<LightMyRequestResponse>;
  post(
    person: string | undefined,
    url: string,
    form: Form | URLSearchParams,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

interface PlanWorldOptions {
  readonly now?: Instant;
  readonly isDemonstration?: boolean;
  readonly baseUrl?: () => string;
}

export async function planWorld({
  now = FRIDAY,
  isDemonstration = false,
  baseUrl = () => 'http://localhost',
}: PlanWorldOptions = {}): Promise<PlanWorld> {
  const { url } = await freshDatabase();
  const connection = connect<unknown>(url, { max: 6, applicationName: 'test' });
  let time = now;
  const store = await openStore({ connection, clock: async () => ({ now: time, offsetMs: 0 }) });
  const contracts = openContracts(store);
  const { contract } = await seedDemonstration({ store, contracts, at: now });
  const { db } = connection;
  const faults: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_code: string, error: unknown) => void faults.push(String(error)),
  };
  const reading = postgresReading({
    db,
    revisions: store.revisions,
    now: () => store.transaction((tx) => tx.now()),
  });
  const signing = signingIn({ connection, baseUrl: baseUrl(), isDemonstration });
  const changes = { subscribe: store.onChange };
  const pageParts = {
    ...{ isDemonstration, store, reading, changes, baseUrl, log },
    links: { answers: answersIn(store), letters: engineParts(store).letters },
    operator: operatorReading(db),
    clock: movableClock(store),
    sessions: signing.sessions,
    accounts: signing.accounts,
    secret: TEST_SECRET,
    mailDomain: 'ladder.example',
    linksPerMinute: 10_000,
    sendReply: undefined,
  };
  const server = await httpServer({
    ...{ store, reading, changes, log, isDemonstration },
    meters: { requestAnswered: () => undefined },
    readiness: async () => ({ database: true, migrations: true, engine: true, draining: false }),
    metrics: async () => ({ type: 'text/plain', text: '' }),
    ratePerMinute: 100_000,
    trustProxy: [],
    pages: (scope) => registerPages(scope, pageParts),
  });
  const cookies = new Map<string, Promise<string>>();
  const stepIn = (person: string): Promise<string> => {
    const cookie = cookies.get(person) ?? signing.stepIn(contract, person);
    cookies.set(person, cookie);
    return cookie;
  };
  const cookieOf = async (person: string | undefined): Promise<Form> =>
    person === undefined ? {} : { cookie: await stepIn(person) };
  return {
    ...{ contract, contracts, store, db, server, faults },
    stepInto: signing.stepIn,
    setClock: (to) => {
      time = to;
    },
    ask: async (sql, values = []) => (await connection.pool.query(sql, [...values])).rows,
    get: async (person, path, headers = {}) =>
      server.inject({ method: 'GET', url: path, headers: { ...(await cookieOf(person)), ...headers } }),
    post: async (person, path, form) =>
      server.inject({
        method: 'POST',
        url: path,
        headers: { ...(await cookieOf(person)), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form as Record<string, string>).toString(),
      }),
    close: async () => {
      await server.close();
      await store.close();
      await connection.close();
    },
  };
}
