import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
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
  const said =
    'Nobody at level 1 (Service manager) could be told: nothing that is carried here reaches anybody there.';
  const inside = await pageFor('olga', key);
  expect(inside.split(said)).toHaveLength(3);
  expect(inside).toContain('have the address put right');
  const customer = await pageFor('dana', key);
  expect(customer.split(said)).toHaveLength(3);
  expect(customer).toContain('they do not wait for a message');
  expect(customer).not.toContain('have the address put right');
});

test('what has to be put right is said of the means that are carried here', async () => {
  await here.close();
  here = await answersWorld(on('Tue 09:00'), {
    settings: {
      ...{ LADDER_TWILIO_ACCOUNT: `AC${'0'.repeat(32)}`, LADDER_TWILIO_TOKEN: 'a-token-of-a-test' },
      ...{ LADDER_TELEPHONE_NUMBER: '+12025550100', LADDER_URL: 'http://ladder.example' },
    },
  });
  await sql`update person set email = null where person_id in ('ana', 'desk')`.execute(here.connection.db);
  const key = await here.open();
  await here.settle();
  const page = await pageFor('olga', key);
  expect(page).toContain('Ladder tells people by mail, text and call here.');
  expect(page).toContain('Until somebody there has an address or a number that works for one of these');
  const { untold } = catalogue('es').casePage;
  expect(untold.inside({ carriers: ['email', 'text', 'call'] })).toContain(
    'Aquí Ladder avisa por correo, mensaje de texto y llamada.',
  );
  expect(untold.inside({ carriers: ['email'] })).toContain('Aquí Ladder avisa solo por correo.');
});

test('once a notice went to the level, only what has happened says that nobody could be told', async () => {
  const { db } = here.connection;
  await sql`update person set email = null where person_id in ('ana', 'desk')`.execute(db);
  const key = await here.open();
  await here.settle();
  await sql`update person set email = 'ana@ladder.example' where person_id = 'ana'`.execute(db);
  await here.setClock(on('Tue 09:15'));
  await here.settle();
  const page = await pageFor('olga', key);
  expect(page.split('Nobody at level 1 (Service manager) could be told')).toHaveLength(2);
  expect(page).not.toContain('have the address put right');
});

async function pageFor(person: string, { contract, caseId }: CaseKey): Promise<string> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(person)).split('; ')) browser.plant(pair);
  return (await browser.get(`/contracts/${contract}/cases/${caseId}`)).body;
}
