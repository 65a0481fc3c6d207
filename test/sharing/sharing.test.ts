import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { sightOf } from '../../src/app/views/sight.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { type AnswersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { callerOf, gives, sharingWorld } from './sharing-world.ts';

let here: AnswersWorld;
let key: CaseKey;
beforeEach(async () => {
  here = await sharingWorld();
  key = await here.open({ text: 'No dial tone' });
  await here.settle();
}, 60_000);
afterEach(() => here.close());

const does = (who: string, type: string, fields: object = {}) => gives(here, who, key, { type, ...fields });
const told = async (): Promise<readonly string[]> =>
  (await here.settle()).map((mail) => mail.to.address.split('@')[0] ?? '').sort();

/** The cases in somebody's list, and whether they can look at this one: both say the same. */
async function sees(who: string): Promise<boolean> {
  const now = () => here.store.transaction((tx) => tx.now());
  const reading = postgresReading({ db: here.connection.db, revisions: here.store.revisions, now });
  const sight = sightOf(callerOf(who));
  const listed = await reading.cases(here.contract, sight, {}, 10);
  const found = await reading.case(key, sight);
  expect(listed.map(({ caseId }) => caseId)).toEqual(found ? [key.caseId] : []);
  return found !== undefined;
}

describe('a watcher', () => {
  test('sees the case from then on and until removed, and so does nobody else', async () => {
    expect(await sees('lee')).toBe(false);
    expect(await does('dana', 'addWatcher', { person: 'lee' })).toBe('done');
    expect([await sees('lee'), await sees('kim'), await sees('zoe')]).toEqual([true, false, false]);
    expect(await does('dana', 'removeWatcher', { person: 'lee' })).toBe('done');
    expect(await sees('lee')).toBe(false);
  });
  test('is told of everything the reporter is told of, without anything to do', async () => {
    await does('dana', 'addWatcher', { person: 'lee' });
    expect(await told()).toEqual(['dana', 'lee']);
    await does('ana', 'respond', { text: 'A technician is on the way' });
    const mails = await here.settle();
    expect(mails.map((mail) => mail.to.address).sort()).toEqual([
      'dana@ladder.example',
      'lee@ladder.example',
    ]);
    expect(to(mails, 'dana').text).toContain('/l/');
    expect(to(mails, 'lee').text).not.toContain('/l/');
    expect(to(mails, 'lee').text.replace(/\s+/g, ' ')).toContain(
      'You are told because you watch this case. dana acts on it; you can see it and write notes.',
    );
  });
  test('writes notes and does nothing else', async () => {
    await does('dana', 'addWatcher', { person: 'lee' });
    expect(await does('lee', 'addNote', { text: 'It is the line to the lighthouse' })).toBe('done');
    for (const type of ['ask', 'satisfied', 'withdraw', 'endStandIn', 'attach']) {
      expect([type, await does('lee', type, { file: 'photo' })]).toEqual([type, 'command-not-allowed']);
    }
    expect(await does('lee', 'addWatcher', { person: 'kim' })).toBe('command-not-allowed');
  });
  test('whose mail says that the matter is settled is told that this is not theirs to say', async () => {
    await does('dana', 'addWatcher', { person: 'lee' });
    await here.settle();
    await here.taker.take(here.mailFrom('lee', key, 'satisfied', { word: 'satisfied' }));
    expect((await here.events(key)).at(-1)).toMatchObject({ type: 'NoteAdded', by: 'lee' });
    const mails = await here.settle();
    expect(to(mails, 'lee').subject).toContain('Not done');
    expect(to(mails, 'lee').text).not.toContain('/l/');
  });
  test('whose mail is a message is not asked for an answer', async () => {
    await does('dana', 'addWatcher', { person: 'lee' });
    await here.settle();
    await here.taker.take(here.mailFrom('lee', key, 'The key is at the gate'));
    const mail = to(await here.settle(), 'lee');
    expect(mail.text).toContain('kept as a message');
    expect(mail.text).not.toContain('by a link');
    expect(mail.text).not.toContain('/l/');
  });
  test('who is removed is told so, and of nothing afterwards', async () => {
    await does('dana', 'addWatcher', { person: 'lee' });
    await here.settle();
    await does('dana', 'removeWatcher', { person: 'lee' });
    const mails = await here.settle();
    expect(to(mails, 'lee').text).toContain('ended that lee watches the case');
    expect(to(mails, 'lee').text).not.toContain('/l/');
    await does('ana', 'respond', { text: 'Soon' });
    expect(await told()).toEqual(['dana']);
  });
});

describe('a stand-in', () => {
  test('sees the case and acts for the customer as the reporter does', async () => {
    expect(await does('lee', 'ask')).toBe('case-not-found');
    expect(await does('dana', 'nameStandIn', { person: 'lee' })).toBe('done');
    expect(await sees('lee')).toBe(true);
    expect(await does('lee', 'ask', { text: 'Any news?' })).toBe('done');
    expect(await does('lee', 'addWatcher', { person: 'kim' })).toBe('done');
    expect(await does('lee', 'satisfied')).toBe('done');
    expect((await here.events(key)).find(({ type }) => type === 'Satisfied')).toMatchObject({
      actor: 'customer',
      by: 'lee',
    });
  });
  test('gets the links that the reporter gets, and they work', async () => {
    await does('dana', 'nameStandIn', { person: 'lee' });
    const path = linkIn(to(await here.settle(), 'lee'), /^Not satisfied/);
    const done = await here.server.inject({ method: 'POST', url: path });
    expect(done.statusCode).toBe(200);
    expect((await here.events(key)).at(-1)).toMatchObject({ type: 'NotSatisfied', by: 'lee' });
  });
  test('whose place is taken back sees nothing, and a link of theirs does nothing', async () => {
    await does('dana', 'nameStandIn', { person: 'lee' });
    const path = linkIn(to(await here.settle(), 'lee'), /^Satisfied/);
    await does('dana', 'endStandIn');
    expect(await told()).toEqual(['dana', 'lee']);
    expect(await sees('lee')).toBe(false);
    expect(await does('lee', 'ask')).toBe('case-not-found');
    expect((await here.server.inject({ method: 'POST', url: path })).statusCode).toBe(410);
  });
  test('acts until the instant given, and then no longer sees the case or is told of it', async () => {
    await does('dana', 'nameStandIn', { person: 'lee', endsAt: on('Tue 12:00') });
    await here.settle();
    await here.setClock((on('Tue 12:00') - 1) as ReturnType<typeof on>);
    expect([await sees('lee'), await does('lee', 'ask')]).toEqual([true, 'done']);
    await here.settle();
    await here.setClock(on('Tue 12:00'));
    expect([await sees('lee'), await does('lee', 'ask')]).toEqual([false, 'case-not-found']);
    await does('ana', 'respond', { text: 'Soon' });
    expect(await told()).toEqual(['dana']);
  });
  test('passes their place on to nobody', async () => {
    await does('dana', 'nameStandIn', { person: 'lee' });
    expect(await does('lee', 'nameStandIn', { person: 'kim' })).toBe('command-not-allowed');
    expect(await does('lee', 'endStandIn')).toBe('done');
  });
  test('may be named by the manager, on any case of their customer', async () => {
    expect(await does('mia', 'nameStandIn', { person: 'kim' })).toBe('done');
    expect(await does('kim', 'ask')).toBe('done');
  });
});

describe('nobody is named', () => {
  test.each(['zoe', 'ana', 'olga', 'nobody'])('who is not of the customer: %s', async (person) => {
    expect(await does('dana', 'addWatcher', { person })).toBe('person-not-colleague');
    expect(await does('dana', 'nameStandIn', { person })).toBe('person-not-colleague');
  });
  test('by anybody but the customer', async () => {
    for (const who of ['ana', 'olga']) {
      expect(await does(who, 'addWatcher', { person: 'lee' })).toBe('command-not-allowed');
      expect(await does(who, 'nameStandIn', { person: 'lee' })).toBe('command-not-allowed');
    }
    for (const who of ['lee', 'zoe']) {
      expect(await does(who, 'addWatcher', { person: 'lee' })).toBe('case-not-found');
    }
  });
});
