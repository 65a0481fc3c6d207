import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { ContactMail, ContactWords } from '../../core/message/portal/contacts.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** What is said of a change of somebody's number or address: what it is, a code or a link, and for whom. */
export function composeContact(mail: ContactMail): ComposedMail {
  const { mail: words, contacts } = catalogue(mail.language);
  const clean = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));
  const about = {
    contractTitle: oneLine(mail.contractTitle),
    name: oneLine(mail.name),
    field: mail.field,
    oldValue: clean(mail.oldValue),
    newValue: clean(mail.newValue),
  };
  if (mail.means !== 'email') return { subject: aboutTelephone(mail), text: bare(mail, about), html: '' };
  const { subject, lead, link: button } = contacts.mails[mail.kind](about);
  const asked: readonly LetterPart[] = [
    ...(mail.code === undefined ? [] : [{ kind: 'verbatim' as const, lines: [mail.code] }]),
    ...(button && mail.url !== undefined
      ? [{ kind: 'links' as const, links: [link(button, mail.url)] }]
      : []),
  ];
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...asked,
      { kind: 'footer', lines: [contacts.footer(about)] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

type About = Parameters<ContactWords['spokenCode']>[0];

/** What a list of deliveries calls it. */
const aboutTelephone = ({ language, kind, field, contractTitle, name }: ContactMail): string =>
  oneLine(
    catalogue(language).contacts.mails[kind]({
      ...{ contractTitle, name, field, oldValue: undefined, newValue: undefined },
    }).subject,
  );

/** A text, or the sentences of a call, one a line. */
function bare(
  { language, means, code = '', url = '', demonstration }: ContactMail,
  about: Omit<About, 'code'>,
) {
  const { contacts, mail } = catalogue(language);
  const banner = demonstration ? [mail.demonstration] : [];
  if (means === 'call') return [...banner, ...contacts.spokenCode({ ...about, code })].join('\n');
  const { texts } = contacts;
  const text = url === '' ? texts.code({ ...about, code }) : texts.told({ ...about, url });
  return [...banner, text].join(' ');
}
