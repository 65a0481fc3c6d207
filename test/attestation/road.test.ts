import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { watch } from '../../src/engine/watch.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { linkIn } from '../build/answers-world.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { on } from '../obligation/build.ts';
import { sampleWith } from '../obligation/sample.ts';
import { checkpoint, verified } from '../record/record-world.ts';

const WREN = 'solutions-manager';
const PM = 'solutions-architect';
const ROUND = on('2027-02-18', '09:00');
const SILENCE = on('2027-03-04', '09:00');

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
  await takeUpContacts(here.store);
});
afterEach(() => here.close());

const rows = (columns: string): Promise<readonly Record<string, unknown>[]> =>
  here.ask(`select ${columns} from attestation order by person_id`);

const types = async (person: string): Promise<readonly unknown[]> =>
  (
    await here.ask('select type from event where case_id = $1 order by number', [`attestation:${person}`])
  ).map(({ type }) => type);

const asking = (mails: readonly OutgoingMail[]): readonly OutgoingMail[] =>
  mails.filter(({ subject }) => subject.includes('confirm how you are reached'));

const to = (mails: readonly OutgoingMail[], address: string): OutgoingMail => {
  const found = mails.find((mail) => mail.to.address === address);
  if (!found) throw new Error(`no mail to ${address}`);
  return found;
};
const WREN_MAIL = 'wren.halloway@pacific-lantern.example';

/** The page behind the link of a mail. */
async function pageOf(mail: OutgoingMail): Promise<string> {
  const looked = await here.get(undefined, linkIn(mail, /^Look and confirm/));
  expect(looked.statusCode).toBe(303);
  return String(looked.headers.location);
}

const post = (path: string, ...details: readonly string[]) =>
  here.post(undefined, path, new URLSearchParams(details.map((one): [string, string] => ['detail', one])));

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('taking up', () => {
  test('everybody who stands at a level has a row and a next round, nobody is asked, and twice changes nothing', async () => {
    const all = await rows(`person_id, status, state -> 'standing' -> 'levels' as levels,
      state -> 'standing' -> 'details' as details, next_due_at::text`);
    expect(all).toContainEqual({
      person_id: WREN,
      status: 'standing',
      levels: [3],
      details: ['email', 'office', 'mobile', 'availability'],
      next_due_at: expect.stringContaining('2027-02-18 17:00:00'),
    });
    expect(all.map(({ person_id }) => person_id)).toEqual(
      expect.arrayContaining(['perpetua-lind', 'customer-support', PM, 'deputy-architect', 'deputy-manager']),
    );
    expect(all.map(({ person_id }) => person_id)).not.toContain('dana-quill');
    expect(asking(await here.settle())).toEqual([]);
    expect(await takeUpContacts(here.store)).toBe(0);
  });

  test('a plan that wants nothing confirmed releases them, and one that names others asks those', async () => {
    const publish = async (changes: Parameters<typeof sampleWith>[0]) => {
      const text = await sampleWith(changes);
      const agreed = [PM, 'contract-office'];
      const at = await here.store.transaction((tx) => tx.now());
      const loaded = await loadPlan(here.contracts, { text, agreed, at, by: 'ladder', facts: {} });
      expect(loaded).toMatchObject({ outcome: 'published' });
      expect(await takeUpContacts(here.store)).toBe(1);
    };
    await here.setClock(on('2026-12-01'));
    await publish([['  attestation: { every: 90 days, after: publication }\n', '']]);
    expect(new Set((await rows('status')).map(({ status }) => status))).toEqual(new Set(['released']));
    await here.setClock(on('2026-12-02'));
    await publish([]);
    expect(asking(await here.settle()).length).toBeGreaterThan(3);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('whoever fills a seat anew is asked at once', async () => {
    await here.ask(
      `insert into person (contract_id, person_id, name, email)
        values ($1, 'mina', 'Mina Rowe', 'mina@pacific-lantern.example')`,
      [here.contract],
    );
    await here.ask(`update seat set person_id = 'mina' where seat_id = '${WREN}'`);
    await here.ask(
      `insert into rights_change (contract_id, at, by_kind, kind, person_id, seat_id)
        values ($1, '2026-12-01Z', 'terminal', 'seatFilled', 'mina', '${WREN}')`,
      [here.contract],
    );
    expect(await takeUpContacts(here.store)).toBe(1);
    const mail = to(asking(await here.settle()), 'mina@pacific-lantern.example');
    expect(mail.text.replace(/\s+/g, ' ')).toContain('Where you stand in the plan has changed.');
    expect(await types(WREN)).toEqual(['ContactTakenUp', 'ContactReleased']);
  });
});

describe('a round', () => {
  beforeEach(async () => {
    await here.setClock(ROUND);
  });

  test('asks each contact by mail, and looking at the link changes nothing', async () => {
    const mails = asking(await here.settle());
    const mail = to(mails, WREN_MAIL);
    expect(mail.text).toContain('Mobile number: +1 707 555 0119');
    expect(mail.text).toContain('You can be reached for level 3');
    const path = await pageOf(mail);
    const page = await here.get(undefined, path);
    expect(page.statusCode).toBe(200);
    expect(textOf(page.body)).toContain('Nothing happens until you press the button.');
    expect(await types(WREN)).toEqual(['ContactTakenUp', 'AttestationAsked']);
  });

  test('each detail is confirmed by itself, stands beside the number, and the link dies with the last', async () => {
    const path = await pageOf(to(asking(await here.settle()), WREN_MAIL));
    expect((await post(path)).statusCode).toBe(422);
    expect((await post(path, 'email', 'office', 'availability')).statusCode).toBe(200);
    expect(await here.ask('select person_id, field from contact_means order by field')).toEqual([
      { person_id: WREN, field: 'email' },
      { person_id: WREN, field: 'office' },
    ]);
    expect(textOf((await here.get(undefined, path)).body)).not.toContain('Office number');
    expect((await post(path, 'mobile')).statusCode).toBe(200);
    expect((await post(path, 'mobile')).statusCode).toBe(410);
    expect((await here.get(undefined, path)).statusCode).toBe(410);
    expect(await rows('person_id, status')).toContainEqual({ person_id: WREN, status: 'standing' });
    expect(await types(WREN)).toEqual([
      ...['ContactTakenUp', 'AttestationAsked', 'DetailsConfirmed', 'DetailsConfirmed'],
    ]);
    await checkpoint(here.db, ROUND);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('a link is over after 72 hours, and the next reminder has one that works', async () => {
    const path = await pageOf(to(asking(await here.settle()), WREN_MAIL));
    await here.setClock(on('2027-02-22', '09:00'));
    const reminder = to(asking(await here.settle()), WREN_MAIL);
    expect(reminder.subject).toContain('Reminder');
    const over = await here.get(undefined, path);
    expect([over.statusCode, textOf(over.body)]).toEqual([410, expect.stringContaining('72 hours')]);
    expect((await post(await pageOf(reminder), 'mobile')).statusCode).toBe(200);
    expect((await here.get(undefined, '/attest/unknown')).statusCode).toBe(404);
  });

  test('on the portal one confirms one’s own, and nobody else’s', async () => {
    const own = `/contracts/${here.contract}/contacts/confirm`;
    expect(textOf((await here.get(WREN, own)).body)).toContain('Mobile number: +1 707 555 0119');
    expect((await here.post(WREN, own, { detail: 'mobile' })).statusCode).toBe(200);
    expect(await here.ask('select person_id, field from contact_means')).toEqual([
      { person_id: WREN, field: 'mobile' },
    ]);
    expect((await here.get('dana-quill', own)).statusCode).toBe(404);
    expect(textOf((await here.get('tamsin-hale', own)).body)).toContain('nothing of yours to confirm');
    expect((await here.post(WREN, own, { detail: 'pager' })).statusCode).toBe(422);
  });

  test('silence is told to program manager and oversight, and the published plan says so until it is confirmed', async () => {
    await here.settle();
    await here.setClock(SILENCE);
    const mails = (await here.settle()).filter(({ subject }) => subject.includes('Wren Halloway'));
    const readers = mails.map(({ to: { address } }) => address);
    expect(readers).toContain('ines.calloway@pacific-lantern.example');
    expect(readers).toContain('cmo@contract-office.example');
    expect(readers).not.toContain(WREN_MAIL);
    expect(mails[0]?.text).toContain('Mobile number not confirmed since Fri 20 Nov 2026');
    const plan = () => here.get('tamsin-hale', `/plans/${here.contract}`);
    expect(textOf((await plan()).body)).toContain('Mobile number not confirmed since Fri 20 Nov 2026');
    const json = await here.get('tamsin-hale', `/plans/${here.contract}.json`);
    expect(json.body).toContain('"notConfirmedSince"');
    await here.post(
      WREN,
      `/contracts/${here.contract}/contacts/confirm`,
      new URLSearchParams('detail=email&detail=office&detail=mobile&detail=availability'),
    );
    expect(await rows("person_id, state ->> 'missed' as missed")).toContainEqual({
      person_id: WREN,
      missed: '[]',
    });
    const seat = textOf((await plan()).body)
      .split('Wren Halloway')[1]
      ?.split('Level')[0];
    expect(seat).not.toContain('not confirmed since');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('a contact without an address is silence too, and says so', async () => {
    await here.ask(`update person set email = null where person_id = '${WREN}'`);
    const mails = asking(await here.settle());
    expect(mails.map(({ to: { address } }) => address)).not.toContain(WREN_MAIL);
    expect(await types(WREN)).toEqual(['ContactTakenUp', 'AttestationAsked', 'NoticeFailed']);
  });

  test('a round whose job is lost is found by the watch, and falls due by its own instant', async () => {
    await here.ask("delete from jobs.job where name = 'deadline'");
    await here.setClock(on('2027-02-18', '09:05'));
    await watch({ store: here.store, log: { error: () => undefined, warn: () => undefined } } as never);
    await here.settle();
    const [event] = await here.ask(
      `select body ->> 'dueAt' as due from event where case_id = 'attestation:${WREN}' and type = 'AttestationAsked'`,
    );
    expect(event).toEqual({ due: '2027-02-18T17:00:00.000Z' });
  });

  test('mails that asked are cleared with what is as old', async () => {
    await here.settle();
    const counts = await openRetention(here.db).erase(
      { scope: 'before', before: SILENCE } as never,
      false,
      SILENCE,
    );
    expect(counts).toBeDefined();
    expect(
      await here.ask(`select count(*)::int from delivery join delivery_body using (contract_id, delivery_id)
        where starts_with(case_id, 'attestation:') and body_text is not null`),
    ).toEqual([{ count: 0 }]);
  });
});
