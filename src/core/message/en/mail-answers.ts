import { UNDO_MS } from '../../case/commands/closing.ts';
import { asInstant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { outcomeWords, rungWords } from './case-parts.ts';
import { formatSpan } from './dates.ts';
import {
  answerer,
  calledName,
  doer,
  LevelWords,
  moment,
  nextWords,
  statedWords,
  typed,
} from './mail-parts.ts';

type News = MailWords['news'];

/** What a customer can say to an answer; others read what the customer can. */
const verdict = ({ audience }: MailReader): string =>
  audience === 'customer'
    ? 'If it settles the matter, say that you are satisfied, which closes the case. If not, say so: every level contacted is then asked again.'
    : 'It is the customer who says whether that settles the matter.';

/** What a customer can do where the trouble comes back. */
const reopening = ({ audience, reopenWithin }: MailReader): readonly string[] =>
  audience === 'customer' && reopenWithin !== undefined
    ? [`If the trouble comes back within ${formatSpan(reopenWithin)}, reopen the case on its page.`]
    : [];

/** Text and files that somebody adds. */
const adds = (event: Parameters<News['NoteAdded']>[0] | Parameters<News['FileAttached']>[0]): string =>
  event.audience === 'all' ? 'for everybody on the case' : AUDIENCES[event.audience];

const AUDIENCES: Readonly<Record<Party, string>> = {
  customer: 'for the customer',
  contractor: 'for the contractor',
  oversight: 'for oversight',
};

/** Answers, and what the customer says to them. */
export const answerNews: Pick<
  News,
  | ('Acknowledged' | 'Responded' | 'ResolutionProposed' | 'Updated' | 'ResponseConfirmed' | 'Satisfied')
  | ('SatisfactionUndone' | 'NoteAdded' | 'FileAttached' | 'CallRecorded' | 'HandedOver' | 'CaseClosed')
> = {
  Acknowledged: (event, reader) => ({
    subject: `Level ${event.level} has the case`,
    lead: [
      `${answerer(event, reader)} has the case. That is an acknowledgement and no response; it stops no clock.`,
      ...nextWords(reader),
    ],
  }),
  Responded: (event, reader) => ({
    subject: `Level ${event.level} responded`,
    lead: [
      `${answerer(event, reader)} responded. ${verdict(reader)}`,
      ...nextWords(reader),
      ...statedWords(event, { verb: 'was said' }, reader),
    ],
  }),
  ResolutionProposed: (event, reader) => ({
    subject: `Level ${event.level} proposed a resolution`,
    lead: [
      `${answerer(event, reader)} proposed a resolution. ${verdict(reader)}`,
      ...nextWords(reader),
      ...statedWords(event, { verb: 'was said' }, reader),
    ],
  }),
  Updated: (event, reader) => ({
    subject: `News from level ${event.level}`,
    lead: [
      `${answerer(event, reader)} gave news. That is no response yet; it stops no clock.`,
      ...nextWords(reader),
    ],
  }),
  ResponseConfirmed: (event, reader) => ({
    subject: 'A response is confirmed',
    lead: [
      `${doer(event, reader)} confirmed when the response came. It counts from then.`,
      ...nextWords(reader),
    ],
  }),
  Satisfied: (event, reader) => ({
    subject: 'Satisfied: the case is closed',
    lead: [
      `${doer(event, reader)} said${way(event)} that the matter is settled. The case is closed, and nothing more falls due.`,
      ...(reader.audience === 'customer'
        ? [
            `If that is wrong, you can take it back until ${undoUntil(event, reader)}: the case then goes on as if it had never been said.`,
          ]
        : []),
      ...reopening(reader),
    ],
  }),
  SatisfactionUndone: (event, reader) => ({
    subject: 'Not settled after all',
    lead: [
      `${doer(event, reader)} took back that the matter is settled. The case goes on as if it had never been said.`,
      ...nextWords(reader),
    ],
  }),
  NoteAdded: (event, reader) => ({
    subject: 'A note',
    lead: [
      `${event.by === 'ladder' ? 'Ladder' : doer(event, reader)} wrote a note ${adds(event)}. No clock hears it.`,
    ],
  }),
  FileAttached: (event, reader) => ({
    subject: 'A file',
    lead: [
      `${doer(event, reader)} attached a file ${adds(event)}: ${typed(event.text ?? event.file)}. Read it on the case's page.`,
    ],
  }),
  CallRecorded: (event, reader) => ({
    subject: `Call to level ${event.level}`,
    lead: [
      `${doer(event, reader)} recorded a call to ${LevelWords(event.level, reader.context).toLowerCase()}${rungWords(event, calledName(event, reader))}: ${outcomeWords(event)}.`,
      ...statedWords(event, { verb: 'was' }, reader),
    ],
  }),
  HandedOver: (event, reader) => ({
    subject: 'Handed over',
    lead: [
      `${doer(event, reader)} handed the case over to ${reader.name(event.to) ?? reader.context.seats[event.to]?.title ?? 'somebody else'}. That stops no clock.`,
    ],
  }),
  CaseClosed: (event, reader) => ({
    subject: 'Case closed',
    lead: [
      `The case was closed ${moment(event.occurredAt, reader)}: ${closed(event, reader)}. Nothing more falls due, and nobody needs to do anything.`,
      ...reopening(reader),
    ],
  }),
};

/** How it was said, where it was not on a page of the case: whoever may use that mailbox may have said it. */
function way({ over }: Parameters<News['Satisfied']>[0]): string {
  if (over === 'portal') return ' by a link';
  return over === 'email' ? ' by mail' : '';
}

const undoUntil = ({ occurredAt }: Parameters<News['Satisfied']>[0], reader: MailReader): string =>
  moment(asInstant(occurredAt + UNDO_MS), reader);

/** Why it ended; some reasons have an author. */
function closed(event: Parameters<News['CaseClosed']>[0], reader: MailReader): string {
  switch (event.reason) {
    case 'satisfied':
      return reader.audience === 'customer' ? 'you are satisfied' : 'the customer is satisfied';
    case 'withdrawn':
      return `${doer(event, reader)} withdrew it`;
    case 'openedInError':
      return 'it was opened in error';
    case 'duplicate':
      return 'it repeats another case';
    case 'silent':
      return 'the customer was silent after a proposal';
  }
}
