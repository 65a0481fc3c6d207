import type { SignInWords } from '../portal/sign-in.ts';

export const signIn: SignInWords = {
  role: {
    customer: 'customer',
    customerManager: 'the customer’s manager',
    desk: 'support desk',
    accountManager: 'account manager',
    contact: 'contact',
    programManager: 'program manager',
    oversight: 'oversight',
    auditor: 'auditor',
    administrator: 'administrator',
  },
  roles: {
    customer: 'Customers',
    customerManager: 'Customers’ managers',
    desk: 'Support desk',
    accountManager: 'Account managers',
    contact: 'Contacts',
    programManager: 'Program manager',
    oversight: 'Oversight',
    auditor: 'Auditors',
    administrator: 'Administrators',
  },
  stepIn: {
    title: 'Step in as somebody',
    about:
      'This is a demonstration: everybody in it is invented. Choose whose place to take. You can change places at any time, or take several in different browsers.',
    empty: 'There is nobody to step in as: no person of this demonstration has a role yet.',
    more: 'What they are',
    button: ({ name }) => `Step in as ${name}`,
    of: ({ customerName }) => `of ${customerName}`,
    now: ({ name }) => `You are ${name} now.`,
  },
  signedOut: {
    title: 'You are signed out',
    about: 'Nobody can act in your name at this browser any more.',
    again: 'Sign in again',
  },
};
