import { formatInstant } from '../../instant.ts';
import type { PeopleWords } from '../people.ts';

const list = (known: readonly string[]): string => known.join(', ');
/** Ids to choose from, where there are any. */
const among = (known: readonly string[]): string => (known.length === 0 ? '' : ` Known are: ${list(known)}.`);

/** The words for plans that are not taken in. */
const plans = {
  'plan-load-blocked': ({ findings: { length } }) => ({
    message: `The plan was not taken in: ${length === 1 ? 'one finding blocks' : `${length} findings block`} it.`,
    advice: 'Mend what the findings name and load the plan again; ladder check shows the same.',
  }),
  'plan-load-uncountable': ({ gaps }) => ({
    message: `The plan was not taken in: its clocks cannot be counted without ${list(gaps)}.`,
    advice: 'Write what is missing and load the plan again.',
  }),
  'plan-contract-unnamed': ({ key }) => ({
    message: 'The plan does not say which contract it belongs to.',
    advice: `Give the contract a name under ${key}, and keep it in every later plan of that contract.`,
  }),
  'plan-text-unstorable': () => ({
    message: 'The file holds characters that are no text.',
    advice: 'Save it as UTF-8 without null characters.',
  }),
  'plan-agreement-unpaired': ({ given }) => ({
    message: `A plan is agreed by two, one of the contractor and one of oversight, and ${given.length} ${given.length === 1 ? 'was' : 'were'} named.`,
    advice: 'Write --agreed with two ids and a comma between them, or leave it out to keep a draft.',
  }),
  'plan-agreement-person-unknown': ({ who, known }) => ({
    message: `Nobody is called "${who}" in the plan or among the people of its contract.`,
    advice: `Name a contact of the plan or a person by id.${among(known)}`,
  }),
  'plan-agreement-party-missing': ({ party, given, known }) => ({
    message: `Of ${list(given)} nobody stands for ${party === 'oversight' ? 'oversight' : 'the contractor'}.`,
    advice: `Both parties agree to a plan.${among(known)}`,
  }),
} satisfies Partial<PeopleWords['refusals']>;

/** The words for contracts and customers. */
const customers = {
  'contract-none-loaded': () => ({
    message: 'No contract has been loaded yet.',
    advice: 'Load its plan first: ladder plan load FILE.',
  }),
  'contract-not-chosen': ({ known }) => ({
    message: `There are several contracts: ${list(known)}.`,
    advice: 'Say which one with --contract.',
  }),
  'contract-not-known': ({ contract, known }) => ({
    message: `There is no contract "${contract}".`,
    advice: `Check the name.${among(known)}`,
  }),
  'customer-id-malformed': ({ customerId }) => ({
    message: `"${customerId}" cannot be a customer's id.`,
    advice: 'Use up to 64 letters, digits, - and _, the first a letter or digit.',
  }),
  'customer-name-missing': ({ customerId }) => ({
    message: `The customer "${customerId}" is new and has no name.`,
    advice: 'Add --name with what people call it.',
  }),
  'customer-name-malformed': ({ name, charactersMax }) => ({
    message: `"${name}" cannot be a customer's name.`,
    advice: `Write one line of at most ${charactersMax} characters.`,
  }),
  'customer-name-differs': ({ customerId, recorded, given }) => ({
    message: `The customer "${customerId}" is called "${recorded}", not "${given}".`,
    advice: 'Leave --name out if this is the one you mean, or choose another id.',
  }),
  'customer-not-known': ({ customerId, known }) => ({
    message: `There is no customer "${customerId}".`,
    advice: `Add it first with ladder customer add.${among(known)}`,
  }),
  'account-seat-missing': ({ contract }) => ({
    message: `No plan of ${contract} has a seat that an account manager fills.`,
    advice: 'Load a plan with a contact of the kind directory, or leave --account-manager out.',
  }),
} satisfies Partial<PeopleWords['refusals']>;

const NOT_READABLE = {
  encoding: 'The file is not saved as UTF-8',
  control: 'The file holds a sign that is no text',
  quote: 'A quotation mark is not paired',
} as const;

/** The words for a table of customers. */
export const tables = {
  'table-too-large': ({ linesMax, kibibytesMax }) => ({
    message: `The table has more than ${linesMax} customers, or more than ${kibibytesMax} KiB.`,
    advice: 'Part it into several, each with the line of column names on top.',
  }),
  'table-not-readable': ({ line, reason }) => ({
    message: `${NOT_READABLE[reason]}: line ${line}.`,
    advice:
      reason === 'quote'
        ? 'A cell that begins with a quotation mark ends with one, and a mark within it is written twice.'
        : 'In the spreadsheet, save it again as "CSV UTF-8".',
  }),
  'table-empty': ({ columns }) => ({
    message: 'The table has no customers.',
    advice: `Write the names of the columns on its first line, out of ${list(columns)}, and one customer on each line below.`,
  }),
  'table-column-unknown': ({ column, columns }) => ({
    message: `There is no column "${column}".`,
    advice: `The first line names the columns. Known are: ${list(columns)}.`,
  }),
  'table-column-twice': ({ column }) => ({
    message: `The column ${column} is there twice.`,
    advice: 'Keep one of them.',
  }),
  'table-column-missing': ({ column }) => ({
    message: `The column ${column} is missing.`,
    advice: 'The first line names the columns; each customer needs an id.',
  }),
  'table-cells-surplus': ({ cells, columns }) => ({
    message: `The line has ${cells} cells, and there are ${columns} columns.`,
    advice: 'Put a cell that holds the separating sign into quotation marks.',
  }),
  'table-customer-twice': ({ customerId, line }) => ({
    message: `The customer "${customerId}" stands on line ${line} already.`,
    advice: 'Keep one of the two lines.',
  }),
} satisfies Partial<PeopleWords['refusals']>;

/** The words for people and their roles. */
const people = {
  'person-id-malformed': ({ personId }) => ({
    message: `"${personId}" cannot be a person's id.`,
    advice: 'Use up to 64 letters, digits, - and _, the first a letter or digit.',
  }),
  'person-id-reserved': ({ personId }) => ({
    message: `"${personId}" is the name under which Ladder acts by itself.`,
    advice: 'Choose another id.',
  }),
  'person-field-missing': ({ personId, field }) => ({
    message: `"${personId}" is new, and ${field === 'email' ? 'an address for mail' : `the ${field}`} is missing.`,
    advice: `Add --${field}.`,
  }),
  'person-text-malformed': ({ field, value, charactersMax }) => ({
    message: `"${value}" cannot be somebody's ${field}.`,
    advice: `Write one line of at most ${charactersMax} characters.`,
  }),
  'person-email-invalid': ({ email }) => ({
    message: `"${email}" is no address that mail can be sent to.`,
    advice: 'Write it as name@domain.example.',
  }),
  'person-language-not-known': ({ language, known }) => ({
    message: `"${language}" is no language that Ladder speaks.`,
    advice: `Give one of ${list(known)}.`,
  }),
  'person-number-invalid': ({ field, number }) => ({
    message: `"${number}" is no ${field} number that can be dialled from everywhere.`,
    advice: 'Write it with + and the country, as +1 916-555-0142.',
  }),
  'person-field-differs': ({ personId, field, recorded, given }) => ({
    message: `Of "${personId}" another ${field} is recorded: "${recorded}", not "${given}".`,
    advice: `Leave --${field} out to give the person a role. What is recorded of a person is not changed this way; somebody else needs another id.`,
  }),
  'person-erased': ({ personId, erasedAt }) => ({
    message: `What was known of "${personId}" was erased on ${formatInstant(erasedAt)}.`,
    advice: 'Add the person under another id.',
  }),
  'person-not-known': ({ personId, contract }) => ({
    message: `There is no person "${personId}" in ${contract}.`,
    advice: 'Add the person first with ladder person add; ladder person list shows who is there.',
  }),
  'person-role-missing': ({ personId }) => ({
    message: `"${personId}" has no role and may do nothing.`,
    advice: `Give a role first: ladder person add ${personId} --role ROLE.`,
  }),
  'role-not-known': ({ role, known }) => ({
    message: `"${role}" is no role.`,
    advice: `Roles are: ${list(known)}.`,
  }),
  'role-customer-missing': ({ role }) => ({
    message: `The role ${role} is held for one customer, and none was named.`,
    advice: 'Add --customer with its id.',
  }),
  'role-customer-surplus': ({ role, customerId }) => ({
    message: `The role ${role} is held in the whole contract, not for the customer "${customerId}".`,
    advice: 'Leave --customer out, or choose the role customer or customerManager.',
  }),
  'role-customer-differs': ({ personId, role, held, given }) => ({
    message: `"${personId}" is ${role} of "${held}" already and cannot be that of "${given}" too.`,
    advice: 'Add the person under another id for the other customer.',
  }),
  'role-party-conflict': ({ personId, role, held }) => ({
    message: `"${personId}" is ${held} and cannot be ${role} too: nobody stands on the contractor's side and on another one in the same contract.`,
    advice: 'Give the role to somebody else.',
  }),
  'role-not-held': ({ personId, role }) => ({
    message: `"${personId}" does not hold the role ${role}.`,
    advice: 'Look at which roles they hold; somebody may have taken it from them already.',
  }),
  'role-administrator-last': ({ personId }) => ({
    message: `"${personId}" is the last administrator of the contract.`,
    advice: 'Make somebody else administrator first: without one nobody could give roles.',
  }),
  'role-accounts-kept': ({ personId, customers }) => ({
    message: `"${personId}" keeps the account of ${list(customers)}.`,
    advice: 'Give these customers another account manager first.',
  }),
} satisfies Partial<PeopleWords['refusals']>;

/** The words for tokens. */
const tokens = {
  'token-name-malformed': ({ name, charactersMax }) => ({
    message: `"${name}" cannot be a token's name.`,
    advice: `Say in one line of at most ${charactersMax} characters what it is for.`,
  }),
  'token-owner-unclear': () => ({
    message: "A token is either one person's or an administrator's.",
    advice: 'Write --person CONTRACT/ID, or --admin, and not both.',
  }),
  'token-scope-not-known': ({ scope, known }) => ({
    message: `"${scope}" is nothing that a token may be used for.`,
    advice: `Choose of: ${list(known)}.`,
  }),
  'token-scope-not-held': ({ scope, personId }) => ({
    message: `A token of "${personId}" cannot be used for ${scope}: that is an administrator's.`,
    advice: `Leave ${scope} out, or make the token with --admin.`,
  }),
  'token-expiry-passed': ({ expiresAt }) => ({
    message: `The token would have ended before it began, on ${formatInstant(expiresAt)}.`,
    advice: 'Name a later time with --expires.',
  }),
  'token-not-known': ({ tokenId }) => ({
    message: `There is no token "${tokenId}".`,
    advice: 'Take the id from ladder token list; the token itself is kept nowhere.',
  }),
} satisfies Partial<PeopleWords['refusals']>;

export const peopleRefusals: PeopleWords['refusals'] = {
  ...plans,
  ...customers,
  ...tables,
  ...people,
  ...tokens,
};
