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
    button: ({ name }) => `Step in as ${name}`,
    of: ({ customerName }) => `of ${customerName}`,
    try: {
      customer: 'Open a case, and go one level higher when its time has come.',
      customerManager: 'See every case of one customer, and how long answers take.',
      desk: 'Take a case from the queue, or open one for a caller.',
      accountManager: 'Answer what waits for you at level 1.',
      contact: 'Acknowledge and answer a case that has moved up to you.',
      programManager: 'See whether the contractor keeps its promises.',
      oversight: 'See all cases, take oversight’s own steps, decide disputes.',
      auditor: 'Read everything, and check that the record is whole.',
      administrator: 'Look after people, customers, tokens and sign-ins.',
    },
    now: ({ name }) => `You are ${name} now.`,
  },
  page: {
    title: 'Sign in',
    again: {
      title: 'Prove once more who you are',
      about:
        'What you want to do needs a proof that is younger than a quarter of an hour. Then you go on where you were.',
    },
    signedInAs: ({ name }) => `You are signed in as ${name}.`,
    email: 'E-mail address',
    byLink: {
      title: 'With a link by e-mail',
      about: 'We mail you a link that signs you in. It works once, for 10 minutes. You need no password.',
      button: 'Mail me a link',
    },
    byPassword: {
      title: 'With a password',
      password: 'Password',
      button: 'Sign in',
      forgotten: 'Forgotten, or none yet? Sign in with a link, and set a password under “Your account”.',
    },
    byPasskey: {
      title: 'With a passkey',
      about: 'Your device, your fingerprint or a key that you carry.',
      button: 'Sign in with a passkey',
      failed: 'The passkey was not taken. Try again, or sign in with a link.',
    },
    byOrganisation: {
      title: 'With your organisation',
      button: ({ name }) => `Sign in with ${name}`,
      failed:
        'Your organisation’s sign-in did not let you in here. Sign in with a link, or ask who keeps the directory.',
    },
    stepIn: 'In this demonstration you can also step in as somebody.',
    problems: {
      emailMissing: {
        message: 'Enter your e-mail address.',
        advice: 'It has the form name@agency.example.',
      },
      passwordMissing: { message: 'Enter your password.', advice: 'Or sign in with a link by e-mail.' },
      wrong: {
        message: 'The address and the password do not belong together.',
        advice: 'Check both, or sign in with a link by e-mail: it works without a password.',
      },
    },
  },
  sent: {
    title: 'Look into your mailbox',
    about:
      'If this address is known here, a mail with a link is on its way to it. The link works once, for 10 minutes.',
    nothing:
      'Nothing within a few minutes? Look among unwanted mail, and whether the address is the one that the contract has of you. If it is, ask the contract’s administrator.',
    outbox: 'See the mail in the outbox of this demonstration',
    back: 'Ask for another link',
  },
  link: {
    titles: {
      signIn: 'Sign in',
      invitation: 'You are invited',
      domain: 'Come in as a customer',
      administrator: 'Become the administrator',
    },
    signIn: ({ email }) => `This link signs in ${email} at this browser.`,
    invitation: ({ email, contractTitle }) =>
      `This link signs in ${email} at this browser, for ${contractTitle}.`,
    domain: ({ email, contractTitle, customerName }) =>
      `Whoever has a mailbox at this address may report trouble under ${contractTitle} for ${customerName}. This link signs in ${email} at this browser.`,
    administrator:
      'This link makes you the one who keeps this installation. Say who you are; later you sign in with a link to this address, or with what you set under “Your account”.',
    onlyThen: 'Nothing happens before you press the button. Then the link is used up.',
    button: 'Sign in',
    name: 'Your name',
    nameHint: 'As the others on a case are to see it.',
    email: 'Your e-mail address',
    emailHint: 'Mails with links to sign in go there.',
    problems: {
      nameMissing: {
        message: 'Enter your name.',
        advice: 'One line, as the others on a case are to see it.',
      },
      emailMissing: {
        message: 'Enter your e-mail address.',
        advice: 'It has the form name@agency.example.',
      },
    },
    dead: {
      used: { message: 'This link has been used.', advice: 'A link signs in once. Ask for a new one.' },
      expired: { message: 'This link has run out.', advice: 'Its time is over. Ask for a new one.' },
      unknown: {
        message: 'This link leads nowhere.',
        advice: 'Perhaps a part of it was cut off. Open it from the mail once more, or ask for a new one.',
      },
    },
    fresh: 'Ask for a new link',
  },
  code: {
    title: 'Enter your code',
    about: 'Your account asks for a second proof: the six digits that your authenticator shows now.',
    label: 'Code',
    hint: 'Six digits, or one of your recovery codes.',
    button: 'Go on',
    lost: 'Have you lost the authenticator? Enter one of the recovery codes that you were given when you set it up.',
    wrong: {
      message: 'This code was not taken.',
      advice: 'Each code counts once. Wait until the authenticator shows the next one, and enter that.',
    },
    over: {
      message: 'This sign-in is over.',
      advice: 'It took too long, or too many codes were wrong. Begin again.',
    },
    begin: 'Begin again',
  },
  nobody: {
    title: 'You are nobody here yet',
    about: ({ email }) =>
      `You are signed in as ${email}, but no contract has a person with this address. Ask the contract’s administrator to invite you; then sign in again.`,
  },
  tooOften: ({ seconds }) => ({
    message: 'Too many tries from here.',
    advice: `Try again in ${minutesWords(seconds)}. Nobody else is kept out, and a link by e-mail still works from elsewhere.`,
  }),
  signedOut: {
    title: 'You are signed out',
    about: 'Nobody can act in your name at this browser any more.',
    again: 'Sign in again',
  },
};

function minutesWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
