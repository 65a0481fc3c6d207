import type { CommandsWords } from '../cli.ts';

type DraftCommand = Extract<
  keyof CommandsWords,
  `plan ${'draft' | 'list' | 'show' | 'propose' | 'agree' | 'send-back' | 'publish'}`
>;

const contract = 'which contract, where the token sees several';
const json = 'the answer of the API as JSON';
const DRAFT = 'its number, from ladder plan list';
const SPEAKS = 'Speaks to the Ladder that LADDER_URL names, as the person whose token LADDER_TOKEN holds.';

/** The words of the commands about plans on their way. */
export const draftCommands: Pick<CommandsWords, DraftCommand> = {
  'plan draft': {
    summary: 'Keep a plan as a draft, or write one anew',
    description:
      'Keeps a file as a new draft of the contract, whole or not, or puts it in the place of a draft’s text. ' +
      `Without a file the draft begins as the plan in force stands. ${SPEAKS}`,
    arguments: { FILE: 'a plan, or - for standard input' },
    options: { into: 'the draft whose text it becomes', contract, json },
    examples: [
      { line: 'ladder plan draft', says: 'Begin from the plan in force' },
      { line: 'ladder plan draft next.plan.yaml --into 3', says: 'Save a file as the text of draft 3' },
    ],
  },
  'plan list': {
    summary: 'List plans on their way',
    description: `Lists the drafts of a contract, the newest first, with how far each is. ${SPEAKS}`,
    arguments: {},
    options: { contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder plan list', says: 'All of them' }],
  },
  'plan show': {
    summary: 'Show a draft: its findings, what it changes, its record',
    description: `Shows how far a draft is, what is wrong with it, what it changes in the plan in force, and who did what. ${SPEAKS}`,
    arguments: { DRAFT },
    options: { text: 'only the plan as it is written', contract, json },
    examples: [
      { line: 'ladder plan show 3', says: 'Everything about draft 3' },
      { line: 'ladder plan show 3 --text > next.plan.yaml', says: 'Its text as a file' },
    ],
  },
  'plan propose': {
    summary: 'Propose a draft to both parties',
    description: `Proposes a draft as it is written now; its text then stands until it is agreed to or sent back. ${SPEAKS}`,
    arguments: { DRAFT },
    options: { text: 'a word to the others', contract, json },
    examples: [{ line: 'ladder plan propose 3', says: 'Propose draft 3' }],
  },
  'plan agree': {
    summary: 'Agree to a draft for your party',
    description:
      'Agrees to a draft as it is written now: a program manager for the contractor, oversight for itself. Who wrote, ' +
      `proposed or agreed to it for one party does not agree for the other. ${SPEAKS}`,
    arguments: { DRAFT },
    options: { contract, json },
    examples: [{ line: 'ladder plan agree 3', says: 'Agree to draft 3' }],
  },
  'plan send-back': {
    summary: 'Send a draft back, with the reason',
    description: `Makes a proposed or agreed draft one that can be changed again. What was agreed counts no more. ${SPEAKS}`,
    arguments: { DRAFT },
    options: { reason: 'why; - is standard input', contract, json },
    examples: [
      { line: 'ladder plan send-back 3 --reason "Level 2 has no mobile number"', says: 'Send draft 3 back' },
    ],
  },
  'plan publish': {
    summary: 'Publish a draft that both parties agreed to',
    description:
      'Publishes a plan at once, or at a time to come. New cases open on it from then on; running cases stay on the ' +
      `revision they have. ${SPEAKS}`,
    arguments: { DRAFT },
    options: { at: 'when it takes effect, on the contract’s clocks or with an offset', contract, json },
    examples: [
      { line: 'ladder plan publish 3', says: 'At once' },
      { line: 'ladder plan publish 3 --at 2026-12-01T08:00', says: 'On a morning' },
    ],
  },
};
