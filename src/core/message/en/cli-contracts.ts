import type { CommandsWords, CommandWords, ContractCommand } from '../cli.ts';
import { draftCommands } from './cli-drafts.ts';
import { obligationCommands } from './cli-obligations.ts';

const contract = 'which contract, where there are several';
const json = 'one JSON object instead of sentences';

/** A command that only has commands of its own. */
const family = (summary: string, line: string, says: string): CommandWords<never, never> => ({
  summary,
  description: `${summary}.`,
  arguments: {},
  options: {},
  examples: [{ line, says }],
});

/** The words of the commands that take in plans, people, customers and tokens. */
export const contractCommands: Pick<CommandsWords, ContractCommand> = {
  plan: family(
    'Take plans into the installation',
    'ladder plan load plans/minimal.plan.yaml',
    'Keep a plan as a draft',
  ),
  'plan load': {
    summary: 'Check a plan, keep it as a revision, publish it where it is agreed',
    description:
      'Takes a plan in as the next revision of its contract. Findings that block refuse it; the same plan again ' +
      'changes nothing. With --agreed it is published and new cases open on it, while running cases stay on the ' +
      'revision they have; without, it is a draft on which no case opens, save in a demonstration.\n\n' +
      'The first publication makes the contacts of the plan people of the contract. Later ones fill new seats and ' +
      'leave everybody as they are: what the plan says otherwise is listed.',
    arguments: { FILE: 'a plan, or - for standard input' },
    options: {
      agreed:
        'who agreed to it: two ids with a comma between them, one of the contractor and one of oversight',
      json,
    },
    examples: [
      {
        line: 'ladder plan load plans/calnet-3-category-9.1.plan.yaml --agreed solutions-architect,contract-office',
        says: 'Publish the sample plan',
      },
    ],
  },
  ...draftCommands,
  obligation: family(
    'Hand over, accept and renegotiate what a contract owes',
    'ladder obligation list --show mine',
    'What waits for my party?',
  ),
  ...obligationCommands,
  readiness: {
    summary: 'Could Ladder reach everybody of the plan now?',
    description:
      'Says of each level whether somebody could be reached now, and of each person by what, in which order, when each ' +
      'number and address was confirmed, what speaks against it, and until when they are on duty. A contact sees their ' +
      'own line. Speaks to the Ladder that LADDER_URL names, as the person whose token LADDER_TOKEN holds.',
    arguments: {},
    options: {
      contract: 'which contract, where the token sees several',
      json: 'the answer of the API as JSON',
    },
    examples: [{ line: 'ladder readiness', says: 'Everybody, a line each' }],
  },
  customer: family(
    'Keep the customers of a contract',
    'ladder customer list',
    'Who buys under the contract?',
  ),
  'customer add': {
    summary: 'Add a customer, or name its account manager',
    description:
      'Adds an agency that buys under the contract. Its account manager fills every directory seat of the plan for ' +
      'it; of a customer who is known already another one can be named.',
    arguments: { ID: 'up to 64 letters, digits, - and _' },
    options: {
      name: 'what people call it; a new customer needs it',
      accountManager: 'the id of the person who keeps its account',
      contract,
      json,
    },
    examples: [
      {
        line: 'ladder customer add harbor-safety --name "Department of Harbor Safety" --account-manager perpetua-lind',
        says: 'A new agency',
      },
    ],
  },
  'customer import': {
    summary: 'Take in a table of customers and account managers',
    description:
      'Reads a table as spreadsheets save it (CSV, UTF-8), says what would change line by line, and changes it with ' +
      '--yes: all of it or nothing. Its first line names the columns: customerId, name, accountManager, and of an ' +
      'account manager who is new accountManagerName, accountManagerEmail, accountManagerOffice, accountManagerMobile. ' +
      'Every line that cannot be taken in is named. Customers whose account nobody keeps are listed.',
    arguments: { FILE: 'the table; - reads standard input' },
    options: { yes: 'make the changes', contract, json },
    examples: [
      { line: 'ladder customer import agencies.csv', says: 'What would change?' },
      { line: 'ladder customer import agencies.csv --yes', says: 'Change it' },
    ],
  },
  'customer list': {
    summary: 'List customers with their account managers',
    description: 'Lists the customers of a contract in the order of their ids.',
    arguments: {},
    options: { contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder customer list', says: 'All of them' }],
  },
  person: family('Keep the people of a contract', 'ladder person list', 'Who is who?'),
  'person add': {
    summary: 'Add a person with a role, or a role to a person',
    description:
      'Adds somebody with a role: customer or customerManager (of one customer), desk, accountManager, contact, ' +
      'programManager, oversight, auditor, administrator. Nobody stands on the contractor’s side and on the ' +
      'customer’s or oversight’s in one contract. What is recorded of somebody is never overwritten.',
    arguments: { ID: 'up to 64 letters, digits, - and _' },
    options: {
      role: 'what the person is',
      name: 'needed for somebody new',
      email: 'where mails go; needed for somebody new',
      office: 'a number with + and the country',
      mobile: 'a number with + and the country',
      title: 'what they do, in a line',
      customer: 'of which customer; for the roles customer and customerManager',
      language:
        'in which they are written to until they choose themselves: en, es; without it the contract’s',
      contract,
      json,
    },
    examples: [
      {
        line: 'ladder person add dana-quill --name "Dana Quill" --email dana.quill@harbor-safety.example --role customer --customer harbor-safety',
        says: 'Somebody who may open cases',
      },
      { line: 'ladder person add dana-quill --role auditor', says: 'Another role for the same person' },
    ],
  },
  'person list': {
    summary: 'List people with their roles',
    description: 'Lists the people of a contract in the order of their ids.',
    arguments: {},
    options: { contract, json: 'one JSON object a line' },
    examples: [{ line: 'ladder person list', says: 'All of them' }],
  },
  token: family('Keep the tokens of the API', 'ladder token list', 'Who may use the API?'),
  'token create': {
    summary: 'Make a token for the API',
    description:
      'Makes a token with which a program acts as one person, or as an administrator of the installation. It is ' +
      'printed once and kept as a digest only.',
    arguments: {},
    options: {
      name: 'what it is for',
      person: 'whose it is: CONTRACT/ID',
      admin: 'an administrator’s',
      scope: 'what it may be used for: read, write, admin, metrics',
      expires: 'when it ends: a date in UTC, or a time with its offset; without it never',
      json,
    },
    examples: [
      {
        line: 'ladder token create --name "Ticket system" --person calnet-3-category-9-1/odile-marsh',
        says: 'For a program that acts as the desk',
      },
      {
        line: 'ladder token create --name Figures --admin --scope metrics --expires 2027-06-30',
        says: 'For whoever collects figures',
      },
    ],
  },
  'token list': {
    summary: 'List tokens, revoked ones too',
    description:
      'Lists whose each token is, what it may be used for, and when it ends. The tokens themselves are kept nowhere.',
    arguments: {},
    options: { json: 'one JSON object a line' },
    examples: [{ line: 'ladder token list', says: 'All of them' }],
  },
  'token revoke': {
    summary: 'End a token at once',
    description: 'Ends a token at once. One that is ended already stays as it is.',
    arguments: { ID: 'the id from "ladder token list"' },
    options: { json },
    examples: [
      { line: 'ladder token revoke 6f0d3a52-9a3c-4d8e-b1b7-0c5a4f6d2e11', says: 'A token that was lost' },
    ],
  },
};
