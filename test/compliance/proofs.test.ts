import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { asInstant } from '../../src/core/instant.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { sampleWith } from '../obligation/sample.ts';
import { mainText } from '../publication-papers/html-read.ts';

const PM = 'solutions-architect';
const OVERSIGHT = 'tamsin-hale';
const WREN = 'solutions-manager';
const DEPUTY = 'deputy-manager';
const DAY = 86_400_000;

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
});
afterEach(() => here.close());

const later = (days: number) => here.setClock(asInstant(FRIDAY + days * DAY));
const report = async (days = ''): Promise<string> => {
  const { statusCode, body } = await here.get(OVERSIGHT, `/contracts/${here.contract}/compliance?${days}`);
  expect(statusCode).toBe(200);
  return mainText(body);
};
/** Each line of the table that begins so. */
const table = async (days: string, begins: string): Promise<readonly string[]> => {
  const got = await here.get(OVERSIGHT, `/contracts/${here.contract}/compliance/report.csv?${days}`);
  return got.body.split('\r\n').filter((line) => line.startsWith(begins));
};
async function put(seat: string, who: Readonly<Record<string, string>>): Promise<void> {
  const path = `/contracts/${here.contract}/contacts/seats/${seat}`;
  expect((await here.post(PM, path, { sure: 'yes', reason: 'It is so', ...who })).statusCode).toBe(303);
}
const leave = (seat: string) => put(seat, { who: 'nobody' });
const FILLED = { who: 'person', person: WREN } as const;

describe('a level at which nobody stands', () => {
  test('is none: fewer levels, contacts without numbers, hours at which nobody is reached', async () => {
    await leave(WREN);
    expect(await report()).toContain('At least 3 levelsYes');
    await leave(DEPUTY);
    const text = await report();
    const nobody = 'NoLevel 3 has reached nobody since Fri 20 Nov 2026.';
    expect(text).toContain(`At least 3 levels${nobody}`);
    expect(text).toContain(
      `Of every contact: responsibility, office number, mobile number and e-mail address${nobody}`,
    );
    expect(text).toContain(`Every level is reachable at every hour of the year${nobody}`);
    expect(text).toContain('The plan has roles and responsibilitiesYes');
  });

  test('counts in the days in which it was so, also once it is filled again', async () => {
    await later(2);
    await leave(WREN);
    await leave(DEPUTY);
    await later(5);
    await put(WREN, FILLED);
    await later(20);
    const was = 'NoLevel 3 reached nobody from Sun 22 Nov 2026 to Wed 25 Nov 2026.';
    expect(await report()).toContain(`At least 3 levels${was}`);
    expect(await report('from=2026-11-25&until=2026-12-05')).toContain(`At least 3 levels${was}`);
    for (const days of ['from=2026-11-20&until=2026-11-21', 'from=2026-11-26&until=2026-12-05'])
      expect(await report(days)).toContain('At least 3 levelsYes');
    expect(await table('from=2026-11-22&until=2026-11-22', 'demands,,,availability')).toEqual([
      'demands,,,availability,fails',
      expect.stringContaining('level 3 empty from 2026-11-23T00:30:00.000Z to 2026-11-26T00:30:00.000Z'),
    ]);
  });

  test('is there too where whoever fills it has no address', async () => {
    for (const who of [WREN, DEPUTY])
      await here.ask('update person set email = null where contract_id = $1 and person_id = $2', [
        here.contract,
        who,
      ]);
    const text = await report();
    expect(text).toContain('At least 3 levelsNoLevel 3 reaches nobody now.');
    expect(text).toContain('Missing of Wren Halloway now: e-mail address.');
  });
});

test('a contact of today without what the clause demands is a no, whatever the plan says', async () => {
  await here.ask('update person set mobile = null where contract_id = $1 and person_id = $2', [
    here.contract,
    WREN,
  ]);
  expect(await report()).toContain('e-mail addressNoMissing of Wren Halloway now: mobile number.');
  expect(await report()).toContain('At least 3 levelsYes');
  await later(30);
  expect(await report('from=2026-11-20&until=2026-11-25')).toContain('e-mail addressYes');
});

describe('the plan that is judged', () => {
  const days = 'from=2020-01-01&until=2020-03-31';
  const publish = async (changes: readonly (readonly [string, string])[]): Promise<void> => {
    const text = await sampleWith(changes);
    const at = await here.store.transaction((tx) => tx.now());
    const agreed = [PM, 'contract-office'];
    expect(await loadPlan(here.contracts, { text, agreed, at, by: 'ladder', facts: {} })).toMatchObject({
      outcome: 'published',
    });
  };

  test('is none where none was in force, and nothing is shown', async () => {
    const text = await report(days);
    expect(text).toContain('Tue 31 Mar 2020. No plan was in force.');
    expect(text).not.toContain('revision');
    expect(text).toContain('At least 3 levelsNot shownNo plan was in force in these days.');
    const standings = (await table(days, 'demands,')).filter((line) => !line.includes(' proof,'));
    expect(standings.length).toBeGreaterThan(5);
    expect(standings.every((line) => line.endsWith(',open'))).toBe(true);
    expect(await table(days, 'report,')).toHaveLength(2);
  });

  test('is each that was in force in the days, and by no other', async () => {
    await later(10);
    await publish([['  sections: [milestones, roles, deliverables, commitmentDates]\n', '']]);
    await later(40);
    expect(await report('from=2026-11-21&until=2026-11-24')).toContain('Plan: revision 1.');
    const both = await report('from=2026-11-21&until=2026-12-05');
    expect(both).toContain('Plan: revision 1 and revision 2 from Mon 30 Nov 2026.');
    expect(both).toContain('At least 3 levelsYesThe check of revisions 1 and 2 finds nothing against it.');
    expect(both).not.toContain('The plan has roles');
    const second = await report('from=2026-12-02&until=2026-12-05');
    expect(second).toContain('Plan: revision 2.');
    expect(second).toContain('Contacts are confirmed every 90 daysNot shownThis is counted as of today');
  });

  test('is not shown where its text was erased', async () => {
    await later(10);
    await publish([['  attestation: { every: 90 days, after: publication }\n', '']]);
    await here.ask('delete from revision_source where number = 1');
    expect(await report()).toContain('At least 3 levelsNot shownThe text of revision 1 was erased');
    await later(12);
    expect(await report('from=2026-12-01&until=2026-12-02')).toContain('At least 3 levelsYes');
  });
});
