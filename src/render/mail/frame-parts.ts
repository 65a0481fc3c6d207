import type { OpenState } from '../../core/case/state.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { MailLink, MailNews, MailWords } from '../../core/message/mail.ts';
import type { ComposedMail, MailContact, MailFrame } from '../../core/message/mail-notice.ts';
import { oneLine, quoted } from './clean.ts';
import type { Letter, LetterLink, LetterPart } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

const REFERENCES_IN_SUBJECT_MAX = 2;
const REFERENCE_MAX = 40;
/** No sentence of ours is as long; it bounds what a plan's own words can make of one. */
const SENTENCE_MAX = 1200;

type TextKind = Extract<LetterPart, { text: string }>['kind'];

/** A part that is one text, cleaned of whatever was typed into it. */
export const said = (kind: TextKind, text: string): LetterPart => ({
  kind,
  text: oneLine(text, SENTENCE_MAX),
});

/** A list of sentences, or nothing. */
export const listPart = (items: readonly string[]): readonly LetterPart[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: items.map((item) => oneLine(item, SENTENCE_MAX)) }];

/** A heading and what stands under it; nothing where there is nothing. */
export const section = (heading: string, parts: readonly LetterPart[]): readonly LetterPart[] =>
  parts.length === 0 ? [] : [said('heading', heading), ...parts];

/** A link as its words have it. */
export const link = ({ label, says }: MailLink, url: string): LetterLink => ({
  label: oneLine(label, SENTENCE_MAX),
  says: oneLine(says, SENTENCE_MAX),
  url: url.replace(/[\s\p{Cc}]/gu, ''),
});

/** The actions and the way to the case, as links that say what they do. */
export function linksSection(
  words: MailWords,
  links: readonly LetterLink[],
  frame: MailFrame,
): readonly LetterPart[] {
  const all = frame.caseUrl === undefined ? links : [...links, link(words.openCase, frame.caseUrl)];
  if (all.length === 0) return [];
  if (links.length === 0) return [{ kind: 'links', links: all }];
  return section(words.headings.actions, [
    { kind: 'links', links: all },
    said('paragraph', words.headings.links),
  ]);
}

/** What somebody typed, line by line; nothing where nothing was. */
export function quotePart(
  words: MailWords,
  text: string | undefined,
  by: string | undefined,
): readonly LetterPart[] {
  const { lines, isCut } = quoted(text ?? '');
  if (lines.join('') === '') return [];
  const quote: LetterPart = { kind: 'quote', by: by && oneLine(by), lines };
  return isCut ? [quote, said('paragraph', words.cut)] : [quote];
}

/** People with their numbers, the nearest level first as the caller has them. */
export const contactsSection = (words: MailWords, contacts: readonly MailContact[]): readonly LetterPart[] =>
  section(
    words.headings.call,
    contacts.map((contact) => contactPart(words, contact)),
  );

function contactPart(words: MailWords, contact: MailContact): LetterPart {
  const phones = contact.phones.map(({ kind, number }) => ({
    label: words.means[kind],
    shown: oneLine(words.telephone(number)),
    url: `tel:${number.replace(/[^+\d]/g, '')}`,
  }));
  const email = contact.email === undefined ? undefined : oneLine(contact.email, 254);
  const mailto = email && encodeURIComponent(email).replace('%40', '@');
  const name = oneLine(contact.name);
  return {
    kind: 'contact',
    who: oneLine(words.contact({ level: contact.level, name, title: oneLine(contact.title) }), SENTENCE_MAX),
    means: email ? [...phones, { label: words.means.email, shown: email, url: `mailto:${mailto}` }] : phones,
  };
}

/** The case as its parties know it: number, customer, contract, track, their own numbers. */
function factsPart(
  { facts }: MailWords,
  frame: MailFrame,
  { track }: OpenState,
  person?: string,
): LetterPart {
  const references = frame.references.map((one) => oneLine(one)).join(', ');
  const rows = [
    [facts.case, oneLine(frame.caseId)],
    [facts.references, oneLine(references, SENTENCE_MAX)],
    [facts.customer, [oneLine(frame.customerName), person ?? ''].filter((one) => one !== '').join(', ')],
    [facts.contract, oneLine(frame.contractTitle)],
    [facts.track, oneLine(track.title)],
  ] as const;
  return { kind: 'facts', rows: rows.filter(([, value]) => value !== '') };
}

/** The case behind a mail; before an opening there is nothing to write about. */
export function caseOf({ state }: Pick<MailFrame, 'state'>): OpenState {
  if (state.status === 'none') throw new Error('a mail about a case that was never opened');
  return state.status === 'closed' ? state.last : state;
}

/**
 * A mail from what stands first in it and what stands between: the frame about both is the same for all mails.
 * `person` is the customer's own on the case.
 */
export function composed(
  frame: MailFrame,
  news: MailNews,
  parts: readonly LetterPart[],
  person?: string,
): ComposedMail {
  const words = catalogue(frame.language).mail;
  const state = caseOf(frame);
  const [first = '', ...rest] = news.lead;
  const letter: Letter = {
    language: frame.language,
    subject: subjectOf(words, frame, news.subject),
    parts: [
      ...(frame.canReply ? [said('marker', words.replyMarker)] : []),
      ...(frame.demonstration ? [said('banner', words.demonstration)] : []),
      ...(state.practice ? [said('banner', words.practice)] : []),
      said('lead', first),
      ...rest.map((text) => said('paragraph', text)),
      ...parts,
      factsPart(words, frame, state, person),
      ...replyParts(words, frame),
      footerPart(words, frame),
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function subjectOf(words: MailWords, { caseId, references }: MailFrame, news: string): string {
  const shown = references
    .map((one) => oneLine(one, REFERENCE_MAX))
    .filter((one) => one !== '')
    .slice(0, REFERENCES_IN_SUBJECT_MAX);
  return oneLine(words.subject({ caseId: oneLine(caseId, REFERENCE_MAX), references: shown, news }));
}

const replyParts = (
  words: MailWords,
  { canReply, audience, isWatching }: MailFrame,
): readonly LetterPart[] =>
  canReply
    ? section(words.headings.reply, [said('paragraph', words.howToReply[isWatching ? 'watcher' : audience])])
    : [said('paragraph', words.noReply)];

function footerPart(words: MailWords, { caseId, contractTitle, reader }: MailFrame): LetterPart {
  const values = {
    caseId: oneLine(caseId),
    contractTitle: oneLine(contractTitle),
    reader: oneLine(reader.name),
  };
  return { kind: 'footer', lines: [oneLine(words.footer(values), SENTENCE_MAX)] };
}
