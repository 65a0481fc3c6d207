import { roundedUp } from '../../instant.ts';
import type { PictureWords } from '../picture.ts';
import { PartyWords } from './case-parts.ts';
import { formatDate, formatLocal, listed } from './dates.ts';
import { meansWords } from './forecast.ts';

export const picture: PictureWords = {
  title: ({ track }) => track,
  opened: ({ at, timeZone }) => `Opened ${formatLocal(at, timeZone, { year: true, zone: true })}`,
  supposed: ({ answers, timeZone }) =>
    answers.length === 0
      ? 'If nobody answers'
      : `If only these answer: ${listed(answers.map(({ level, at }) => `level ${level} on ${formatLocal(at, timeZone)}`))}`,
  level: ({ level, title }) => (title === '' ? `Level ${level}` : `Level ${level}: ${title}`),
  standings: {
    reached: 'Asked',
    due: 'Due now',
    next: 'Next',
    later: 'Later',
    never: 'Not reached',
  },
  reached: ({ at, timeZone }) => `Since ${formatLocal(at, timeZone, { zone: true })}`,
  due: ({ at, timeZone, standing }) =>
    `${standing === 'due' ? 'Since' : 'From'} ${formatLocal(roundedUp(at), timeZone, { zone: true })}`,
  undated: (standing) =>
    standing === 'never' ? 'Never falls due in this course' : 'No date can be given yet',
  climb: ({ actor, means, automatic }) =>
    automatic
      ? `Ladder moves in the customer’s name${meansWords(means)}`
      : `${PartyWords(actor)} moves${meansWords(means)}`,
  or: 'or',
  ownContact: (title) => `Each customer’s own ${title}`,
  otherwise: (name) => `otherwise ${name}`,
  call: (number) => number,
  mobile: (number) => `mobile ${number}`,
  day: (date) => formatDate(date).split(' ').slice(0, 2).join(' '),
  month: (date) => formatDate(date).split(' ').slice(1).join(' '),
  axis: ({ first, last, timeZone }) =>
    `Time from ${formatLocal(first, timeZone)} to ${formatLocal(last, timeZone)}`,
  sentence: (parts) => `${parts.filter((part) => part !== '').join('. ')}.`,
};
