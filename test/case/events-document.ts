import type { EventType } from '../../src/core/case/event.ts';
import { NOTICES, type NoticeTo } from '../../src/core/case/notices.ts';
import { EVENT_FIELDS, EVENT_WORDS } from './event-words.ts';

/** The page on what can have happened to a case. */
export function eventsDocument(): string {
  const types = Object.keys(EVENT_WORDS) as EventType[];
  return `${[INTRODUCTION, fieldTable(), HEARD, ...types.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Events of a case

What happened to a case, in the order in which it was decided, is the case: its state is what \`evolve\` makes of its
events, and nothing else is kept. An event that has happened is never changed.

Every event has \`type\`, \`at\` (when it was decided), \`occurredAt\` (the instant that clocks count from), \`actor\` (the
party whose move it is) and \`by\` (a person, or \`ladder\`); it has \`onBehalfOf\` where the desk recorded it for a caller,
and \`over\` where the means it came by is known. \`ladder simulate\` prints each as one line of JSON, with instants in UTC.

The page is written by \`node test/case/events-document.ts\`; a test compares it with what the core records and tells.

## Fields`;

const fieldTable = (): string =>
  [
    '| field | what it says |',
    '| --- | --- |',
    ...Object.entries(EVENT_FIELDS).map(([name, words]) => `| \`${name}\` | ${words} |`),
  ].join('\n');

const HEARD = `## Who is told

A level is told through its contacts, insistently: again and by other means until somebody of it acknowledges. What
the desk records for a caller is told to the customer besides, at once.`;

const WHOM: Readonly<Record<NoticeTo, string>> = {
  customer: 'the customer',
  contractor: 'the contractor',
  oversight: 'oversight',
  actor: 'the party whose move it is',
  named: 'the person named',
  level: 'the level, insistently',
  askedLevels: 'every level contacted, insistently',
  contactedLevels: 'every level contacted, once',
  audience: 'whom the writer chose',
};

function section(type: EventType): string {
  const { means, fields } = EVENT_WORDS[type];
  const names = Object.keys(fields).map((name) => `\`${name}\``);
  const told = NOTICES[type].map((to) => WHOM[to]);
  const lines = [
    `- Fields: ${names.length === 0 ? 'none of its own' : names.join(', ')}.`,
    `- Told: ${told.length === 0 ? 'nobody' : told.join(', ')}.`,
  ];
  return `### ${type}\n\n${means}\n\n${lines.join('\n')}`;
}
