import type { CommandsWords } from '../cli.ts';

type ObligationCommand = Extract<keyof CommandsWords, `obligation ${string}`>;

const contract = 'which contract, where the token sees several';
const json = 'the answer of the API as JSON';
const key = 'a word under which it is done once, however often it is sent';
const OBLIGATION = 'its name, from ladder obligation list';
const SPEAKS = 'Speaks to the Ladder that LADDER_URL names, as the person whose token LADDER_TOKEN holds.';

/** The words of the commands about obligations. */
export const obligationCommands: Pick<CommandsWords, ObligationCommand> = {
  'obligation list': {
    summary: 'List obligations by date',
    description: `Lists the milestones, deliverables and commitments of a contract by date: how each stands, and whose move it is. ${SPEAKS}`,
    arguments: {},
    options: {
      show: 'only those that are not settled, due, late, the move of your party, delivered, or settled',
      contract,
      json: 'one JSON object a line',
    },
    examples: [
      { line: 'ladder obligation list', says: 'All of them' },
      { line: 'ladder obligation list --show late', says: 'Those whose date has passed' },
    ],
  },
  'obligation show': {
    summary: 'Show an obligation: its date, how it stands, what has happened',
    description: `Shows an obligation with everything that was handed over and said, as far as it is for you. ${SPEAKS}`,
    arguments: { OBLIGATION },
    options: { contract, json },
    examples: [{ line: 'ladder obligation show monthly-report.2027-01-31', says: 'The report of January' }],
  },
  'obligation deliver': {
    summary: 'Hand it over, with a link or a few words',
    description: `Hands an obligation over for the party that owes it. Files are attached on its page. ${SPEAKS}`,
    arguments: { OBLIGATION },
    options: {
      text: 'what you want to say; - is standard input',
      link: 'a page that begins with https://; up to five',
      doneOn: 'the day it was done, where that was before today',
      key,
      contract,
      json,
    },
    examples: [
      {
        line: 'ladder obligation deliver annual-report --link https://portal.example/report.pdf --done-on 2027-01-14',
        says: 'What was posted yesterday',
      },
    ],
  },
  'obligation accept': {
    summary: 'Accept what was handed over',
    description: `Accepts an obligation for the party that accepts it, which settles it for good. Who handed it over does not accept it. ${SPEAKS}`,
    arguments: { OBLIGATION },
    options: { text: 'a word to the others; - is standard input', key, contract, json },
    examples: [{ line: 'ladder obligation accept annual-report', says: 'It is settled' }],
  },
  'obligation send-back': {
    summary: 'Send it back, with the reason',
    description: `Sends back what was handed over: it is owed again, and its owner reads the reason. ${SPEAKS}`,
    arguments: { OBLIGATION },
    options: { reason: 'why; - is standard input', key, contract, json },
    examples: [
      {
        line: 'ladder obligation send-back annual-report --reason "December is missing"',
        says: 'December is to be added',
      },
    ],
  },
  'obligation renegotiate': {
    summary: 'Propose another date or a waiver, or answer what was proposed',
    description:
      'Proposes for your party that an obligation be due on another date, or be waived; or agrees to what the other ' +
      `party proposed, declines it, or withdraws your own proposal. Nothing changes until both parties agree. ${SPEAKS}`,
    arguments: { OBLIGATION },
    options: {
      date: 'propose this date',
      waive: 'propose that it be waived',
      agree: 'agree to what was proposed',
      decline: 'decline what was proposed',
      withdraw: 'withdraw your own proposal',
      reason: 'why; a proposal needs it; - is standard input',
      key,
      contract,
      json,
    },
    examples: [
      {
        line: 'ladder obligation renegotiate annual-report --date 2027-03-01 --reason "The audit ends in February"',
        says: 'Propose March',
      },
      { line: 'ladder obligation renegotiate annual-report --agree', says: 'Agree to it' },
    ],
  },
};
