import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCustomer, listCustomers } from '../../src/app/customers.ts';
import { addPerson, listPeople } from '../../src/app/people.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { PeopleRefusal } from '../../src/core/message/people.ts';
import { CONTRACT, type ContractsWorld, load, openWorld, planText } from './contracts-world.ts';

const ALL = { after: '', max: 100 };
const eda = { personId: 'eda', name: 'Eda Example', email: 'eda@agency.example' };
const withDirectory = planText((plan) => {
  plan.contacts!.keeper = { kind: 'directory', title: 'Account Manager' };
  plan.levels![0]!.reach = ['keeper', 'ana'];
});

let world: ContractsWorld;
beforeAll(async () => {
  world = await openWorld(afterAll);
  await load(world, withDirectory);
  await addCustomer(world.contracts, { customerId: 'agency', name: 'Agency of Samples' });
});

const refusalOf = (answer: { accepted: boolean; refusal?: PeopleRefusal }) => answer.refusal;

describe('people', () => {
  test('somebody new needs a name and an address, and has the role from then on', async () => {
    const { contracts } = world;
    const asked = { ...eda, office: '+1 916-555-0177', role: 'customer', customer: 'agency' };
    expect(await addPerson(contracts, asked)).toMatchObject({ accepted: true, outcome: 'person' });
    const listed = await listPeople(contracts, CONTRACT, { after: 'desk', max: 1 });
    expect(listed).toEqual([
      {
        contract: CONTRACT,
        ...eda,
        office: '+1 916-555-0177',
        roles: [{ role: 'customer', customerId: 'agency' }],
        erasedAt: undefined,
      },
    ]);
  });

  test('asked again nothing changes, and another role is added to the same person', async () => {
    const { contracts } = world;
    const fay = { personId: 'fay', name: 'Fay Example', email: 'fay@agency.example', role: 'customer' };
    await addPerson(contracts, { ...fay, customer: 'agency' });
    expect(await addPerson(contracts, { ...fay, customer: 'agency' })).toMatchObject({
      outcome: 'unchanged',
    });
    const more = { personId: 'fay', role: 'customerManager', customer: 'agency' };
    expect(await addPerson(contracts, more)).toMatchObject({ outcome: 'role' });
    expect(await addPerson(contracts, { personId: 'fay', role: 'auditor' })).toMatchObject({
      outcome: 'role',
    });
  });

  const customer = { ...eda, role: 'customer', customer: 'agency' };
  test.each([
    ['no id', { ...customer, personId: 'e d a' }, 'person-id-malformed'],
    ["Ladder's own id", { ...customer, personId: 'ladder' }, 'person-id-reserved'],
    ['no role', { ...customer, role: 'king' }, 'role-not-known'],
    ['a customer role without a customer', { ...eda, role: 'customer' }, 'role-customer-missing'],
    ['a customer beside another role', { ...customer, role: 'auditor' }, 'role-customer-surplus'],
    ['an unknown customer', { ...customer, customer: 'nobody' }, 'customer-not-known'],
    ['a customer that is no id', { ...customer, customer: '\0' }, 'customer-not-known'],
    ['an unknown contract', { ...customer, contract: 'other' }, 'contract-not-known'],
    ['a malformed address', { ...customer, email: 'eda@' }, 'person-email-invalid'],
    ['an address with a line break', { ...customer, email: 'eda@agency.example\nx' }, 'person-email-invalid'],
    ['a number without a country', { ...customer, mobile: '916-555-0142' }, 'person-number-invalid'],
    ['a name of two lines', { ...customer, name: 'Eda\nExample' }, 'person-text-malformed'],
    ['a name that cannot be kept', { ...customer, name: 'Eda\0' }, 'person-text-malformed'],
    [
      'somebody new without a name',
      { ...customer, personId: 'gus', name: undefined },
      'person-field-missing',
    ],
    [
      'somebody new without an address',
      { ...customer, personId: 'gus', email: undefined },
      'person-field-missing',
    ],
    ['another address of somebody known', { ...customer, personId: 'ana' }, 'person-field-differs'],
    [
      'a contact as customer',
      { personId: 'ana', role: 'customer', customer: 'agency' },
      'role-party-conflict',
    ],
    ['a contact as oversight', { personId: 'ana', role: 'oversight' }, 'role-party-conflict'],
    ['oversight as desk', { personId: 'office', role: 'desk' }, 'role-party-conflict'],
  ])('%s is refused', async (_what, asked, code) => {
    expect(refusalOf(await addPerson(world.contracts, asked))?.code).toBe(code);
  });

  test('one person is a customer of one customer only', async () => {
    const { contracts } = world;
    await addCustomer(contracts, { customerId: 'bureau', name: 'Bureau' });
    const hal = { personId: 'hal', name: 'Hal Example', email: 'hal@agency.example', role: 'customer' };
    await addPerson(contracts, { ...hal, customer: 'agency' });
    expect(refusalOf(await addPerson(contracts, { ...hal, customer: 'bureau' }))).toEqual({
      code: 'role-customer-differs',
      values: { personId: 'hal', role: 'customer', held: 'agency', given: 'bureau' },
    });
  });

  test('who was erased is not brought back', async () => {
    const { contracts, ask } = world;
    const ida = { personId: 'ida', name: 'Ida Example', email: 'ida@agency.example', role: 'auditor' };
    await addPerson(contracts, ida);
    await ask(
      "update person set name = null, email = null, erased_at = to_timestamp(1) where person_id = 'ida'",
    );
    expect(refusalOf(await addPerson(contracts, ida))).toEqual({
      code: 'person-erased',
      values: { personId: 'ida', erasedAt: asInstant(1000) },
    });
  });
});

describe('customers', () => {
  test('an account manager fills the directory seat of their customers, and has the role by it', async () => {
    const { contracts } = world;
    const kay = { personId: 'kay', name: 'Kay Example', email: 'kay@lantern.example', role: 'contact' };
    await addPerson(contracts, kay);
    const asked = { customerId: 'court', name: 'Court', accountManager: 'kay' };
    expect(await addCustomer(contracts, asked)).toMatchObject({ isNew: true, accountChanged: true });
    expect(await addCustomer(contracts, asked)).toMatchObject({ isNew: false, accountChanged: false });
    const changed = await addCustomer(contracts, { customerId: 'court', accountManager: 'ana' });
    expect(changed).toMatchObject({ isNew: false, accountChanged: true });
    const listed = await listCustomers(contracts, undefined, ALL);
    expect(listed).toContainEqual({
      contract: CONTRACT,
      customerId: 'court',
      name: 'Court',
      accounts: { keeper: 'ana' },
    });
    const [person] = await contracts.transaction((tx) => tx.people(CONTRACT, ['kay']));
    expect(person?.roles.map(({ role }) => role)).toEqual(['accountManager', 'contact']);
  });

  test.each([
    ['no id', { customerId: 'a/b', name: 'Agency' }, 'customer-id-malformed'],
    ['a new one without a name', { customerId: 'new' }, 'customer-name-missing'],
    ['a name of two lines', { customerId: 'new', name: 'New\nAgency' }, 'customer-name-malformed'],
    ['another name of a known one', { customerId: 'agency', name: 'Another' }, 'customer-name-differs'],
    [
      'an unknown account manager',
      { customerId: 'new', name: 'New', accountManager: 'zoe' },
      'person-not-known',
    ],
    [
      'oversight as account manager',
      { customerId: 'new', name: 'New', accountManager: 'office' },
      'role-party-conflict',
    ],
  ])('%s is refused, and no customer is added', async (_what, asked, code) => {
    expect(refusalOf(await addCustomer(world.contracts, asked))?.code).toBe(code);
    expect(await world.ask("select * from customer where customer_id in ('new', 'a/b')")).toEqual([]);
  });
});

describe('which contract is meant', () => {
  test('before any is loaded none can be', async () => {
    const { contracts } = await openWorld();
    expect(await listPeople(contracts, undefined, ALL)).toMatchObject({
      refusal: { code: 'contract-none-loaded' },
    });
  });

  test('of several one has to be named', async () => {
    const fresh = await openWorld();
    await load(fresh);
    const other = planText((plan) => {
      plan.contract!.id = 'second';
    });
    await load(fresh, other);
    const { contracts } = fresh;
    expect(await listCustomers(contracts, undefined, ALL)).toMatchObject({
      refusal: { code: 'contract-not-chosen', values: { known: [CONTRACT, 'second'] } },
    });
    expect(await listCustomers(contracts, 'second', ALL)).toEqual([]);
    const asked = { contract: 'second', customerId: 'agency', name: 'Agency', accountManager: 'ana' };
    // The second plan has no directory.
    expect(refusalOf(await addCustomer(contracts, asked))?.code).toBe('account-seat-missing');
  });
});
