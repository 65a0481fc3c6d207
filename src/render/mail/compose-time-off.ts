import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import { type TimeOffMail, timeOffReason } from '../../core/message/portal/time-off.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail to somebody whose calendar of absences cannot be read. */
export function composeTimeOff(mail: TimeOffMail): ComposedMail {
  const { language, demonstration, url, timeZone, since, readAt, reason } = mail;
  const { mail: frame, timeOff } = catalogue(language);
  const words = timeOff.mail;
  const contractTitle = oneLine(mail.contractTitle);
  const letter: Letter = {
    language,
    subject: oneLine(words.subject({ contractTitle })),
    parts: [
      ...(demonstration ? [said('banner', frame.demonstration)] : []),
      said('lead', words.lead({ host: oneLine(mail.host), since, timeZone })),
      said('paragraph', timeOffReason(timeOff, reason)),
      said('paragraph', words.keeps({ readAt, timeZone })),
      said('paragraph', words.what),
      { kind: 'links', links: [link(words.link, url)] },
      { kind: 'footer', lines: [words.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
