import type { AdminWords } from '../portal/admin.ts';
import { counted } from './dates.ts';

export const access: AdminWords['access'] = {
  title: 'Signing in',
  invite: {
    about: (email) =>
      `A mail to ${email} says what this contract is and carries a link that signs them in, once, within seven days.`,
    noAddress: 'No address for mail is recorded of them, so they cannot be invited.',
    button: 'Send an invitation',
    done: (email) => `An invitation is on its way to ${email}. Its link works once, for seven days.`,
  },
  sessions: {
    about: 'When a telephone or a computer is lost, or somebody leaves, sign them out everywhere.',
    button: 'Sign them out everywhere',
    sure: (name) => `Sign ${name} out everywhere?`,
    sureAbout:
      'They are signed out at every browser and have to sign in again. Their roles stay as they are: take those away too if they are to see nothing more.',
    done: 'They have been signed out everywhere.',
    none: 'They were signed in nowhere.',
  },
};

export const domains: AdminWords['domains'] = {
  title: 'Domains to come by',
  about:
    'Whoever shows that they have a mailbox at one of these domains may sign in by themselves, as one of this customer’s people. Without any, people are added one by one.',
  none: 'No domain is allowed.',
  label: 'Domain',
  hint: 'What stands after the @, such as agency.example. A domain within another is allowed by itself.',
  button: 'Allow the domain',
  withdraw: 'No longer allow it',
  withdrawSure: ({ domain, customer }) => `No longer let people of ${domain} come to ${customer}?`,
  withdrawAbout:
    'Nobody new comes by it. Who came by it before keeps their role until it is taken from them, on their own page.',
  added: 'The domain is allowed.',
  withdrawn: 'The domain is no longer allowed.',
  since: 'allowed since',
  allowedBy: (by) => `by ${by}`,
  refusals: {
    malformed: (domain) => ({
      message: domain === '' ? 'No domain was written.' : `“${domain}” is no domain that mail has.`,
      advice: 'Write what stands after the @ in the addresses of the customer, such as agency.example.',
    }),
    public: (domain) => ({
      message: `Anybody gets a mailbox at ${domain}, so it does not show where somebody works.`,
      advice: 'Add these people one by one, under People.',
    }),
    taken: (domain) => ({
      message: `${domain} is another customer’s of this contract already.`,
      advice: 'No longer allow it there first, or add these people one by one, under People.',
    }),
  },
};

export const door: AdminWords['door'] = {
  empty: 'Nobody has come to the door yet.',
  ofInstallation: 'Of all contracts together, and of whoever belongs to none that is known.',
  columns: { who: 'Who', from: 'From' },
  unknown: 'nobody that is known',
  methods: {
    demonstration: 'stepping in',
    link: 'a link by e-mail',
    password: 'a password',
    passkey: 'a passkey',
    organisation: 'the organisation’s directory',
    code: 'a code of an app',
    used: 'had been used already',
    expired: 'was too old',
    unknown: 'is none of Ladder’s',
  },
  said: {
    signedIn: ({ method }) => `Signed in by ${method}.`,
    signInFailed: ({ method }) => `Tried to sign in by ${method}, and was not let in.`,
    signedOut: () => 'Signed out.',
    linkSent: () => 'Was sent a link to sign in by.',
    invited: ({ by }) => (by === '' ? 'Was invited.' : `Was invited by ${by}.`),
    sessionsEnded: ({ by }) =>
      by === '' ? 'Ended sessions of their own.' : `Was signed out everywhere by ${by}.`,
    personJoined: () => 'Came to the contract for the first time.',
    administratorMade: () => 'Became an administrator of the installation.',
    passwordSet: () => 'Set a password.',
    passwordRemoved: () => 'Removed the password.',
    passkeyAdded: () => 'Added a passkey.',
    passkeyRemoved: () => 'Removed a passkey.',
    secondFactorOn: () => 'Began to ask for a code of an app too.',
    secondFactorOff: () => 'No longer asks for a code of an app.',
    secondFactorFailed: () => 'Gave a wrong code of the app.',
    triedTooOften: ({ method, times }) =>
      `Tried to sign in by ${method} too often, ${counted(times, 'time')} by then, and was told to wait.`,
    linkFailed: ({ method, times }) =>
      `Came with a link to sign in that ${method}${times > 1 ? `, ${counted(times, 'time')} by then` : ''}.`,
    recoveryCodesMade: () => 'Made new recovery codes.',
    recoveryCodeUsed: () => 'Used a recovery code.',
  },
};

export const checkpoints: AdminWords['checkpoints'] = {
  title: 'Checkpoints',
  about:
    'Each is signed over the whole record as it stood then, and goes to oversight. A digest that is not the one they were sent shows that the record was changed.',
  empty: 'No checkpoint has been signed yet.',
  columns: { number: 'Number', cases: 'Cases', events: 'Events', digest: 'Digest' },
};
