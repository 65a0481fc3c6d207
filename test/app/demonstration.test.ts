import { expect, test } from 'vitest';
import { ROLES } from '../../src/app/authorise.ts';
import { seedDemonstration } from '../../src/service/demonstration.ts';
import { NOW, openWorld } from './contracts-world.ts';

test('a demonstration has a published plan, agencies with account managers, every role, and cases in several states', async () => {
  const { store, contracts, ask } = await openWorld();
  const { contract } = await seedDemonstration({ store, contracts, at: NOW });
  expect(await ask('select state from revision')).toEqual([{ state: 'published' }]);
  const customers = await ask(
    'select customer.name, person_id from customer join account using (contract_id, customer_id)',
  );
  expect(customers).toHaveLength(3);
  const roles = await ask('select distinct role from role');
  expect(roles.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
  const cases = await ask('select status, waiting_kind, practice, level from "case" order by case_id');
  expect(cases).toMatchObject([
    { status: 'open', level: 1, practice: true },
    { status: 'open', level: 1, practice: true },
    { status: 'closed', level: 1, practice: true },
  ]);
  expect(new Set(cases.map((row) => row.waiting_kind)).size).toBe(3);
  expect(await ask('select distinct contract_id from event')).toEqual([{ contract_id: contract }]);
});

test('seeding again adds nothing, whatever it had come to', async () => {
  const { store, contracts, ask } = await openWorld();
  const broken = { ...store, transaction: () => Promise.reject(new Error('the power went')) } as typeof store;
  await expect(seedDemonstration({ store: broken, contracts, at: NOW })).rejects.toThrow('the power went');
  const counts = () =>
    ask('select (select count(*) from person) as people, (select count(*) from "case") as cases');
  expect(await counts()).toEqual([{ people: 16, cases: 0 }]);
  await seedDemonstration({ store, contracts, at: NOW });
  expect(await counts()).toEqual([{ people: 16, cases: 3 }]);
  await seedDemonstration({ store, contracts, at: NOW });
  expect(await counts()).toEqual([{ people: 16, cases: 3 }]);
});

test('nobody of the demonstration can be reached in the world', async () => {
  const { store, contracts, ask } = await openWorld();
  await seedDemonstration({ store, contracts, at: NOW });
  for (const { email, office, mobile } of await ask('select email, office, mobile from person')) {
    expect(email).toMatch(/\.example$/);
    for (const number of [office, mobile]) expect(number ?? '555-0100').toMatch(/555-01\d\d$/);
  }
});
