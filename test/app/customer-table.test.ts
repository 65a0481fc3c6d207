import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE_BYTES_MAX, TABLE_LINES_MAX, takeCustomerTable } from '../../src/app/customer-table.ts';
import { addCustomer, listCustomers } from '../../src/app/customers.ts';
import { addPerson } from '../../src/app/people.ts';
import type { Operations } from '../../src/cli/operations.ts';
import { play } from '../cli/play.ts';
import { CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from './contracts-world.ts';

const withDirectory = planText((plan) => {
  plan.contacts!.keeper = { kind: 'directory', title: 'Account Manager' };
  plan.levels![0]!.reach = ['keeper', 'ana'];
});
const HEAD = 'customerId;name;accountManager;accountManagerName;accountManagerEmail';

let world: ContractsWorld;
beforeAll(async () => {
  world = await openWorld(afterAll);
  await load(world, withDirectory);
  await addPerson(world.contracts, {
    personId: 'ada',
    name: 'Ada Example',
    email: 'ada@contractor.example',
    role: 'accountManager',
  });
  await addCustomer(world.contracts, { customerId: 'agency', name: 'Agency of Samples' });
});

async function taken(text: string | Uint8Array, isMeant = true) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const table = await takeCustomerTable(world.contracts, { contract: CONTRACT, bytes, isMeant });
  return 'refusal' in table ? { refusal: table.refusal } : table;
}

const customers = async () => {
  const found = await listCustomers(world.contracts, CONTRACT, { after: '', max: 100 });
  return 'refusal' in found ? [] : found.map(({ customerId, accounts }) => [customerId, accounts.keeper]);
};
const changes = async () => (await world.ask('select count(*)::int as n from rights_change'))[0]?.n;

test('one line that cannot be taken in leaves everything as it was, and every such line is named', async () => {
  const before = [await customers(), await changes()];
  const table = await taken(
    [
      HEAD,
      'harbor;Harbor Safety;ada;;',
      'har bor;Harbor Safety;;;',
      'agency;Another Name;;;',
      'river;River Works;nobody;;',
      'river;River Works;;;',
      'lake;Lake Works;jo;Jo Example;',
      'hill;Hill Works;;;;;x',
      'moor;;;;',
    ].join('\n'),
  );
  expect(table).toMatchObject({ isDone: false, lines: [{ line: 2, customerId: 'harbor', isNew: true }] });
  expect('problems' in table && table.problems.map(({ line, refusal }) => [line, refusal.code])).toEqual([
    [3, 'customer-id-malformed'],
    [4, 'customer-name-differs'],
    [5, 'person-not-known'],
    [6, 'table-customer-twice'],
    [7, 'person-field-missing'],
    [8, 'table-cells-surplus'],
    [9, 'customer-name-missing'],
  ]);
  expect([await customers(), await changes()]).toEqual(before);
});

const SOUND = [
  HEAD,
  'harbor;"Harbor; Safety";ada;;',
  'river;River Works;jo;Jo Example;jo@contractor.example',
  'agency;;jo;;',
  'lake;Lake Works;;;',
].join('\r\n');

test('a preview says what the deed will, and changes nothing; done again nothing is left to do', async () => {
  const before = [await customers(), await changes()];
  const preview = await taken(SOUND, false);
  expect([await customers(), await changes()]).toEqual(before);
  const done = await taken(SOUND);
  expect(done).toEqual({ ...preview, isDone: true });
  expect(done).toMatchObject({
    problems: [],
    lines: [
      { line: 2, customerId: 'harbor', isNew: true, accountManager: 'ada', isNewManager: false },
      { line: 3, customerId: 'river', isNew: true, accountManager: 'jo', isNewManager: true },
      { line: 4, customerId: 'agency', isNew: false, accountManager: 'jo', isNewManager: false },
      { line: 5, customerId: 'lake', isNew: true, accountManager: undefined },
    ],
    withoutManager: ['lake'],
  });
  expect(await customers()).toEqual([
    ['agency', 'jo'],
    ['harbor', 'ada'],
    ['lake', undefined],
    ['river', 'jo'],
  ]);
  const after = await changes();
  expect(Number(after)).toBeGreaterThan(Number(before[1]));
  const again = await taken(SOUND);
  expect(again).toMatchObject({ isDone: true });
  expect('lines' in again && again.lines.some((one) => one.isNew || one.accountManager)).toBe(false);
  expect(await changes()).toBe(after);
});

test.each([
  ['nothing in it', '', 'table-empty'],
  ['its heads alone', HEAD, 'table-empty'],
  ['a column that is not known', 'customerId,colour\na,b', 'table-column-unknown'],
  ['a column twice', 'customerId,Customer ID\na,b', 'table-column-twice'],
  ['no ids', 'name\na', 'table-column-missing'],
  ['a quotation mark that stays open', 'customerId,name\na,"b', 'table-not-readable'],
  ['another encoding', Buffer.from('customerId,name\na,Caf\u00e9', 'latin1'), 'table-not-readable'],
  ['too many lines', `customerId\n${'a\n'.repeat(TABLE_LINES_MAX + 1)}`, 'table-too-large'],
  ['too many bytes', new Uint8Array(TABLE_BYTES_MAX + 1), 'table-too-large'],
])('a table with %s is refused as a whole', async (_what, text, code) => {
  expect(await taken(text)).toMatchObject({ refusal: { code } });
});

/** A command line in an installation that stands open. */
function ladder(line: readonly string[]) {
  const within: Operations['within'] = (_io, work) =>
    work({ kind: 'real', now: async () => NOW, ...world } as unknown as Parameters<typeof work>[0]);
  return play(line, { load: async () => ({ within }) as Operations });
}

test('at the terminal a table is shown first, and taken in with --yes', async () => {
  const file = join(tmpdir(), `ladder-test-${process.pid}-customers.csv`);
  writeFileSync(file, 'Customer ID,Name,Account manager\nport,Port Office,ada\nagency,,jo\n');
  const shown = await ladder(['customer', 'import', file]);
  expect(shown).toMatchObject({ exit: 0, err: '' });
  expect(shown.out).toBe(
    'Line 2: port is added; ada keeps the account.\n' +
      'Nothing is changed yet. Of 2 lines 1 change would come; with --yes they are made, all at once.\n' +
      'Nobody keeps the account of: lake.\n',
  );
  const done = await ladder(['customer', 'import', file, '--yes', '--json']);
  expect(JSON.parse(done.out)).toMatchObject({ isDone: true, withoutManager: ['lake'] });
  writeFileSync(file, 'customerId,name\nport,Harbour\n');
  const refused = await ladder(['customer', 'import', file, '--yes']);
  expect(refused).toMatchObject({ exit: 1, out: '' });
  expect(refused.err).toContain(
    `${file}:2  customer-name-differs\n  The customer "port" is called "Port Office"`,
  );
  expect(refused.err).toContain('Nothing is changed: 1 line cannot be taken in.');
});
