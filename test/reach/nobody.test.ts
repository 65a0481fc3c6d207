import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant } from '../../src/core/instant.ts';
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

test('a level whose only address was refused is told again as soon as another stands in its place, without being asked anew', async () => {
  const { db } = here.connection;
  await sql`update person set email = null where person_id = 'desk'`.execute(db);
  here.parts.mail.answer = ({ id, to }) =>
    to.address === 'ana@ladder.example'
      ? { result: 'failed', permanent: true, reason: 'smtp-550' }
      : { result: 'handedOver', carrierId: id };
  const key = await here.open();
  const told: string[] = [];
  const pass = async (minutes: readonly number[]): Promise<void> => {
    for (const minute of minutes) {
      await here.setClock(asInstant(on('Tue 09:00') + minute * 60_000));
      for (const { to, subject } of await here.settle())
        told.push(
          `${minute} ${to.address.split('@')[0]} ${subject.includes('Not reached: level 1') ? 'nobody' : ''}`,
        );
    }
  };
  await pass([0, 15, 30, 45, 61]);
  // Whoever can mend it hears of the level once, and ana is not written to where she was refused.
  expect(
    told
      .filter((line) => line.endsWith('nobody'))
      .map((line) => line.split(' ')[1])
      .toSorted(),
  ).toEqual(['bo', 'cy']);
  expect(told.filter((line) => line.includes(' ana '))).toEqual(['0 ana ']);
  await sql`update person set email = 'ana.new@ladder.example' where person_id = 'ana'`.execute(db);
  await pass([76, 77, 78, 92, 93, 94]);
  expect(told.filter((line) => line.includes(' ana.new '))).toEqual(['76 ana.new ', '92 ana.new ']);
  expect((await here.events(key)).filter(({ type }) => type === 'CustomerAsked')).toEqual([]);
});

async function pageFor(person: string, { contract, caseId }: CaseKey): Promise<string> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(person)).split('; ')) browser.plant(pair);
  return (await browser.get(`/contracts/${contract}/cases/${caseId}`)).body;
}
