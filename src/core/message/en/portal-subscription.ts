import type { SubscriptionWords } from '../portal/subscription.ts';
import { counted, formatLocal, listed } from './dates.ts';

export const subscription: SubscriptionWords = {
  offer: {
    title: 'Be told of changes',
    about: 'A mail says what a new revision changes, and who is reached instead of whom. One click ends it.',
    button: 'Tell me when this plan changes',
    on: 'You are told by mail when this plan changes.',
    end: 'Tell me no more',
    noAddress: 'No mail address is on file for you: ask whoever manages your people to add one.',
    count: ({ count }) =>
      count === 0
        ? 'Nobody is told of changes.'
        : `Changes of this plan are told to ${counted(count, 'reader')}.`,
  },
  form: {
    about: ({ contractTitle }) =>
      `Whenever the escalation plan of ${contractTitle} changes, a mail says what is different and since when. The address is used for nothing else, is shown to nobody, and is forgotten when you end it.`,
    email: 'Mail address',
    emailHint:
      'First it gets one mail with a link, to confirm that it is yours. Without that nothing more is sent.',
    language: 'Language of the mails',
    button: 'Send me the link',
    missing: { message: 'That is no mail address.', advice: 'Type one, such as name@agency.example.' },
    tooMany: {
      message: 'Too many addresses were asked today.',
      advice:
        'Try again tomorrow, or sign in and ask for it there. The feed of the plan says the same at any time.',
    },
  },
  asked: {
    title: 'Look into your mailbox',
    about:
      'A mail is on its way, unless this address was asked today or is told already. Its link works for 72 hours; only then anything more is sent.',
  },
  prove: {
    title: 'Be told when this plan changes?',
    about: ({ contractTitle, email }) =>
      `${email} is then told by mail whenever the escalation plan of ${contractTitle} changes. Each mail has a link that ends it.`,
    button: 'Yes, tell me',
    dead: {
      title: 'This link confirms nothing any more',
      about: 'It works once, and for 72 hours. Ask for another one on the page of the plan.',
    },
  },
  proved: {
    title: 'You are told from now on',
    about: ({ contractTitle }) => `The next change of the escalation plan of ${contractTitle} comes by mail.`,
  },
  end: {
    title: 'Be told no more?',
    about: ({ contractTitle }) =>
      `No mail then says when the escalation plan of ${contractTitle} changes, and the address is forgotten.`,
    button: 'Tell me no more',
    dead: {
      title: 'Nothing is sent to you',
      about: 'This was ended already, or never was. The page of the plan has what is in force.',
    },
  },
  ended: {
    title: 'You are told no more',
    about: ({ contractTitle }) =>
      `The escalation plan of ${contractTitle} changes without a mail to you, and your address is forgotten. You can ask for it again on the page of the plan.`,
  },
  toPlan: 'Read the plan',
  mails: {
    proof: ({ contractTitle }) => ({
      subject: 'Confirm: be told when the plan changes',
      lead: [
        `Somebody, probably you, asked that this address be told whenever the escalation plan of ${contractTitle} changes.`,
        'If it was not you, do nothing: nothing more is sent, and the address is forgotten.',
      ],
      link: {
        label: 'Confirm',
        says: 'Opens a page with a button; only the button confirms. Works once, for 72 hours.',
      },
    }),
    published: ({ contractTitle, revision, at, timeZone }) => ({
      subject: `The plan has changed: revision ${revision} is in force`,
      lead: [
        `Revision ${revision} of the escalation plan of ${contractTitle} is in force since ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      ],
    }),
    seatFilled: ({ contractTitle, title, name, at, timeZone, levels }) => {
      const reached =
        levels.length === 0
          ? ''
          : ` This is at ${levels.length === 1 ? 'level' : 'levels'} ${listed(levels.map(String))}.`;
      const since = formatLocal(at, timeZone, { year: true, zone: true });
      return {
        subject: name === undefined ? `Nobody is ${title} now` : `${name} is ${title} now`,
        lead: [
          name === undefined
            ? `In the escalation plan of ${contractTitle} nobody is ${title} since ${since}.${reached} Whoever the plan names in that place is reached instead.`
            : `In the escalation plan of ${contractTitle} ${name} is ${title} since ${since}.${reached} The page of the plan has the numbers that you may see.`,
        ],
      };
    },
    changes: 'What it changes',
    moreChanges: ({ more }) => `And ${more} more: the page of the plan shows all of them.`,
    running: 'Cases that are opened from then on run on it. Running cases keep the plan they have.',
    plan: { label: 'Read the plan', says: 'Opens the plan as anybody reads it.' },
    end: { label: 'Tell me no more', says: 'Opens a page with a button that ends these mails.' },
    footer: ({ contractTitle }) =>
      `Ladder, for ${contractTitle}. You get this because you asked to be told when the plan changes.`,
  },
};
