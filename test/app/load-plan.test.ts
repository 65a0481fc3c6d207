import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { revisionProof } from '../../src/app/revision-digest.ts';
import { AGREED, CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from './contracts-world.ts';

const unbusy = planText((plan) => {
  plan.levels![1]!.title = 'Second in charge';
});
const newNumber = planText((plan) => {
  plan.contacts!.ana!.mobile = '+1 916-555-0199';
});
const withDot = planText((plan) => {
  plan.contacts!.dot = { kind: 'person', name: 'Dot Example', title: 'Deputy', email: 'dot@lantern.example' };
  Object.assign(plan.contacts!.dot, { office: '+1 916-555-0150', mobile: '+1 916-555-0151' });
  plan.contacts!.cy!.deputy = 'dot';
});

test('a plan that both parties agreed to is published, and its seats are filled by its contacts', async () => {
  const world = await openWorld();
  expect(await load(world)).toMatchObject({
    accepted: true,
    contract: CONTRACT,
    number: 1,
    outcome: 'published',
    superseded: undefined,
    filled: ['desk', 'ana', 'bo', 'cy', 'office'],
    differences: [],
  });
  const published = await world.store.transaction((tx) => tx.publishedRevision(CONTRACT));
  expect(published?.levels.map(({ reach }) => reach)).toEqual([['ana'], ['bo'], ['cy']]);
  const people = await world.contracts.transaction((tx) =>
    tx.people(CONTRACT, ['ana', 'bo', 'cy', 'desk', 'office']),
  );
  expect(people.map(({ personId, roles }) => [personId, ...roles.map(({ role }) => role)])).toEqual([
    ['ana', 'contact'],
    ['bo', 'contact'],
    ['cy', 'contact', 'programManager'],
    ['desk', 'contact', 'desk'],
    ['office', 'oversight'],
  ]);
  expect(people[0]).toMatchObject({ name: 'Ana Example', mobile: '+1 916-555-0111', erasedAt: undefined });
});

test('who may read the numbers of a contact comes with the plan', async () => {
  const world = await openWorld();
  const shy = planText((plan) => {
    plan.contacts!.office!.shown = 'parties';
    plan.contacts!.desk!.shown = 'public';
  });
  await load(world, shy);
  expect(await world.ask('select person_id, shown from person order by person_id')).toEqual([
    { person_id: 'ana', shown: 'customers' },
    { person_id: 'bo', shown: 'customers' },
    { person_id: 'cy', shown: 'customers' },
    { person_id: 'desk', shown: 'public' },
    { person_id: 'office', shown: 'parties' },
  ]);
});

test('names and numbers are not among the rules', async () => {
  const world = await openWorld();
  await load(world);
  const [row] = await world.ask('select rules::text as rules from revision');
  expect(row!.rules).not.toMatch(/Example|555|@/);
});

test('without agreement it is a draft: nobody is seeded, and no case opens on it', async () => {
  const world = await openWorld();
  expect(await loadPlan(world.contracts, { text: planText(), at: NOW, by: 'tester' })).toMatchObject({
    outcome: 'drafted',
    state: 'draft',
    filled: [],
  });
  expect(await world.store.transaction((tx) => tx.publishedRevision(CONTRACT))).toBeUndefined();
  expect(await world.ask('select * from person')).toEqual([]);
  expect(await world.ask('select loaded_by from revision')).toEqual([{ loaded_by: 'tester' }]);
});

test('in a demonstration a draft brings its people along', async () => {
  const world = await openWorld();
  await world.ask(
    "insert into installation (kind, made_at, secret_fingerprint) values ('demonstration', now(), 'f')",
  );
  const loaded = await loadPlan(world.contracts, { text: planText(), at: NOW, by: 'tester' });
  expect(loaded).toMatchObject({ outcome: 'drafted', filled: ['desk', 'ana', 'bo', 'cy', 'office'] });
});

test('the same plan again changes nothing, however it is laid out', async () => {
  const world = await openWorld();
  const first = await load(world);
  const again = await load(world, `# laid out anew\n${planText().replaceAll('\n\n', '\n')}`);
  expect(again).toMatchObject({ outcome: 'unchanged', number: 1, state: 'published', filled: [] });
  expect(again).toHaveProperty('digest', 'digest' in first && first.digest);
  expect(await world.ask('select number from revision')).toHaveLength(1);
});

test('a draft that is agreed later is published under the number it has', async () => {
  const world = await openWorld();
  await loadPlan(world.contracts, { text: planText(), at: NOW, by: 'tester' });
  expect(await load(world)).toMatchObject({ outcome: 'published', number: 1, state: 'published' });
  expect(await loadPlan(world.contracts, { text: planText(), at: NOW, by: 'tester' })).toMatchObject({
    outcome: 'unchanged',
    state: 'published',
  });
});

test('a later plan takes the place of the one before, whose rules stay for the cases that run on them', async () => {
  const world = await openWorld();
  await load(world);
  expect(await load(world, unbusy)).toMatchObject({ outcome: 'published', number: 2, superseded: 1 });
  expect(await world.ask('select number, state, agreed_by from revision order by number')).toEqual([
    { number: 1, state: 'superseded', agreed_by: AGREED },
    { number: 2, state: 'published', agreed_by: AGREED },
  ]);
  const first = await world.store.transaction((tx) => tx.revision(CONTRACT, 1));
  expect(first?.levels[1]?.title).toBe('Senior service manager');
});

test('people stay who they are: what a later plan says otherwise is listed, and new seats are filled', async () => {
  const world = await openWorld();
  await load(world);
  expect(await load(world, newNumber)).toMatchObject({
    outcome: 'published',
    filled: [],
    differences: [
      { seat: 'ana', personId: 'ana', field: 'mobile', plan: '+1 916-555-0199', live: '+1 916-555-0111' },
    ],
  });
  expect(await load(world, withDot)).toMatchObject({ filled: ['dot'], differences: [] });
  const [dot] = await world.contracts.transaction((tx) => tx.people(CONTRACT, ['dot']));
  expect(dot).toMatchObject({ name: 'Dot Example', roles: [{ role: 'contact' }] });
});

test('whoever fills a seat that a later plan puts at a level can answer there', async () => {
  const world = await openWorld();
  await load(world);
  await world.ask("update seat set person_id = 'bo' where seat_id = 'ana'");
  await world.ask("delete from role where person_id = 'bo'");
  await load(world, unbusy);
  expect(await world.ask("select role from role where person_id = 'bo'")).toEqual([{ role: 'contact' }]);
});

const blocked = planText((plan) => {
  plan.contacts!.ana!.email = 'nowhere';
  plan.contacts!.bo!.office = '12';
});
const over = planText((plan) => {
  plan.contract!.term = { from: '2020-07-01', until: '2026-06-30' };
});
const unnamed = planText((plan) => {
  delete plan.contract!.id;
});
const bothSides = planText((plan) => {
  plan.contract!.parties!.oversight!.reach = ['office', 'desk'];
});

describe('a plan is refused', () => {
  let world: ContractsWorld;
  beforeAll(async () => {
    world = await openWorld(afterAll);
  });

  test.each([
    ['a finding blocks', blocked, AGREED, 'plan-load-blocked', {}],
    [
      'its term is over today',
      over,
      AGREED,
      'plan-load-blocked',
      { findings: [{ code: 'contract-term-over' }] },
    ],
    ['it names no contract', unnamed, AGREED, 'plan-contract-unnamed', {}],
    ['it is no text', `${planText()}# \0`, AGREED, 'plan-text-unstorable', {}],
    ['one agreed alone', planText(), ['ana'], 'plan-agreement-unpaired', { given: ['ana'] }],
    ['three agreed', planText(), ['ana', 'bo', 'office'], 'plan-agreement-unpaired', {}],
    ['a stranger agreed', planText(), ['ana', 'zoe'], 'plan-agreement-person-unknown', { who: 'zoe' }],
    [
      'nobody of oversight agreed',
      planText(),
      ['ana', 'bo'],
      'plan-agreement-party-missing',
      { party: 'oversight' },
    ],
    [
      'one agreed twice',
      planText(),
      ['office', 'office'],
      'plan-agreement-party-missing',
      { party: 'contractor' },
    ],
    ['somebody would stand on both sides', bothSides, AGREED, 'role-party-conflict', { personId: 'desk' }],
  ])('a plan is not taken in where %s, and nothing is written', async (_why, text, agreed, code, values) => {
    const answer = await load(world, text, agreed);
    expect(answer).toMatchObject({ accepted: false, refusal: { code, values } });
    expect(await world.ask('select contract_id from contract')).toEqual([]);
    expect(await world.ask('select * from revision')).toEqual([]);
  });

  test('every finding that blocks is told at once', async () => {
    const answer = await load(world, blocked);
    const refusal = answer.accepted ? undefined : answer.refusal;
    const findings = refusal?.code === 'plan-load-blocked' ? refusal.values.findings : undefined;
    expect(findings?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['contact-email-invalid', 'contact-number-invalid']),
    );
  });
});

test('two who load at once take numbers one after the other', async () => {
  const world = await openWorld();
  const answers = await Promise.all([load(world), load(world, unbusy), load(world), load(world, newNumber)]);
  expect(answers.every(({ accepted }) => accepted)).toBe(true);
  const rows = await world.ask('select number, state from revision order by number');
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_row, index) => index + 1));
  expect(rows.filter(({ state }) => state === 'published')).toHaveLength(1);
});

const stored = (world: Awaited<ReturnType<typeof openWorld>>) =>
  world.contracts.transaction((tx) => tx.revision(CONTRACT, 1)).then((revision) => revision!);

test('the digest of a revision holds over what the database gives back', async () => {
  const world = await openWorld();
  await load(world);
  expect(revisionProof(await stored(world))).toEqual({ holds: true, changed: [], erased: [] });
});

test('it still holds when values and salts are erased, and says what was erased when', async () => {
  const world = await openWorld();
  await load(world);
  const erasedAt = NOW + 1000;
  const on = new Date(erasedAt);
  await world.ask(
    "update revision_personal set salt = null, value = null, erased_at = $1 where path like 'contacts.ana.%'",
    [on],
  );
  await world.ask('update revision_source set source = null, erased_at = $1', [on]);
  const { holds, changed, erased } = revisionProof(await stored(world));
  expect({ holds, changed }).toEqual({ holds: true, changed: [] });
  expect(erased).toEqual(
    ['contacts.ana.email', 'contacts.ana.mobile', 'contacts.ana.name', 'contacts.ana.office', 'source'].map(
      (path) => ({ path, erasedAt }),
    ),
  );
  // Whether the same plan was meant can no longer be told.
  expect(await load(world)).toMatchObject({ outcome: 'published', number: 2 });
});

test.each([
  ['a rule', `update revision set rules = jsonb_set(rules, '{timeZone}', '"UTC"')`, []],
  [
    'a number',
    "update revision_personal set value = '+1 916-555-0100' where path = 'contacts.ana.mobile'",
    ['contacts.ana.mobile'],
  ],
  ['the source', "update revision_source set source = 'ladder: 1'", ['source']],
  [
    'a value that is gone without a trace',
    "delete from revision_personal where path = 'contacts.bo.email'",
    [],
  ],
])('%s that was changed in the database shows', async (_what, change, changed) => {
  const world = await openWorld();
  await load(world);
  await world.ask(change);
  expect(revisionProof(await stored(world))).toMatchObject({ holds: false, changed });
});
