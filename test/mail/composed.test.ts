import { describe, expect, test } from 'vitest';
import type { EventType } from '../../src/core/case/event.ts';
import type { MailNotice } from '../../src/core/message/mail-notice.ts';
import { composeMail } from '../../src/render/mail/compose-mail.ts';
import { composeSystemMail } from '../../src/render/mail/compose-system-mail.ts';
import { asks, does, on, opens, pauses, timePasses } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { CONTACTS, noticeOf, scenarioTellings, type Telling, tellingsAfter } from './notices.ts';

const first = (tellings: readonly Telling[], type: EventType, to: string): Telling =>
  tellings.find(({ send }) => {
    const reader =
      'party' in send.to ? send.to.party : 'level' in send.to ? `level-${send.to.level}` : 'named';
    return send.event.type === type && reader === to;
  })!;

const CASE_A = scenarioTellings('a');
const opened = first(CASE_A, 'CaseOpened', 'customer');
const mailOf = (telling: Telling, changes: Partial<MailNotice> = {}) =>
  composeMail(noticeOf(telling, changes));
/** A letter's words in one line, as read aloud. */
const read = (text: string): string => text.replace(/\s+/g, ' ');
const elsewhere = (timeZone: string) => ({ reader: { name: 'Dana Reyes', timeZone } });

describe('in Spanish, when something may be done', () => {
  test.each([
    ['America/Los_Angeles', 'a partir del viernes 20 de noviembre, 8:30 p. m., hora del Pacífico, salvo que'],
    ['US/Pacific', 'a partir del viernes 20 de noviembre, 8:30 p. m., hora del Pacífico, salvo que'],
    [
      'America/New_York',
      'del viernes 20 de noviembre, 8:30 p. m., hora del Pacífico (11:30 p. m., hora del Este), salvo que',
    ],
    [
      'Europe/Berlin',
      'hora del Pacífico (sábado 21 de noviembre, 5:30 a. m., hora de Europe/Berlin), salvo que',
    ],
  ])('to a reader in %s', (timeZone, expected) => {
    expect(read(mailOf(opened, { ...elsewhere(timeZone), language: 'es' }).text)).toContain(expected);
  });
  test('a part of a minute is rounded up, and the year is named where it is another', () => {
    const told = tellingsAfter([], opens('2026-12-31 21:59:20'));
    expect(read(mailOf(told[0]!, { language: 'es' }).text)).toContain(
      'a partir del viernes 1 de enero de 2027, 2:00 a. m., hora del Pacífico',
    );
  });
  test('midnight and noon are said in words', () => {
    const [midnight] = tellingsAfter([], opens('Fri 20:00'));
    const [noon] = tellingsAfter([], opens('Fri 08:00'));
    expect(read(mailOf(midnight!, { language: 'es' }).text)).toContain(
      'sábado 21 de noviembre, 12:00 de la medianoche, hora del Pacífico',
    );
    expect(read(mailOf(noon!, { language: 'es' }).text)).toContain('12:00 del mediodía, hora del Pacífico');
  });
  test('no line is broken within a time, and no sentence ends in two points', () => {
    for (const telling of CASE_A) {
      const { text } = mailOf(telling, { language: 'es' });
      expect(text).not.toMatch(/\d\n *p\.|p\.\n *m\.|m\.\.$/m);
    }
  });
});

describe('when something may be done', () => {
  test.each([
    ['America/Los_Angeles', 'from Friday 20 November, 8:30 pm Pacific, unless'],
    ['US/Pacific', 'from Friday 20 November, 8:30 pm Pacific, unless'],
    ['America/New_York', 'from Friday 20 November, 8:30 pm Pacific (11:30 pm Eastern), unless'],
    [
      'Europe/Berlin',
      'from Friday 20 November, 8:30 pm Pacific (Saturday 21 November, 5:30 am Europe/Berlin time), unless',
    ],
  ])('to a reader in %s', (timeZone, expected) => {
    expect(read(mailOf(opened, elsewhere(timeZone)).text)).toContain(expected);
  });
  test('a part of a minute is rounded up, so that nobody comes too early', () => {
    const told = tellingsAfter([], opens('Fri 16:30:20'));
    expect(read(mailOf(told[0]!).text)).toContain('from Friday 20 November, 8:31 pm Pacific');
  });
  test('the year is named where it is another', () => {
    const told = tellingsAfter([], opens('2026-12-31 22:00'));
    expect(read(mailOf(told[0]!).text)).toContain('from Friday 1 January 2027, 2:00 am Pacific');
  });
  test('where it stands has both zones too, unless the first sentences have', () => {
    const note = tellingsAfter(
      [opens('Tue 09:00')],
      does('addNote', 'Tue 09:10', { text: 'at the gate', audience: 'customer', actor: 'contractor' }),
    );
    expect(read(mailOf(note[0]!, elsewhere('Europe/Berlin')).text)).toContain(
      'from Tue 17 Nov 2026, 1:00 pm Pacific. Where you are, that is 10:00 pm Europe/Berlin time.',
    );
  });
  test('a pause says when it ends by itself', () => {
    const plan = { reasons: ['access refused'], longest: '2 business days', calendar: 'business' };
    const [ask, consent] = pauses('Tue 10:00');
    const told = tellingsAfter(
      [opens('Tue 09:00', { revision: revisionWith({ pauses: plan }) }), ask!],
      consent!,
    );
    expect(read(mailOf(told[0]!).text)).toContain(
      'by itself it ends Thursday 19 November, 10:00 am Pacific.',
    );
  });
});

describe('the subject', () => {
  test('begins alike for every mail of a case, with its number and the parties’ own', () => {
    const subjects = CASE_A.map((telling) => mailOf(telling).subject);
    expect(subjects.filter((one) => !one.startsWith('[Ladder 100001 / INC-4711] '))).toEqual([]);
  });
  test('long references are cut, and two are enough', () => {
    const references = ['R'.repeat(500), 'B\r\nBcc: eve@mail.example', 'C'];
    expect(mailOf(opened, { references }).subject).toBe(
      `[Ladder 100001 / ${'R'.repeat(39)}… / B Bcc: eve@mail.example] Case opened`,
    );
  });
});

describe('what a reader is told', () => {
  test('to the party whose step it is, "you"', () => {
    expect(mailOf(first(CASE_A, 'StepFellDue', 'oversight')).text).toContain('You may contact level 3');
    expect(mailOf(first(CASE_A, 'StepFellDue', 'level-1')).text).toContain(
      'The customer may contact level 2',
    );
  });
  test('a notice told again says so, and who has not acknowledged', () => {
    const telling = first(CASE_A, 'LevelContacted', 'level-2');
    expect(read(mailOf(telling, { round: 2 }).text)).toContain(
      'Told again, 3 times by now: nobody at level 2 (Solutions Architect) has acknowledged yet.',
    );
  });
  test('a step that was taken in the very same decision is not offered', () => {
    const late = tellingsAfter([opens('Tue 09:00', { automatic: true })], timePasses('Tue 13:00'));
    const mail = mailOf(first(late, 'StepFellDue', 'customer'));
    expect(mail.subject).toContain('The step to level 2 fell due');
    expect(mail.text).not.toContain('may contact level 2');
  });
  test('a note for another party is neither quoted nor named', () => {
    const [telling] = tellingsAfter([opens('Tue 09:00')], asks('Tue 10:00'));
    const [note] = tellingsAfter(
      [opens('Tue 09:00')],
      does('addNote', 'Tue 10:00', { text: 'for our eyes', audience: 'oversight' }),
    );
    const mail = mailOf(telling!, { also: [note!.send.event] });
    expect(mail.text).not.toContain('for our eyes');
    expect(mail.text).not.toContain('note');
  });
  test('what the desk recorded names the desk and whom it spoke for', () => {
    const told = tellingsAfter(
      [],
      opens('Tue 09:00', { by: 'desk', onBehalfOf: 'customer', reporter: 'dana' }),
    );
    const mail = mailOf(told[0]!, { names: { desk: 'Lea Moss', dana: 'Dana Reyes' } });
    expect(read(mail.text)).toContain('Lea Moss, on your behalf, opened it.');
    expect(mail.text).toContain('Department of Lighthouses, Dana Reyes');
  });
  test('a demonstration and a drill are marked', () => {
    const told = tellingsAfter([], opens('Tue 09:00', { practice: true }));
    const { text } = mailOf(told[0]!, { demonstration: true });
    expect(text).toContain('*** Demonstration: nothing in this mail is real.');
    expect(text).toContain('*** Practice: this case is a drill.');
    expect(mailOf(told[0]!, { canReply: false }).text).not.toContain('##');
  });
  test('a long text is cut, and says where the rest is', () => {
    const told = tellingsAfter([], opens('Tue 09:00', { text: 'word '.repeat(2000) }));
    const { text } = mailOf(told[0]!);
    expect(text).toContain('The rest is on the page of the case.');
    expect(text.length).toBeLessThan(6000);
  });
  test('a closed case asks nobody to call', () => {
    const closed = first(CASE_A, 'CaseClosed', 'oversight');
    expect(mailOf(closed, { contacts: CONTACTS }).text).not.toContain('Whom to call');
  });
});

describe('the html', () => {
  const { html } = mailOf(opened, { contacts: CONTACTS });
  test('numbers and addresses lead to a call and a mail', () => {
    expect(html).toContain('href="tel:+19165550142"');
    expect(html).toContain('href="mailto:ines.calloway@pacific-lantern.example"');
  });
  test('a link keeps the name that is filled in while sending', () => {
    expect(html).toContain('href="ladder-link:satisfied"');
  });
  test('every tag that opens closes', () => {
    const open: string[] = [];
    for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (['meta', 'br'].includes(tag)) continue;
      if (slash === '') open.push(tag);
      else expect(open.pop()).toBe(tag);
    }
    expect(open).toEqual([]);
  });
  test('it names its language, heeds the dark, and says what the text says', () => {
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).not.toMatch(/[^-]color:|background/);
    for (const part of ['You may contact level 2', 'Whom to call', 'Why level 2 from', 'INC-4711']) {
      expect(html).toContain(part);
    }
  });
});

describe('a mail about mail', () => {
  const frame = noticeOf(opened);
  test('an unclear reply is given back with both links', () => {
    const mail = composeSystemMail({
      ...frame,
      kind: 'unclearReply',
      text: 'it is fine I think\nDana',
      satisfiedUrl: 'ladder-link:yes',
      notSatisfiedUrl: 'ladder-link:no',
    });
    expect(mail.subject).toBe('[Ladder 100001 / INC-4711] Your mail is kept as a message');
    expect(mail.text).toContain('> it is fine I think\n> Dana');
    expect(mail.text).toContain('ladder-link:yes');
    expect(mail.text).toContain('ladder-link:no');
  });
  test('a mail that waits for a case set aside is given back, with whom to call', () => {
    const mail = composeSystemMail({
      ...frame,
      contacts: CONTACTS,
      kind: 'waitingReply',
      text: 'satisfied\nDana',
    });
    expect(mail.subject).toBe('[Ladder 100001 / INC-4711] Your mail waits: nothing is done on this case now');
    expect(mail.text).toContain('> satisfied\n> Dana');
    expect(read(mail.text)).toContain('you need not send it again');
    expect(mail.text).toContain('+1 916 555 0142');
  });
  test('a held mail asks for a confirmation, and says until when', () => {
    const until = on('Thu 09:00');
    const mail = composeSystemMail({
      ...frame,
      kind: 'held',
      text: 'hm',
      until,
      confirmUrl: 'ladder-link:c',
    });
    expect(read(mail.text)).toContain(
      'nothing was done. The link works until Thursday 19 November, 9:00 am Pacific.',
    );
    expect(mail.text).toContain('ladder-link:c');
  });
  test('a fault in Ladder says whom to call', () => {
    const mail = composeSystemMail({
      ...frame,
      contacts: CONTACTS,
      kind: 'clocksNotActedOn',
      since: on('Tue 09:00'),
    });
    expect(read(mail.text)).toContain('since Tuesday 17 November, 9:00 am Pacific.');
    expect(mail.text).toContain('+1 916 555 0142');
  });
});
