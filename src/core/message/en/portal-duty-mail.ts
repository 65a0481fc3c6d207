import type { DutyMailWords } from '../portal/duty-mail.ts';
import { counted, formatLocal, formatNumber, listed } from './dates.ts';

const levelWords = (levels: readonly number[]): string => {
  if (levels.length === 0) return '';
  return levels.length === 1 ? ` (level ${levels[0]})` : ` (levels ${listed(levels.map(String))})`;
};

export const dutyMail: DutyMailWords = {
  ahead: {
    subject: ({ contractTitle, from, timeZone }) =>
      `${contractTitle}: you are on duty from ${formatLocal(from, timeZone, { zone: true })}`,
    lead: ({ count }) => `You have ${count === 1 ? 'a duty' : `${formatNumber(count)} duties`} ahead.`,
    duty: ({ title, levels, from, until, names, timeZone }) =>
      `${title}${levelWords(levels)}: from ${formatLocal(from, timeZone, { year: true, zone: until === undefined })}${
        until === undefined ? '' : ` until ${formatLocal(until, timeZone, { year: true, zone: true })}`
      }.${names.length === 0 ? '' : ` You take over from ${listed(names)}.`}`,
    more: ({ count }) => `${formatNumber(count)} more ${count === 1 ? 'duty' : 'duties'} on the page.`,
    what: 'Cases that reach your level then come to you. If you cannot be there, ask a colleague to swap on the page, or the program manager for an override.',
  },
  lost: {
    subject: ({ contractTitle, from, timeZone }) =>
      `${contractTitle}: you are not on duty from ${formatLocal(from, timeZone, { zone: true })} any more`,
    lead: ({ count }) =>
      count === 1
        ? 'A duty that you were told of is yours no more.'
        : `${formatNumber(count)} duties that you were told of are yours no more.`,
    duty: ({ title, levels, from, names, timeZone }) =>
      `${title}${levelWords(levels)}: from ${formatLocal(from, timeZone, { year: true, zone: true })}. ${
        names.length === 0
          ? 'Nobody has it instead: those whom the level names otherwise are reached.'
          : `${listed(names)} ${names.length === 1 ? 'has' : 'have'} it instead.`
      }`,
    more: ({ count }) => `${formatNumber(count)} more ${count === 1 ? 'duty' : 'duties'} on the page.`,
    what: 'An override, a swap or time off has changed it. If that is not as it should be, tell the program manager.',
  },
  over: {
    subject: ({ contractTitle, names }) =>
      `${contractTitle}: your duty is over, ${names.length === 0 ? 'and nobody took over' : `${listed(names)} took over`}`,
    lead: 'Your duty is over.',
    duty: ({ title, levels, at, names, timeZone }) =>
      `${title}${levelWords(levels)}: ${names.length === 0 ? 'nobody is on duty' : `${listed(names)} took over`}, from ${formatLocal(at, timeZone, { year: true, zone: true })} on.${
        names.length === 0 ? ' Those whom the level names otherwise are reached.' : ''
      }`,
    cases: 'Open cases at this level',
    oneCase: ({ caseId, level, dueAt, timeZone }) =>
      `${caseId}, level ${level}: ${dueAt === undefined ? 'nothing is due' : `due ${formatLocal(dueAt, timeZone, { year: true, zone: true })}`}.`,
    noCases: 'No case is open at this level.',
    more: ({ count }) => `${counted(count, 'more case')} on the list of cases.`,
  },
  link: {
    label: 'See who is on duty',
    says: 'Shows the weeks ahead. Mails about your duty are stopped there too.',
  },
  footer: ({ contractTitle }) =>
    `You get this mail because you have duty under ${contractTitle}. It cannot be answered.`,
  choice: {
    sent: {
      about: 'You are told by mail a day before your duty begins, and who took over when it is over.',
      button: 'Stop mails about my duty',
    },
    stopped: {
      about: 'You have stopped the mails about your duty. Cases and swaps still reach you.',
      button: 'Send me mails about my duty',
    },
  },
  done: {
    sent: 'You are told about your duty by mail again.',
    stopped: 'No more mails about your duty are sent to you. Cases and swaps still reach you.',
  },
};
