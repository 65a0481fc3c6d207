import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Contracts } from '../../src/app/ports/contracts.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { PageParts } from '../../src/http/pages/page-parts.ts';
import { seedDemonstration } from '../../src/service/demonstration.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { type AnswersWorld, answersWorld } from './answers-world.ts';
import { signingIn } from './sign-in.ts';

/** Friday, 20 November 2026, 16:30 Pacific: the last half hour of a business week before Thanksgiving. */
export const FRIDAY = asInstant(Date.UTC(2026, 10, 21, 0, 30));

type Form = Readonly<Record<string, string>>;

/** The pages of the sample contract, with its plan as it was written and everybody of a demonstration. */
export interface PlanWorld extends Pick<AnswersWorld, 'setClock' | 'settle' | 'store'> {
  readonly db: AnswersWorld['connection']['db'];
  readonly contract: string;
  readonly contracts: Contracts;
  readonly server: FastifyInstance;
  /** What was logged as a fault. */
  faults(): readonly string[];
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** The `cookie` header of the browser of somebody of a contract. */
  stepInto(contract: string, person: string): Promise<string>;
  /** A server says that the letter to somebody about `caseId`, the name of a record, reached nobody. */
  comesBack(caseId: string, person: string): Promise<void>;
  /** A page as somebody of the sample contract gets it; `undefined` is nobody in particular. */
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
  /** Settings of the installation, such as its carrier of texts and calls. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How often public forms may be sent from one address, and anything that has no limit of its own. */
  readonly limits?: Partial<
    Pick<PageParts, 'reportsPerHour' | 'subscriptionsPerDay'> & { readonly ratePerMinute: number }
  >;
}

export async function planWorld({
  now = FRIDAY,
  isDemonstration = false,
  baseUrl = () => 'http://localhost',
  settings = {},
  limits = {},
}: PlanWorldOptions = {}): Promise<PlanWorld> {
  const made = await answersWorld(now, { isDemonstration, baseUrl, settings, ...limits });
  const { connection, store, server, logged } = made;
  const contracts = openContracts(store);
  const { contract } = await seedDemonstration({ store, contracts, at: now });
  const { stepIn } = signingIn({ connection, store, baseUrl, isDemonstration });
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = async (person: string | undefined): Promise<Form> => {
    if (person === undefined) return {};
    const cookie = cookies.get(person) ?? stepIn(contract, person);
    cookies.set(person, cookie);
    return { cookie: await cookie };
  };
  return {
    ...{ contract, contracts, store, server, db: connection.db },
    setClock: made.setClock,
    settle: made.settle,
    close: made.close,
    stepInto: stepIn,
    // What is only noted is a list of its words; what is thrown is its own text.
    faults: () => logged.filter((line) => !line.startsWith('[')),
    ask: async (sql, values = []) => (await connection.pool.query(sql, [...values])).rows,
    async comesBack(caseId, person) {
      const { rows } = await connection.pool.query(
        'select delivery_id from delivery where case_id = $1 and person_id = $2 order by number limit 1',
        [caseId, person],
      );
      const bounced = { deliveryId: String(rows[0]?.delivery_id), permanent: true, status: '5.1.1' };
      await made.taker.take(
        made.mailFrom(person, { contract, caseId }, '', { kind: 'bounce', recipient: 'bounce', bounced }),
      );
    },
    get: async (person, url, headers = {}) =>
      server.inject({ method: 'GET', url, headers: { ...(await cookieOf(person)), ...headers } }),
    post: async (person, url, form) =>
      server.inject({
        method: 'POST',
        url,
        headers: { ...(await cookieOf(person)), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form as Record<string, string>).toString(),
      }),
  };
}
