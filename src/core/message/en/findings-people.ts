import type { FindingWords } from '../findings.ts';
import type { PeopleFindings } from '../findings-people.ts';

const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  title: 'title',
  office: 'office number',
  mobile: 'mobile number',
  email: 'e-mail address',
};

const field = (key: string): string => FIELDS[key] ?? key;

const levelsOf = (levels: readonly number[]): string =>
  levels.length === 0 ? 'deputy' : `level ${levels.join(' and ')}`;

export const peopleFindings: FindingWords<PeopleFindings> = {
  'levels-too-few': {
    message: ({ levels, required }) =>
      `The plan has ${levels === 1 ? '1 level' : `${levels} levels`}; at least ${required} ${required === 1 ? 'is' : 'are'} required.`,
    advice: () => 'Add the missing levels under `levels`, each with whom to reach.',
  },
  'level-title-missing': {
    message: ({ level }) => `Level ${level} has no title.`,
    advice: () => 'Write under `title` what the people of this level are, as "Service manager".',
  },
  'level-responsibility-missing': {
    message: ({ level }) => `Level ${level} does not say what it is responsible for.`,
    advice: ({ level }) =>
      level === 1
        ? 'Write under `responsibility` what this level does for the customer.'
        : `Write under \`responsibility\` what level ${level} may do that level ${level - 1} may not.`,
  },
  'level-contact-missing': {
    message: ({ level }) => `Level ${level} reaches nobody.`,
    advice: () => 'Name at least one contact under `reach`.',
  },
  'level-contact-repeated': {
    message: ({ contact, level, first }) =>
      `Level ${level} reaches ${contact}, as level ${first} already does.`,
    advice: ({ level }) =>
      `Name somebody of more responsibility at level ${level}, or list this contact there under \`otherwise\` only.`,
  },
  'level-directory-alone': {
    message: ({ level }) =>
      `Level ${level} reaches only somebody the customer has to look up, and the plan does not say whom to reach otherwise.`,
    advice: () => 'Name a desk or a person under `otherwise`.',
  },
  'level-individual-missing': {
    message: ({ level }) => `No person is named at level ${level}, only a desk or somebody to be looked up.`,
    advice: () => 'Name the person who answers for this level, with the desk under `otherwise`.',
  },
  'level-coverage-missing': {
    message: ({ level, contacts }) =>
      `Level ${level} is said to be reachable 24x7x365, but ${contacts.join(' and ')} ${contacts.length === 1 ? 'has' : 'have'} no deputy, and no desk stands behind.`,
    advice: () =>
      'Name a rota or a desk under `reach`, a desk under `otherwise`, or a `deputy` for each person.',
  },
  'contact-reference-unknown': {
    message: ({ id }) => `\`${id}\` is not among the contacts of this plan.`,
    advice: ({ suggestion }) =>
      suggestion === undefined
        ? 'Describe this contact under `contacts`, or name one that is there.'
        : `Did you mean \`${suggestion}\`? Otherwise describe this contact under \`contacts\`.`,
  },
  'contact-unused': {
    message: ({ contact }) => `Nothing in the plan reaches ${contact}.`,
    advice: () => 'Name this contact at a level, as a deputy or for a party, or remove it.',
  },
  'contact-kind-missing': {
    message: ({ contact }) => `${contact} is neither a person nor a desk nor somebody to be looked up.`,
    advice: () => 'Write `kind: person`, `kind: desk` or `kind: directory`.',
  },
  'contact-field-missing': {
    message: ({ contact, field: key, levels }) => `${contact} (${levelsOf(levels)}) has no ${field(key)}.`,
    advice: ({ field: key }) =>
      `Add it under \`${key}\`: the clause requires the ${field(key)} of every contact at a level.`,
  },
  'contact-address-missing': {
    message: ({ contact }) =>
      `${contact} has neither a number nor an address, so nobody can reach this contact.`,
    advice: () => 'Add `office`, `mobile` or `email`.',
  },
  'contact-address-shared': {
    message: ({ contact, other, field: key, address }) =>
      `${contact} has the same ${field(key)} as ${other}: ${address}.`,
    advice: ({ field: key }) =>
      key === 'office'
        ? 'If it is a switchboard, add an extension (`ext. 12`); if not, correct one of the two.'
        : 'Give each its own: when one fails, the other is no way round it.',
  },
  'contact-number-invalid': {
    message: ({ contact, field: key, number }) =>
      `The ${field(key)} of ${contact}, "${number}", cannot be dialled from everywhere.`,
    advice: () => 'Write it with + and the country, in full: "+1 916-555-0142", with "ext. 12" where needed.',
  },
  'contact-number-doubled': {
    message: ({ contact, number }) => `${contact} has one number, ${number}, for both office and mobile.`,
    advice: () => 'Give a second number: when the one fails there is no other way to this contact.',
  },
  'contact-email-invalid': {
    message: ({ contact, email }) => `"${email}" is no e-mail address for ${contact}.`,
    advice: () => 'Write one address alone, as desk@lantern.example.',
  },
  'contact-deputy-self': {
    message: ({ contact }) => `${contact} is their own deputy.`,
    advice: () => 'Name somebody else under `deputy`.',
  },
  'contact-quiet-unrelieved': {
    message: ({ contact }) =>
      `${contact} has quiet hours and no deputy, though this level is said to be reachable 24x7x365.`,
    advice: () => 'Name a `deputy` who is reached in those hours.',
  },
  'contact-changes-missing': {
    message: () => 'The plan does not say within what time a change of contacts is agreed.',
    advice: () => 'Add `contactChanges`, as { agreedWithin: 10 business days, calendar: business }.',
  },
  'emergency-number-invalid': {
    message: ({ number }) =>
      number === undefined
        ? 'The emergency number is missing.'
        : `"${number}" cannot be dialled in an emergency.`,
    advice: () => 'Write a short number such as "911", or one with + and the country.',
  },
};
