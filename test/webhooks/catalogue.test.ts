import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVENT_CATALOGUE } from '../../src/app/webhooks/event-catalogue.ts';

const PAGE = new URL('../../docs/reference/webhooks.md', import.meta.url);
const OF_EVERY_CASE = ['contract', 'case', 'number', 'at', 'occurredAt', 'actor', 'by', 'onBehalfOf', 'over'];

/** The rows of the table of types, as the page has them. */
const table = (): string =>
  EVENT_CATALOGUE.map(({ type, event, data }) => {
    const own = Object.keys(data.shape).filter((field) => !event || !OF_EVERY_CASE.includes(field));
    return `| \`${type}\` | ${event ? `\`${event}\`` : ''} | ${own.map((field) => `\`${field}\``).join(', ')} |`;
  }).join('\n');

test('the page lists every type with its fields, as the catalogue has them', () => {
  expect(readFileSync(PAGE, 'utf8')).toContain(`\n${table()}\n`);
});

test('no type has two meanings, and none lets out what people typed', () => {
  const types = EVENT_CATALOGUE.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  for (const { type, data } of EVENT_CATALOGUE)
    expect([
      type,
      Object.keys(data.shape).filter((field) => /text|references|name|email/i.test(field)),
    ]).toEqual([type, []]);
});
