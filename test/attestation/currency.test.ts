import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attest } from '../../src/app/attestation/handle-attestations.ts';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';

const WREN = 'solutions-manager';
const ALL = ['email', 'office', 'mobile', 'availability'];

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
  await takeUpContacts(here.store);
  await undertakePublished(here.store);
});
afterEach(() => here.close());

const page = async (who: string, path = ''): Promise<string> => {
  const got = await here.get(who, `/contracts/${here.contract}/currency${path}`);
  expect([path, got.statusCode]).toEqual([path, 200]);
  return got.body;
};
interface Currency {
  readonly current: number;
  readonly of: number;
  readonly percent: number;
  readonly contacts: readonly {
    readonly person: string;
    readonly lastSign: { readonly by: string; readonly at: string } | null;
    readonly details: readonly { readonly detail: string; readonly current: boolean }[];
  }[];
  readonly vacant: readonly { readonly seat: string; readonly details: readonly string[] }[];
  readonly atNoLevel: readonly { readonly person: string; readonly party: string }[];
  readonly obligations: readonly { readonly standing: string }[];
}
const json = async (): Promise<Currency> =>
  JSON.parse(await page('tamsin-hale', '/currency.json')) as Currency;
const confirm = (who: string, ...details: readonly string[]) =>
  here.post(
    who,
    `/contracts/${here.contract}/contacts/confirm`,
    new URLSearchParams(details.map((one): [string, string] => ['detail', one])),
  );
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The figure, counted once more from the lines. */
function recounted({ contacts, obligations }: Currency): readonly [current: number, of: number] {
  const details = contacts.flatMap((one) => one.details);
  const late = obligations.filter(({ standing }) => standing === 'late').length;
  const current = details.filter((one) => one.current).length + obligations.length - late;
  return [current, details.length + obligations.length];
}

describe('the figure', () => {
  test('is what its lines come to, rises with each detail, and falls when they lapse', async () => {
    const before = await json();
    expect([before.current, before.of]).toEqual(recounted(before));
    await confirm(WREN, ...ALL);
    const after = await json();
    expect(after.current).toBe(before.current + ALL.length);
    expect(after.percent).toBe(Math.floor((after.current * 100) / after.of));
    // Who never signed in shows life by confirming.
    const signOf = async () =>
      (await json()).contacts.find(({ person }) => person === 'deputy-architect')?.lastSign;
    expect(await signOf()).toBeNull();
    const key = { contract: here.contract, personId: 'deputy-architect' };
    await attest(here.store, key, { details: ['mobile'], over: 'email' });
    expect(await signOf()).toMatchObject({ by: 'confirmed' });
    // Ninety days, and fourteen for an answer.
    await here.setClock(on('2027-03-06'));
    const lapsed = await json();
    expect(lapsed.contacts.find(({ person }) => person === WREN)?.details.some((one) => one.current)).toBe(
      false,
    );
    expect([lapsed.current, lapsed.of]).toEqual(recounted(lapsed));
  });
});

describe('the page', () => {
  test('says the figure, how it is computed, what would raise it, and who is to confirm what', async () => {
    const text = textOf(await page('tamsin-hale'));
    expect(text).toMatch(/\d+ %: \d+ of \d+ are current/);
    expect(text).toContain(
      'Wren Halloway confirms: Address for mail, Office number, Mobile number and Availability',
    );
    expect(text).toContain('The next round begins Thu 18 Feb 2027');
    await confirm(WREN, ...ALL);
    expect(textOf(await page('tamsin-hale'))).not.toContain('Wren Halloway confirms');
  });
  test('is a table too, and is for those alone who answer for the contract or watch over it', async () => {
    const lines = (await page('lorcan-reed', '/currency.csv')).split('\r\n');
    expect(lines[0]).toContain('part,subject,levels,measure,value,at');
    expect(lines.filter((line) => line.startsWith('contact,Wren Halloway,'))).toHaveLength(5);
    await page('solutions-architect');
    for (const who of ['dana-quill', 'odile-marsh', WREN]) {
      const got = await here.get(who, `/contracts/${here.contract}/currency`);
      expect([who, got.statusCode]).toEqual([who, 404]);
    }
  });
  test('the compliance report proves by it that contacts are confirmed, or that they are not', async () => {
    const report = async () =>
      textOf((await here.get('tamsin-hale', `/contracts/${here.contract}/compliance`)).body);
    expect(await report()).toMatch(
      /Contacts are confirmed every 90 days No 0 of \d+ details of contacts count/,
    );
    for (const { person, details } of (await json()).contacts)
      await here.ask(
        `update attestation set state = jsonb_set(state::jsonb, '{confirmed}', $2)::json where person_id = $1`,
        [person, JSON.stringify(Object.fromEntries(details.map(({ detail }) => [detail, on('2026-11-20')])))],
      );
    expect(await report()).toMatch(/Contacts are confirmed every 90 days Yes (\d+) of \1 details/);
  });
});

describe('a seat that nobody fills', () => {
  const leave = async (seat: string): Promise<void> => {
    const form = { sure: 'yes', who: 'nobody', reason: 'It is so' };
    const got = await here.post(
      'solutions-architect',
      `/contracts/${here.contract}/contacts/seats/${seat}`,
      form,
    );
    expect([seat, got.statusCode]).toEqual([seat, 303]);
    await takeUpContacts(here.store);
  };
  const figureOf = async (text: Promise<string>): Promise<string | undefined> =>
    /\d+ %: \d+ of \d+/.exec(textOf(await text))?.[0];

  test('never raises the figure, whatever its holder had confirmed', async () => {
    await confirm(WREN, 'email');
    let { percent, of } = await json();
    for (const seat of ['solutions-manager', 'deputy-manager', 'deputy-architect', 'customer-support']) {
      await leave(seat);
      const after = await json();
      expect([seat, after.vacant.map((one) => one.seat).includes(seat)]).toEqual([seat, true]);
      expect(after.percent).toBeLessThanOrEqual(percent);
      expect(after.of).toBeGreaterThanOrEqual(of);
      ({ percent, of } = after);
    }
  });

  test('stands on the page and in the table, and to fill it is among what would raise the figure', async () => {
    await leave(WREN);
    const text = textOf(await page('tamsin-hale'));
    expect(text).toContain('Filled, for it is vacant: the seat “Director of Solutions”');
    expect(text).toContain('Nobody fills this seat.');
    expect(await page('tamsin-hale', '/currency.csv')).toContain('seat,Director of Solutions,3,holder,none,');
    const report = here.get('tamsin-hale', `/contracts/${here.contract}/compliance`);
    expect(await figureOf(report.then(({ body }) => body))).toBe(await figureOf(page('tamsin-hale')));
  });
});

test('who acts on cases for a party and stands at no level is listed, and not counted', async () => {
  const { atNoLevel, contacts, of } = await json();
  expect(atNoLevel).toEqual([expect.objectContaining({ party: 'oversight' })]);
  const own = atNoLevel[0]?.person ?? '';
  expect(contacts.map(({ person }) => person)).not.toContain(own);
  const text = textOf(await page('tamsin-hale'));
  expect(text).toContain('At no level');
  await here.ask('update person set erased_at = now() where contract_id = $1 and person_id = $2', [
    here.contract,
    own,
  ]);
  const after = await json();
  expect([after.atNoLevel, after.of]).toEqual([[], of]);
  expect(textOf(await page('tamsin-hale'))).toContain('Nobody fills this seat.');
});
