import { caseSentences } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { MailNews, SystemReader } from '../../core/message/mail.ts';
import type {
  ComposedTelephone,
  TelephoneNotice,
  TelephoneNoticeWords,
  TelephoneSystemNotice,
} from '../../core/message/telephone-notice.ts';
import { shortest } from '../../core/message/text-segments.ts';
import { cleanEvent, oneLine } from '../mail/clean.ts';
import { mailReader, newsOf } from '../mail/compose-mail.ts';
import { caseOf } from '../mail/frame-parts.ts';

/** Names are typed, and there is room for little. */
const NAME_MAX = 40;
/** What a call says of a contract, before whoever listens has lost the thread. */
const TITLE_MAX = 80;

type Framed = Pick<
  TelephoneNotice,
  'language' | 'state' | 'caseId' | 'customerName' | 'contractTitle' | 'demonstration'
>;

/** A text: whose case, what happened, and the digits that answer it. */
export function composeText(notice: TelephoneNotice): ComposedTelephone {
  const words = catalogue(notice.language).telephoneNotice;
  const choices = notice.choices.map((one) => words.choice[one.action](one));
  return textOf(notice, [
    `${newsIn(notice)}.`,
    ...(notice.round > 0 ? [words.told({ times: notice.round + 1 })] : []),
    ...(choices.length === 0 ? [] : [words.reply({ choices })]),
    ...(notice.number === undefined || notice.audience !== 'customer'
      ? []
      : [words.ring({ number: notice.number })]),
  ]);
}

/** The same of Ladder itself. */
export const composeSystemText = (notice: TelephoneSystemNotice): ComposedTelephone =>
  textOf(notice, [`${systemNews(notice)}.`]);

/**
 * What a call says, a sentence a line: who rings about what, what happened, how the case stands. It is read twice, and which
 * keys do what is said once after it, in the call.
 */
export function composeCall(notice: TelephoneNotice): ComposedTelephone {
  const { telephoneNotice: words, case: caseWords } = catalogue(notice.language);
  const reader = mailReader({ ...notice, names: notice.names });
  const sentences = caseSentences(caseWords, reader.context);
  const isAsked = notice.choices.some(({ action }) => action === 'acknowledge');
  return callOf(notice, [
    `${newsIn(notice)}.`,
    ...(isAsked ? [words.call.asked] : []),
    sentences.waiting(reader.waiting),
  ]);
}

export const composeSystemCall = (notice: TelephoneSystemNotice): ComposedTelephone =>
  callOf(notice, [`${systemNews(notice)}.`]);

/** What happened, in few words, without anything that was typed about it. */
function newsIn(notice: TelephoneNotice): string {
  const { mail } = catalogue(notice.language);
  return oneLine(newsOf(mail, cleanEvent(notice.event), mailReader(notice)).subject);
}

function systemNews(notice: TelephoneSystemNotice): string {
  const { mail } = catalogue(notice.language);
  const { revision: context } = caseOf(notice);
  const reader: SystemReader = { context, timeZone: notice.reader.timeZone, at: notice.at };
  const say = mail.system[notice.kind] as (values: TelephoneSystemNotice, reader: SystemReader) => MailNews;
  const clean =
    notice.kind === 'notReached' && notice.name !== undefined
      ? { ...notice, name: oneLine(notice.name, NAME_MAX) }
      : notice;
  return oneLine(say(clean, reader).subject);
}

function textOf(frame: Framed, sentences: readonly string[]): ComposedTelephone {
  const words = catalogue(frame.language).telephoneNotice;
  const { caseId, customerName } = namesOf(frame);
  const text = [...marksOf(words, frame), words.text({ caseId, customerName }), ...sentences].join(' ');
  return { subject: sentences[0] ?? '', text: shortest(text) };
}

function callOf(frame: Framed, sentences: readonly string[]): ComposedTelephone {
  const { call } = catalogue(frame.language).telephoneNotice;
  const { practice } = caseOf(frame);
  const lines = [
    ...(frame.demonstration ? [call.demonstration] : []),
    ...(practice ? [call.practice] : []),
    call.greeting(namesOf(frame)),
    ...sentences,
  ];
  return { subject: sentences[0] ?? '', text: lines.map((line) => oneLine(line, LINE_MAX)).join('\n') };
}

/** No sentence that is spoken is longer; it bounds what a plan's own words can make of one. */
const LINE_MAX = 600;

const marksOf = ({ marks }: TelephoneNoticeWords, frame: Framed): readonly string[] => [
  ...(frame.demonstration ? [marks.demonstration] : []),
  ...(caseOf(frame).practice ? [marks.practice] : []),
];

const namesOf = ({ caseId, customerName, contractTitle }: Framed) => ({
  caseId: oneLine(caseId, NAME_MAX),
  customerName: oneLine(customerName, NAME_MAX),
  contractTitle: oneLine(contractTitle, TITLE_MAX),
});
