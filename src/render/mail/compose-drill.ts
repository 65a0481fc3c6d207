import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DrillMail } from '../../core/message/portal/drills.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail of a drill: its first line says that it is one. Or about one, to those who plan them. */
export function composeDrill(mail: DrillMail): ComposedMail {
  const { kind, language, url, demonstration } = mail;
  const { mail: words, drills } = catalogue(language);
  const contractTitle = oneLine(mail.contractTitle);
  const about = { ...mail, contractTitle, silent: mail.silent.map((name) => oneLine(name)) };
  const { subject, lead, link: button } = drills.mails[kind](about);
  const banner = demonstration ? [said('banner', words.demonstration)] : [];
  const [first = '', ...others] = lead;
  const letter: Letter = {
    language,
    subject: oneLine(subject),
    parts: [
      ...(kind === 'asked' ? [said('lead', first), ...banner] : [...banner, said('lead', first)]),
      ...others.map((text) => said('paragraph', text)),
      { kind: 'links', links: [link(button, url)] },
      { kind: 'footer', lines: [drills.footer[kind]({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
