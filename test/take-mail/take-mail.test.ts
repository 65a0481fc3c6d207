import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { deliver } from '../../src/engine/deliver.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

let here: AnswersWorld;
let key: CaseKey;

beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  key = await here.open();
  await here.settle();
}, 60_000);
afterEach(() => here.close());

const types = async (): Promise<readonly string[]> =>
  (await here.events(key)).map((event) => event.type).filter((type) => type !== 'DeliveryRecorded');

describe('a mail to a reply address', () => {
  test('is known by its address, whatever its case, and no other is', async () => {
    const { recipient } = here.mailFrom('dana', key, '');
    expect(await here.taker.knows(recipient)).toBe(true);
    expect(await here.taker.knows(recipient.toUpperCase())).toBe(true);
    expect(await here.taker.knows(recipient.replace('@ladder.example', '@other.example'))).toBe(false);
    expect(await here.taker.knows('reply+aaaaaaaaaaaaaaaaaaaa@ladder.example')).toBe(false);
    expect(await here.taker.knows('postmaster')).toBe(false);
  });

  test('"satisfied" closes the case from when it was received, is confirmed, and can be taken back once', async () => {
    await here.setClock(on('Tue 09:10'));
    const mail = here.mailFrom('dana', key, 'Satisfied', { word: 'satisfied', receivedAt: on('Tue 09:05') });
    await here.taker.take(mail);
    const said = (await here.events(key)).find((event) => event.type === 'Satisfied');
    expect(said).toMatchObject({ by: 'dana', over: 'email', occurredAt: on('Tue 09:05') });
    const mails = await here.settle();
    const mine = mails.filter((one) => one.to.address === 'dana@ladder.example');
    expect(mine.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Satisfied: the case is closed'),
    ]);
    const [confirmed] = mine;
    expect(confirmed!.text.replaceAll(/\s+/g, ' ')).toContain(
      'dana said by mail that the matter is settled.',
    );
    const path = linkIn(confirmed!, /^Take it back/);
    expect((await here.server.inject({ method: 'POST', url: path })).statusCode).toBe(200);
    expect(await types()).toContain('SatisfactionUndone');
    expect((await here.server.inject({ method: 'POST', url: path })).statusCode).toBe(410);
  });

  test('the same mail again changes nothing, also when both come at once', async () => {
    const mail = here.mailFrom('dana', key, 'No dial tone yet');
    await Promise.all([here.taker.take(mail), here.taker.take(mail)]);
    await here.taker.take(mail);
    expect((await types()).filter((type) => type === 'NoteAdded')).toHaveLength(1);
    expect((await here.settle()).filter(({ to: { address } }) => address.startsWith('dana'))).toHaveLength(1);
  });

  test('a message is a note for all, and its writer gets both links', async () => {
    await here.taker.take(here.mailFrom('dana', key, 'Still no dial tone <b>"\'&'));
    const note = (await here.events(key)).find((event) => event.type === 'NoteAdded');
    expect(note).toMatchObject({ text: 'Still no dial tone <b>"\'&', audience: 'all', over: 'email' });
    const mail = to(await here.settle(), 'dana');
    expect(mail.subject).toContain('kept as a message');
    expect(linkIn(mail, /^Satisfied/)).not.toBe(linkIn(mail, /^Not satisfied/));
    expect(mail.html).not.toContain('<b>"');
  });

  test("a contact's mail is a message and never a response, and offers both links", async () => {
    await here.taker.take(here.mailFrom('ana', key, 'Technician on the way', { word: 'satisfied' }));
    expect(await types()).not.toContain('Responded');
    expect(await types()).not.toContain('Satisfied');
    expect(await types()).toContain('NoteAdded');
    const mail = to(await here.settle(), 'ana');
    expect(mail.text).toContain('neither an acknowledgement nor a response');
    expect(linkIn(mail, /^Respond/)).not.toBe(linkIn(mail, /^Acknowledge/));
  });

  test('"escalate" before its time is kept as a message, and its writer is told from when, and why', async () => {
    await here.taker.take(here.mailFrom('dana', key, 'Escalate', { word: 'escalate' }));
    expect(await types()).not.toContain('Escalated');
    expect(await here.outcomes()).toEqual(['message/refused']);
    const mail = to(await here.settle(), 'dana');
    expect(mail.subject).toContain('Not done');
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('may be contacted from');
  });

  test('"escalate" takes the lowest step that was due when it was received, though nobody had fired it yet', async () => {
    await here.setClock(on('Tue 13:00'));
    await here.taker.take(
      here.mailFrom('dana', key, 'escalate', { word: 'escalate', receivedAt: on('Tue 13:00') }),
    );
    const moved = (await here.events(key)).find((event) => event.type === 'Escalated');
    expect(moved).toMatchObject({ level: 2, by: 'dana', occurredAt: on('Tue 13:00') });
  });

  test('automatic replies and loops are written down, and nothing else', async () => {
    const before = await types();
    await here.taker.take(here.mailFrom('ana', key, 'I am away', { kind: 'automaticReply' }));
    await here.taker.take(here.mailFrom('ana', key, 'again', { kind: 'loop', word: 'satisfied' }));
    expect(await types()).toEqual(before);
    expect(await here.settle()).toEqual([]);
    expect(await here.outcomes()).toEqual(['automaticReply', 'loop']);
  });

  test.each([
    ['without proof', { authenticated: false }],
    ['from another address', { from: 'dana@elsewhere.example' }],
    ['from no address', { from: '' }],
  ])('%s it is held until confirmed, and then counts from when it was received', async (_name, changes) => {
    await here.setClock(on('Tue 09:20'));
    const mail = here.mailFrom('dana', key, 'not satisfied\nIt dropped again', {
      ...changes,
      word: 'notSatisfied',
      receivedAt: on('Tue 09:15'),
    });
    await here.taker.take(mail);
    expect(await types()).not.toContain('NotSatisfied');
    const letters = await here.settle();
    const path = linkIn(to(letters, 'dana'), /^Confirm/);
    const page = await here.server.inject({ method: 'GET', url: path });
    expect(page.body).toContain('It dropped again');
    expect(await types()).not.toContain('NotSatisfied');
    expect((await here.server.inject({ method: 'POST', url: path })).statusCode).toBe(200);
    expect((await here.events(key)).find((event) => event.type === 'NotSatisfied')).toMatchObject({
      by: 'dana',
      occurredAt: on('Tue 09:15'),
    });
    expect(await here.outcomes()).toEqual(['confirmed/word/notSatisfied']);
  });

  test('a held word dies when the case goes on, a held message does not', async () => {
    const held = { authenticated: false } as const;
    await here.taker.take(here.mailFrom('dana', key, 'satisfied', { ...held, word: 'satisfied' }));
    await here.taker.take(here.mailFrom('dana', key, 'Just so you know', held));
    const letters = await here.settle();
    expect(letters).toHaveLength(2);
    await here.send({ key, caller: undefined, actor: 'contractor', command: { type: 'respond', by: 'ana' } });
    const statuses = await Promise.all(
      letters.map(async (mail) => {
        const { statusCode } = await here.server.inject({ method: 'POST', url: linkIn(mail, /^Confirm/) });
        return [mail.text.includes('Just so you know'), statusCode];
      }),
    );
    expect(statuses.toSorted()).toEqual([
      [false, 410],
      [true, 200],
    ]);
  });

  test('forged mails get no more than five letters an hour', async () => {
    for (let count = 0; count < 8; count++) {
      await here.taker.take(here.mailFrom('dana', key, `spam ${count}`, { authenticated: false }));
    }
    expect(await here.settle()).toHaveLength(5);
    expect((await here.outcomes()).every((outcome) => outcome === 'held/message')).toBe(true);
  });
});

describe('a report of a mail that did not arrive', () => {
  const report = async (who: string, permanent = true) => {
    const { rows } = await sqlDelivery(who);
    const bounced = { deliveryId: rows[0]!.delivery_id, permanent, status: '5.1.1' };
    return here.mailFrom(who, key, '', { kind: 'bounce', bounced, recipient: 'bounce+x@ladder.example' });
  };

  test('is an event of the case once, the next of the level is told, and so are those who can mend it', async () => {
    await here.taker.take(await report('ana'));
    await here.taker.take(await report('ana'));
    const failed = (await here.events(key)).filter(
      (event) => event.type === 'DeliveryRecorded' && event.result === 'failed' && event.contact === 'ana',
    );
    expect(failed).toEqual([expect.objectContaining({ contact: 'ana', level: 1 })]);
    expect((await here.settle()).map((mail) => mail.to.address)).toContain('desk@ladder.example');
  });

  test('that comes before the handing over is written down is put off, and then the failure stands at the end', async () => {
    // Within the minute after the opening the level would not be told once more.
    await here.setClock(on('Tue 09:02'));
    await here.send({ key, caller: undefined, actor: 'customer', command: { type: 'ask', by: 'dana' } });
    await makeLetters(here.parts);
    const { rows } = await sql<{ delivery_id: string }>`
      select delivery_id from delivery where person_id = 'ana' and state = 'queued'`.execute(
      here.connection.db,
    );
    const bounced = { deliveryId: rows[0]!.delivery_id, permanent: true, status: '5.1.1' };
    const early = here.mailFrom('ana', key, '', {
      kind: 'bounce',
      bounced,
      recipient: 'bounce+x@ladder.example',
    });
    const before = await here.events(key);
    let refused = 0;
    const send = async (mail: OutgoingMail) => {
      if (mail.id === bounced.deliveryId) {
        // Its sender hears "come again", and nothing of it is kept that would make the next try a repeat.
        await expect(here.taker.take(early)).rejects.toThrow('still under way');
        expect(await here.events(key)).toEqual(before);
        expect(await here.outcomes()).toEqual([]);
        refused += 1;
      }
      return { result: 'handedOver', carrierId: 'c' } as const;
    };
    await deliver({ ...here.parts, mail: { ...here.parts.mail, send } });
    expect(refused).toBe(1);
    await here.taker.take(early);
    await here.taker.take(early);
    const results = (await here.events(key)).flatMap((event) =>
      event.type === 'DeliveryRecorded' && event.delivery === bounced.deliveryId ? [event.result] : [],
    );
    expect(results).toEqual(['handedOver', 'failed']);
    expect(await stateOf(bounced.deliveryId)).toEqual({ state: 'failed', reason: 'bounce-5.1.1' });
    expect(await here.outcomes()).toEqual(['failed']);
    expect((await here.settle()).map((mail) => mail.to.address)).toContain('desk@ladder.example');
  });

  test('about a case that is set aside is told to it when it is back', async () => {
    const early = await report('ana');
    const failures = async () =>
      (await here.events(key)).filter(
        (event) => event.type === 'DeliveryRecorded' && event.result === 'failed' && event.contact === 'ana',
      );
    const { rows: jobs } = await sql<{ job: string }>`select deadline_job as job from "case"`.execute(
      here.connection.db,
    );
    await sql`update "case" set set_aside_at = now(), set_aside_error = 'a bug', set_aside_by = '1',
      deadline_job = null`.execute(here.connection.db);
    await here.taker.take(early);
    expect(await failures()).toEqual([]);
    expect(await stateOf(early.bounced!.deliveryId)).toEqual({ state: 'failed', reason: 'bounce-5.1.1' });
    await sql`update "case" set set_aside_at = null, set_aside_error = null, set_aside_by = null,
      deadline_job = ${jobs[0]!.job}`.execute(here.connection.db);
    await here.setClock(on('Tue 09:15'));
    const told = await here.settle();
    expect(await failures()).toEqual([expect.objectContaining({ contact: 'ana', level: 1 })]);
    expect(told.map((mail) => mail.to.address)).toContain('desk@ladder.example');
    expect(told.map((mail) => mail.id)).not.toContain(early.bounced!.deliveryId);
  });

  test('of a mail that is only late nothing comes', async () => {
    await here.taker.take(await report('ana', false));
    expect(await here.settle()).toEqual([]);
  });

  test('of a mail nobody sent, or with an id that is none, nothing comes', async () => {
    const unknown = { ...(await report('ana')).bounced!, deliveryId: 'd-17' };
    await here.taker.take(here.mailFrom('ana', key, '', { kind: 'bounce', bounced: unknown }));
    expect(await here.outcomes()).toEqual([]);
  });
});

const stateOf = async (deliveryId: string) => {
  const { rows } =
    await sql<object>`select state, reason from delivery where delivery_id = ${deliveryId}`.execute(
      here.connection.db,
    );
  return rows[0];
};

const sqlDelivery = async (who: string) => {
  return sql<{
    delivery_id: string;
  }>`select delivery_id from delivery where person_id = ${who} and kind = 'notice'`.execute(
    here.connection.db,
  );
};
