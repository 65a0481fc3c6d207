import type { PapersWords } from '../portal/papers.ts';
import { counted, formatDate, listed } from './dates.ts';

const date = (text: string): string => formatDate(text, { year: true });

export const papers: PapersWords = {
  foot: ({ title, number, digest }) => `${title}, revision ${number}, digest ${digest}`,
  pageOf: ({ number, of }) => `Page ${number} of ${of}`,
  stamp: {
    revision: ({ number }) => `Revision ${number}`,
    since: 'in force since',
    digest: 'Digest',
    address: 'Published at',
    asOf: 'People and numbers as of',
  },
  ofFile: {
    says: 'Made from a file; not published by an installation.',
    holdsFrom: 'meant to hold from',
    effective: 'Meant to hold from',
    inForceAt: 'What is in force stands at',
    address: 'The file names as its address',
    people: 'People and numbers are those of the file.',
  },
  posted: {
    name: 'Posted in time',
    says: ({ days, dueOn, posted }) => {
      const wanted = `Wanted within ${counted(days, 'day')} of execution, until the end of ${date(dueOn)}.`;
      if (!posted) return `${wanted} Nobody recorded when it was posted.`;
      return posted.lateDays === 0
        ? `${wanted} Yes: first posted here on ${date(posted.on)}.`
        : `${wanted} No: first posted here on ${date(posted.on)}, ${counted(posted.lateDays, 'day')} late.`;
    },
  },
  address: 'Address',
  comingDays: ({ from, until }) => `Closed or open at other hours from ${date(from)} to ${date(until)}:`,
  noComingDays: ({ from, until }) =>
    `From ${date(from)} to ${date(until)} no day is closed or open at other hours but those above.`,
  unknownSigns: ({ count }) =>
    count === 1
      ? 'One sign of the text is in no typeface of this paper. It is written by its number, as in [U+6771].'
      : `${count} signs of the text are in no typeface of this paper. They are written by their numbers, as in [U+6771].`,
  offer: {
    title: 'To take along',
    about: 'The same plan in other forms. Each says which revision it is.',
    pdf: 'The plan to print and file (PDF)',
    wallA4: 'One page for the wall, A4 (PDF)',
    wallLetter: 'One page for the wall, Letter (PDF)',
    calendar: 'Due dates and holidays for your calendar (ICS)',
    json: 'This plan for programs (JSON)',
    month: 'One month at a time',
    atom: 'What changes about this plan, for a feed reader (Atom)',
  },
  wall: {
    title: 'Nobody helps? Go higher.',
    first: 'Ask here first.',
    keptNumber: 'Number for signed-in customers: see the address below',
    more: ({ count }) => `${count === 1 ? 'One more person' : `${count} more people`}: see the address below`,
  },
  atom: {
    title: ({ title, contract }) => `${title}, ${contract}: what changes`,
    published: ({ number }) => `Revision ${number} is published`,
    filled: ({ name, title }) => `${name} is ${title} now`,
    levels: ({ levels }) =>
      levels.length === 0
        ? 'The seat stands at no level.'
        : `Reached at ${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))}. The page of the plan has the numbers that you may see.`,
  },
  feed: {
    title: ({ title }) => `${title}: due dates and holidays`,
    due: ({ title, owner }) => (owner === '' ? `Due: ${title}` : `Due: ${title} (${owner})`),
    holiday: ({ name, calendar }) => `Closed: ${name} (calendar “${calendar}”)`,
  },
};
