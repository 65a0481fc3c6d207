import { telephone } from '../on-clocks.ts';
import type { CasePageWords } from '../portal/case-page.ts';
import { counted } from './dates.ts';

/** What the forms on the page of a case ask for, and what is wrong with what was filled in. */
export const caseFields: Pick<
  CasePageWords,
  | ('fields' | 'statedHints' | 'closeReasons' | 'audiences' | 'upheld' | 'outcomes' | 'rung' | 'problems')
  | ('refusals' | 'notNow')
> = {
  fields: {
    text: { label: 'What you want to say' },
    statedAt: {
      label: 'When it happened',
      hint: 'Only if that was before now, and at most 24 hours ago. It counts from then, and can be contested.',
    },
    reason: { label: 'Why before its time', hint: 'The plan allows it for these reasons alone.' },
    declineReason: { label: 'Why not', hint: 'It stands on the case.' },
    pauseReason: { label: 'What the pause is for', hint: 'The plan allows it for these reasons alone.' },
    closeReason: { label: 'Why it is closed' },
    track: { label: 'Which track' },
    to: { label: 'To whom' },
    rung: { label: 'Which number you rang' },
    outcome: { label: 'What came of it' },
    audience: { label: 'Who may read it' },
    upheld: { label: 'Your decision' },
  },
  statedHints: {
    answer:
      'Only if you answered before now, for example by telephone. It counts from then once the customer confirms it; until then from when you send this.',
    call: 'Only if that was before now, and at most 24 hours ago.',
  },
  closeReasons: {
    openedInError: 'It was opened in error',
    duplicate: 'It repeats another case',
    silent: 'The customer has been silent after a proposal and three reminders',
  },
  audiences: {
    all: 'Everybody on the case',
    customer: 'The customer alone',
    contractor: 'The contractor alone',
    oversight: 'Oversight alone',
  },
  upheld: { yes: 'The contest is upheld', no: 'The contest is dismissed: it counts as it stands' },
  outcomes: {
    reached: 'I reached them',
    noAnswer: 'Nobody picked up, or it was engaged',
    wrongPerson: 'Somebody picked up whom the number does not belong to',
    notInService: 'The number is not in service',
  },
  rung: {
    office: ({ level, name, value }) => `${level}: ${name}, office ${telephone(value)}`,
    mobile: ({ level, name, value }) => `${level}: ${name}, mobile ${telephone(value)}`,
    other: ({ level }) => `${level}: another number`,
  },
  problems: {
    missing: ({ label }) => `${label}: fill this in.`,
    unknown: ({ label, value }) =>
      `${label}: “${value}” is not one of the choices. Choose one of those shown.`,
    tooLong: ({ label, charactersMax }) =>
      `${label}: at most ${counted(charactersMax, 'character')} fit. Shorten it, or attach it as a file.`,
    unsound: ({ label }) => `${label}: it holds signs that are no text. Type it again.`,
    instant: ({ value, zone }) =>
      `When it happened: “${value}” is no date with a time. Give both, on ${zone} clocks, such as 2026-11-20 14:10.`,
  },
  refusals: {
    'case-changed': {
      message: 'Something has happened on this case since you opened the page, so nothing was done.',
      advice: 'Read what has happened below, and send it again if it still fits.',
    },
    'case-set-aside': {
      message: 'This case is set aside by a fault in Ladder, so nothing can be done on it now.',
      advice: 'Call the people on the page of the case. It is tried again soon.',
    },
    'command-not-allowed': {
      message: 'This is not for you to do.',
      advice: 'The page of the case shows what you can do.',
    },
    'key-used-differently': {
      message: 'This form was sent before with something else in it, and that has been done.',
      advice: 'Look at the case first; send this as well if you mean both.',
    },
  },
  notNow: {
    message: 'This is not possible as the case stands now.',
    advice: 'Something has happened meanwhile: look at the case, which shows what you can do.',
  },
};
