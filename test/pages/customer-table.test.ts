import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TABLE_BYTES_MAX } from '../../src/app/customer-table.ts';
import { textOf } from '../build/case-page-world.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

const MANAGER = 'ines-calloway';
let here: PlanWorld;
let path: string;
let manager: string;
beforeEach(async () => {
  here = await planWorld();
  path = `/contracts/${here.contract}/customers`;
  const [found] = await here.ask(`select person_id from role where role = 'programManager' limit 1`);
  manager = String(found?.person_id ?? MANAGER);
});
afterEach(() => here.close());

const BOUNDARY = 'ladder-test';
/** The form with a table in it, pasted or as a file. */
async function give(who: string, fields: { readonly text?: string; readonly file?: string | Uint8Array }) {
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${name === 'file' ? '; filename="t.csv"' : ''}\r\n\r\n`,
    value,
    '\r\n',
  ]);
  const payload = Buffer.concat([...parts, `--${BOUNDARY}--\r\n`].map((one) => Buffer.from(one)));
  const headers = {
    cookie: await here.stepInto(here.contract, who),
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  };
  return here.server.inject({ method: 'POST', url: `${path}/table`, headers, payload });
}

const hiddenIn = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&#34;', '"');

const TABLE = [
  'customerId;name;accountManager;accountManagerName;accountManagerEmail',
  'river-works;River Works Authority;jonas-wick;Jonas Wick;jonas.wick@pacific-lantern.example',
  'harbor-safety;;jonas-wick;;',
  'lake-works;Lake Works;;;',
].join('\n');

const customers = () =>
  here.ask(`select customer.customer_id, account.person_id from customer
    left join account using (contract_id, customer_id) order by 1`);

describe('a table of customers', () => {
  test('is shown with what it changes before anything is, and then makes just these changes', async () => {
    const before = await customers();
    const { statusCode, body } = await give(manager, { text: TABLE });
    expect(statusCode).toBe(200);
    const said = textOf(body);
    expect(said).toContain('Nothing is changed yet.');
    expect(said).toContain('2 new customers and 1 account kept by somebody else from now on.');
    expect(said).toContain('Line 2: River Works Authority; Jonas Wick, who is new here, keeps the account.');
    expect(said).toMatch(
      /Line 3: Department of Harbor Safety: Jonas Wick keeps the account instead of Perpetua Lind/,
    );
    expect(said).toContain('Line 4: Lake Works; nobody keeps the account yet.');
    expect(said).toMatch(/Afterwards nobody keeps the account of .*Lake Works/);
    expect(await customers()).toEqual(before);

    const [text, seen] = [hiddenIn(body, 'text'), hiddenIn(body, 'seen')];
    const done = await here.post(manager, `${path}/table/take`, { text, seen });
    expect([done.statusCode, done.headers.location]).toEqual([303, `${path}?taken=3`]);
    expect(await customers()).toEqual(
      expect.arrayContaining([
        { customer_id: 'harbor-safety', person_id: 'jonas-wick' },
        { customer_id: 'lake-works', person_id: null },
        { customer_id: 'river-works', person_id: 'jonas-wick' },
      ]),
    );
    const list = await here.get(manager, `${path}?taken=3`);
    expect(textOf(list.body)).toContain('3 changes are made.');

    // Sent again it says that all of it is so already, and does nothing.
    const again = await here.post(manager, `${path}/table/take`, { text, seen });
    expect(again.statusCode).toBe(409);
    expect(textOf(again.body)).toContain('The table says nothing that is not so already.');
  });

  test('is not taken in where it would do something else by now than was shown', async () => {
    const { body } = await give(manager, { text: TABLE });
    const [text, seen] = [hiddenIn(body, 'text'), hiddenIn(body, 'seen')];
    await here.ask(`update account set person_id = 'odile-marsh' where customer_id = 'harbor-safety'`);
    const before = await customers();
    const refused = await here.post(manager, `${path}/table/take`, { text, seen });
    expect(refused.statusCode).toBe(409);
    expect(textOf(refused.body)).toContain(
      'Something has changed since this was shown to you, so nothing was done.',
    );
    expect(textOf(refused.body)).toContain('instead of Odile Marsh');
    expect(await customers()).toEqual(before);
    // Nor is a table that nobody was shown.
    const unseen = await here.post(manager, `${path}/table/take`, { text, seen: '' });
    expect([unseen.statusCode, await customers()]).toEqual([409, before]);
  });

  test('names each line that cannot be taken in, keeps what was typed, and changes nothing', async () => {
    const before = await customers();
    const wrong = `${TABLE}\nbad id;Bad;;;\nnobody-there;Somebody;no-such-person;;\n<b>"'&;x;;;`;
    const { statusCode, body } = await give(manager, { file: wrong });
    expect(statusCode).toBe(422);
    const said = textOf(body);
    expect(said).toMatch(/Line 5: .*“bad id”/);
    expect(said).toMatch(/Line 6: .*no-such-person/);
    expect(body).not.toContain('<b>"');
    expect(body).toContain('bad id;Bad;;;');
    expect(body).not.toContain('/table/take');
    expect(await customers()).toEqual(before);
  });

  test.each([
    ['nothing', { text: '  ' }, 'Choose a file, or paste the table.'],
    ['no customers', { text: 'customerId;name\n' }, 'The table has no customers.'],
    ['a column that is none', { text: 'customerId;colour\na;b\n' }, 'There is no column "colour".'],
    ['another alphabet', { file: Buffer.from([0x63, 0xff, 0xfe, 0x0a]) }, 'not saved as UTF-8: line 1'],
    ['too much', { file: Buffer.alloc(TABLE_BYTES_MAX + 2, 'a') }, 'more than 512 KiB'],
    ['too much, pasted', { text: 'a'.repeat(TABLE_BYTES_MAX + 2) }, 'more than 512 KiB'],
  ])('of %s is answered with what to do', async (_what, given, said) => {
    const { statusCode, body } = await give(manager, given);
    expect([statusCode, textOf(body)]).toEqual([422, expect.stringContaining(said)]);
  });

  test('is for the program manager and the administrator alone', async () => {
    for (const [who, status] of [
      [manager, 200],
      ['ysolde-park', 200],
      ['tamsin-hale', 404],
      ['odile-marsh', 404],
      ['dana-quill', 404],
    ] as const) {
      expect([who, (await here.get(who, `${path}/table`)).statusCode]).toEqual([who, status]);
      expect((await give(who, { text: TABLE })).statusCode).toBe(status);
    }
    const list = async (who: string) => (await here.get(who, path)).body.includes(`${path}/table`);
    expect([await list(manager), await list('odile-marsh')]).toEqual([true, false]);
  });

  test('is read and answered in Spanish', async () => {
    await here.ask(`update person set language = 'es'`);
    const { body } = await give(manager, { text: TABLE });
    expect(textOf(body)).toContain('Todavía no se ha cambiado nada.');
  });
});

test('the list of customers shows those without an account manager alone, by its address', async () => {
  await here.ask(`delete from account where customer_id = 'harbor-safety'`);
  const all = textOf((await here.get(manager, path)).body);
  const without = textOf((await here.get(manager, `${path}?manager=none`)).body);
  expect(all).toMatch(/No account manager \(\d+\)/);
  expect(without).toContain('Department of Harbor Safety');
  const [rows] = await here.ask(`select count(distinct customer_id)::int as n from account`);
  expect(Number(rows?.n)).toBeGreaterThan(0);
  const [kept] = await here.ask(
    `select name from customer join account using (contract_id, customer_id) limit 1`,
  );
  expect(all).toContain(String(kept?.name));
  expect(without).not.toContain(String(kept?.name));
});
