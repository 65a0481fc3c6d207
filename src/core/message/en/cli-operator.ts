import type { CommandsWords } from '../cli.ts';

/** The words of the commands for whoever runs an installation. */
export const operatorCommands: Pick<
  CommandsWords,
  'start' | 'init' | 'administrator' | 'administrator link' | 'settings' | 'clock' | 'clock advance'
> = {
  start: {
    summary: 'Run Ladder: clocks, mail and pages',
    description:
      'Runs the installation in the data folder until Ctrl-C. Where there is none it makes a demonstration: ' +
      'sample plans, invented people, a clock that can be moved, nothing that leaves this machine. ' +
      'It prints one line when it is ready; its log, in JSON, goes to standard error.\n\n' +
      'Settings are environment variables: "ladder settings" lists them.',
    arguments: {},
    options: { json: 'the line that says it is ready in JSON, for a program that waits for it' },
    examples: [
      { line: 'ladder start', says: 'A demonstration, or what is there' },
      { line: 'ladder start --json', says: 'For a program' },
    ],
  },
  init: {
    summary: 'Make a real installation, empty, with its administrator’s link and token',
    description:
      'Makes an installation that is no demonstration: no samples, a clock that nobody moves, mail that is sent. ' +
      'It stands in the data folder or in the database of DATABASE_URL. The link and the token it prints are ' +
      'shown once: by the link the administrator signs in to the portal, with the token they enter the API.',
    arguments: {},
    options: { json: 'the link and the token in JSON, for a program that keeps them' },
    examples: [{ line: 'ladder init', says: 'Before the first "ladder start" of a real installation' }],
  },
  administrator: {
    summary: 'Let somebody become administrator of the installation',
    description: 'Whoever may use the terminal of an installation may name who keeps it.',
    arguments: {},
    options: {},
    examples: [{ line: 'ladder administrator link', says: 'The link of "ladder init" got lost' }],
  },
  'administrator link': {
    summary: 'Make a new link by which somebody becomes administrator',
    description:
      'Prints a link that makes whoever opens it administrator of the installation, once, within 3 days: for the day ' +
      'on which the link of "ladder init" got lost, or the only administrator left. A link made before no longer ' +
      'works, and those who are administrators stay so. It is recorded, and works while Ladder runs.',
    arguments: {},
    options: { json: 'the link in JSON' },
    examples: [{ line: 'ladder administrator link', says: 'A new link' }],
  },
  settings: {
    summary: 'List every setting with its meaning',
    description:
      'Prints the reference of the settings: environment variables, what each takes, and what holds without it. ' +
      'It shows no values.',
    arguments: {},
    options: {},
    examples: [{ line: 'ladder settings', says: 'All of them' }],
  },
  clock: {
    summary: 'Move the clock of a demonstration',
    description: 'The clock of a demonstration can be moved forward; that of a real installation cannot.',
    arguments: {},
    options: {},
    examples: [{ line: 'ladder clock advance "4 hours"', says: 'Four hours later' }],
  },
  'clock advance': {
    summary: 'Move the clock forward by a span',
    description:
      'Moves the clock of a demonstration that is running. It stops wherever something is due until that is done, ' +
      'so nothing gets late by it; and it never goes back. A span is a year at most, and a day is 24 hours.',
    arguments: { SPAN: 'how far, such as "4 hours", "90 minutes" or "2 days"' },
    options: { json: 'from when to when, and the stops on the way, in JSON' },
    examples: [
      { line: 'ladder clock advance "4 hours"', says: 'Four hours later' },
      { line: 'ladder clock advance "2 days" --json', says: 'For a program' },
    ],
  },
};
