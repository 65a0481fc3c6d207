import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DutyMail, DutyMailWords } from '../../core/message/portal/duty-mail.ts';
import { oneLine } from './clean.ts';
import { link, listPart, said, section } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail about its reader's own duty: what is ahead of them, or no more, or who took over and which cases are open there. */
export function composeDuty(mail: DutyMail): ComposedMail {
  const { language, demonstration, url } = mail;
  const { mail: frame, dutyMail: words } = catalogue(language);
  const contractTitle = oneLine(mail.contractTitle);
  const letter: Letter = {
    language,
    subject: oneLine(subjectOf(words, mail, contractTitle)),
    parts: [
      ...(demonstration ? [said('banner', frame.demonstration)] : []),
      ...partsOf(words, mail),
      { kind: 'links', links: [link(words.link, url)] },
      { kind: 'footer', lines: [words.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function partsOf(words: DutyMailWords, mail: DutyMail): readonly LetterPart[] {
  if (mail.kind === 'over') return overParts(words, mail);
  return mail.kind === 'ahead' ? aheadParts(words, mail) : lostParts(words, mail);
}

type Of<K extends DutyMail['kind']> = Extract<DutyMail, { kind: K }>;

function subjectOf(words: DutyMailWords, mail: DutyMail, contractTitle: string): string {
  const { timeZone } = mail;
  if (mail.kind !== 'over')
    return words[mail.kind].subject({ contractTitle, from: mail.duties[0].from, timeZone });
  return words.over.subject({ contractTitle, names: mail.duties[0].names.map((name) => oneLine(name)) });
}

const cleaned = <D extends { readonly title: string; readonly names: readonly string[] }>(duty: D): D => ({
  ...duty,
  title: oneLine(duty.title),
  names: duty.names.map((name) => oneLine(name)),
});

const moreOf = (say: DutyMailWords['ahead']['more'], count: number): readonly LetterPart[] =>
  count === 0 ? [] : [said('paragraph', say({ count }))];

function aheadParts(
  { ahead }: DutyMailWords,
  { duties, more, timeZone }: Of<'ahead'>,
): readonly LetterPart[] {
  return [
    said('lead', ahead.lead({ count: duties.length + more })),
    ...listPart(duties.map((duty) => ahead.duty({ ...cleaned(duty), timeZone }))),
    ...moreOf(ahead.more, more),
    said('paragraph', ahead.what),
  ];
}

function lostParts({ lost }: DutyMailWords, { duties, more, timeZone }: Of<'lost'>): readonly LetterPart[] {
  return [
    said('lead', lost.lead({ count: duties.length + more })),
    ...listPart(duties.map((duty) => lost.duty({ ...cleaned(duty), timeZone }))),
    ...moreOf(lost.more, more),
    said('paragraph', lost.what),
  ];
}

function overParts(
  { over }: DutyMailWords,
  { duties, cases, more, timeZone }: Of<'over'>,
): readonly LetterPart[] {
  return [
    said('lead', over.lead),
    ...listPart(duties.map((duty) => over.duty({ ...cleaned(duty), timeZone }))),
    ...(cases.length === 0
      ? [said('paragraph', over.noCases)]
      : section(over.cases, [
          ...listPart(cases.map((one) => over.oneCase({ ...one, caseId: oneLine(one.caseId), timeZone }))),
          ...moreOf(over.more, more),
        ])),
  ];
}
