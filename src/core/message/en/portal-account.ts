import type { AccountWords } from '../portal/account.ts';

const codesWords = (codes: number): string =>
  codes === 1 ? 'one recovery code is left' : `${codes === 0 ? 'no' : codes} recovery codes are left`;

export const account: AccountWords = {
  overview: {
    title: 'Your account',
    done: 'Your account is changed.',
    who: {
      title: 'Who you are',
      email: 'E-mail address',
      emailAbout:
        'With this address you sign in. It is the one that your contracts have of you: where it changes there, sign in with a link to the new one.',
    },
    people: {
      title: 'What you are',
      none: 'You are nobody of any contract yet. Ask a contract’s administrator to invite you.',
      keeper: 'you keep it, with its contracts, its carriers and its record',
    },
    password: {
      title: 'Password',
      none: 'You have none. You need none: a link by e-mail signs you in at any hour.',
      set: 'You have one.',
      add: 'Set a password',
      change: 'Change or remove the password',
    },
    secondFactor: {
      title: 'Second proof',
      off: 'Nothing but your mailbox or your password is asked for. An authenticator makes your account safe also where somebody reads your mail.',
      on: ({ codes }) => `Each sign-in also asks for a code of your authenticator; ${codesWords(codes)}.`,
      add: 'Set up an authenticator',
      change: 'Change the second proof',
    },
    passkeys: {
      title: 'Passkeys',
      about: ({ count }) =>
        count === 0
          ? 'You have none. With one, your device signs you in: your fingerprint, your face, or a key that you carry.'
          : `You have ${count === 1 ? 'one' : count}.`,
      change: 'Add or remove passkeys',
    },
    sessions: {
      title: 'Where you are signed in',
      about: 'Do you not know one of them? End it, and change your password if you have one.',
      columns: {
        browser: 'Browser',
        began: 'Since',
        used: 'Last used',
        by: 'Signed in by',
        action: 'End',
      },
      this: 'this browser',
      methods: {
        demonstration: 'stepping in',
        link: 'a link by e-mail',
        password: 'a password',
        passkey: 'a passkey',
        organisation: 'your organisation',
      },
      unknownBrowser: 'unknown browser',
      end: ({ browser }) => `End the session of ${browser}`,
      endOthers: 'End all others',
    },
  },
  details: {
    title: 'Your name, language and time zone',
    name: 'Name',
    nameHint:
      'As this page and the top of every page show it. On cases you have the name that the contract has of you.',
    nameMissing: { message: 'Enter your name.', advice: 'One line.' },
    language: 'Language',
    languageNone: 'What my browser asks for',
    timeZone: 'Time zone',
    timeZoneHint: 'Where you are: instants are shown on your clocks beside those of the contract.',
    timeZoneNone: 'That of the contract',
    timeZoneUnknown: { message: 'Choose a time zone of the list.', advice: 'Such as America/Los_Angeles.' },
    button: 'Save',
    change: 'Change name, language or time zone',
  },
  password: {
    title: 'Set a password',
    about: 'A password spares you the way to your mailbox. The link by e-mail works all the same.',
    hint: 'At least 12 signs of any kind, spaces included: a few words that you think of together and nobody else does.',
    label: 'New password',
    repeated: 'New password once more',
    button: 'Set this password',
    problems: {
      missing: { message: 'Enter a password.', advice: 'At least 12 signs of any kind.' },
      different: {
        message: 'The two are not the same.',
        advice: 'Type the password twice, so that a slip is noticed.',
      },
      short: { message: 'This password is too short.', advice: 'Take at least 12 signs: a few words do.' },
      long: { message: 'This password is too long.', advice: 'Take at most 128 signs.' },
      common: {
        message: 'This password is one of the first that are tried.',
        advice: 'Take a few words that nobody else thinks of together.',
      },
      own: {
        message: 'This password is hardly more than your name or your address.',
        advice: 'Take a few words that nobody knows to be yours.',
      },
      simple: {
        message: 'This password repeats a few signs, or is a plain row of them.',
        advice: 'Take a few words that nobody else thinks of together.',
      },
    },
    remove: {
      title: 'Remove the password',
      about: 'Then you sign in with a link by e-mail, or with a passkey.',
      button: 'Remove the password',
    },
  },
  secondFactor: {
    title: 'Set up an authenticator',
    about:
      'An authenticator is a program on your telephone or computer that shows six digits, new ones each half minute.',
    steps: {
      scan: 'Let the authenticator on your telephone look at this picture, or',
      open: 'on the device that has the authenticator, open this link, or',
      type: 'type this key into the authenticator:',
      code: 'Then enter the six digits that it shows.',
    },
    picture: 'QR code with the key that stands below it',
    openLink: 'Open in an authenticator on this device',
    secret: 'Key',
    label: 'Code',
    hint: 'Six digits.',
    button: 'Turn on the second proof',
    wrong: {
      message: 'This code was not taken.',
      advice: 'Enter the digits that the authenticator shows now. Are the clocks of both devices right?',
    },
    codes: {
      title: 'Your recovery codes',
      about: 'On the day on which the authenticator is lost, each of these lets you in once in its place.',
      once: 'They are shown this once. Print them, or keep them where you keep what must not be lost.',
      back: 'I have kept them: back to my account',
    },
    on: {
      title: 'Second proof',
      left: ({ codes }) => `The second proof is on; ${codesWords(codes)}.`,
      newCodes: 'Make new recovery codes',
      newCodesAbout: 'The ones before open nothing any more.',
      remove: 'Turn off the second proof',
      removeAbout: 'Then whoever reads your mail can sign in as you.',
    },
  },
  passkeys: {
    title: 'Passkeys',
    about:
      'A passkey stands on a device and never leaves it, so nobody can get it out of you. No code is asked for after it.',
    name: 'Name',
    nameHint: 'So that you know it again, such as “My telephone”.',
    unnamed: 'without a name',
    made: 'Added',
    action: 'Remove',
    remove: ({ name }) => `Remove the passkey ${name}`,
    scriptMissing: 'To add a passkey, let this page use script: only that can ask your device.',
    refused: 'The passkey was not taken. Try again, and give it a name of one line.',
    add: {
      title: 'Add a passkey',
      about: 'Your device asks you to confirm.',
      button: 'Add a passkey of this device',
      failed: 'The device gave no passkey. Try again.',
    },
  },
};
