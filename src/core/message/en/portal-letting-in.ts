import type { LettingInWords } from '../portal/letting-in.ts';

export const lettingIn: LettingInWords = {
  title: 'People',
  about:
    'Those whom you let into this contract and out again. Whatever you change here is recorded with your name.',
  empty: 'There is nobody yet. Invite the first one.',
  state: 'Signed in',
  came: 'yes',
  notYet: 'not yet',
  invite: {
    title: 'Invite somebody',
    about:
      'They get a mail that says what this contract is, with a link that signs them in, once, within seven days. Later they sign in by a link to the same address whenever they like.',
    nameHint: 'As pages and mails call them.',
    emailHint: 'Their own: who reads this mailbox acts in their name.',
    button: 'Send the invitation',
    done: ({ name, email }) => `${name} is invited: a mail is on its way to ${email}.`,
    seen: 'Open their page',
  },
  refusals: {
    roleMissing: {
      message: 'No role was chosen.',
      advice: 'Choose what they are to be.',
    },
    theirs: {
      message: 'Somebody with this address is on your list already.',
      advice: 'Send them another invitation on their own page.',
    },
    elsewhere: {
      message: 'This address is somebody’s in this contract already.',
      advice: 'Two people with one address could not sign in. Give another address, or ask an administrator.',
    },
  },
  again: {
    title: 'Invitation',
    about: ({ email }) =>
      `A mail to ${email} says what this contract is and brings a link that signs them in, once, within seven days.`,
    button: 'Send an invitation',
  },
  noAddress: 'No address for mail is recorded of them, so they cannot be invited.',
  withdraw: 'Take the role away',
  withdrawSure: ({ name, role }) => `Take the role “${role}” from ${name}?`,
  withdrawAbout:
    'From their next request on they may no longer do what it allows. What they did stays in the record, and you can invite them again.',
  invitationEnds: 'It is the only role they have, so an invitation that they have not used ends with it.',
  withdrawn: ({ role }) => `They no longer have the role “${role}”.`,
  out: 'They no longer have any role that is yours to give.',
  cancel: 'Do nothing',
  language: {
    label: 'Language',
    hint: 'In which mails and pages speak to them, until they choose themselves under “Your account”.',
    none: ({ name }) => `The contract’s: ${name}`,
  },
};
