import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail, ObligationMail } from '../../core/message/mail-notice.ts';
import type { ObligationNews, ObligationReader } from '../../core/message/portal/obligations.ts';
import type { ObligationEvent } from '../../core/obligation/event.ts';
import { oneLine } from './clean.ts';
import { link, listPart, quotePart, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const TITLE_MAX = 200;
const SUBJECT_MAX = 150;

/** What happened to an obligation as somebody of one of its parties reads it, with the way to its page. */
export function composeObligation(mail: ObligationMail): ComposedMail {
  const { language, state, event, also, contractTitle, demonstration, url } = mail;
  const words = catalogue(language);
  const { mail: mails, one, events } = words.obligations;
  const { subject, lead } = newsOf(mail);
  const [first = '', ...rest] = lead;
  const say = (happened: ObligationEvent): string =>
    (events[happened.type] as (event: ObligationEvent) => string)(happened);
  const { facts } = one;
  const { terms } = state;
  const letter: Letter = {
    language,
    subject: oneLine(subject, SUBJECT_MAX),
    parts: [
      ...(demonstration ? [said('banner', words.mail.demonstration)] : []),
      said('lead', first),
      ...rest.map((text) => said('paragraph', text)),
      ...quotePart(words.mail, textOf(event), nameOf(mail)),
      ...listPart(also.map(say)),
      { kind: 'links', links: [link(mails.open, url)] },
      {
        kind: 'facts',
        rows: [
          [words.mail.facts.contract, oneLine(contractTitle)],
          [one.caption(terms), oneLine(terms.title, TITLE_MAX)],
          [facts.due, one.until(state)],
          [facts.owner, words.obligations.parties[terms.owner]],
          [facts.acceptedBy, words.obligations.parties[terms.acceptedBy]],
        ],
      },
      {
        kind: 'footer',
        lines: [mails.footer({ contractTitle: oneLine(contractTitle), reader: oneLine(mail.reader) })],
      },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function newsOf(mail: ObligationMail) {
  const { state, event, audience, language } = mail;
  const { title, owner, acceptedBy } = state.terms;
  const reader: ObligationReader = {
    ...{ title: oneLine(title, TITLE_MAX), owner, acceptedBy, audience },
    dueOn: state.dueOn,
    name: nameOf(mail),
  };
  const say = catalogue(language).obligations.mail.news[event.type] as (
    event: ObligationEvent,
    reader: ObligationReader,
  ) => ObligationNews;
  return say(event, reader);
}

const nameOf = ({ event, names }: ObligationMail): string | undefined =>
  event.by === 'ladder' ? undefined : names[event.by];

/** The name of a file is no word of anybody. */
const textOf = (event: ObligationEvent): string | undefined =>
  'text' in event && event.type !== 'FileAttached' ? event.text : undefined;
