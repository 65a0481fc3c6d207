import type { AdminWords } from '../portal/admin.ts';
import { formatDuration, listed } from './dates.ts';
import { access, checkpoints, domains, door } from './portal-admin-access.ts';
import { adminRefusals } from './portal-admin-refusals.ts';
import { carriers } from './portal-carriers.ts';

const people: AdminWords['people'] = {
  add: {
    title: 'Add a person',
    about: 'Somebody needs a name, an address for mail and a role to take part.',
    button: 'Add the person',
  },
  empty: 'There is nobody yet. People come with a plan, or are added here.',
  edit: {
    title: 'Name and title',
    about: 'As pages and mails call them.',
    button: 'Save the name',
  },
  grant: {
    title: 'Give a role',
    about: 'It holds from their next request on.',
    button: 'Give the role',
  },
  noRoles: 'They have no role: they see nothing and may do nothing.',
  numbersElsewhere:
    'Addresses and numbers are not changed here: a wrong one would send an escalation to the wrong place.',
  withdraw: 'Take the role away',
  withdrawSure: ({ name, role }) => `Take the role “${role}” from ${name}?`,
  withdrawAbout:
    'From their next request on they may no longer do what it allows. You can give it again at any time.',
  seats: (seats) =>
    `They fill a place in the plan (${listed(seats)}) and go on being told of cases until somebody else fills it.`,
  added: (name) => `${name} has been added.`,
  granted: (role) => `They have the role “${role}” now.`,
  unchanged: 'They had that role already; nothing has changed.',
  withdrawn: (role) => `They no longer have the role “${role}”.`,
  renamed: 'The name has been saved.',
};

const customers: AdminWords['customers'] = {
  add: {
    title: 'Add a customer',
    about: 'A customer is one agency that buys under the contract.',
    button: 'Add the customer',
  },
  empty: 'There is no customer yet. Add the first one: cases are opened for customers.',
  edit: { title: 'Name', about: 'As pages and mails call it.', button: 'Save the name' },
  account: {
    title: 'Account manager',
    about: 'Stands wherever the plan says that the contact differs by customer.',
    button: 'Set the account manager',
  },
  accountNote: 'Cases that are open keep the account manager they were opened with.',
  noSeat: 'The plan has no contact who differs by customer, so nobody is set here.',
  added: (name) => `${name} has been added.`,
  renamed: 'The name has been saved.',
  accountSet: (name) => `${name} is the account manager now.`,
};

const tokens: AdminWords['tokens'] = {
  add: {
    title: 'Make a token',
    about: 'With a token a program uses the API as one person of this contract, within that person’s rights.',
    button: 'Make the token',
  },
  empty: 'No program has a token of this contract.',
  made: 'The token has been made',
  madeAbout: 'Copy it now: it is shown this once, and only its digest is kept.',
  revoke: 'End this token',
  revokeSure: (name) => `End the token “${name}”?`,
  revokeAbout:
    'The program that uses it is no longer let in. This cannot be undone; a new token can be made.',
  revoked: (name) => `The token “${name}” has ended.`,
  scopes: { read: 'Reading', write: 'Writing' },
};

const rights: AdminWords['rights'] = {
  empty: 'Nothing about anybody’s rights has been changed since this is recorded.',
  terminal: 'at the terminal of the installation',
  keeper: 'who keeps the installation',
  themselves: 'themselves',
  ofInstallation:
    'Who gave or took which right in the whole installation. Those of a contract stand with it.',
  said: {
    personAdded: ({ person }) => `${person} was added.`,
    personRenamed: ({ person }) => `${person} was given another name or title.`,
    contactChanged: ({ person }) => `A number or the address of ${person} was changed.`,
    roleGranted: ({ person, role, customer }) =>
      `${person} was given the role “${role}”${customer === '' ? '' : ` of the customer ${customer}`}.`,
    roleWithdrawn: ({ person, role }) => `The role “${role}” was taken from ${person}.`,
    seatFilled: ({ person, seat }) => `${person} took the place “${seat}” of the plan.`,
    customerAdded: ({ customer }) => `The customer ${customer} was added.`,
    customerRenamed: ({ customer }) => `The customer ${customer} was given another name.`,
    accountSet: ({ person, customer }) => `${person} became the account manager of ${customer}.`,
    tokenMade: ({ person }) =>
      person === '' ? 'A token of the installation was made.' : `A token for ${person} was made.`,
    tokenRevoked: ({ person }) =>
      person === '' ? 'A token of the installation was ended.' : `A token of ${person} was ended.`,
    personErased: ({ person }) => `What was known of ${person} was erased.`,
    domainAllowed: ({ domain, customer }) =>
      `People with a mailbox at ${domain} may come by themselves, for the customer ${customer}.`,
    domainWithdrawn: ({ domain, customer }) =>
      `People with a mailbox at ${domain} no longer come by themselves, for the customer ${customer}.`,
    joinedByDomain: ({ person, domain, customer }) =>
      `${person} came by a mailbox at ${domain}, for the customer ${customer}.`,
    administratorMade: () => 'Somebody became administrator of the installation by the link of its terminal.',
    administratorLinkMade: () =>
      'A link was made by which somebody becomes administrator; one before it ended.',
  },
};

export const admin: AdminWords = {
  title: 'Administration',
  about: 'Who takes part in this contract and what they may do, and what does not go on by itself.',
  installation: {
    title: 'Installation',
    about: 'What belongs to all contracts of this installation together.',
    contracts: 'Contracts',
    none: 'No contract has been loaded yet. A contract begins with its plan: ladder plan load FILE.',
    published: (number) => `Revision ${number} of its plan is published.`,
    unpublished: 'No plan of it is published yet.',
    open: (title) => `Administer ${title}`,
    running: 'At work',
    onTime: 'No deadline is waiting to be acted on.',
    late: (ms) => `The earliest deadline that nobody has acted on was due ${formatDuration(ms)} ago.`,
    pages: 'Other pages of the installation',
  },
  parts: {
    people: { title: 'People', about: 'Who takes part, in which roles.' },
    customers: { title: 'Customers', about: 'Who buys under the contract, and who keeps their account.' },
    tokens: { title: 'API tokens', about: 'Programs that act as somebody of this contract.' },
    stuck: {
      title: 'What is stuck',
      about: 'Messages that did not arrive, cases set aside, commands refused.',
    },
    carriers: { title: 'Carriers', about: 'How messages went out and answers came in.' },
    rights: { title: 'Changes of rights', about: 'Who gave or took which right, and when.' },
    'sign-ins': {
      title: 'Sign-ins',
      about: 'Who came and went, from where, and how they changed the ways in.',
    },
  },
  labels: {
    personId: 'Short name',
    name: 'Name',
    title: 'Title',
    email: 'Address for mail',
    office: 'Office number',
    mobile: 'Mobile number',
    roles: 'Roles',
    role: 'Role',
    customer: 'Customer',
    customerId: 'Short name',
    accountManager: 'Account manager',
    nobody: 'nobody yet',
    erased: 'erased',
    scopes: 'May be used for',
    owner: 'Acts as',
    made: 'Made',
    ends: 'Last day',
    never: 'no end',
    revoked: 'ended',
    at: 'When',
    by: 'By',
    what: 'What',
    case: 'Case',
    since: 'Since',
    version: 'Last tried by the start of',
    error: 'Error',
    to: 'To',
    reason: 'Why',
    command: 'Command',
    code: 'Why',
    queue: 'Queue',
    jobs: 'Jobs',
  },
  hints: {
    id: 'Letters, digits, - and _. It stands in the record and never changes.',
    email: 'They are written to here, and sign in by it.',
    number: 'With + and the country, as +1 916-555-0142.',
    customer: 'Only for a customer’s own people.',
    scopes: 'A program that only looks needs no writing.',
    ends: 'Leave it empty for a token that does not end by itself.',
  },
  refusals: adminRefusals,
  back: 'Back to administration',
  cancel: 'Do nothing',
  people,
  access,
  customers,
  domains,
  door,
  language: {
    title: 'Language',
    about:
      'In which mails and pages speak to them. What they choose themselves under “Your account” goes before it.',
    button: 'Save the language',
    saved: 'The language has been saved.',
    ofContract: {
      title: 'Language of the contract',
      about: 'In which people are written to of whom nothing else is said.',
      button: 'Save the language',
    },
  },
  checkpoints,
  carriers,
  tokens,
  rights,
  stuck: {
    setAside: 'Cases set aside',
    setAsideAbout:
      'A fault in Ladder keeps it from deciding these cases. Their clocks are not acted on, and their people have been told. They are tried again each time a node starts.',
    failed: 'Messages that did not arrive',
    refused: 'Commands that were refused',
    refusedAbout: 'What people and programs asked of cases and were told no, the latest first.',
    none: 'None.',
    noCase: 'No case',
    records: {
      attestation: 'Confirmation of details',
      'contact-report': 'Report of a wrong contact',
      'contact-change': 'Change of a number or address',
      drill: 'Drill',
      'notice-rules': 'Rules of notices',
      obligation: 'Obligation',
      'seat-filling': 'Filling of a seat',
      subscription: 'Subscription',
    },
  },
};
