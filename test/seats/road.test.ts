import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { asInstant } from '../../src/core/instant.ts';
import { linkIn } from '../build/answers-world.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { sampleWith } from '../obligation/sample.ts';
import { checkpoint, verified } from '../record/record-world.ts';

const PM = 'solutions-architect';
const WREN = 'solutions-manager';
const WREN_MAIL = 'wren.halloway@pacific-lantern.example';
const MINA_MAIL = 'mina.rowe@pacific-lantern.example';
const OVERSIGHT = 'tamsin-hale';
const HOUR = 3_600_000;

let here: PlanWorld;
let seats: string;
let filled: string;
beforeEach(async () => {
  here = await planWorld();
  await takeUpContacts(here.store);
  await here.settle();
  seats = `/contracts/${here.contract}/contacts/seats`;
  filled = `/contracts/${here.contract}/contacts/filled`;
});
afterEach(() => here.close());

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const later = (ms: number) => here.setClock(asInstant(FRIDAY + ms));
const readers = (mails: readonly OutgoingMail[]): readonly string[] =>
  mails.map(({ to }) => to.address).sort();
const to = (mails: readonly OutgoingMail[], address: string, subject = ''): OutgoingMail => {
  const found = mails.find((mail) => mail.to.address === address && mail.subject.includes(subject));
  if (!found) throw new Error(`no mail to ${address} but ${readers(mails).join(', ')}`);
  return found;
};

const MINA = {
  ...{ who: 'new', id: 'mina-rowe', name: 'Mina Rowe', title: 'Acting Director', email: MINA_MAIL },
  ...{ mobile: '+1 707 555 0155', reason: 'Wren has left the company tonight' },
};
const fill = (typed: Readonly<Record<string, string>>, seat = WREN, who = PM) =>
  here.post(who, `${seats}/${seat}`, { sure: 'yes', ...typed });
async function named(typed: Readonly<Record<string, string>> = MINA, seat = WREN): Promise<void> {
  const { statusCode, body } = await fill(typed, seat);
  expect([statusCode, statusCode === 303 ? '' : textOf(body)]).toEqual([303, '']);
}
const decide = (verdict: string, text = '', who = OVERSIGHT, number = 1) =>
  here.post(who, `${filled}/${number}/decide`, { sure: 'yes', verdict, text });
const holder = async (seat = WREN): Promise<unknown> =>
  (await here.ask('select person_id from seat where seat_id = $1', [seat]))[0]?.person_id;
const roles = async (person: string): Promise<readonly unknown[]> =>
  (await here.ask('select role from role where person_id = $1 order by role', [person])).map(
    ({ role }) => role,
  );
const plan = async (): Promise<string> => textOf((await here.get(undefined, `/plans/${here.contract}`)).body);

async function heldUp(mails: readonly OutgoingMail[]): Promise<number> {
  const looked = await here.get(undefined, linkIn(to(mails, WREN_MAIL), /^Hold it up/));
  expect(looked.statusCode).toBe(303);
  const path = String(looked.headers.location);
  expect((await here.get(undefined, path)).body).toContain('Hold it up');
  return (await here.post(undefined, path, {})).statusCode;
}

describe('somebody who is named for a seat', () => {
  test('fills it at once, with its rights, and everybody whom it concerns is told', async () => {
    await named();
    expect(await holder()).toBe('mina-rowe');
    expect([await roles('mina-rowe'), await roles(WREN)]).toEqual([['contact'], []]);
    const mails = await here.settle();
    expect(to(mails, WREN_MAIL).text).toContain('Wren has left the company tonight');
    expect(to(mails, MINA_MAIL).subject).toContain('You fill a seat');
    expect(to(mails, 'tamsin.hale@contract-office.example').subject).toContain('Filled:');
    expect(await plan()).toContain(
      'Filled since Fri 20 Nov 2026, 4:30 pm, otherwise than the plan was agreed; oversight has not agreed yet',
    );
    await takeUpContacts(here.store);
    const asked = await here.settle();
    expect(to(asked, MINA_MAIL, 'confirm').text).toContain('Mobile number: +1 707 555 0155');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test.each([
    ['nobody is chosen', { who: '' }, WREN, 'You have not said who fills the seat'],
    ['no reason', { ...MINA, reason: '' }, WREN, 'You have not said why'],
    ['the holder of today', { who: 'person', person: WREN, reason: 'x' }, WREN, 'filled like that already'],
    [
      'somebody of the customer',
      { who: 'person', person: 'dana-quill', reason: 'x' },
      WREN,
      'of the customer or of oversight',
    ],
    [
      'somebody of oversight',
      { who: 'person', person: OVERSIGHT, reason: 'x' },
      WREN,
      'of the customer or of oversight',
    ],
    ['nobody of the contract', { who: 'person', person: 'nemo', reason: 'x' }, WREN, 'no such person'],
    ['a short name that is taken', { ...MINA, id: 'odile-marsh' }, WREN, 'has this short name already'],
    ['a short name that is none', { ...MINA, id: 'a b' }, WREN, 'not a short name'],
    ['Ladder itself', { ...MINA, id: 'ladder' }, WREN, 'not a short name'],
    ['no address', { ...MINA, email: '' }, WREN, 'not an address for mail'],
    ['an address that is taken', { ...MINA, email: WREN_MAIL.toUpperCase() }, WREN, 'has this address'],
    ['a number that cannot be called', { ...MINA, office: '12' }, WREN, 'not a number that can be called'],
    ['nobody to manage the program', { who: 'nobody', reason: 'x' }, PM, 'nobody could fill it again'],
  ])('is refused: %s', async (_title, typed, seat, words) => {
    const { statusCode, body } = await fill(typed, seat);
    expect([statusCode, textOf(body).includes(words)]).toEqual([422, true]);
    expect(await here.ask('select count(*)::int as count from seat_filling')).toEqual([{ count: 0 }]);
    expect(await holder()).toBe(WREN);
  });

  test('is named by the program manager alone, for seats of the contractor, after one more question', async () => {
    expect((await here.post(PM, `${seats}/${WREN}`, MINA)).body).toContain('name="sure"');
    for (const who of ['odile-marsh', OVERSIGHT, 'dana-quill'])
      expect([who, (await fill(MINA, WREN, who)).statusCode]).toEqual([who, 404]);
    for (const seat of ['contract-office', 'account-managers', 'nowhere'])
      expect([seat, [404, 422].includes((await fill(MINA, seat)).statusCode)]).toEqual([seat, true]);
    expect(await here.ask('select count(*)::int as count from seat_filling')).toEqual([{ count: 0 }]);
  });
});

describe('oversight', () => {
  test('is named by somebody who has proved who they are within the quarter of an hour', async () => {
    const cookie = await here.stepInto(here.contract, PM);
    await here.ask(`update sign_in_session set authenticated_at = now() - interval '1 hour'`);
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const url = `${seats}/${WREN}`;
    const payload = new URLSearchParams({ sure: 'yes', ...MINA }).toString();
    const kept = await here.server.inject({ method: 'POST', url, headers, payload });
    expect([kept.statusCode, kept.body.includes('Mina Rowe')]).toEqual([401, true]);
    const asked = await here.server.inject({ method: 'GET', url, headers: { cookie } });
    expect([asked.statusCode, asked.headers.location]).toEqual([
      303,
      `/sign-in?then=${encodeURIComponent(url)}`,
    ]);
    expect(await holder()).toBe(WREN);
  });
  test('is no auditor', async () => {
    const [auditor] = await here.ask(`select person_id from role where role = 'auditor'`);
    expect(auditor).toBeDefined();
    const person = String(auditor?.person_id);
    expect((await here.get(PM, `${seats}/${WREN}`)).body).not.toContain(`value="${person}"`);
    const { statusCode } = await fill({ who: 'person', person, reason: 'There is nobody else' });
    expect(statusCode).not.toBe(303);
    expect(await holder()).toBe(WREN);
  });
  test('agrees, and the plan says so', async () => {
    await named();
    await here.settle();
    expect((await decide('agree')).statusCode).toBe(303);
    expect(await plan()).toContain('otherwise than the plan was agreed; oversight has agreed');
    expect(readers(await here.settle())).toContain(MINA_MAIL);
    expect((await decide('refuse', 'No')).statusCode).toBe(422);
  });

  test('refuses with a reason, and the former holder is back with their rights', async () => {
    await named();
    expect((await decide('refuse')).statusCode).toBe(422);
    expect((await decide('refuse', 'Nobody knows her')).statusCode).toBe(303);
    expect([await holder(), await roles(WREN), await roles('mina-rowe')]).toEqual([WREN, ['contact'], []]);
    expect(await plan()).not.toContain('otherwise than the plan was agreed');
    expect(to(await here.settle(), WREN_MAIL, 'Refused').text).toContain('> Nobody knows her');
  });

  test('is reminded, and is told when it is late', async () => {
    await named();
    await here.settle();
    const [{ remind, due } = {}] = await here.ask(
      `select (state ->> 'remindAt')::int8 as remind, (state ->> 'dueAt')::int8 as due from seat_filling`,
    );
    await here.setClock(asInstant(Number(remind)));
    expect((await here.settle()).map(({ subject }) => subject.split(':')[0])).toContain('Reminder');
    await here.setClock(asInstant(Number(due)));
    const late = (await here.settle()).filter(({ subject }) => subject.startsWith('Not agreed in time'));
    expect(readers(late)).toEqual(
      expect.arrayContaining([
        'ines.calloway@pacific-lantern.example',
        'tamsin.hale@contract-office.example',
      ]),
    );
    expect(textOf((await here.get(PM, seats)).body)).toContain('waits for oversight, late');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });
});

test('a letter about a filling that comes back is on its page, and the address is in doubt', async () => {
  await named();
  await takeUpContacts(here.store);
  await here.settle();
  await here.comesBack('seat-filling:1', 'mina-rowe');
  await here.comesBack('seat-filling:1', WREN);
  const seen = textOf((await here.get(PM, `${filled}/1`)).body);
  expect(seen).toContain('Could not be told: Mina Rowe');
  expect(seen).toContain('Could not be told: Wren Halloway');
  expect(
    await here.ask(
      `select person_id from attestation where state -> 'doubted' -> 'email' is not null order by person_id`,
    ),
  ).toEqual([{ person_id: 'mina-rowe' }]);
  expect(here.faults()).toEqual([]);
  expect(await verified(here.db)).toMatchObject({ broken: undefined });
});

test('what somebody did keeps their name, whoever fills their seat by then', async () => {
  await named();
  await named({ who: 'nobody', reason: 'Nobody yet' }, 'deputy-manager');
  await named({ ...MINA, id: 'pia-ekholm', name: 'Pia Ekholm', email: 'pia@pacific-lantern.example' }, PM);
  const seen = textOf((await here.get(OVERSIGHT, `${filled}/1`)).body);
  expect(seen).toContain('Ines Calloway named who fills it: Mina Rowe');
  expect(seen).toContain('Filled by Mina Rowe Before Wren Halloway');
  const about = await plan();
  expect(about).toContain('Agreed by Ines Calloway');
  expect(about).not.toContain('Agreed by Pia Ekholm');
});

test('who keeps an account keeps it by their own numbers, whoever fills the seat that they once filled', async () => {
  await here.ask(`update account set person_id = '${WREN}'`);
  await named();
  const seen = textOf((await here.get(PM, `/contracts/${here.contract}/customers`)).body);
  expect(seen).toContain('Wren Halloway');
  expect(seen).not.toContain('Mina Rowe');
});

describe('the former holder', () => {
  test('holds it up, fills the seat again at once, and oversight decides', async () => {
    await named();
    expect(await heldUp(await here.settle())).toBe(200);
    expect([await holder(), await roles(WREN), await roles('mina-rowe')]).toEqual([WREN, ['contact'], []]);
    const told = await here.settle();
    expect(readers(told)).toContain('tamsin.hale@contract-office.example');
    expect((await decide('agree')).statusCode).toBe(303);
    expect([await holder(), await roles(WREN), await roles('mina-rowe')]).toEqual([
      'mina-rowe',
      [],
      ['contact'],
    ]);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('holds nothing up after 72 hours', async () => {
    await named();
    const mails = await here.settle();
    await later(72 * HOUR);
    expect(await heldUp(mails)).toBe(410);
    expect(await holder()).toBe('mina-rowe');
  });
});

describe('a seat that nobody fills', () => {
  test('is vacant on the plan, and the level reaches whom it names otherwise', async () => {
    await named({ who: 'nobody', reason: 'Wren has left' });
    expect(await holder()).toBe(null);
    expect(await roles(WREN)).toEqual([]);
    expect(await plan()).toContain('Vacant since Fri 20 Nov 2026, 4:30 pm');
    expect(textOf((await here.get(PM, `/contracts/${here.contract}/contacts`)).body)).not.toContain(
      'Wren Halloway',
    );
    await named(MINA);
    expect(await holder()).toBe('mina-rowe');
    expect(await here.ask('select status from seat_filling order by filling')).toEqual([
      { status: 'replaced' },
      { status: 'waiting' },
    ]);
  });
});

test('a plan that takes effect undoes nothing: who was named stays, and so does a vacancy', async () => {
  await named();
  await named({ who: 'nobody', reason: 'No deputy for now' }, 'deputy-manager');
  await later(24 * HOUR);
  const text = await sampleWith([['  attestation: { every: 90 days, after: publication }\n', '']]);
  const at = await here.store.transaction((tx) => tx.now());
  const agreed = [PM, 'contract-office'];
  expect(await loadPlan(here.contracts, { text, agreed, at, by: 'ladder', facts: {} })).toMatchObject({
    outcome: 'published',
  });
  expect([await holder(), await holder('deputy-manager')]).toEqual(['mina-rowe', null]);
  expect(await plan()).toContain('oversight has not agreed yet');
});

test('a filling stands in the record and is signed', async () => {
  await named();
  await decide('agree');
  expect(await checkpoint(here.db, FRIDAY)).toMatchObject({ listed: expect.any(Number) });
  await here.ask(
    `update seat_filling set holder_id = null, state = jsonb_set(state::jsonb, '{status}', '"waiting"')::json`,
  );
  expect(await verified(here.db)).toMatchObject({ broken: expect.anything() });
});
