import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attest } from '../../src/app/attestation/handle-attestations.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { askedIn } from '../attestation/asked-in.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { settleAll } from '../build/settle.ts';
import { verified } from '../record/record-world.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS } from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  const revision = { ...revisionWith(), tells: { contractor: ['desk'], oversight: ['olga'] } };
  here = await conversationWorld(on('Tue 09:00'), { revision });
}, 60_000);
afterEach(async () => {
  expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  await here.close();
});

async function settle(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) {
    await settleAll(here.parts, here.store);
    await here.carrier.settled();
  }
}
const clock = async (to: string): Promise<void> => {
  await here.setClock(on(to));
  await settle();
};
const ana = () => here.phone(NUMBERS.ana);
const told = () => ana().texts.filter(({ to }) => to === NUMBERS.ana).length;
const means = async (key: CaseKey) =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'MeansLost' || event.type === 'MeansRegained'
      ? [`${event.type} ${event.contact} ${event.means} by ${event.by} as ${event.actor}`]
      : [],
  );
const LOST = 'MeansLost ana text by ladder as contractor';
const REGAINED = 'MeansRegained ana text by ladder as contractor';
const fates = () =>
  here.rows<{ line: string }>(
    `select person_id || ' ' || means || ' ' || state || coalesce(' ' || reason, '') as line from delivery
      where kind = 'notice' order by queued_at, person_id, means`,
  );

describe('whoever ends texts', () => {
  test('has lost a means on the record of the case, is tried by others, and by texts once they are wanted again', async () => {
    const key = await here.open();
    await settle();
    expect(told()).toBe(1);
    here.parts.mail.sent.length = 0;
    await ana().text(OURS, 'STOP');
    await ana().text(OURS, 'stop');
    expect(await means(key)).toEqual([LOST]);
    await settle();
    const mails = here.parts.mail.sent.filter(({ subject }) => subject.includes('No texts to a contact'));
    expect(mails.map(({ to: { name } }) => name).sort()).toEqual(['desk', 'olga']);
    expect(mails[0]?.text).toContain('ana takes no texts from Ladder any more');
    await clock('Tue 09:20');
    expect(ana().calls.length).toBeGreaterThan(0);
    expect(told()).toBe(1);
    await ana().text(OURS, 'START');
    expect(await means(key)).toEqual([LOST, REGAINED]);
    const before = told();
    await clock('Tue 09:35');
    expect(told()).toBeGreaterThan(before);
  });

  test('is known where the carrier alone had heard of it, and the same case tries texts again after a START', async () => {
    await ana().text(OURS, 'STOP');
    await sql`delete from telephone_number`.execute(here.connection.db);
    const key = await here.open();
    await settle();
    expect(await means(key)).toEqual([LOST]);
    expect(ana().calls).toHaveLength(1);
    await ana().text(OURS, 'START');
    expect(await means(key)).toEqual([LOST, REGAINED]);
    await clock('Tue 09:20');
    expect((await fates()).map(({ line }) => line)).toContain('ana text delivered');
  });

  test('is not sent what waited for its turn, also by a carrier that keeps no such list, and is rung at once', async () => {
    const key = await here.open();
    await makeLetters(here.parts);
    await ana().text(OURS, 'STOP');
    // As a gateway would be, which knows of no STOP.
    await ana().text(OURS, 'hello');
    const before = here.carrier.texts.filter(({ to }) => to === NUMBERS.ana).length;
    await settle();
    expect(here.carrier.texts.filter(({ to }) => to === NUMBERS.ana)).toHaveLength(before);
    expect((await fates()).map(({ line }) => line)).toContain('ana text failed stopped');
    expect(ana().calls).toHaveLength(1);
    expect(await means(key)).toEqual([LOST]);
  });

  test('is known by the number, however it is written', async () => {
    await sql`update person set mobile = '+1 (202) 555-0121' where person_id = 'ana'`.execute(
      here.connection.db,
    );
    await ana().text(OURS, 'STOP');
    await here.open();
    await settle();
    expect((await fates()).map(({ line }) => line)).not.toContainEqual(expect.stringMatching('^ana text'));
  });
});

describe('a number of a contact', () => {
  beforeEach(async () => {
    await askedIn(here, 'ana');
    const details = ['email', 'mobile', 'availability'] as const;
    await attest(here.store, { contract: here.contract, personId: 'ana' }, { details, over: 'portal' });
    await settle();
    here.parts.mail.sent.length = 0;
  });
  const doubted = async () =>
    Object.keys(
      (await here.rows<{ of: object | null }>(`select state -> 'doubted' as of from attestation`))[0]?.of ??
        {},
    );

  test.each<[string, 'refuses' | 'loses', number, readonly string[]]>([
    ['is no number at all', 'refuses', 21211, ['mobile']],
    ['is one that no network knows', 'loses', 30005, ['mobile']],
    ['is no mobile telephone, and is rung', 'refuses', 21614, []],
    ['is a landline, as is found out later, and is rung', 'loses', 30006, []],
    ['is switched off', 'loses', 30003, []],
    ['is blocked', 'loses', 30004, []],
    ['wants no texts', 'refuses', 21610, []],
    ['may not be reached from here', 'refuses', 21408, []],
  ])('that %s', async (_what, how, code, found) => {
    here.carrier.faults[how].set(NUMBERS.ana, code);
    await here.open();
    await settle();
    expect(await doubted()).toEqual(found);
    await clock('Tue 09:20');
    expect(await doubted()).toEqual(found);
  });

  test('that is none is told to whoever can mend it, once, and is lifted by an answer from it', async () => {
    await here.rows(`insert into person (contract_id, person_id, name, email)
      values ('sample', 'petra', 'Petra', 'petra@ladder.example')`);
    await here.rows(`insert into role values ('sample', 'petra', 'programManager', null)`);
    here.carrier.faults.refuses.set(NUMBERS.ana, 21211);
    await here.open();
    await settle();
    await clock('Tue 09:20');
    const mails = here.parts.mail.sent.filter(({ subject }) => subject.startsWith('In doubt'));
    expect(mails.map(({ to: { address } }) => address)).toEqual(['petra@ladder.example']);
    expect(mails[0]?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Mobile number: the carrier of texts and calls says that there is no such number',
    );
    here.carrier.faults.refuses.clear();
    const { caseId } = await here.open();
    await settle();
    await ana().text(OURS, `1 ${caseId}`);
    expect(await doubted()).toEqual([]);
  });
});
