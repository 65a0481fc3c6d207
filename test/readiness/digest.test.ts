import { randomUUIDv7 } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestWeek } from '../../src/app/readiness/digest-week.ts';
import { tellReadiness } from '../../src/app/readiness/tell-readiness.ts';
import { composeReadiness } from '../../src/render/mail/compose-readiness.ts';
import { attestationReading } from '../../src/store/attestation/attestation-reading.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
});
afterEach(() => here.close());

const tell = () => {
  const { contracts, db, store } = here;
  const now = () => contracts.transaction((tx) => tx.now());
  return tellReadiness({
    ...{
      contracts,
      carriers: ['email'],
      newId: randomUUIDv7,
      compose: composeReadiness,
      isDemonstration: false,
    },
    reading: postgresReading({ db, revisions: store.revisions, now }),
    attestations: attestationReading(db),
    readinessUrl: (contract) => `http://ladder.example/contracts/${contract}/readiness`,
  });
};
const mails = () =>
  here.ask(
    `select person_id as person, subject, body_text as text
    from delivery join delivery_body using (contract_id, delivery_id)
    where kind = 'readiness' and contract_id = $1 order by queued_at, person_id`,
    [here.contract],
  );
/** Says of everybody, or of one, that everything they are reached by was confirmed now. */
const confirmAll = (at: number) =>
  here.ask(
    `insert into contact_means (contract_id, person_id, field, confirmed_at)
     select contract_id, person_id, field, $2::timestamptz from person, unnest(array['email', 'office', 'mobile']) as field
     where contract_id = $1
     on conflict (contract_id, person_id, field) do update set confirmed_at = excluded.confirmed_at`,
    [here.contract, new Date(at).toISOString()],
  );
const withRoles = async (role: string): Promise<readonly string[]> =>
  (
    await here.ask('select person_id as person from role where contract_id = $1 and role = $2 order by 1', [
      here.contract,
      role,
    ])
  ).map(({ person }) => String(person));

test.each([
  ['a moment before eight on Monday', '2026-11-23', '07:59', '2026-11-16'],
  ['at eight on Monday', '2026-11-23', '08:00', '2026-11-23'],
  ['late on Sunday', '2026-11-29', '23:59', '2026-11-23'],
])('%s the week is that of the last Monday at eight', (_when, date, time, week) => {
  expect(digestWeek(on(date, time), 'America/Los_Angeles')).toBe(week);
});

test('the week in which a contract is first looked at has none; the next has one, whatever runs how often', async () => {
  await tell();
  expect(await mails()).toEqual([]);
  await here.setClock(on('2026-11-23', '07:59'));
  await tell();
  expect(await mails()).toEqual([]);
  await here.setClock(on('2026-11-23', '08:00'));
  await Promise.all([tell(), tell()]);
  await tell();
  const told = await mails();
  const managers = await withRoles('programManager');
  const oversight = await withRoles('oversight');
  expect(managers.length).toBeGreaterThan(0);
  expect(told.map(({ person }) => person).toSorted()).toEqual([...managers, ...oversight].toSorted());
  const toManager = told.find(({ person }) => managers.includes(String(person)));
  const toOversight = told.find(({ person }) => oversight.includes(String(person)));
  expect(toManager!.text).toContain('Perpetua Lind (level 1)');
  expect(toManager!.text).toContain(`http://ladder.example/contracts/${here.contract}/readiness`);
  expect(toOversight!.text).toContain('Wren Halloway (level 3)');
  expect(toOversight!.text).not.toContain('Perpetua Lind');
});

test('what was put right is said once, and then there is nothing to say', async () => {
  await tell();
  await here.setClock(on('2026-11-23', '08:00'));
  await tell();
  const before = (await mails()).length;
  await confirmAll(on('2026-11-24'));
  // No node ran on Monday.
  await here.setClock(on('2026-12-02', '11:00'));
  await tell();
  const after = (await mails()).slice(before);
  expect(after).toHaveLength(before);
  for (const { subject, text } of after) {
    expect(subject).toContain('nothing keeps anybody from being reached any more');
    expect(text).toContain('Wren Halloway: nothing speaks against it any more.');
  }
  await here.setClock(on('2026-12-07', '08:00'));
  await tell();
  expect(await mails()).toHaveLength(2 * before);
});

test('a level that reaches nobody is told to oversight, at whatever level', async () => {
  await tell();
  await confirmAll(on('2026-11-22'));
  await here.ask('update person set email = null where contract_id = $1 and person_id in ($2, $3, $4)', [
    ...[here.contract, 'solutions-architect', 'deputy-architect', 'support-desk'],
  ]);
  await here.setClock(on('2026-11-23', '08:00'));
  await tell();
  const oversight = await withRoles('oversight');
  const told = (await mails()).filter(({ person }) => oversight.includes(String(person)));
  expect(told[0]?.text).toContain('nobody could be reached now');
});
