import type { EventType } from '../../core/case/event.ts';
import { caseSentences } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ChatMessage, ChatNotice } from '../../core/message/chat-message.ts';
import { cleanEvent, oneLine } from '../mail/clean.ts';
import { mailReader, newsOf } from '../mail/compose-mail.ts';
import { caseOf } from '../mail/frame-parts.ts';

/** Whose sentence would repeat what somebody typed, or name a file: its heading says enough. */
const SAYS_TYPED: ReadonlySet<EventType> = new Set([
  'FileAttached',
  'StepDeclined',
  'Escalated',
  'NoteAdded',
]);

/**
 * A message in the words of the mail, for readers whom Ladder does not know: without names, numbers or anything that
 * people typed.
 */
export function composeChat(notice: ChatNotice): ChatMessage {
  const all = catalogue(notice.language);
  const { message: words } = all.chats;
  const open = caseOf(notice);
  const reader = mailReader({
    ...{ state: notice.state, at: notice.at, customerName: notice.customerName },
    ...{ audience: 'contractor', level: undefined, names: {}, reader: { timeZone: open.revision.timeZone } },
  });
  const event = cleanEvent(notice.event);
  const { subject, lead } = newsOf(all.mail, event, reader);
  // What the lead has said of the next step already is not said again.
  const isSaid = lead.includes(all.mail.next(reader) ?? '');
  const waiting = isSaid ? { ...reader.waiting, next: undefined, atTop: false } : reader.waiting;
  const sentences = caseSentences(all.case, open.revision);
  const { facts } = all.mail;
  const also = notice.also.flatMap((one) =>
    SAYS_TYPED.has(one.type) ? [] : newsOf(all.mail, one, reader).subject,
  );
  return {
    title: words.title({ caseId: notice.caseId, news: oneLine(subject) }),
    lead: SAYS_TYPED.has(event.type) ? also : [...lead.map((text) => oneLine(text, SENTENCE_MAX)), ...also],
    facts: [
      { name: facts.customer, value: reader.customerName },
      { name: facts.track, value: oneLine(open.track.title) },
      { name: words.happened, value: words.when({ at: event.occurredAt, timeZone: open.revision.timeZone }) },
      { name: words.stands, value: oneLine(sentences.waiting(waiting), SENTENCE_MAX) },
      { name: facts.contract, value: oneLine(notice.contractTitle) },
    ],
    notes: [
      ...(notice.hasMovedOn ? [words.movedOn] : []),
      ...(notice.demonstration ? [words.demonstration] : []),
      ...(open.practice ? [all.mail.practice] : []),
    ],
    acknowledge:
      notice.acknowledges === undefined
        ? undefined
        : { label: words.acknowledge, messageId: notice.acknowledges },
    links: [
      ...(notice.isAnswerable ? [{ label: words.respond, url: notice.respondUrl }] : []),
      { label: words.open, url: notice.caseUrl },
    ],
  };
}

/** No sentence of ours is as long; it bounds what a plan's own words can make of one. */
const SENTENCE_MAX = 1_200;
