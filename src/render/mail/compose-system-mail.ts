import { catalogue } from '../../core/message/catalogue.ts';
import type { MailNews, MailWords, SystemReader } from '../../core/message/mail.ts';
import type { ComposedMail, SystemMail } from '../../core/message/mail-notice.ts';
import { oneLine } from './clean.ts';
import { caseOf, composed, contactsSection, link, linksSection, quotePart, section } from './frame-parts.ts';
import type { LetterLink, LetterPart } from './letter.ts';

/** A mail about mail, or about Ladder itself, in the same dress as a notice. */
export function composeSystemMail(mail: SystemMail): ComposedMail {
  const words = catalogue(mail.language).mail;
  const reader: SystemReader = {
    context: caseOf(mail).revision,
    timeZone: mail.reader.timeZone,
    at: mail.at,
  };
  const values = clean(mail);
  const say = words.system[mail.kind] as (values: SystemMail, reader: SystemReader) => MailNews;
  return composed(mail, say(values, reader), [
    ...message(words, mail),
    ...linksSection(words, links(words, mail, reader), mail),
    ...(CALLS.has(mail.kind) ? contactsSection(words, mail.contacts) : []),
  ]);
}

/** Mails that tell their reader to call. */
const CALLS: ReadonlySet<SystemMail['kind']> = new Set(['clocksNotActedOn', 'notReached', 'waitingReply']);

/** The reader's own words, so that it is clear which mail is meant. */
const message = (words: MailWords, mail: SystemMail): readonly LetterPart[] =>
  mail.kind === 'unclearReply' ||
  mail.kind === 'keptReply' ||
  mail.kind === 'waitingReply' ||
  mail.kind === 'held'
    ? section(words.headings.yourMessage, quotePart(words, mail.text, undefined))
    : [];

function links(words: MailWords, mail: SystemMail, reader: SystemReader): readonly LetterLink[] {
  const actor = { ...reader, audience: mail.audience, customerName: oneLine(mail.customerName) };
  const action = (name: 'satisfied' | 'notSatisfied', url: string | undefined) =>
    url === undefined ? [] : [link(words.actions[name](undefined, actor), url)];
  switch (mail.kind) {
    case 'unclearReply':
      return [...action('satisfied', mail.satisfiedUrl), ...action('notSatisfied', mail.notSatisfiedUrl)];
    case 'keptReply':
      return mail.actions.map((one) => link(words.actions[one.action](one.level, actor), one.url));
    case 'held':
      return [link(words.confirm, mail.confirmUrl)];
    case 'waitingReply':
    case 'filesLeft':
    case 'clocksNotActedOn':
    case 'notReached':
      return [];
  }
}

/** The reasons of a clock are several sentences. */
const REFUSAL_MAX = 1200;

function clean(mail: SystemMail): SystemMail {
  if (mail.kind === 'keptReply' && mail.refused !== undefined) {
    const { message, advice } = mail.refused;
    return {
      ...mail,
      refused: { message: oneLine(message, REFUSAL_MAX), advice: oneLine(advice, REFUSAL_MAX) },
    };
  }
  if (mail.kind === 'notReached' && mail.name !== undefined) return { ...mail, name: oneLine(mail.name) };
  return mail;
}
