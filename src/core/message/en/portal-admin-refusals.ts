import { formatInstant } from '../../instant.ts';
import type { AdminWords } from '../portal/admin.ts';
import { listed } from './dates.ts';

const FIELDS = {
  name: 'name',
  email: 'address',
  office: 'office',
  mobile: 'mobile',
  title: 'title',
} as const;

export const adminRefusals: AdminWords['refusals'] = {
  'person-id-malformed': ({ personId }) => ({
    message: `“${personId}” cannot be a person’s short name.`,
    advice: 'Use up to 64 letters, digits, - and _, the first a letter or digit.',
  }),
  'person-id-reserved': ({ personId }) => ({
    message: `“${personId}” is the name under which Ladder acts by itself.`,
    advice: 'Choose another short name.',
  }),
  'person-field-missing': ({ field }) => ({
    message: `The ${FIELDS[field]} is missing.`,
    advice: 'Nobody can be written to without a name and an address for mail.',
  }),
  'person-text-malformed': ({ field, value, charactersMax }) => ({
    message: `“${value}” cannot be somebody’s ${FIELDS[field]}.`,
    advice: `Write one line of at most ${charactersMax} characters.`,
  }),
  'person-email-invalid': ({ email }) => ({
    message: `“${email}” is no address that mail can be sent to.`,
    advice: 'Write it as name@domain.example.',
  }),
  'person-language-not-known': ({ language }) => ({
    message: `“${language}” is no language that Ladder speaks.`,
    advice: 'Choose one of the list.',
  }),
  'person-number-invalid': ({ field, number }) => ({
    message: `“${number}” is no ${FIELDS[field]} number that can be dialled from everywhere.`,
    advice: 'Write it with + and the country, as +1 916-555-0142.',
  }),
  'person-field-differs': ({ personId, field, recorded, given }) => ({
    message: `There is a person “${personId}” already, whose ${FIELDS[field]} is “${recorded}” and not “${given}”.`,
    advice: 'Give somebody else another short name. To give this person a role, open their own page.',
  }),
  'person-erased': ({ personId, erasedAt }) => ({
    message: `What was known of “${personId}” was erased on ${formatInstant(erasedAt).slice(0, 10)}.`,
    advice: 'Add the person under another short name.',
  }),
  'person-not-known': ({ personId }) => ({
    message: `There is no person “${personId}” in this contract.`,
    advice: 'Add the person first, under People.',
  }),
  'person-role-missing': ({ personId }) => ({
    message: `“${personId}” has no role and may do nothing.`,
    advice: 'Give a role first, on the person’s own page.',
  }),
  'role-not-known': ({ role }) => ({
    message: role === '' ? 'No role was chosen.' : `“${role}” is no role.`,
    advice: 'Choose one of the list.',
  }),
  'role-customer-missing': () => ({
    message: 'This role is held for one customer, and none was chosen.',
    advice: 'Choose the customer too.',
  }),
  'role-customer-surplus': () => ({
    message: 'This role is held in the whole contract, not for one customer.',
    advice: 'Choose no customer with it, or choose a customer’s role.',
  }),
  'role-customer-differs': ({ held }) => ({
    message: `They have this role for “${held}” already, and one person has it for one customer only.`,
    advice: 'Add the person under another short name for the other customer.',
  }),
  'role-party-conflict': ({ personId }) => ({
    message: `“${personId}” stands on another side already.`,
    advice:
      'Nobody is the contractor’s and a customer’s or oversight’s at once in one contract. Give the role to somebody else.',
  }),
  'role-not-held': ({ personId }) => ({
    message: `“${personId}” does not have this role.`,
    advice: 'Somebody may have taken it from them meanwhile: look at their page again.',
  }),
  'role-administrator-last': ({ personId }) => ({
    message: `“${personId}” is the last administrator of the contract.`,
    advice: 'Make somebody else administrator first: without one nobody could give roles.',
  }),
  'role-accounts-kept': ({ personId, customers }) => ({
    message: `“${personId}” is the account manager of ${listed(customers)}.`,
    advice: 'Give these customers another account manager first.',
  }),
  'customer-id-malformed': ({ customerId }) => ({
    message: `“${customerId}” cannot be a customer’s short name.`,
    advice: 'Use up to 64 letters, digits, - and _, the first a letter or digit.',
  }),
  'customer-name-missing': () => ({
    message: 'The name is missing.',
    advice: 'Write what people call the customer.',
  }),
  'customer-name-malformed': ({ name, charactersMax }) => ({
    message: `“${name}” cannot be a customer’s name.`,
    advice: `Write one line of at most ${charactersMax} characters.`,
  }),
  'customer-name-differs': ({ customerId, recorded }) => ({
    message: `There is a customer “${customerId}” already; it is called “${recorded}”.`,
    advice: 'Choose another short name, or open that customer’s page to call it otherwise.',
  }),
  'customer-not-known': ({ customerId }) => ({
    message: `There is no customer “${customerId}”.`,
    advice: 'Add it first, under Customers.',
  }),
  'account-seat-missing': () => ({
    message: 'The plan has no contact who differs by customer, so that there is no account to keep.',
    advice: 'A plan that names account managers has a contact of the kind “directory”.',
  }),
  'token-name-malformed': ({ name, charactersMax }) => ({
    message: name === '' ? 'The token has no name.' : `“${name}” cannot be a token’s name.`,
    advice: `Write one line of at most ${charactersMax} characters, such as the program that will use it.`,
  }),
  'token-scope-not-known': ({ scope }) => ({
    message:
      scope === '' ? 'The token is for nothing.' : `“${scope}” is nothing that a token may be used for.`,
    advice: 'Choose reading, writing, or both.',
  }),
  'token-scope-not-held': ({ scope }) => ({
    message: `“${scope}” belongs to the installation and to no person.`,
    advice: 'Choose reading, writing, or both.',
  }),
  'token-expiry-passed': () => ({
    message: 'The token would have ended before it began.',
    advice: 'Choose a day to come, or none.',
  }),
  'token-not-known': () => ({
    message: 'There is no such token.',
    advice: 'Look at the list again.',
  }),
};
