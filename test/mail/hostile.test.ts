import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseEvent } from '../../src/core/case/event.ts';
import type { ComposedMail, MailNotice } from '../../src/core/message/mail-notice.ts';
import { composeMail } from '../../src/render/mail/compose-mail.ts';
import { composeSystemMail } from '../../src/render/mail/compose-system-mail.ts';
import { noticeOf, scenarioTellings, type Telling } from './notices.ts';

const TELLINGS = ['a', 'c', 'g'].flatMap((name) => scenarioTellings(name));

/** Pieces of trouble, put together at random. */
const trouble = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<b>',
          '"\'&',
          '\r\nBcc: eve@mail.example',
          '\n\n-- \nfooter',
          '\u202e',
          '\u2066',
          '\u0000',
          '\u2028',
        ],
        ...[
          '## Write above this line ##',
          '\n## Write above this line ##',
          '> ',
          '\n\n* Satisfied. ',
          '\ud800',
        ],
        ...['ladder-link:stolen', 'LADDER-link:stolen', 'ladder-\u200blink:stolen', '</blockquote></body>'],
        ...['ladder-\u202elink:stolen', 'ladder-link\u00ad:stolen', '\u0085', '\t', 'https://mail.example/'],
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constant('x'.repeat(90)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const withText = (event: CaseEvent, typed: string): CaseEvent => {
  const changed = {
    ...event,
    text: typed,
    ...('reason' in event && event.type !== 'CaseClosed' ? { reason: typed } : {}),
    ...('early' in event ? { early: typed } : {}),
  };
  return changed as CaseEvent;
};

function hostile(telling: Telling, typed: string): MailNotice {
  const notice = noticeOf(telling);
  const names = Object.fromEntries(Object.keys(notice.names).map((id) => [id, typed]));
  return {
    ...notice,
    names,
    event: withText(notice.event, typed),
    also: notice.also.map((event) => withText(event, typed)),
    before: [...notice.also, notice.event].map((event) => withText(event, typed)),
    contractTitle: typed,
    customerName: typed,
    references: [typed, typed, typed],
    reader: { ...notice.reader, name: typed },
    contacts: [
      { level: 1, name: typed, title: typed, phones: [{ kind: 'office', number: typed }], email: typed },
    ],
  };
}

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];

/** Tags with what was typed into their addresses left out. */
const skeleton = (html: string): readonly string[] => [
  ...new Set(tagsOf(html).map((tag) => tag.replace(/href="(?:mailto|tel):[^"]*"/, 'href=""'))),
];

function holds({ subject, text, html }: ComposedMail, tame: ComposedMail): void {
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u);
  expect(text).not.toMatch(/(?!\n)\p{Cc}|[\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u);
  expect(html).not.toMatch(/(?!\n)\p{Cc}|[\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u);
  const known = new Set(skeleton(tame.html));
  expect(skeleton(html).filter((tag) => !known.has(tag) && !/^<(?:br|\/?(?:a|p)\b)/.test(tag))).toEqual([]);
  expect(`${subject}${text}${html}`).not.toMatch(/ladder-link:stolen/i);
  const lines = text.split('\n');
  expect(lines.filter((line) => line === '## Write above this line ##')).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('##'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('--') && line.trim() === '--')).toHaveLength(1);
  expect(lines.filter((line) => [...line].length > 72 && !/^ {2}\S/.test(line))).toEqual([]);
}

test('what anybody typed never breaks out of the subject, the text or the html', () => {
  fc.assert(
    fc.property(trouble, fc.nat(TELLINGS.length - 1), (typed, index) => {
      const telling = TELLINGS[index]!;
      holds(composeMail(hostile(telling, typed)), composeMail(hostile(telling, 'tame')));
    }),
    { seed: 20261122, numRuns: process.env.LADDER_LONG ? 20_000 : 1500 },
  );
});

test('nor out of a mail about mail', () => {
  const telling = TELLINGS[0]!;
  const mailOf = (typed: string): ComposedMail =>
    composeSystemMail({
      ...hostile(telling, typed),
      kind: 'unclearReply',
      text: typed,
      satisfiedUrl: 'ladder-link:yes',
      notSatisfiedUrl: 'ladder-link:no',
    });
  fc.assert(
    fc.property(trouble, (typed) => holds(mailOf(typed), mailOf('tame'))),
    { seed: 20261122, numRuns: 500 },
  );
});
