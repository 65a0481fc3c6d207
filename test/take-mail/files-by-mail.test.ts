import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReceivedFile, ReceivedMail } from '../../src/app/ports/mail.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { takeWaitingMails } from '../../src/app/take-mail.ts';
import { browserAt, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { KEPT, utf8, zip } from '../build/files.ts';

let here: AnswersWorld;
let key: CaseKey;
beforeEach(async () => {
  here = await answersWorld(on('Tue 09:00'));
  key = await here.open();
  await here.settle();
}, 60_000);
afterEach(() => here.close());

const ask = async <T>(text: string): Promise<readonly T[]> =>
  (await sql.raw<T>(text).execute(here.connection.db)).rows;

const file = (name: string, bytes: Uint8Array, isShown = false): ReceivedFile => ({ name, bytes, isShown });
const PDF = KEPT.find(([kind]) => kind === 'pdf')![1];
const report = file('report.pdf', PDF);
const program = file('trace.exe', zip({ 'run.exe': 'MZ' }));

const onCase = (caseId = key.caseId) =>
  ask<{ name: string; kind: string }>(
    `select name, kind from case_file where case_id = '${caseId}' order by name`,
  );
const waiting = () =>
  ask<{ name: string; why: string | null }>('select name, why from mail_file order by mail_id, number');
const notes = async (of = key) =>
  (await here.events(of)).flatMap((event) => (event.type === 'NoteAdded' ? [[event.by, event.text]] : []));
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function as(who: string): Promise<TestBrowser> {
  const browser = browserAt(here);
  for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
  return browser;
}

describe('files of a mail that answers', () => {
  test('are on the case for all, in the name of whoever wrote it and as of when it came', async () => {
    await here.setClock(on('Tue 09:10'));
    const mail = here.mailFrom('dana', key, 'See the report', {
      files: [report, file('../../log.txt', utf8('hop 1'))],
      receivedAt: on('Tue 09:05'),
    });
    await here.taker.take(mail);
    await here.taker.take(mail);
    expect(await onCase()).toEqual([
      { name: 'log.txt', kind: 'text' },
      { name: 'report.pdf', kind: 'pdf' },
    ]);
    const attached = (await here.events(key)).filter(({ type }) => type === 'FileAttached');
    expect(attached).toEqual(
      Array(2).fill(
        expect.objectContaining({
          ...{ by: 'dana', over: 'email', audience: 'all', occurredAt: on('Tue 09:05') },
        }),
      ),
    );
    expect((await here.settle()).map(({ subject }) => subject).join()).not.toContain('not kept');
  });

  test('that are not kept are named with why to their writer and on the case; the mail counts', async () => {
    await here.taker.take(
      here.mailFrom('dana', key, 'Satisfied', {
        word: 'satisfied',
        files: [program, file('empty.txt', utf8('')), file('pasted.png', KEPT[0]![1], true), report],
      }),
    );
    expect((await here.events(key)).map(({ type }) => type)).toContain('Satisfied');
    expect(await onCase()).toEqual([{ name: 'report.pdf', kind: 'pdf' }]);
    const [[by, text] = []] = await notes();
    expect(by).toBe('ladder');
    expect(text?.split('\n')).toEqual([
      'Files of a mail that are not kept on the case:',
      expect.stringContaining('“trace.exe”: it is of no kind that is kept'),
      '“empty.txt”: it is empty.',
      expect.stringContaining('“pasted.png”: it is a picture within the text of the mail'),
    ]);
    const letters = await here.settle();
    const mine = letters.filter(({ to: { address } }) => address.startsWith('dana@'));
    const told = mine.find(({ subject }) => subject.includes('Files of your mail that are not kept'));
    expect(flat(told!.text)).toContain('“trace.exe”: it is of no kind');
    expect(
      letters.some((mail) => !mail.to.address.startsWith('dana@') && mail.subject.includes('your mail')),
    ).toBe(false);
  });

  test('beyond twenty of a mail, larger than ten megabytes, or beyond what a case holds, are named', async () => {
    const many = Array.from({ length: 21 }, (_, index) => file(`log-${index}.txt`, utf8(`hop ${index}`)));
    await here.taker.take(here.mailFrom('dana', key, 'All logs', { files: many }));
    expect(await onCase()).toHaveLength(20);
    const large = new Uint8Array(10 * 1024 * 1024 + 1).fill(65);
    await here.taker.take(here.mailFrom('dana', key, 'More', { files: [file('large.txt', large), report] }));
    const said = (await notes()).map(([, text]) => text);
    expect(said[1]).toContain('“log-20.txt”: the case has as many files');
    expect(said[3]).toContain('“large.txt”: it is larger than 10 MB.');
    expect(said[3]).toContain('“report.pdf”: the case has as many files');
  });

  test('of a program are not looked at', async () => {
    await here.taker.take(
      here.mailFrom('ana', key, 'I am away', { kind: 'automaticReply', files: [report] }),
    );
    expect(await onCase()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});

describe('files of a mail that is held until its writer confirms it', () => {
  const held = (changes: Partial<ReceivedMail> = {}) =>
    here.taker.take(
      here.mailFrom('dana', key, 'See the report', {
        ...{ authenticated: false, files: [report, program], receivedAt: on('Tue 09:00') },
        ...changes,
      }),
    );

  test('wait with it, and are on the case once it is confirmed', async () => {
    await held();
    expect(await onCase()).toEqual([]);
    expect(await waiting()).toEqual([
      { name: 'report.pdf', why: null },
      { name: 'trace.exe', why: 'file-kind-unknown' },
    ]);
    const path = linkIn(to(await here.settle(), 'dana'), /^Confirm/);
    expect((await here.server.inject({ method: 'POST', url: path })).statusCode).toBe(200);
    expect(await onCase()).toEqual([{ name: 'report.pdf', kind: 'pdf' }]);
    expect(await waiting()).toEqual([]);
    expect((await notes()).map(([by]) => by)).toEqual(['dana', 'ladder']);
  });

  test('go when nobody can confirm it any more', async () => {
    await held();
    await here.setClock(on('Sat 09:00'));
    await held({ receivedAt: on('Sat 09:00'), files: [file('second.txt', utf8('hop'))] });
    expect(await waiting()).toEqual([{ name: 'second.txt', why: null }]);
  });

  test('beyond the room for all that wait are named, and not kept', async () => {
    await ask(`insert into mail_file (contract_id, mail_id, number, name, size, bytes)
      select 'sample', 'old', 1, 'old.bin', ${200 * 1024 * 1024 - 10}, '\\x00'`);
    await held({ files: [file('small.txt', utf8('hop')), report] });
    expect((await waiting()).map(({ name, why }) => [name, why]).slice(0, 2)).toEqual([
      ['small.txt', null],
      ['report.pdf', 'no-room'],
    ]);
  });
});

test('files of a mail to a case set aside are on it once it goes on', async () => {
  const [job] = await ask<{ deadline_job: string }>('select deadline_job from "case"');
  await ask(`update "case" set set_aside_at = now(), set_aside_error = 'a bug', set_aside_by = '1',
    deadline_job = null`);
  await here.taker.take(here.mailFrom('dana', key, '', { files: [report] }));
  expect(await here.outcomes()).toEqual(['waits/message']);
  expect(await waiting()).toHaveLength(1);
  await ask(`update "case" set set_aside_at = null, set_aside_error = null, set_aside_by = null,
    deadline_job = '${job!.deadline_job}'`);
  const { answers, parts } = here;
  const log = { info() {}, warn() {}, error() {} };
  await takeWaitingMails({ answers, letters: parts.letters, log });
  expect(await onCase()).toEqual([{ name: 'report.pdf', kind: 'pdf' }]);
  expect(await waiting()).toEqual([]);
});

describe('files of a mail that opens a case', () => {
  const opening = (changes: Partial<ReceivedMail> = {}): ReceivedMail => ({
    ...here.mailFrom('dana', key, 'All lines are dead.', { files: [report, program] }),
    ...{ recipient: 'open.sample.service@ladder.example', subject: 'No dial tone' },
    ...changes,
  });
  const opened = async (): Promise<CaseKey> => {
    const rows = await ask<{ case_id: string }>(`select case_id from "case" order by case_id desc limit 1`);
    return { contract: 'sample', caseId: rows[0]!.case_id };
  };

  test('are on it, and what is not kept is named', async () => {
    await here.taker.take(opening());
    const made = await opened();
    expect(made.caseId).not.toBe(key.caseId);
    expect(await onCase(made.caseId)).toEqual([{ name: 'report.pdf', kind: 'pdf' }]);
    expect((await notes(made)).map(([by]) => by)).toEqual(['ladder']);
    const subjects = (await here.settle())
      .filter(({ to: { address } }) => address.startsWith('dana@'))
      .map(({ subject }) => subject);
    expect(subjects.join()).toContain('Files of your mail that are not kept');
  });

  test('wait for the desk, which sees them and opens the case with them', async () => {
    const mail = opening({ authenticated: false });
    await here.taker.take(mail);
    const desk = await as('desk');
    const path = `/contracts/sample/mail/${mail.id}`;
    const { body } = await desk.get(path);
    expect(body).toContain('report.pdf (');
    expect(body).toContain('trace.exe”: it is of no kind that is kept');
    const chosen = { customer: 'agency', reporter: 'dana', track: 'billing' };
    expect((await desk.post(`${path}/open`, chosen)).statusCode).toBe(303);
    const made = await opened();
    expect(await onCase(made.caseId)).toEqual([{ name: 'report.pdf', kind: 'pdf' }]);
    expect(await waiting()).toEqual([]);
    const subjects = (await here.settle())
      .filter(({ to: { address } }) => address.startsWith('dana@'))
      .map(({ subject }) => subject);
    expect(subjects.join()).toContain('Files of your mail that are not kept');
  });

  test('go when the desk puts the mail aside', async () => {
    const mail = opening({ authenticated: false });
    await here.taker.take(mail);
    const desk = await as('desk');
    await desk.post(`/contracts/sample/mail/${mail.id}/aside`, { reason: 'Advertising', sure: 'yes' });
    expect(await waiting()).toEqual([]);
  });
});
