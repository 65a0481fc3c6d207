import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authorise,
  authoriseDraft,
  authoriseObligation,
  authoriseRota,
  CONTACT_RIGHTS,
  REPORT_RIGHTS,
  type Role,
  SEAT_RIGHTS,
  seesObligationWhole,
} from '../../src/app/authorise.ts';
import { DRAFT_RESOURCES } from '../../src/app/schemas/drafts.ts';
import { OBLIGATION_COMMANDS, OBLIGATION_RESOURCES } from '../../src/app/schemas/obligation-commands.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { type Answered, cellsOf, rightBy, type Walked } from './answered.ts';
import { asks, operations, walkApi } from './api-walk.ts';
import {
  ANYBODY,
  type Anybody,
  asksAs,
  type Browsers,
  browsersOf,
  elsewhere,
  FOR_NOBODY,
  isOfApi,
  isOfContract,
  isOfLink,
  isStatic,
  type WalkedElsewhere,
  walkElsewhere,
} from './elsewhere-walk.ts';
import { fillIn, OF_CUSTOMER, waysOf } from './fill-in.ts';
import { contractForms, walkForms } from './form-walk.ts';
import { pageRoutes } from './page-routes.ts';
import { OWED, OWED_BY_CUSTOMERS, rightsDocument } from './rights-document.ts';
import {
  ALL,
  ASKERS,
  type Asker,
  callerOf,
  OWNERSHIP,
  type RightsWorld,
  rightsWorld,
} from './rights-world.ts';
import { watchingRoutes } from './server-routes.ts';

let here: RightsWorld;
let routes: readonly string[];
let walked: {
  readonly pages: Walked;
  readonly operations: Walked;
  readonly forms: Walked;
  readonly elsewhere: WalkedElsewhere;
};
/** What of a contract's pages whoever keeps the installation is answered. */
let kept: ReadonlyMap<string, number>;
/** Where the first page of all leads everybody. */
let first: ReadonlyMap<Anybody, string | undefined>;
beforeAll(async () => {
  const watched = await watchingRoutes(() => rightsWorld({ pages: { sendReply: async () => undefined } }));
  here = watched.made;
  routes = watched.routes;
  const browsers = await browsersOf(here);
  // What only looks comes first; then what is asked of the API; then what pages send, which ends tokens and roles.
  const pages = await walkPages();
  kept = await keeperLooks(browsers);
  first = await firstPages(browsers);
  walked = {
    pages,
    elsewhere: await walkElsewhere(here, routes, browsers),
    operations: await walkApi(here),
    forms: await walkForms(here),
  };
}, 600_000);
afterAll(() => here.close());

/** Streams do not end. */
const STREAMS = /\/changes$/;

const contractPages = async (): Promise<readonly string[]> =>
  (await pageRoutes('GET')).filter((path) => path.startsWith('/contracts/:contract'));

async function walkPages(): Promise<Walked> {
  const pages = new Map<string, ReadonlyMap<Asker, Answered>>();
  const all = (await contractPages()).flatMap((pattern) =>
    waysOf(pattern).map((way) => ({ ...way, pattern })),
  );
  for (const { pattern, called, named } of all) {
    const cells = await cellsOf(pattern, async (asker) => {
      const path = fillIn(here, pattern, named);
      const isStream = STREAMS.test(pattern);
      const status = await (isStream
        ? here.beginOf(asker, path)
        : here.get(ASKERS[asker].person, path).then(statusOf));
      return status === 303 ? 'elsewhere' : rightBy(`${pattern} by ${asker}`, status);
    });
    pages.set(`\`${pattern}\`${called}`, cells);
  }
  return pages;
}

async function keeperLooks(browsers: Browsers): Promise<ReadonlyMap<string, number>> {
  const looked = new Map<string, number>();
  for (const pattern of await contractPages()) {
    const asked = { method: 'GET', url: fillIn(here, pattern) } as const;
    looked.set(pattern, (await asksAs(here, browsers, 'keeper', asked)).status);
  }
  return looked;
}

async function firstPages(browsers: Browsers): Promise<ReadonlyMap<Anybody, string | undefined>> {
  const led = new Map<Anybody, string | undefined>();
  for (const who of ANYBODY) {
    led.set(who, (await asksAs(here, browsers, who, { method: 'GET', url: '/' })).location);
  }
  return led;
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

  const owed = [
    ['', OWED],
    [OF_CUSTOMER, OWED_BY_CUSTOMERS],
  ] as const;
  const given = OBLIGATION_COMMANDS.flatMap((type) => owed.map(([of, what]) => [type, of, what] as const));
  test.each(given)('lets give an obligation "%s"%s whom the table lets', (type, of, what) => {
    const right = wanted((asker) => (authoriseObligation(callerOf(asker), type, what) ? 'yes' : 'no'));
    const { path } = OBLIGATION_RESOURCES[type];
    const operation = `\`POST /contracts/{contract}/obligations/{obligation}/${path}\`${of}`;
    expect(row(walked.operations, operation)).toEqual(right);
    const form = '/contracts/:contract/obligations/:obligation';
    const name = type === 'deliver' ? `\`${form}/deliver\`` : `\`${form}/act\`, \`${type}\``;
    expect(row(walked.forms, `${name}${of}`)).toEqual(right);
  });

  test.each(owed)('shows what was handed over whom the table lets%s', (of, what) => {
    const file = '`/contracts/:contract/obligations/:obligation/files/:file`';
    expect(row(walked.pages, `${file}${of}`)).toEqual(
      wanted((asker) => (seesObligationWhole(callerOf(asker), what) ? 'yes' : 'unseen')),
    );
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

  test('lets see reports of wrong contacts whom the table lets, and answer the program manager', () => {
    const of = (roles: readonly Role[]) =>
      wanted((asker) => (roles.includes(ASKERS[asker].role) ? 'yes' : 'unseen'));
    expect(row(walked.pages, `\`${CONTACTS}/reported\``)).toEqual(of(REPORT_RIGHTS.see));
    expect(row(walked.pages, `\`${CONTACTS}/reported/:report\``)).toEqual(of(REPORT_RIGHTS.see));
    // It is about nobody who manages the program: of one who does oversight answers.
    expect(row(walked.forms, `\`${CONTACTS}/reported/:report/answer\``)).toEqual(of(['programManager']));
  });

  test.each([
    ['see', 'pages', `${CONTACTS}/seats`],
    ['see', 'pages', `${CONTACTS}/filled`],
    ['see', 'pages', `${CONTACTS}/filled/:filling`],
    ['fill', 'pages', `${CONTACTS}/seats/:seat`],
    ['fill', 'forms', `${CONTACTS}/seats/:seat`],
    ['decide', 'forms', `${CONTACTS}/filled/:filling/decide`],
  ] as const)('lets "%s" who fills seats whom the table lets: %s, %s', (right, of, path) => {
    const roles: readonly Role[] = SEAT_RIGHTS[right];
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
    // Of the two who have duty, one is an asker: the contact.
    const isContact = (asker: Asker): boolean => callerOf(asker).seats.includes('ana');
    expect(row(walked.forms, `\`${rota}/swap\``)).toEqual(
      wanted((asker) => (isContact(asker) ? 'yes' : 'unseen')),
    );
    expect(row(walked.forms, `\`${rota}/mails\``)).toEqual(
      wanted((asker) => (isContact(asker) ? 'yes' : 'unseen')),
    );
    for (const [change, may] of [
      ['`withdraw` of an override', isManaged],
      ['`accept` of a swap that the contact is asked for', isContact],
      ['`decline` of a swap that the contact is asked for', isContact],
      ['`withdraw` of a swap that the contact is asked for', isManaged],
      ['`withdraw` of a swap that the contact asks for', (asker) => isManaged(asker) || isContact(asker)],
      ['`withdraw` of a swap that holds', isManaged],
    ] as readonly (readonly [string, (asker: Asker) => boolean])[]) {
      const cells = wanted((asker) => (may(asker) ? 'yes' : seen[asker] === 'yes' ? 'no' : 'unseen'));
      expect([change, row(walked.forms, `\`${rota}/changes/:entry\`, ${change}`)]).toEqual([change, cells]);
    }
  });

  test('lets nobody answer a swap that they ask for themselves: that is for the other of the two', async () => {
    for (const [act, status] of [
      ['accept', 'holds'],
      ['decline', 'declined'],
    ] as const) {
      const entry = await here.swapped('ana');
      const path = `/contracts/${here.contract}/rota/changes/${entry}`;
      for (const asker of ALL) {
        const seen = authoriseRota(callerOf(asker)).allowed;
        const sent = await here.post(ASKERS[asker].person, path, { act });
        expect([act, asker, sent.status]).toEqual([act, asker, seen ? 403 : 404]);
      }
      expect((await here.post('bo', path, { act })).status).toBe(303);
      const { state } = await openContracts(here.store).transaction((tx) => tx.liveRotas(here.contract));
      expect(state.entries.find((one) => one.entry === entry)?.status).toBe(status);
    }
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

describe('everything that the server answers', () => {
  test('is in a table: of a contract, of the API, or of neither', async () => {
    const { paths = {} } = here.server.swagger();
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const contracts = [
      ...(await contractPages()).map((path) => `GET ${path}`),
      ...(await contractForms()).map((path) => `POST ${path}`),
    ];
    const plain = (route: string): string => route.replace(/:(\w+)/g, '{$1}');
    expect(routes.filter(isOfContract)).toEqual(contracts.sort());
    expect(routes.filter(isOfApi).map(plain).sort()).toEqual(described.sort());
    // All of them are of a contract, where they are walked: as a command of a case, or as an operation.
    expect(described.filter((one) => !one.includes(' /api/v1/contracts'))).toEqual([]);
    expect([...walked.elsewhere.keys()].sort()).toEqual(elsewhere(routes));
    expect(routes.filter(isStatic)).toHaveLength(3);
  });

  test('by a token in its address is one of the links that are asked for by themselves', () => {
    expect(routes.filter(isOfLink)).toEqual([
      ...[
        'GET /attest/:token',
        'GET /contact-change/:token',
        'GET /drill/:token',
        'GET /duty/:token/duty.ics',
        'GET /l/:token',
        'GET /reported/:token',
      ],
      ...[
        'GET /seat-filling/:token',
        'GET /sign-in/link/:token',
        'GET /subscribe/:token',
        'GET /swap/:token',
        'GET /unsubscribe/:token',
      ],
      ...['POST /attest/:token', 'POST /contact-change/:token', 'POST /drill/:token'],
      ...['POST /l/:token', 'POST /l/:token/fresh'],
      ...[
        'POST /reported/:token',
        'POST /seat-filling/:token',
        'POST /sign-in/link/:token',
        'POST /subscribe/:token',
        'POST /swap/:token',
      ],
      'POST /unsubscribe/:token',
    ]);
  });
});

describe('what is of no contract', () => {
  test('is there for somebody, but for what a real installation has not', () => {
    const empty = [...walked.elsewhere].filter(([, cells]) =>
      [...cells.values()].every((one) => one === 'unseen' || one === 'no'),
    );
    expect(empty.map(([route]) => route).sort()).toEqual(FOR_NOBODY.toSorted());
  });

  test('leads from its first page to where each has something to do', () => {
    expect([...first]).toEqual([
      ['nobody', '/sign-in'],
      ...ALL.map((asker) => [asker, '/contracts/sample']),
      ['keeper', '/admin'],
    ]);
  });
});

describe('whoever keeps the installation', () => {
  test('has of a contract the pages of its administration, and no others', async () => {
    const wanted = (await contractPages()).map((pattern) => [
      pattern,
      /^\/contracts\/:contract\/admin(?:\/|$)/.test(pattern) ? 200 : 404,
    ]);
    expect([...kept]).toEqual(wanted);
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
        const status = await asks(here, 'oversight', one, { contract });
        expect([one.id, contract, status]).toEqual([one.id, contract, 404]);
      }
    }
  }, 180_000);
});

test('whoever has no role any more is nobody: on no page, by no form and over no request', async () => {
  const asker = 'another customer';
  const { person } = ASKERS[asker];
  await sql`delete from role where person_id = ${person}`.execute(here.connection.db);
  for (const pattern of await contractPages()) {
    const { status } = await here.get(person, fillIn(here, pattern));
    expect([pattern, status]).toEqual([pattern, 404]);
  }
  for (const pattern of await contractForms()) {
    const { status } = await here.post(person, fillIn(here, pattern, { entry: '1' }), {});
    expect([pattern, status]).toEqual([pattern, 404]);
  }
  for (const one of operations(here)) {
    // A no comes to an end, also where a stream would not.
    const status = await asks(here, asker, { ...one, isStream: false });
    expect([one.id, status]).toEqual([one.id, 404]);
  }
  const { status, html } = await here.get(person, '/');
  expect([status, html]).toEqual([200, expect.stringContaining(`${person}@ladder.example`)]);
});
