import type { CarrierWords } from '../portal/carriers.ts';

export const carriers: CarrierWords = {
  title: 'Carriers',
  about:
    'What brings messages out and answers in, as the settings of this installation have it, and how it did when it was last used, by whichever node.',
  demonstration:
    'This is a demonstration: nothing leaves the machine, and every mail, text and call is in the outbox.',
  ownTelephones:
    'A small carrier that runs beside Ladder brings them to the telephones of the demonstration, as a real one would.',
  mailOut: {
    title: 'Mail out',
    about: 'Whoever is told of a case is told by this server.',
    unset: 'No mail server is set, so every mail stays in the outbox. Set SMTP_URL and LADDER_MAIL_FROM.',
  },
  mailIn: {
    title: 'Mail in',
    about: 'Answers to mails come in here, and reports of mails that did not arrive.',
    unset: 'No mail is taken, so mails cannot be answered. Set LADDER_MAIL_PORT or IMAP_URL.',
  },
  mailbox: {
    title: 'Mailbox',
    about: 'Mail is fetched from this mailbox, by one node at a time.',
    unset: 'Mail is fetched from no mailbox. Set IMAP_URL where mail to Ladder gets to one.',
  },
  texts: {
    title: 'Texts',
    about: 'Whoever has a mobile telephone is told of a case by this carrier.',
    unset:
      'No carrier of texts is set, so nobody is told by text. Set LADDER_TWILIO_ACCOUNT or LADDER_TEXT_GATEWAY_URL.',
  },
  calls: {
    title: 'Calls',
    about: 'Whoever does not answer is rung by this carrier, and people ring Ladder at its number.',
    unset: 'No carrier of calls is set, so nobody is rung. Set LADDER_TWILIO_ACCOUNT.',
  },
  heartbeat: {
    title: 'Heartbeat',
    about:
      'A watcher outside is told every ten seconds that all is well; it calls somebody when it hears nothing.',
    unset: 'Nobody outside is told that all is well. Set HEARTBEAT_URL.',
  },
  labels: {
    server: 'Server',
    encrypted: 'Encrypted',
    signsIn: 'Signs in with a password',
    from: 'Mails are from',
    listens: 'Listens at',
    domain: 'Answers go to addresses at',
    user: 'Signs in as',
    folder: 'Folder',
    watcher: 'Watcher',
    number: 'Number of this Ladder',
    perMinute: 'A minute, of one node',
    lastDone: 'Last success',
    lastFailed: 'Last failure',
    why: 'Why',
    waiting: 'Waiting',
    waitingWhy: 'Why they wait',
    means: 'By',
    lastTaken: 'Last answer taken',
    lastHeld: 'Last answer held until its writer confirms it',
  },
  never: 'never yet',
  yes: 'yes',
  no: 'no',
  encrypted: {
    always: 'always',
    offered: 'where the server offers it',
    never: 'never, as the settings say',
    asked: 'where the other side asks for it',
    unset: 'never: no certificate is set',
  },
  means: { call: 'Call', email: 'Mail', text: 'Text' },
  ofContract: {
    out: 'Messages out',
    outAbout:
      'How the last messages of this contract went out. What was not taken for now is tried again for two days.',
    noneOut: 'No message has gone out yet.',
    in: 'Answers in',
    inAbout: 'What came in by mail about cases of this contract.',
    noneIn: 'No answer has come in by mail yet.',
    keeper: 'Servers and settings are looked after by whoever keeps the installation.',
  },
  reasons: {
    timeout: 'The other side did not answer in time.',
    tls: 'Its certificate or its encryption could not be trusted.',
    'unknown-host': 'There is no server of that name.',
    'sign-in': 'It did not take our name and password.',
    'lost-connection': 'The connection broke off.',
    'unknown-answer': 'Its answer was none that mail has.',
    'carrier-settings': 'The settings of the mail server do not fit together.',
    'refused-connection': 'Nobody listens there.',
    unreachable: 'There is no way to it from this machine.',
    'unusable-address': 'The address is none that mail can be sent to.',
    'address-erased': 'The address was erased before the mail went out.',
    'own-fault': 'A fault in Ladder kept it from being sent.',
    'put-off': 'A mail could not be taken just then; its sender was told to come again.',
    'url-not-understood': 'The address is none that can be asked.',
    'name-unknown': 'There is no server of that name.',
    'address-refused': 'It is at a private address, which LADDER_OUTGOING_PRIVATE does not allow.',
    'certificate-refused': 'Its certificate could not be trusted.',
    dropped: 'The connection broke off.',
    redirected: 'It sent us on to another address, which is not followed.',
    'mailbox-no-folder': 'The mailbox has no folder of that name. Look at the end of IMAP_URL.',
    'mailbox-read-only': 'The folder may only be read, so nothing in it can be moved or flagged.',
    'mailbox-no-place': 'The folder Ladder/Taken cannot be made there. Make it in a mail program.',
    'mailbox-not-read': 'The server did not say what is in the folder.',
    'mailbox-not-moved': 'A mail that was taken could not be moved to Ladder/Taken.',
    'database-away': 'The database of Ladder did not answer.',
    'reply-too-long': 'Its answer was longer than any such answer is.',
    'reply-not-understood': 'Its answer was none that is known.',
    throttled: 'It was more than the carrier takes at once; it is tried again.',
    stopped: 'Whoever has the number has stopped our texts.',
    busy: 'The telephone was busy.',
    'no-answer': 'Nobody answered.',
    voicemail: 'A voicemail answered.',
    canceled: 'The carrier gave up the call.',
    'not-delivered': 'The carrier could not bring it.',
    'not-completed': 'The call could not be put through: most likely there is no such number.',
    'unusable-number': 'The number is none that can be rung from everywhere.',
    'no-carrier': 'No carrier is set for it any more.',
    overtaken: 'It was answered before its turn came, and was not sent.',
  },
  smtp: ({ code }) =>
    code.startsWith('4')
      ? `The mail server put it off, with code ${code}.`
      : code === '535'
        ? 'The mail server did not take our name and password, with code 535.'
        : `The mail server refused it, with code ${code}.`,
  bounce: ({ code }) => `It came back: the mailbox did not take it, with status ${code}.`,
  status: ({ code }) => `It answered with status ${code}.`,
  carrier: ({ code }) => `The carrier refused it, with its number ${code}.`,
  test: {
    title: 'Try it',
    about: ({ email }) =>
      `A mail goes to your own address, ${email}, at once and once. This page then says what the server answered.`,
    aboutOutbox: 'A mail to yourself goes to the outbox, as every other here.',
    button: 'Send a test mail to myself',
    handedOver: ({ email }) => `The mail server took the mail to ${email}`,
    handedOverAbout: 'Look into your mailbox: whether it arrives there is for the servers on its way.',
    outbox: 'The test mail is in the outbox',
    toOutbox: 'Read it there',
    refused: {
      message: 'The mail server did not take the mail',
      advice: 'Its own words say why. Mend the setting or ask whoever keeps that server, then try again.',
    },
    notReached: {
      message: 'The mail server was not reached',
      advice: 'Look at SMTP_URL and at the way to that server, then try again.',
    },
    busy: {
      message: 'Another test mail is still under way',
      advice: 'Try again in half a minute.',
    },
    said: ({ said }) => `Its own words: ${said}`,
  },
  testMail: {
    subject: 'Test mail from Ladder',
    lead: [
      'Whoever keeps the installation asked Ladder to send this, to see whether mail goes out.',
      'That you read it shows that it does. There is nothing to do.',
    ],
  },
  testText: {
    about:
      'A text goes to a number of yours, at once and once. This page then says what the carrier answered.',
    field: 'Your mobile number',
    hint: 'With + and the country first, as in +1 916 555 0100',
    button: 'Send a test text',
    handedOver: ({ number }) => `The carrier took the text to ${number}`,
    handedOverAbout:
      'Look at your telephone: whether it arrives there is for the telephone companies on its way.',
    refused: {
      message: 'The carrier did not take the text',
      advice: 'Its own words say why. Mend the setting or the account at the carrier, then try again.',
    },
    notReached: {
      message: 'The carrier was not reached',
      advice: 'Look at the settings of the telephone and at the way to the carrier, then try again.',
    },
    notUnderstood: ({ value }) => ({
      message: `“${value}” is no telephone number that can be rung from everywhere.`,
      advice: 'Write it with + and the country first.',
    }),
    said: 'Ladder: a test. Whoever keeps the installation asked for it. There is nothing to do.',
  },
};
