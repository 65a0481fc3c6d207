import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRoutes } from './page-routes.ts';
import { type Answered, rightsDocument } from './rights-document.ts';
import {
  ALL,
  ASKERS,
  type Asker,
  DOMAIN,
  OBLIGATION,
  type RightsWorld,
  rightsWorld,
} from './rights-world.ts';

let here: RightsWorld;
beforeAll(async () => {
  here = await rightsWorld();
}, 180_000);
afterAll(() => here.close());

/** What stands for the parts of an address that name something. */
const NAMED: Readonly<Record<string, string>> = {
  act: 'addNote',
  change: '1',
  '*': 'step/2',
  customer: 'agency',
  domain: DOMAIN,
  field: 'email',
  obligation: OBLIGATION,
  draft: '1',
  entry: '_new',
  part: 'contacts',
  person: 'dana',
  role: 'customer',
  seat: 'account',
};
/** Streams do not end. */
const STREAMS = /\/changes$/;

const fillIn = (pattern: string, contract: string): string =>
  pattern.replace(/:(\w+)|\*/g, (whole, name: string | undefined) => {
    if (name === 'contract') return contract;
    if (name === 'caseId' || name === 'case') return here.key.caseId;
    if (name === 'token') return here.token;
    if (name === 'file') return fileOf(pattern);
    return NAMED[name ?? whole] ?? 'none';
  });

function fileOf(pattern: string): string {
  if (pattern.includes('/obligations/')) return here.evidence;
  return pattern.includes('/cases/') ? here.file : 'cases.csv';
}

const contractPages = async (): Promise<readonly string[]> =>
  (await pageRoutes('GET')).filter((path) => path.startsWith('/contracts/:contract') && !STREAMS.test(path));

describe('pages of a contract', () => {
  test('answer each asker as the page on rights says', async () => {
    const walked = new Map<string, ReadonlyMap<Asker, Answered>>();
    for (const pattern of await contractPages()) {
      const answers = new Map<Asker, Answered>();
      for (const asker of ALL) {
        const { status } = await here.get(ASKERS[asker].person, fillIn(pattern, here.contract));
        expect([pattern, asker, [200, 303, 404, 409].includes(status)]).toEqual([pattern, asker, true]);
        answers.set(asker, status === 404 ? 'unseen' : status === 303 ? 'elsewhere' : 'yes');
      }
      expect([pattern, [...answers.values()].some((one) => one !== 'unseen')]).toEqual([pattern, true]);
      walked.set(pattern, answers);
    }
    await expect(rightsDocument(walked)).toMatchFileSnapshot('../../docs/reference/rights.md');
  }, 180_000);

  test('lead whoever is not signed in to sign in, and back', async () => {
    for (const pattern of await contractPages()) {
      const path = fillIn(pattern, here.contract);
      const { status, headers } = await here.get(undefined, path);
      const back = `/sign-in?then=${encodeURIComponent(path)}`;
      expect([pattern, status, headers.location]).toEqual([pattern, 303, back]);
    }
  });

  test('of another contract are not there, for anybody of this one', async () => {
    await sql`insert into contract values ('elsewhere', 'Another contract', 'UTC', '2026-01-01T00:00:00Z')`.execute(
      here.connection.db,
    );
    for (const pattern of await contractPages()) {
      for (const asker of ALL) {
        for (const contract of ['elsewhere', 'nowhere']) {
          const { status } = await here.get(ASKERS[asker].person, fillIn(pattern, contract));
          expect([pattern, asker, contract, status]).toEqual([pattern, asker, contract, 404]);
        }
      }
    }
  }, 180_000);
});
