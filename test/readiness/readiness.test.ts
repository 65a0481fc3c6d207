import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attest } from '../../src/app/attestation/handle-attestations.ts';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { noteCarrier } from '../../src/store/carrier-news.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';

const WREN = 'solutions-manager';

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
  await takeUpContacts(here.store);
});
afterEach(() => here.close());

const path = (rest = '') => `/contracts/${here.contract}/readiness${rest}`;
const textOf = async (who: string): Promise<string> => {
  const got = await here.get(who, path());
  expect([who, got.statusCode]).toEqual([who, 200]);
  return got.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

interface Ready {
  readonly whole: boolean;
  readonly mailFailingSince: string | null;
  readonly levels: readonly {
    readonly level: number;
    readonly reached: string;
    readonly customers: number | null;
    readonly vacant: readonly string[];
  }[];
  readonly people: readonly {
    readonly person: string;
    readonly reached: string;
    readonly twoMeans: boolean;
    readonly places: readonly { level: number; place: number | null; afterMinutes: number | null }[];
    readonly means: readonly {
      means: string;
      confirmedAt: string | null;
      doubt: { because: string; since: string | null } | null;
    }[];
    readonly duty: { is: string; until: string | null; from: string | null };
  }[];
}
const json = async (who = 'tamsin-hale'): Promise<Ready> =>
  JSON.parse((await here.get(who, path('/readiness.json'))).body) as Ready;
const wren = async () => (await json()).people.find(({ person }) => person === WREN)!;
const clear = (column: 'email' | 'mobile' | 'office', person?: string) =>
  here.ask(
    `update person set ${column} = null where contract_id = $1 and person_id = coalesce($2, person_id)`,
    [here.contract, person ?? null],
  );

describe('whether somebody could be reached', () => {
  test('is in doubt while nobody has confirmed the address, is yes afterwards, and in doubt when it lapses', async () => {
    expect(await wren()).toMatchObject({ reached: 'doubtful', twoMeans: true });
    expect((await wren()).means[0]).toMatchObject({
      means: 'email',
      doubt: { because: 'never', since: null },
    });
    await attest(
      here.store,
      { contract: here.contract, personId: WREN },
      { details: ['email'], over: 'email' },
    );
    expect(await wren()).toMatchObject({ reached: 'yes' });
    expect((await wren()).means[0]).toMatchObject({
      confirmedAt: new Date(FRIDAY).toISOString(),
      doubt: null,
    });
    await here.setClock(on('2027-03-08'));
    expect((await wren()).means[0]).toMatchObject({ doubt: { because: 'lapsed' } });
  });

  test('is no without an address, and then the next of the level takes the turn', async () => {
    const before = (await wren()).places;
    expect(before.some(({ place }) => place === 1)).toBe(true);
    await clear('email', WREN);
    expect(await wren()).toMatchObject({ reached: 'no' });
    expect(
      (await wren()).places.every(({ place, afterMinutes }) => place === null && afterMinutes === null),
    ).toBe(true);
    const { level } = before.find(({ place }) => place === 1)!;
    const next = (await json()).people.filter(({ places }) =>
      places.some((one) => one.level === level && one.place === 1),
    );
    expect(next.map(({ person }) => person)).not.toContain(WREN);
    expect(next).toHaveLength(1);
  });

  test('names who has fewer than two ways that cannot fail together', async () => {
    await clear('office', WREN);
    await clear('mobile', WREN);
    expect(await wren()).toMatchObject({ twoMeans: false });
    expect(await textOf('tamsin-hale')).toContain(
      'There are not two ways to them that cannot fail together.',
    );
  });
});

test('a level whose people have no address reaches nobody, and the page says so', async () => {
  expect((await json()).levels.map(({ reached }) => reached)).not.toContain('no');
  await clear('email');
  expect((await json()).levels.map(({ reached }) => reached)).toEqual(['no', 'no', 'no']);
  expect(await textOf('tamsin-hale')).toContain('nobody could be reached now');
});

describe('where texts and calls are carried as well', () => {
  beforeEach(async () => {
    await here.close();
    here = await planWorld({
      settings: {
        ...{ LADDER_TWILIO_ACCOUNT: 'AC0123456789abcdef0123456789abcdef', LADDER_TWILIO_TOKEN: 'a-token' },
        ...{ LADDER_TELEPHONE_NUMBER: '+19165550100', LADDER_URL: 'http://ladder.example' },
      },
    });
    await takeUpContacts(here.store);
  });
  const rule = (...means: readonly string[]) =>
    here.ask(
      `insert into notice_rules values ($1, $2, 'set', 1, '\\x00', $3::json, '2026-11-01T00:00:00Z')`,
      [
        ...[here.contract, WREN],
        JSON.stringify({
          rules: [
            {
              urgency: 'any',
              tries: means.map((one) => ({ means: one, afterMinutes: 0 })),
              againMinutes: 15,
            },
          ],
        }),
      ],
    );
  const confirm = (...details: readonly ('email' | 'office' | 'mobile')[]) =>
    attest(here.store, { contract: here.contract, personId: WREN }, { details, over: 'email' });

  test('levels without any address are reached by telephone, and the page says by what', async () => {
    await clear('email');
    expect((await json()).levels.map(({ reached }) => reached)).not.toContain('no');
    const text = await textOf('tamsin-hale');
    expect(text).not.toContain('nobody could be reached now');
    expect(text).toContain('Ladder itself writes mail, sends texts and makes calls');
    await clear('mobile');
    await clear('office');
    expect((await json()).levels.map(({ reached }) => reached)).toEqual(['no', 'no', 'no']);
  });

  test('one confirmed way of those that are used is enough, and what is used comes first', async () => {
    await confirm('mobile');
    expect(await wren()).toMatchObject({ reached: 'yes' });
    await rule('call');
    expect(await wren()).toMatchObject({ reached: 'yes' });
    expect((await wren()).means.map(({ means }) => means)).toEqual(['mobile', 'email', 'office']);
  });

  test('a way that somebody’s own rule leaves out does not count, and counts where nothing else is left', async () => {
    await confirm('mobile');
    await rule('email');
    expect(await wren()).toMatchObject({ reached: 'doubtful' });
    await clear('email', WREN);
    expect(await wren()).toMatchObject({ reached: 'yes' });
    expect((await wren()).places.some(({ place }) => place !== null)).toBe(true);
  });

  test('an office telephone is for calls where there is no mobile one', async () => {
    await confirm('office');
    expect(await wren()).toMatchObject({ reached: 'doubtful' });
    await clear('mobile', WREN);
    expect(await wren()).toMatchObject({ reached: 'yes' });
  });
});

test('a seat that nobody fills is named at its level', async () => {
  await here.contracts.transaction((tx) => tx.putSeat(here.contract, WREN, undefined, FRIDAY));
  const { levels } = await json();
  expect(levels.filter(({ vacant }) => vacant.includes(WREN)).length).toBeGreaterThan(0);
});

test('mail that does not leave is said above everything else, until some leaves', async () => {
  await noteCarrier(here.db, 'mailOut', 'timeout', FRIDAY);
  expect((await json()).mailFailingSince).toBe(new Date(FRIDAY).toISOString());
  expect(await textOf('tamsin-hale')).toContain('Mail as a whole does not leave');
  await noteCarrier(here.db, 'mailOut', undefined, on('2026-11-24'));
  expect((await json()).mailFailingSince).toBeNull();
});

describe('it is for', () => {
  test('the desk, the program manager, oversight and auditors: everybody', async () => {
    for (const who of ['odile-marsh', 'tamsin-hale']) expect((await json(who)).whole).toBe(true);
    const text = await textOf('odile-marsh');
    expect(text).toMatch(/\d+ of \d+ people could be reached now/);
    expect(text).toContain('Level 1: at once');
  });

  test('a contact: their own line alone', async () => {
    const { whole, levels, people } = await json('perpetua-lind');
    expect([whole, levels, people.map(({ person }) => person)]).toEqual([false, [], ['perpetua-lind']]);
    expect(await textOf('perpetua-lind')).toContain(
      'Ladder would try you now, but something speaks against your address or number',
    );
  });

  test('no customer', async () => {
    expect((await here.get('dana-quill', path())).statusCode).toBe(404);
  });
});

test('it is linked from the pages on how current the plan is, on who is on duty, and on contacts', async () => {
  for (const page of ['currency', 'rota', 'contacts']) {
    const { body } = await here.get('tamsin-hale', `/contracts/${here.contract}/${page}`);
    expect(body.replace(/<nav[\s\S]*?<\/nav>/g, '')).toContain(`href="${path()}"`);
  }
});

test.each([
  ['the desk', 'odile-marsh', true],
  ['oversight', 'tamsin-hale', true],
  ['a contact, whose own line is reached from their contacts,', 'perpetua-lind', false],
])('%s has it in the navigation: %s %s', async (_who, person, has) => {
  const { body } = await here.get(person, `/contracts/${here.contract}/cases`);
  expect((body.match(/<nav[\s\S]*?<\/nav>/g) ?? []).join('').includes(`href="${path()}"`)).toBe(has);
});
