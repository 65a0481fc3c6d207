import { catalogue } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SubscriptionMail, SubscriptionNews } from '../../core/message/portal/subscription.ts';
import { oneLine } from './clean.ts';
import { link, listPart, said, section } from './frame-parts.ts';
import type { Letter, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** As many changes as a mail is read for; the page has all of them. */
const CHANGES_MAX = 12;

/** A mail to somebody who wants to be told when a plan changes: whether the address is theirs, or what has changed. */
export function composeSubscription(mail: SubscriptionMail): ComposedMail {
  const { mail: words, subscription } = catalogue(mail.language);
  const { subject, lead } = newsOf(mail);
  const contractTitle = oneLine(mail.contractTitle);
  const letter: Letter = {
    language: mail.language,
    subject: oneLine(subject),
    parts: [
      ...(mail.isDemonstration ? [said('banner', words.demonstration)] : []),
      ...lead.map((text, index) => said(index === 0 ? 'lead' : 'paragraph', text)),
      ...restOf(mail),
      { kind: 'footer', lines: [subscription.mails.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function newsOf(mail: SubscriptionMail) {
  const { mails } = catalogue(mail.language).subscription;
  const contractTitle = oneLine(mail.contractTitle);
  if (mail.kind === 'proof') return mails.proof({ contractTitle });
  const { news, timeZone } = mail;
  if (news.kind === 'published')
    return mails.published({ contractTitle, revision: news.revision, at: news.publishedAt, timeZone });
  const { since: at, levels } = news;
  const name = news.name === undefined ? undefined : oneLine(news.name);
  return mails.seatFilled({ ...{ contractTitle, name, at, timeZone, levels }, title: oneLine(news.title) });
}

function restOf(mail: SubscriptionMail): readonly LetterPart[] {
  const { mails } = catalogue(mail.language).subscription;
  if (mail.kind === 'proof') {
    const { link: button } = mails.proof(mail);
    return [{ kind: 'links', links: [link(button, mail.proofUrl)] }];
  }
  const { news, planUrl, endUrl } = mail;
  return [
    ...(news.kind === 'published' ? changesPart(mail.language, news) : []),
    { kind: 'links', links: [link(mails.plan, planUrl), link(mails.end, endUrl)] },
  ];
}

function changesPart(
  language: SubscriptionMail['language'],
  { changes, kept, isFirst }: Extract<SubscriptionNews, { kind: 'published' }>,
): readonly LetterPart[] {
  const { subscription, diff, planPage } = catalogue(language);
  const { history } = planPage;
  const { mails } = subscription;
  const shown = (changes ?? []).slice(0, CHANGES_MAX).map((change) => changeSentence(diff, change));
  const more = (changes?.length ?? 0) - shown.length;
  const keptLine = kept > 0 ? [history.kept({ count: kept })] : [];
  const unsaid = isFirst ? history.first : changes ? history.sameText : history.erased;
  const lines = [...shown, ...keptLine];
  return [
    ...section(mails.changes, [
      ...listPart(lines.length > 0 ? lines : [unsaid]),
      ...(more > 0 ? [said('paragraph', mails.moreChanges({ more }))] : []),
    ]),
    said('paragraph', mails.running),
  ];
}
