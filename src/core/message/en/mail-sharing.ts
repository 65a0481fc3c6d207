import type { MailReader, MailWords } from '../mail.ts';
import { doer, moment } from './mail-parts.ts';

type News = MailWords['news'];

const named = (person: string, reader: MailReader): string => reader.name(person) ?? 'A colleague';

/** Who shares a case on the customer's side. */
export const sharingNews: Pick<News, 'WatcherAdded' | 'WatcherRemoved' | 'StandInNamed' | 'StandInEnded'> = {
  WatcherAdded: (event, reader) => ({
    subject: 'Somebody watches the case',
    lead: [
      `${doer(event, reader)} let ${named(event.person, reader)} watch the case: to see it, to be told of everything and to write notes. It takes nothing else.`,
    ],
  }),
  WatcherRemoved: (event, reader) => ({
    subject: 'Somebody watches no longer',
    lead: [`${doer(event, reader)} ended that ${named(event.person, reader)} watches the case.`],
  }),
  StandInNamed: (event, reader) => ({
    subject: 'A stand-in',
    lead: [
      `${doer(event, reader)} named ${named(event.person, reader)} to stand in: to see the case, be told of everything, and act for ${reader.customerName} as the person who reported it does${
        event.endsAt === undefined ? ', until that is taken back' : ` until ${moment(event.endsAt, reader)}`
      }.`,
    ],
  }),
  StandInEnded: (event, reader) => ({
    subject: 'No stand-in any more',
    lead: [`${named(event.person, reader)} does not stand in for the person who reported the case any more.`],
  }),
};
