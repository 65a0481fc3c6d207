import { isMeans } from '../../core/attestation/standing.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { AttestationMail, ComposedMail } from '../../core/message/mail-notice.ts';
import { oneLine } from './clean.ts';
import { link, listPart, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const SUBJECT_MAX = 150;

/** Asks a contact to confirm its details, each on its own line, or tells somebody which were asked for in vain. */
export function composeAttestation(mail: AttestationMail): ComposedMail {
  const { language, levels, url, demonstration, kind, details } = mail;
  const { mail: words, attestation } = catalogue(language);
  const { mails } = attestation;
  const [contractTitle, name] = [oneLine(mail.contractTitle), oneLine(mail.name)];
  const about = { contractTitle, name, levels };
  const { subject, lead } =
    kind === 'asked' ? mails.asked({ ...about, because: mail.because ?? 'round' }) : mails[kind](about);
  const letter: Letter = {
    language,
    subject: oneLine(subject, SUBJECT_MAX),
    parts: [
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...listPart(details.map((detail) => lineOf(mail, detail))),
      {
        kind: 'links',
        links: [link(kind === 'unanswered' || kind === 'doubted' ? mails.currency : mails.confirm, url)],
      },
      { kind: 'footer', lines: [mails.footer({ contractTitle, reader: oneLine(mail.reader) })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
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
