import { isMeans } from '../../core/attestation/standing.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { MailLink } from '../../core/message/mail.ts';
import type { AttestationMail, ComposedMail } from '../../core/message/mail-notice.ts';
import { oneLine } from './clean.ts';
import { link, listPart, quotePart, said, section } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const SUBJECT_MAX = 150;

/**
 * Asks a contact to confirm its details, each on its own line, says what came of its answer, or tells somebody which were
 * asked for in vain.
 */
export function composeAttestation(mail: AttestationMail): ComposedMail {
  const { language, url, demonstration, details, doubts, canReply, answer } = mail;
  const { mail: words, attestation } = catalogue(language);
  const { mails } = attestation;
  const contractTitle = oneLine(mail.contractTitle);
  const { subject, lead } = newsOf(mail);
  const letter: Letter = {
    language,
    subject: oneLine(subject, SUBJECT_MAX),
    parts: [
      ...(canReply ? [said('marker', words.replyMarker)] : []),
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...listPart([
        ...details.map((detail) => lineOf(mail, detail)),
        ...doubts.map(attestation.doubtedBecause),
      ]),
      { kind: 'links', links: [link(linkOf(mail), url)] },
      ...(canReply ? section(words.headings.reply, [said('paragraph', mails.reply)]) : []),
      ...(answer ? section(words.headings.yourMessage, quotePart(words, answer.text, undefined)) : []),
      { kind: 'footer', lines: [mails.footer({ contractTitle, reader: oneLine(mail.reader), canReply })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function newsOf(mail: AttestationMail): { readonly subject: string; readonly lead: readonly string[] } {
  const { mails } = catalogue(mail.language).attestation;
  const about = {
    contractTitle: oneLine(mail.contractTitle),
    name: oneLine(mail.name),
    levels: mail.levels,
  };
  switch (mail.kind) {
    case 'asked':
      return mails.asked({ ...about, because: mail.because ?? 'round' });
    case 'notConfirmed':
      return mails.notConfirmed({ ...about, why: mail.answer?.why ?? 'unclear' });
    case 'doubted':
      return mails.doubted({ ...about, doubted: mail.doubts.map(({ detail }) => detail) });
    default:
      return mails[mail.kind](about);
  }
}

function linkOf({ language, kind, isSignedPage }: AttestationMail): MailLink {
  const { mails } = catalogue(language).attestation;
  if (kind === 'unanswered' || kind === 'doubted') return mails.currency;
  return isSignedPage ? mails.ownPage : mails.confirm;
}

/** To the contact the detail itself; to others since when it is not confirmed, for they know where the numbers are. */
function lineOf(
  { language, values, since, levels, timeZone }: AttestationMail,
  detail: AttestationMail['details'][number],
): string {
  const words = catalogue(language).attestation;
  const at = since[detail];
  if (at !== undefined) return words.missed({ detail, at, timeZone });
  if (!isMeans(detail)) return words.reachable({ levels });
  return words.detail({ detail, value: values[detail] ?? '' });
}
