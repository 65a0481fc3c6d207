import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventJson } from '../../src/core/case/event-json.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { cells } from './cells.ts';
import { EVENT_FIELDS, EVENT_WORDS } from './event-words.ts';
import { eventsDocument } from './events-document.ts';

const page = readFileSync(new URL('../../docs/reference/events.md', import.meta.url), 'utf8');

test('the page is what the core tells whom', () => {
  expect(page).toBe(eventsDocument());
});
test('the page has every event that has a sentence, and every field', () => {
  expect(Object.keys(EVENT_WORDS).sort()).toEqual(Object.keys(catalogue('en').case.events).sort());
  const used = Object.values(EVENT_WORDS).flatMap(({ fields }) => Object.keys(fields));
  expect(Object.keys(EVENT_FIELDS).sort()).toEqual([...new Set(used)].sort());
});
test('the page names every field that a recorded event has', () => {
  const base = ['type', 'at', 'occurredAt', 'actor', 'by', 'onBehalfOf', 'over'];
  for (const { decision } of cells()) {
    for (const event of decision.accepted ? decision.events : []) {
      const known = [...base, ...Object.keys(EVENT_WORDS[event.type].fields)];
      expect(Object.keys(eventJson(event)).filter((key) => !known.includes(key))).toEqual([]);
    }
  }
});
