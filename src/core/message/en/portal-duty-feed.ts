import type { DutyFeedWords } from '../portal/duty-feed.ts';

export const dutyFeed: DutyFeedWords = {
  title: 'Duty in your calendar',
  about:
    'A calendar program that is given one of these addresses shows who is on duty, eight weeks back and a year ahead, and follows what is changed here. Whoever has the address reads the calendar without signing in: keep it to yourself, and end it when it is no longer needed.',
  empty: 'You have no calendar address.',
  columns: { what: 'Calendar', made: 'Made', act: 'Action' },
  own: 'Your own duty',
  level: ({ level }) => `Everybody’s duty at level ${level}`,
  add: {
    title: 'Make an address',
    what: 'What it shows',
    ownHint: 'Of every seat that you fill, for as long as you fill it.',
    levelHint: 'By name, for as long as you may see who is on duty.',
    button: 'Make the address',
    none: 'No level reaches a rota, so there is nothing to show in a calendar.',
  },
  made: {
    title: 'The address is made',
    about: 'Copy it into your calendar program now: it is shown this once, and cannot be looked up later.',
  },
  end: ({ name }) => `End “${name}”`,
  ended: 'That address is over: calendar programs get nothing there any more.',
  problems: {
    choose: {
      message: 'It is not said what the calendar shows.',
      advice: 'Choose your own duty, or one of the levels.',
    },
    tooMany: {
      message: 'You have as many addresses as one person may have.',
      advice: 'End one that is no longer needed, and then make the new one.',
    },
  },
  feed: {
    ownName: ({ contractTitle }) => `My duty: ${contractTitle}`,
    levelName: ({ contractTitle, level }) => `Level ${level} on duty: ${contractTitle}`,
    ownDuty: ({ title }) => `On duty: ${title}`,
    duty: ({ name, title }) => `${name} on duty: ${title}`,
    gone: 'This calendar is over. Make a new address on the page of who is on duty.',
  },
};
