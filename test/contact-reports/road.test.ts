import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { erase } from '../../src/app/retention.ts';
import { asInstant } from '../../src/core/instant.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { linkIn } from '../build/answers-world.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { checkpoint, verified } from '../record/record-world.ts';

const PM = 'solutions-architect';
const WREN = 'solutions-manager';
const WREN_MAIL = 'wren.halloway@pacific-lantern.example';
const RUTH = 'ruth.vale@agency.example';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let here: PlanWorld;
let form: string;
let reports: string;
beforeEach(async () => {
  here = await planWorld();
  await takeUpContacts(here.store);
  await here.settle();
  form = `/plans/${here.contract}/wrong-contact`;
  reports = `/contracts/${here.contract}/contacts/reported`;
});
afterEach(() => here.close());

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const flat = ({ text }: OutgoingMail): string => text.replace(/\s+/g, ' ');
const readers = (mails: readonly OutgoingMail[]): readonly string[] =>
  mails.map(({ to }) => to.address).sort();
const to = (mails: readonly OutgoingMail[], address: string): OutgoingMail => {
  const found = mails.find((mail) => mail.to.address === address);
  if (!found) throw new Error(`no mail to ${address} but ${readers(mails).join(', ')}`);
  return found;
};
const later = (ms: number) => here.setClock(asInstant(FRIDAY + ms));

const REPORT = { contact: WREN, means: 'mobile', wrong: 'noAnswer', text: 'Rang three times' };
async function report(changes: Readonly<Record<string, string>> = {}, who?: string): Promise<void> {
  const { statusCode, body } = await here.post(who, form, { ...REPORT, ...changes });
  expect([statusCode, statusCode === 303 ? '' : textOf(body)]).toEqual([303, '']);
}
const answer = (answered: Readonly<Record<string, string>>, who = PM, number = 1) =>
  here.post(who, `${reports}/${number}/answer`, { sure: 'yes', ...answered });
const page = async (who: string, path = `${reports}/1`): Promise<string> =>
  textOf((await here.get(who, path)).body);
const used = () =>
  here.ask(`select person_id, name, title, office, mobile, email from person order by person_id`);
const types = async (number = 1): Promise<readonly unknown[]> =>
  (
    await here.ask('select type from event where case_id = $1 order by number', [`contact-report:${number}`])
  ).map(({ type }) => type);

describe('a report', () => {
  test('is made by whoever reads the plan, changes nothing, and is told to contact, desk and program manager', async () => {
    const before = await used();
    expect((await here.get(undefined, form)).body).toContain('Wren Halloway');
    await report();
    const mails = await here.settle();
    expect(readers(mails)).toEqual(
      expect.arrayContaining([WREN_MAIL, 'ines.calloway@pacific-lantern.example']),
    );
    expect(flat(to(mails, WREN_MAIL))).toContain('Somebody has reported that it is wrong.');
    expect(to(mails, WREN_MAIL).text).toContain('Mobile number: +1 707 555 0119');
    const told = to(mails, 'ines.calloway@pacific-lantern.example');
    expect(flat(told)).toContain('the mobile number of Wren Halloway (level 3): nobody answers.');
    expect(told.text).toContain('> Rang three times');
    expect(await used()).toEqual(before);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('says on its page whom a letter about it did not reach, where that came back', async () => {
    await report();
    await here.settle();
    await here.comesBack('contact-report:1', PM);
    await here.comesBack('contact-report:1', PM);
    expect(await types()).toEqual(['ContactReported', 'NoticeFailed']);
    expect(await page(PM)).toContain('Could not be told: Ines Calloway');
    expect(here.faults()).toEqual([]);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('is marked on the pages of those who run cases, and not on the plan', async () => {
    await report();
    const being = 'Mobile number reported as wrong on Fri 20 Nov 2026, 4:30 pm, being checked';
    expect(await page(PM, `/contracts/${here.contract}/currency`)).toContain(being);
    expect(await page('odile-marsh', `/contracts/${here.contract}/contacts`)).toContain(being);
    expect(textOf((await here.get(undefined, `/plans/${here.contract}`)).body)).not.toContain(
      'being checked',
    );
    expect((await here.get('dana-quill', reports)).statusCode).toBe(404);
    expect((await here.get(undefined, `${reports}/1`)).statusCode).toBe(303);
  });

  test('of the same is counted with the first, and nobody is told again', async () => {
    await report();
    await here.settle();
    await report({ wrong: 'left' });
    await report({ wrong: 'left' }, 'dana-quill');
    expect(await here.settle()).toEqual([]);
    expect(await here.ask(`select report, state -> 'count' as count from contact_report`)).toEqual([
      { report: 1, count: 3 },
    ]);
    expect(await page(PM)).toContain('Dana Quill reported the same: the person has left');
    await report({ means: 'email' });
    expect((await here.settle()).length).toBeGreaterThan(1);
  });

  test('of one contact is taken five times a day, so that nobody is pestered', async () => {
    for (let count = 0; count < 5; count++) {
      await report({ means: 'office' });
      expect((await answer({ answer: 'unfounded', text: 'I rang' }, PM, count + 1)).statusCode).toBe(303);
    }
    const sixth = await here.post(undefined, form, REPORT);
    expect([sixth.statusCode, textOf(sixth.body)]).toEqual([
      429,
      expect.stringContaining('Several things about this contact were reported today'),
    ]);
    expect(await here.ask('select count(*)::int as count from contact_report')).toEqual([{ count: 5 }]);
    expect(await here.ask(`select command, code from refused`)).toEqual([
      { command: 'report', code: 'contact-report-too-many' },
    ]);
    await later(DAY + 1);
    await report();
  });

  test.each([
    ['nobody', { contact: 'nobody' }, 'You have not said whom'],
    ['a seat that differs by customer', { contact: 'account-managers' }, 'You have not said whom'],
    ['what is no means', { means: 'pigeon' }, 'You have not said what is wrong'],
    ['no way in which it is wrong', { wrong: '' }, 'You have not said in what way'],
    ['something else without words', { wrong: 'other', text: '' }, 'have not said what'],
    ['more words than are kept', { text: 'x'.repeat(1001) }, 'too long'],
    ['a sign that cannot be kept', { text: 'a\0b' }, 'a sign that cannot be kept'],
    ['a name of two lines', { name: 'a\nb' }, 'not a name on one line'],
    ['what is no address', { address: 'ruth' }, 'not an address for mail'],
  ])('of %s is refused, and what was typed stays', async (_title, changes, words) => {
    const { statusCode, body } = await here.post(undefined, form, { ...REPORT, ...changes });
    expect([statusCode, textOf(body).includes(words)]).toEqual([422, true]);
    expect(await here.ask('select count(*)::int as count from contact_report')).toEqual([{ count: 0 }]);
  });

  test('that nobody answers is told to oversight once it is due', async () => {
    await report();
    await here.settle();
    const [{ due_at: dueAt } = {}] = await here.ask(
      `select (extract(epoch from next_due_at) * 1000)::int8 as due_at from contact_report`,
    );
    await here.setClock(asInstant(Number(dueAt)));
    const mails = (await here.settle()).filter(({ subject }) => subject.startsWith('Not answered'));
    expect(readers(mails)).toEqual([
      'cmo@contract-office.example',
      'ines.calloway@pacific-lantern.example',
      'tamsin.hale@contract-office.example',
    ]);
    expect(await types()).toEqual(['ContactReported', 'ReportOverdue']);
    expect(await page(PM, `/contracts/${here.contract}/currency`)).toContain('overdue');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });
});

describe('whoever reported it', () => {
  /** The mail that asks for the proof. */
  async function asked(): Promise<OutgoingMail> {
    await report({ name: 'Ruth Vale', address: RUTH });
    return to(await here.settle(), RUTH);
  }
  async function proved(mail: OutgoingMail): Promise<number> {
    const looked = await here.get(undefined, linkIn(mail, /^Write to me about it/));
    expect(looked.statusCode).toBe(303);
    const path = String(looked.headers.location);
    expect((await here.get(undefined, path)).body).toContain('Write to me about it');
    return (await here.post(undefined, path, {})).statusCode;
  }

  test('hears what came of it at an address that they have proved', async () => {
    const mail = await asked();
    expect(mail.text).not.toContain('Rang three times');
    expect(await proved(mail)).toBe(200);
    await answer({ answer: 'unfounded', text: 'I rang, and Wren answered' });
    const heard = to(await here.settle(), RUTH);
    expect(heard.subject).toBe('Answered: the report about the mobile number of Wren Halloway');
    expect(heard.text).toContain('> I rang, and Wren answered');
  });

  test('hears nothing at an address that nobody has proved, which gets one mail a day', async () => {
    await asked();
    await report({ address: RUTH.toUpperCase(), means: 'email' });
    expect(readers(await here.settle())).not.toContain(RUTH.toUpperCase());
    await answer({ answer: 'unfounded', text: 'I rang' });
    expect(readers(await here.settle())).not.toContain(RUTH);
    await later(DAY + 1);
    await report({ address: RUTH, means: 'office' });
    expect(readers(await here.settle())).toContain(RUTH);
  });

  test('proves with one link whatever they reported in these days, and not after 72 hours', async () => {
    const mail = await asked();
    await report({ address: RUTH, means: 'email' });
    await later(71 * HOUR);
    expect(await proved(mail)).toBe(200);
    expect(
      await here.ask('select count(*)::int as count from contact_reporter where proved_at is null'),
    ).toEqual([{ count: 0 }]);
    await later(73 * HOUR);
    const path = linkIn(mail, /^Write to me about it/);
    expect((await here.get(undefined, path)).statusCode).toBe(404);
    expect((await here.post(undefined, '/reported/x', {})).statusCode).toBe(410);
  });

  test('and is signed in hears it where they always do', async () => {
    await report({}, 'dana-quill');
    await here.settle();
    await answer({ answer: 'unfounded', text: 'I rang' });
    expect(
      (await here.settle()).map(({ subject, to: { name } }) => [name, subject.slice(0, 8)]),
    ).toContainEqual(['Dana Quill', 'Answered']);
  });
});

describe('an answer', () => {
  test('that it is right waits for the word of the contact, which the link gives', async () => {
    await report();
    const mail = to(await here.settle(), WREN_MAIL);
    expect((await answer({ answer: 'confirmedRight' })).statusCode).toBe(422);
    await later(HOUR);
    const looked = await here.get(undefined, linkIn(mail, /^Look and confirm/));
    const confirmed = await here.post(undefined, String(looked.headers.location), { detail: 'mobile' });
    expect(confirmed.statusCode).toBe(200);
    expect((await answer({ answer: 'confirmedRight' })).statusCode).toBe(303);
    expect(await page(PM)).toContain('Right: the contact has confirmed it');
    expect(await types()).toEqual(['ContactReported', 'ReportAnswered']);
  });

  test('that it is corrected names who fills the seat now', async () => {
    await report({ means: 'contact', wrong: 'left' });
    expect((await answer({ answer: 'corrected' })).statusCode).toBe(422);
    await here.ask(`update seat set person_id = 'deputy-manager' where seat_id = $1`, [WREN]);
    expect((await answer({ answer: 'corrected' })).statusCode).toBe(303);
    expect(await page(PM)).toContain('Sunniva Drake fills the seat now');
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('is asked for once more, given once, and by the program manager alone', async () => {
    await report();
    const typed = { answer: 'unfounded', text: 'I rang' };
    expect((await here.post(PM, `${reports}/1/answer`, typed)).body).toContain('name="sure"');
    expect((await here.post(PM, `${reports}/1/answer`, { ...typed, text: '' })).statusCode).toBe(422);
    for (const who of ['odile-marsh', 'tamsin-hale', 'dana-quill'])
      expect([who, (await answer(typed, who)).statusCode]).toEqual([who, 404]);
    expect((await answer(typed)).statusCode).toBe(303);
    expect((await answer(typed)).statusCode).toBe(422);
    expect((await answer(typed, PM, 99)).statusCode).toBe(404);
  });

  test('about a program manager is given by oversight', async () => {
    await report({ contact: PM });
    const typed = { answer: 'unfounded', text: 'We rang' };
    expect(await page(PM)).not.toContain('Say what came of it');
    expect((await answer(typed)).statusCode).toBe(422);
    expect((await answer(typed, 'tamsin-hale')).statusCode).toBe(303);
  });
});

test('a report stands in the record, is signed, and holds after what was typed and who reported were erased', async () => {
  await report({ name: 'Ruth Vale', address: RUTH });
  await answer({ answer: 'unfounded', text: 'I rang' });
  await here.settle();
  expect(await checkpoint(here.db, FRIDAY)).toMatchObject({ listed: expect.any(Number) });
  const retention = openRetention(here.db);
  const at = asInstant(FRIDAY + 2 * DAY);
  const scope = { scope: 'before', before: asInstant(FRIDAY + DAY) } as const;
  await erase(retention, { scope, withSources: false, dryRun: false, at });
  expect(await here.ask('select name, address from contact_reporter')).toEqual([
    { name: null, address: null },
  ]);
  expect(
    await here.ask(`select text from event_text where case_id = 'contact-report:1' and text is not null`),
  ).toEqual([]);
  expect(await page(PM)).not.toContain('Rang three times');
  expect(await verified(here.db)).toMatchObject({ broken: undefined });
});
