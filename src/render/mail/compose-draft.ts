import { catalogue } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import { findingSentences } from '../../core/message/findings.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DraftMail, DraftNews } from '../../core/message/portal/draft-mails.ts';
import { oneLine } from './clean.ts';
import { link, listPart, quotePart, said, section } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** As many changes as a mail is read for; the page has all of them. */
const CHANGES_MAX = 12;

/** A mail about a plan on its way: what became of it, what was said with it, and where it is read. */
export function composeDraft(mail: DraftMail): ComposedMail {
  const { mail: words, drafts } = catalogue(mail.language);
  const { subject, lead, link: button } = newsOf(mail);
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.isDemonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...quotePart(words, mail.text, mail.name),
      ...findingPart(mail),
      ...changesPart(mail),
      { kind: 'links', links: [link(button, mail.url)] },
      { kind: 'footer', lines: [drafts.mails.footer({ contractTitle: oneLine(mail.contractTitle) })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function newsOf({ language, news, contractTitle, timeZone, draft, name }: DraftMail) {
  const { says } = catalogue(language).drafts.mails;
  const say = says[news.kind] as (values: object) => ReturnType<(typeof says)[DraftNews['kind']]>;
  const about = { contractTitle: oneLine(contractTitle), name: name === undefined ? name : oneLine(name) };
  return say({ ...news, ...about, timeZone, draft });
}

/** Findings are written in English, whatever the mail speaks. */
function findingPart({ language, finding }: DraftMail): readonly LetterPart[] {
  if (!finding) return [];
  const { drafts, findings } = catalogue(language);
  const { message, advice } = findingSentences(findings, finding);
  return section(drafts.mails.finding, [said('paragraph', `${message} ${advice}`)]);
}

function changesPart({ language, changes = [] }: DraftMail): readonly LetterPart[] {
  const { drafts, diff } = catalogue(language);
  const shown = changes.slice(0, CHANGES_MAX).map((change) => changeSentence(diff, change));
  const more = changes.length - shown.length;
  return section(drafts.mails.changes, [
    ...listPart(shown),
    ...(more > 0 ? [said('paragraph', drafts.mails.moreChanges({ more }))] : []),
  ]);
}
