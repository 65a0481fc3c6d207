import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { HeldMail, HeldMailWords } from '../../core/message/portal/held-mails.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** What stands between the banner and the footer. */
interface Said {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  readonly footer: string;
}

/** A mail about a mail that came to open a case and is held: to its writer, or to the desk. */
export function composeHeldMail(mail: HeldMail): ComposedMail {
  const { language, demonstration } = mail;
  const { mail: words, heldMails } = catalogue(language);
  const { subject, parts, footer } =
    mail.kind === 'desk' ? toDesk(heldMails, mail) : toWriter(heldMails, mail);
  const letter: Letter = {
    language,
    subject: oneLine(subject),
    parts: [
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      ...parts,
      { kind: 'footer', lines: [oneLine(footer)] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

type OfKind<K> = Extract<HeldMail, { kind: K }>;

function toWriter(words: HeldMailWords, { isProved, startUrl, call, ...mail }: OfKind<'writer'>): Said {
  const { writer } = words.mail;
  const contractTitle = oneLine(mail.contractTitle);
  const subject = oneLine(mail.subject) || words.noSubject;
  const name = call && oneLine(call.name);
  return {
    subject: writer.subject({ contractTitle }),
    parts: [
      said('lead', writer.lead({ subject, isProved })),
      said('paragraph', writer.notOpened),
      ...(call === undefined && startUrl === undefined ? [] : [said('paragraph', writer.urgent)]),
      ...(call && name ? [said('paragraph', writer.call({ name, number: oneLine(call.number) }))] : []),
      ...(startUrl === undefined ? [] : [{ kind: 'links', links: [link(writer.link, startUrl)] } as const]),
    ],
    footer: writer.footer({ contractTitle }),
  };
}

function toDesk(words: HeldMailWords, { why, url, came, ...mail }: OfKind<'desk'>): Said {
  const { desk } = words.mail;
  const contractTitle = oneLine(mail.contractTitle);
  const from = oneLine(mail.from) || words.noSender;
  const subject = oneLine(mail.subject) || words.noSubject;
  return {
    subject: desk.subject({ contractTitle }),
    parts: [
      said('lead', desk.lead({ from, subject, came })),
      said('paragraph', words.why[why]),
      said('paragraph', desk.what),
      { kind: 'links', links: [link(desk.link, url)] },
    ],
    footer: desk.footer({ contractTitle }),
  };
}
