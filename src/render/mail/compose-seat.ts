import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SeatMail } from '../../core/message/portal/seats.ts';
import { oneLine } from './clean.ts';
import { link, quotePart, said } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const clean = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : oneLine(name);

/** A mail about who fills a seat: who, in whose place, why, and what its reader may do about it. */
export function composeSeat(mail: SeatMail): ComposedMail {
  const { mail: words, seats } = catalogue(mail.language);
  const about = {
    ...mail,
    ...{ contractTitle: oneLine(mail.contractTitle), seat: oneLine(mail.seat), by: oneLine(mail.by) },
    ...{ holder: clean(mail.holder), before: clean(mail.before) },
  };
  const { subject, lead, link: button } = seats.mails[mail.kind](about);
  const more: readonly LetterPart[] = [
    ...quotePart(words, mail.text, undefined),
    ...(button && mail.url !== undefined
      ? [{ kind: 'links' as const, links: [link(button, mail.url)] as const }]
      : []),
  ];
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...more,
      { kind: 'footer', lines: [seats.footer(about)] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
