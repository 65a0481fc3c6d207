import { deadlines } from '../../core/case/deadlines.ts';
import type { CaseEvent, EventType } from '../../core/case/event.ts';
import { waitingFor } from '../../core/case/waiting-for.ts';
import { caseSentences } from '../../core/message/case.ts';
import { type Catalogue, catalogue } from '../../core/message/catalogue.ts';
import type { MailNews, MailReader, MailWords } from '../../core/message/mail.ts';
import type { ComposedMail, MailNotice } from '../../core/message/mail-notice.ts';
import { cleanEvent, oneLine } from './clean.ts';
import { clockReasons, nextStep } from './clock-reasons.ts';
import {
  caseOf,
  composed,
  contactsSection,
  link,
  linksSection,
  listPart,
  quotePart,
  said,
  section,
} from './frame-parts.ts';
import type { LetterPart } from './letter.ts';

/**
 * A notice as one reader gets it: what happened and what it means to this reader first, then what was said, what
 * can be done, whom to call, and why the clocks fall as they do.
 *
 * Text that anybody typed stays text in all three: it breaks out of no header, no line, no tag, and cannot name a
 * link that is filled in while sending.
 */
export function composeMail(notice: MailNotice): ComposedMail {
  const all = catalogue(notice.language);
  const words = all.mail;
  const reader = mailReader(notice);
  const event = cleanEvent(notice.event);
  const also = notice.also.filter((one) => isFor(one, reader)).map(cleanEvent);
  const events = [event, ...also];
  const news = newsOf(words, event, reader);
  const lead = notice.round > 0 ? [toldAgain(words, notice, reader), ...news.lead] : news.lead;
  const parts = [
    ...section(
      words.headings.said,
      events.flatMap((one) => saidIn(words, one, reader)),
    ),
    ...section(
      words.headings.before,
      notice.before.map(cleanEvent).flatMap((one) => saidIn(words, one, reader)),
    ),
    ...actionsSection(words, notice, reader),
    ...(notice.state.status === 'open' ? contactsSection(words, notice.contacts) : []),
    ...whySection(all, notice, event, reader),
    ...alsoSection(all, event, also, reader),
    ...standsSection(all, news, reader),
  ];
  return composed(notice, { ...news, lead }, parts, reader.name(caseOf(notice).reporter));
}

type Read = Pick<MailNotice, 'state' | 'names' | 'audience' | 'level' | 'customerName' | 'at'> & {
  readonly reader: Pick<MailNotice['reader'], 'timeZone'>;
};

/** What the sentences of mails may know, of whoever reads. */
export function mailReader(notice: Read): MailReader {
  const state = caseOf(notice);
  const names = new Map(Object.entries(notice.names).map(([id, name]) => [id, oneLine(name)]));
  return {
    audience: notice.audience,
    level: notice.level,
    timeZone: notice.reader.timeZone,
    context: state.revision,
    customerName: oneLine(notice.customerName),
    at: notice.at,
    waiting: waitingFor(notice.state),
    next: notice.state.status === 'open' ? nextStep(state)?.condition : undefined,
    pauseUntil: deadlines(notice.state).find(({ kind }) => kind === 'pauseEnd')?.dueAt,
    reopenWithin: state.revision.reopenWithin,
    name: (person) => names.get(person),
  };
}

/** What happened, to this reader. */
export function newsOf(words: MailWords, event: CaseEvent, reader: MailReader): MailNews {
  const say = words.news[event.type] as (event: CaseEvent, reader: MailReader) => MailNews;
  return say(event, reader);
}

const toldAgain = (words: MailWords, { round, level }: MailNotice, { context }: MailReader): string =>
  words.toldAgain({ round, level }, context);

/** Notes and files are for those they were written for, and for those who wrote them. */
function isFor(event: CaseEvent, { audience }: MailReader): boolean {
  if (event.type !== 'NoteAdded' && event.type !== 'FileAttached') return true;
  return event.audience === 'all' || event.audience === audience || event.actor === audience;
}

function saidIn(words: MailWords, event: CaseEvent, reader: MailReader): readonly LetterPart[] {
  // What a file is called stands in its sentence.
  if (!('text' in event) || event.type === 'FileAttached') return [];
  const party = event.onBehalfOf ?? event.actor;
  const by = event.by === 'ladder' ? 'Ladder' : words.saidBy({ name: reader.name(event.by), party });
  return quotePart(words, event.text, by);
}

function actionsSection(words: MailWords, notice: MailNotice, reader: MailReader): readonly LetterPart[] {
  const reporter = reader.name(caseOf(notice).reporter);
  const watching = notice.isWatching ? [said('paragraph', words.watching(reporter))] : [];
  const links = notice.actions.map(({ action, level, url }) =>
    link(words.actions[action](level, reader), url),
  );
  return [...watching, ...linksSection(words, links, notice)];
}

/** Events after which nobody asks why a clock falls where it does. */
const WITHOUT_REASONS: ReadonlySet<EventType> = new Set([
  'NoteAdded',
  'FileAttached',
  'CallRecorded',
  'DeliveryRecorded',
  'MeansLost',
  'MeansRegained',
  'ReachingEnded',
  'WatcherAdded',
  'WatcherRemoved',
  'StandInNamed',
  'StandInEnded',
]);

function whySection(
  all: Catalogue,
  { state }: MailNotice,
  event: CaseEvent,
  reader: MailReader,
): readonly LetterPart[] {
  if (state.status !== 'open' || WITHOUT_REASONS.has(event.type)) return [];
  const found = clockReasons(state, event);
  if (!found) return [];
  const { mail, explain } = all;
  const why = found.reasons.map(({ code, values }) => (explain[code] as (values: unknown) => string)(values));
  return section(
    mail.whyThen(found, reader),
    listPart([mail.clockStarted(found.start, reader.context), ...why]),
  );
}

function standsSection(all: Catalogue, news: MailNews, reader: MailReader): readonly LetterPart[] {
  const { mail } = all;
  const isSaid = news.lead.includes(mail.next(reader) ?? '');
  const waiting = isSaid ? { ...reader.waiting, next: undefined, atTop: false } : reader.waiting;
  const local = waiting.next && mail.whereYouAre(waiting.next.dueAt, reader);
  const sentence = caseSentences(all.case, reader.context).waiting(waiting);
  return section(mail.headings.stands, [
    said('paragraph', local === undefined ? sentence : `${sentence} ${local}`),
  ]);
}

/** What nobody but the record needs to hear, beside what happened. */
const UNSAID: ReadonlySet<EventType> = new Set(['PromiseKept', 'PromiseVoid', 'DeliveryRecorded']);

/** What a mail says better than the record: a note's text is quoted above, and people have names. */
const NAMES_PEOPLE: ReadonlySet<EventType> = new Set([
  ...(['NoteAdded', 'LevelContacted', 'HandedOver'] as const),
  ...(['WatcherAdded', 'WatcherRemoved', 'StandInNamed', 'StandInEnded'] as const),
  ...(['MeansLost', 'MeansRegained'] as const),
]);

/** What the main sentence has said already. */
function isSaid(event: CaseEvent, main: CaseEvent): boolean {
  if (UNSAID.has(event.type)) return true;
  if (event.type === 'CaseClosed') return main.type === 'Satisfied';
  if (event.type === 'Satisfied') return main.type === 'CaseClosed';
  return event.type === 'LevelContacted' && (main.type === 'CaseOpened' || main.type === 'Escalated');
}

function alsoSection(
  all: Catalogue,
  main: CaseEvent,
  also: readonly CaseEvent[],
  reader: MailReader,
): readonly LetterPart[] {
  const sentences = caseSentences(all.case, reader.context);
  const items = also
    .filter((event) => !isSaid(event, main))
    .map((event) =>
      NAMES_PEOPLE.has(event.type) ? (newsOf(all.mail, event, reader).lead[0] ?? '') : sentences.event(event),
    );
  return section(all.mail.headings.also, listPart(items));
}
