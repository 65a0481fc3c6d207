import { asInstant, type Instant, parseInstant, roundedUp } from '../../instant.ts';
import type { CaseTerminalWords } from '../case-terminal.ts';
import { counted, formatLocal } from './dates.ts';

const SECOND_MS = 1000;

const local = (at: Instant, timeZone: string): string =>
  formatLocal(at, timeZone, { year: true, zone: true });

const read = (at: string): Instant => parseInstant(at) ?? asInstant(0);

export const caseTerminal: CaseTerminalWords = {
  refusals: {
    'api-token-missing': ({ variable }) => ({
      message: `${variable} is not set, so Ladder would not know who asks.`,
      advice: 'Make a token with "ladder token create --name NAME --person CONTRACT/ID" and put it there.',
    }),
    'api-token-malformed': ({ variable }) => ({
      message: `${variable} does not hold a token.`,
      advice: 'A token is the whole line that begins with ladder_.',
    }),
    'api-url-malformed': ({ variable, url }) => ({
      message: `${variable} is "${url}", which is not where a Ladder can be.`,
      advice: 'Write it as https://ladder.agency.example, without a name, a password or a question mark.',
    }),
    'api-unreachable': ({ url, reason }) => ({
      message: `No Ladder answers at ${url} (${reason}).`,
      advice: 'Check that it runs, and that LADDER_URL says where. Nothing was done.',
    }),
    'api-outcome-unknown': ({ url, reason, key }) => ({
      message: `The connection to ${url} was lost (${reason}), and it is not known whether it was done.`,
      advice: `Type the same line again with --key ${key}: then it is done once, whatever became of it now.`,
    }),
    'api-answer-foreign': ({ url, status }) => ({
      message: `What answers at ${url} is no Ladder (status ${status}).`,
      advice: 'Check LADDER_URL, and what stands between.',
    }),
    'api-answer-too-big': ({ url, mebibytesMax }) => ({
      message: `The answer of ${url} is longer than ${mebibytesMax} MiB.`,
      advice: 'Ask for less, with --limit or --after.',
    }),
    'api-stream-lost': ({ url, reason }) => ({
      message: `What happens at ${url} is no longer heard (${reason}).`,
      advice: 'Check that it runs, and watch again.',
    }),
    'contract-none-seen': ({ variable }) => ({
      message: `The token in ${variable} sees no contract.`,
      advice: 'Load a plan first, or take the token of somebody who is in a contract.',
    }),
    'contract-choice-missing': ({ known }) => ({
      message: `The token sees several contracts: ${known.join(', ')}.`,
      advice: 'Say which one with --contract.',
    }),
    'case-command-unknown': ({ command, known, suggestion }) => ({
      message: `There is no command "${command}" of a case.`,
      advice: suggestion === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${suggestion}"?`,
    }),
    'case-body-malformed': ({ option }) => ({
      message: `What stands after ${option} is no JSON object.`,
      advice: 'Write it as \'{"reason":"duplicate"}\', or - to read it from standard input.',
    }),
    'case-time-unclear': ({ option, value }) => ({
      message: `"${value}" after ${option} is no time.`,
      advice: "Write 2026-11-20T14:10 on the contract's clocks, or a time with its offset.",
    }),
    'case-time-ambiguous': ({ option, value, choices }) => ({
      message: `The contract's clocks change at "${value}" after ${option}.`,
      advice: `Say which is meant: ${choices.join(' or ')}.`,
    }),
  },
  labels: {
    case: 'Case',
    level: 'Level',
    customer: 'Customer',
    track: 'Track',
    references: 'References',
    waitingFor: 'Waits for',
    nextDue: 'Next due',
    opened: 'Opened',
    at: 'When',
    person: 'Person',
    kind: 'Kind',
    means: 'By',
    state: 'State',
    attempts: 'Attempts',
    reason: 'Reason',
  },
  deadlines: {
    promise: (level) => `a promise of level ${level} runs out`,
    warning: (level) => `warning before level ${level}`,
    step: (level) => `level ${level} may be contacted`,
    pass: (level) => `the step to level ${level} passes to somebody else`,
    pauseEnd: () => 'the pause ends',
    reminder: () => 'a reminder that a proposal waits',
  },
  promises: {
    acknowledgeWithin: (level) => `level ${level} promised to acknowledge by then`,
    respondWithin: (level) => `level ${level} promised to answer by then`,
    updateEvery: (level) => `level ${level} promised news by then`,
    longestAtLevel: (level) => `level ${level} promised to have settled it or moved it on`,
  },
  happened: (at, timeZone) => local(asInstant(Math.floor(read(at) / SECOND_MS) * SECOND_MS), timeZone),
  from: (at, timeZone) => local(roundedUp(read(at)), timeZone),
  head: ({ caseId, version, track, customer, references, practice }) =>
    [
      `Case ${caseId}`,
      `${track} for ${customer}`,
      ...(references.length > 0 ? [references.join(', ')] : []),
      ...(practice ? ['a drill'] : []),
      `version ${version}`,
    ].join(' · '),
  levelHead: (level, title) => (title === '' ? `Level ${level}` : `Level ${level} (${title})`),
  nowWaiting: (sentence) => `Now: ${sentence}`,
  nextDue: (when, what) => `Next: ${when}: ${what}`,
  nothingNew: 'Nothing new: it was so already.',
  setAside: 'The clocks of this case are not being acted on: a bug stands in their way, and operators know.',
  noDeadline: 'No clock runs.',
  nobody: 'nobody',
  nobodyTold: 'Nobody has been told anything yet.',
  listEmpty: 'There are no such cases.',
  listMore: (shown) => `There are more than these ${shown}; --limit shows more.`,
  tryingAgain: ({ reason, milliseconds }) => `No answer (${reason}); asking again in ${milliseconds} ms.`,
  filed: ({ files, events, holds }) => [
    `Written, with ${counted(events, 'event')}: ${files.join(', ')}`,
    holds
      ? 'The record of this case holds.'
      : 'The record of this case does not hold: the file says what of it. Run ladder verify.',
  ],
  doneUnseen: 'It is done; how the case stands now could not be read.',
  watchEnds: (caseId) => `Case ${caseId} is closed.`,
};
