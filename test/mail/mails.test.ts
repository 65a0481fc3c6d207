import { expect, test } from 'vitest';
import { decide } from '../../src/core/case/decide.ts';
import type { EventType } from '../../src/core/case/event.ts';
import { NOTICES, type NoticeTo } from '../../src/core/case/notices.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import type { ComposedMail, MailNotice } from '../../src/core/message/mail-notice.ts';
import { composeMail } from '../../src/render/mail/compose-mail.ts';
import { does, later, opens } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { randomCase } from '../case/random-case.ts';
import { noticeOf, type Telling, tellingsAfter, tellingsOf } from './notices.ts';

const CASES = process.env.LADDER_LONG ? 2000 : 150;
const FIRST_SEED = 4_000_001;

/** Everything that random cases tell anybody, decision by decision. */
function* randomTellings(): Generator<{ readonly seed: number; readonly telling: Telling }> {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
    let state: CaseState = initial;
    for (const { command } of randomCase(seed).told) {
      const decision = decide(state, command);
      if (!decision.accepted) continue;
      for (const telling of tellingsOf(state, decision.events)) yield { seed, telling };
      state = decision.state;
    }
  }
}

/** What random cases do not do. */
function* rareTellings(): Generator<{ readonly seed: number; readonly telling: Telling }> {
  const commands = [
    ...(['customer', 'contractor', 'oversight'] as const).map((actor) =>
      does('attach', 'Tue 10:00', { actor, file: 'photo.jpg', audience: 'all' }),
    ),
    does('proposeRevision', 'Tue 10:00', { revision: later(revisionWith()) }),
  ];
  for (const command of commands) {
    for (const telling of tellingsAfter([opens('Tue 09:00')], command)) yield { seed: 0, telling };
  }
}

function* everyTelling(): ReturnType<typeof randomTellings> {
  yield* rareTellings();
  yield* randomTellings();
}

const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'];

/** What no reader should ever see, and what no mail program could send. */
function problems({ subject, text, html }: ComposedMail): readonly string[] {
  const lines = text.split('\n');
  const words = /undefined|\bnull\b|\[object|\bNaN\b|Invalid|function/;
  return [
    ...(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject) ? ['the subject has a break'] : []),
    ...(subject.length > 200 ? ['the subject is long'] : []),
    ...[subject, text, html].flatMap((one) => words.exec(one)?.[0] ?? []),
    ...lines.filter((line) => [...line].length > 72 && !/^ {2}(?:https:|ladder-link:)/.test(line)),
    ...lines.filter((line) => /\.\.|,\.|\(\)|[.:;]{2}$/.test(line)),
    ...(/<[a-z!/]|&(?:amp|lt|gt|#\d+);/.test(text) ? ['the text has markup'] : []),
    ...(/src=|url\(|<script|<img|<link/i.test(html) ? ['the html fetches'] : []),
    ...(text.length > 8000 ? ['the text is long'] : []),
  ];
}

/** The audiences that a kind of recipient can be, where the event alone says so. */
const AUDIENCES: Readonly<Record<NoticeTo, readonly MailNotice['audience'][]>> = {
  customer: ['customer'],
  contractor: ['contractor'],
  oversight: ['oversight'],
  actor: [],
  named: ['customer'],
  level: ['contractor'],
  askedLevels: ['contractor'],
  contactedLevels: ['contractor'],
  audience: ['customer', 'contractor', 'oversight'],
};

test('whatever a case tells anybody is a mail that can be sent and read', () => {
  const heard = new Set<string>();
  let count = 0;
  for (const { seed, telling } of everyTelling()) {
    const notice = noticeOf(telling, {
      reader: { name: 'Rin Vale', timeZone: ZONES[count++ % ZONES.length]! },
      round: count % 5 === 0 ? 1 : 0,
    });
    heard.add(`${notice.event.type} to ${notice.audience}`);
    const mail = composeMail(notice);
    const found = problems(mail);
    if (found.length > 0)
      throw new Error(`seed ${seed}, ${notice.event.type}: ${found.join(' | ')}\n${mail.text}`);
  }
  const told = Object.entries(NOTICES) as [EventType, readonly NoticeTo[]][];
  const expected = told.flatMap(([type, to]) =>
    to.flatMap((one) => AUDIENCES[one].map((audience) => `${type} to ${audience}`)),
  );
  expect(expected.filter((one) => !heard.has(one))).toEqual([]);
  expect(count).toBeGreaterThan(2000);
});

test('a letter begins with what happened, and each event says it in words of its own', () => {
  const subjects = new Map<EventType, string>();
  for (const { telling } of everyTelling()) {
    const { type } = telling.send.event;
    if (!subjects.has(type)) subjects.set(type, composeMail(noticeOf(telling)).subject);
  }
  const shared = ['StepPassed'];
  const own = [...subjects].filter(([type]) => !shared.includes(type)).map(([, subject]) => subject);
  expect(new Set(own).size).toBe(own.length);
});
