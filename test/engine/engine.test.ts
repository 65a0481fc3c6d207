import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { isSigned, readCheckpoint } from '../../src/app/checkpoint.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { startEngine } from '../../src/engine/engine.ts';
import type { EngineParts } from '../../src/engine/parts.ts';
import { signRecord } from '../../src/engine/sign-record.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { settleAll } from '../build/settle.ts';
import { until } from '../build/until.ts';
import { type World, world } from '../build/world.ts';

let here: World;
afterEach(() => here.close());

const settle = (parts: EngineParts): Promise<void> => settleAll(parts, here.store);

const told = (mails: readonly OutgoingMail[]): readonly string[] =>
  mails.map(({ to, subject }) => `${to.address.split('@')[0]}: ${subject.replace(/^\[.*?\] ?/, '')}`);

describe('the engine', () => {
  test('tells the customer and level 1 of an opening, and records that they were told', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    const key = await here.open({ text: 'No dial tone <b>"\'&', references: ['INC-4711'] });
    await settle(parts);
    expect(told(parts.mail.sent).toSorted()).toEqual([
      'ana: You are contacted at level 1',
      'dana: Case opened',
    ]);
    const events = await here.events(key);
    expect(events.filter((event) => event.type === 'DeliveryRecorded')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ contact: 'dana', result: 'handedOver' }),
        expect.objectContaining({ contact: 'ana', level: 1, result: 'handedOver' }),
      ]),
    );
    const toDana = parts.mail.sent.find(({ to }) => to.address.startsWith('dana'));
    expect(toDana?.text).toMatch(/http:\/\/ladder\.example\/l\/[\w-]{43}/);
    expect(toDana?.text).not.toContain('ladder-link');
    expect(toDana?.replyTo).toMatch(/^reply\+[a-z2-7]{20}@ladder\.example$/);
  });

  test('a step falls due in its time and its actor is told', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    const key = await here.open();
    await settle(parts);
    await here.setClock(on('Tue 13:00'));
    parts.mail.sent.length = 0;
    await settle(parts);
    expect((await here.events(key)).find((event) => event.type === 'StepFellDue')).toMatchObject({
      level: 2,
      latenessMs: 0,
    });
    expect(told(parts.mail.sent)).toContainEqual(expect.stringMatching(/^dana: .*level 2/i));
  });

  test('a level that does not acknowledge is told again after a quarter of an hour, and the next of it too', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    await here.open();
    await settle(parts);
    parts.mail.sent.length = 0;
    await here.setClock(on('Tue 09:15'));
    await settle(parts);
    expect(parts.mail.sent.map(({ to }) => to.address).toSorted()).toEqual([
      'ana@ladder.example',
      'desk@ladder.example',
    ]);
  });

  test('an acknowledged level is left in peace', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    const key = await here.open();
    await settle(parts);
    await here.send({
      key,
      caller: undefined,
      actor: 'contractor',
      command: { type: 'acknowledge', by: 'ana' },
    });
    await settle(parts);
    parts.mail.sent.length = 0;
    await here.setClock(on('Tue 09:15'));
    await settle(parts);
    expect(parts.mail.sent).toEqual([]);
    await here.setClock(on('Tue 10:00'));
    await settle(parts);
    expect(parts.mail.sent.map(({ to }) => to.address)).toContain('ana@ladder.example');
  });

  test('a mail that is refused for now is tried again, one refused for good is an event and the next is told', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    parts.mail.answer = ({ to, id }) =>
      to.address.startsWith('ana')
        ? { result: 'failed', permanent: true, reason: 'smtp-550' }
        : parts.mail.sent.length < 3
          ? { result: 'failed', permanent: false, reason: 'smtp-450' }
          : { result: 'handedOver', carrierId: id };
    const key = await here.open();
    await settle(parts);
    expect(parts.mail.sent.map(({ to }) => to.address)).toContain('desk@ladder.example');
    await here.setClock(on('Tue 09:01'));
    await settle(parts);
    const results = (await here.events(key)).flatMap((event) =>
      event.type === 'DeliveryRecorded' ? [`${event.contact} ${event.result}`] : [],
    );
    expect(results).toContain('ana failed');
    expect(results).toContain('dana handedOver');
    const ids = parts.mail.sent.filter(({ to }) => to.address.startsWith('dana')).map(({ id }) => id);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('each hour the record is signed once, and the signature goes to oversight', async () => {
    here = await world(on('Tue 09:00'));
    const parts = engineParts(here.store);
    await sql`insert into role values (${here.contract}, 'olga', 'oversight')`.execute(here.connection.db);
    await here.open();
    await Promise.all([signRecord(parts), signRecord(parts)]);
    await settle(parts);
    const signed = (): readonly OutgoingMail[] =>
      parts.mail.sent.filter(
        ({ to, subject }) => to.address.startsWith('olga') && /Checkpoint/.test(subject),
      );
    expect(signed()).toHaveLength(1);
    const checkpoint = readCheckpoint(signed()[0]!.text);
    expect(checkpoint).toMatchObject({ number: 1, cases: 1, events: 2 });
    expect(isSigned(checkpoint!)).toBe(true);
    await here.setClock(on('Tue 10:00'));
    await here.open();
    await signRecord(parts);
    await settle(parts);
    expect(signed()).toHaveLength(2);
  });

  test('wakes by itself at the instant, and for what another node queues', async () => {
    here = await world(on('Tue 12:59'));
    const parts = engineParts(here.store);
    const engine = startEngine(parts);
    const key = await here.open();
    await until(() => expect(parts.mail.sent.length).toBe(2));
    await here.setClock(on('Tue 16:59'));
    await until(async () =>
      expect((await here.events(key)).map((event) => event.type)).toContain('StepFellDue'),
    );
    await engine.stop();
    expect(parts.log.lines).toEqual([]);
  });
});

test('whoever is contacted reads what the trouble is, and the last word of either side', async () => {
  here = await world(on('Tue 09:00'));
  const parts = engineParts(here.store);
  const key = await here.open({ text: 'No dial tone at the pilot station' });
  await settle(parts);
  const level1 = parts.mail.sent.find(({ to }) => to.address.startsWith('ana'));
  expect(level1?.text).toContain('No dial tone at the pilot station');
  await here.send({
    ...{ key, caller: undefined, actor: 'contractor' },
    command: { type: 'respond', by: 'ana', text: 'We look for the fault' },
  });
  await here.setClock(on('Tue 13:01'));
  await settle(parts);
  await here.send({
    ...{ key, caller: undefined, actor: 'customer' },
    command: { type: 'escalate', by: 'dana', level: 2, text: 'Four hours now' },
  });
  await settle(parts);
  const level2 = parts.mail.sent.find(({ to }) => to.address.startsWith('bo@'));
  for (const said of ['No dial tone at the pilot station', 'We look for the fault', 'Four hours now']) {
    expect(level2?.text).toContain(said);
  }
});
