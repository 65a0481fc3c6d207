import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserAt } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

let here: AnswersWorld;
beforeEach(async () => {
  const revision = { ...revisionWith(), tells: { contractor: ['cy'], oversight: ['bo'] } };
  here = await answersWorld(on('Tue 09:00'), { revision });
});
afterEach(() => here.close());

test('a level with nobody to reach is said on the case, and told to the program manager and oversight, once', async () => {
  const { db } = here.connection;
  await sql`update person set email = null where person_id in ('ana', 'desk')`.execute(db);
  const key = await here.open();
  const mails = await here.settle();
  const told = mails.filter(({ subject }) => subject.includes('Not reached: level 1'));
  expect(told.map(({ to }) => to.address.split('@')[0]).sort()).toEqual(['bo', 'cy']);
  const browser = browserAt(here);
  for (const pair of (await here.stepIn('olga')).split('; ')) browser.plant(pair);
  const page = await browser.get(`/contracts/${key.contract}/cases/${key.caseId}`);
  expect(page.body).toContain(
    'Nobody at level 1 (Service manager) could be told: nobody there has an address that works.',
  );
});
