import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authorise,
  authoriseDraft,
  authoriseObligation,
  authoriseRota,
  CONTACT_RIGHTS,
  type Role,
} from '../../src/app/authorise.ts';
import { DRAFT_RESOURCES } from '../../src/app/schemas/drafts.ts';
import { OBLIGATION_COMMANDS, OBLIGATION_RESOURCES } from '../../src/app/schemas/obligation-commands.ts';
import { type Answered, cellsOf, rightBy, type Walked } from './answered.ts';
import { asks, operations, walkApi } from './api-walk.ts';
import { fillIn } from './fill-in.ts';
import { contractForms, walkForms } from './form-walk.ts';
import { pageRoutes } from './page-routes.ts';
import { OWED, rightsDocument } from './rights-document.ts';
import {
  ALL,
  ASKERS,
  type Asker,
  callerOf,
  OWNERSHIP,
  type RightsWorld,
  rightsWorld,
} from './rights-world.ts';

let here: RightsWorld;
let walked: { readonly pages: Walked; readonly operations: Walked; readonly forms: Walked };
beforeAll(async () => {
  here = await rightsWorld();
  // What only looks comes first; then what is asked of the API; then what pages send, which ends tokens and roles.
  walked = { pages: await walkPages(), operations: await walkApi(here), forms: await walkForms(here) };
}, 600_000);
afterAll(() => here.close());

/** Streams do not end. */
const STREAMS = /\/changes$/;

const contractPages = async (): Promise<readonly string[]> =>
  (await pageRoutes('GET')).filter((path) => path.startsWith('/contracts/:contract'));

async function walkPages(): Promise<Walked> {
  const pages = new Map<string, ReadonlyMap<Asker, Answered>>();
  for (const pattern of await contractPages()) {
    const cells = await cellsOf(pattern, async (asker) => {
      const path = fillIn(here, pattern);
      const isStream = STREAMS.test(pattern);
      const status = await (isStream
        ? here.beginOf(asker, path)
        : here.get(ASKERS[asker].person, path).then(statusOf));
      return status === 303 ? 'elsewhere' : rightBy(`${pattern} by ${asker}`, status);
    });
    pages.set(`\`${pattern}\``, cells);
  }
  return pages;
}

/** How a right of the program's tables is answered. */
const answeredOf = (right: ReturnType<typeof authorise | typeof authoriseDraft>): Answered =>
  right.allowed ? 'yes' : right.because === 'unseen' ? 'unseen' : 'no';

const statusOf = ({ status }: { readonly status: number }): number => status;

describe('everything of a contract that can be asked for over HTTP', () => {
  test('answers each asker as the page on rights says', async () => {
    await expect(rightsDocument(walked)).toMatchFileSnapshot('../../docs/reference/rights.md');
  });

  /** One row of what was walked, as plain values. */
  const row = (of: Walked, name: string): Readonly<Record<string, Answered>> => {
    const cells = of.get(name);
    if (!cells) throw new Error(`${name} was not walked`);
    return Object.fromEntries(cells);
  };
  const wanted = (right: (asker: Asker) => Answered): Readonly<Record<string, Answered>> =>
    Object.fromEntries(ALL.map((asker) => [asker, right(asker)]));

  test.each(OBLIGATION_COMMANDS)('lets give an obligation "%s" whom the table lets', (type) => {
    const right = wanted((asker) => (authoriseObligation(callerOf(asker), type, OWED) ? 'yes' : 'no'));
    const { path } = OBLIGATION_RESOURCES[type];
    const operation = `\`POST /contracts/{contract}/obligations/{obligation}/${path}\``;
    expect(row(walked.operations, operation)).toEqual(right);
    const form = '/contracts/:contract/obligations/:obligation';
    const name = type === 'deliver' ? `\`${form}/deliver\`` : `\`${form}/act\`, \`${type}\``;
    expect(row(walked.forms, name)).toEqual(right);
  });

  test.each([
    ['for themselves', false],
    ['for a caller', true],
  ])('lets open a case %s whom the table lets', (_, onBehalf) => {
    const right = wanted((asker) => {
      // It is not shared with anybody yet, and is theirs who open it for themselves.
      const reporter = onBehalf ? OWNERSHIP.reporter : ASKERS[asker].person;
      const ownership = { ...OWNERSHIP, reporter, standIn: undefined, watchers: [] };
      return answeredOf(authorise(callerOf(asker), 'open', ownership, onBehalf));
    });
    const name = '`POST /contracts/{contract}/cases`';
    expect(row(walked.operations, onBehalf ? `${name}, for a caller` : name)).toEqual(right);
  });

  const CONTACTS = '/contracts/:contract/contacts';
  test.each([
    ['see', 'pages', `${CONTACTS}/changed`],
    ['call', 'forms', `${CONTACTS}/changed/:change/call`],
    ['judge', 'forms', `${CONTACTS}/changed/:change/judge`],
    ['own', 'pages', `${CONTACTS}/own`],
    ['own', 'forms', `${CONTACTS}/own/:field`],
    ['own', 'pages', `${CONTACTS}/confirm`],
    ['own', 'forms', `${CONTACTS}/confirm`],
  ] as const)('lets "%s" changes of numbers and addresses whom the table lets: %s, %s', (right, of, path) => {
    const roles: readonly Role[] = CONTACT_RIGHTS[right];
    const cells = wanted((asker) => (roles.includes(ASKERS[asker].role) ? 'yes' : 'unseen'));
    expect(row(walked[of], `\`${path}\``)).toEqual(cells);
  });

  test('lets see and change who is on duty whom the table lets', () => {
    const rights = new Map(ALL.map((asker) => [asker, authoriseRota(callerOf(asker))]));
    const seen = wanted((asker) => (rights.get(asker)?.allowed ? 'yes' : 'unseen'));
    const isManaged = (asker: Asker): boolean => {
      const right = rights.get(asker);
      return right?.allowed === true && right.manages;
    };
    const rota = '/contracts/:contract/rota';
    expect(row(walked.pages, `\`${rota}\``)).toEqual(seen);
    expect(row(walked.forms, `\`${rota}/override\``)).toEqual(
      wanted((asker) => (isManaged(asker) ? 'yes' : 'unseen')),
    );
    expect(row(walked.forms, `\`${rota}/changes/:entry\``)).toEqual(
      wanted((asker) => (isManaged(asker) ? 'yes' : seen[asker] === 'yes' ? 'no' : 'unseen')),
    );
  });

  const ofDrafts = ['make', ...Object.keys(DRAFT_RESOURCES)] as ('make' | keyof typeof DRAFT_RESOURCES)[];
  test.each(ofDrafts)('lets "%s" drafts whom the table lets', (type) => {
    const right = wanted((asker) => answeredOf(authoriseDraft(callerOf(asker), type)));
    const path = type === 'make' ? '' : `/{draft}/${DRAFT_RESOURCES[type].path}`;
    expect(row(walked.operations, `\`POST /contracts/{contract}/drafts${path}\``)).toEqual(right);
    const form = type === 'make' ? '' : `/:draft/${type === 'edit' ? 'text' : type}`;
    expect(row(walked.forms, `\`/contracts/:contract/drafts${form}\``)).toEqual(right);
  });
});

describe('whoever is not signed in', () => {
  test('is led from every page to sign in, and back', async () => {
    for (const pattern of await contractPages()) {
      const path = fillIn(here, pattern);
      const { status, headers } = await here.get(undefined, path);
      const back = `/sign-in?then=${encodeURIComponent(path)}`;
      expect([pattern, status, headers.location]).toEqual([pattern, 303, back]);
    }
  });

  test('sends no form and asks nothing of the API', async () => {
    for (const pattern of await contractForms()) {
      const { status } = await here.post(undefined, fillIn(here, pattern, { entry: '1' }), {});
      expect([pattern, status]).toEqual([pattern, 401]);
    }
    for (const one of operations(here)) {
      expect([one.id, await asks(here, undefined, one)]).toEqual([one.id, 401]);
    }
  });
});

describe('what is of another contract', () => {
  const CONTRACTS = ['elsewhere', 'nowhere'];
  beforeAll(async () => {
    await sql`insert into contract values ('elsewhere', 'Another contract', 'UTC', '2026-01-01T00:00:00Z')`.execute(
      here.connection.db,
    );
  });

  test('has no page for anybody of this one', async () => {
    for (const pattern of await contractPages()) {
      for (const asker of ALL) {
        for (const contract of CONTRACTS) {
          const { status } = await here.get(ASKERS[asker].person, fillIn(here, pattern, { contract }));
          expect([pattern, asker, contract, status]).toEqual([pattern, asker, contract, 404]);
        }
      }
    }
  }, 180_000);

  test('takes no form and answers nothing over the API', async () => {
    for (const contract of CONTRACTS) {
      for (const pattern of await contractForms()) {
        for (const asker of ALL) {
          const path = fillIn(here, pattern, { contract, entry: '1' });
          const { status } = await here.post(ASKERS[asker].person, path, {});
          expect([pattern, asker, contract, status]).toEqual([pattern, asker, contract, 404]);
        }
      }
      for (const one of operations(here).filter(({ path }) => path.includes('{contract}'))) {
        // The reporter's token has been revoked by now, on a page.
        const status = await asks(here, 'oversight', one, contract);
        expect([one.id, contract, status]).toEqual([one.id, contract, 404]);
      }
    }
  }, 180_000);
});
