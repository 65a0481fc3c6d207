import { expect, test } from 'vitest';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { readDocument } from '../../src/intake/read-document.ts';

/** What a document of two levels and one track becomes, with further words in the track. */
async function readWith(words: string) {
  const text = `# Escalation Plan

All times are Pacific Time. Business hours are Monday to Friday 8:00 to 17:00. Federal holidays apply.

## Level 1

Name: Help Desk

Office: 209-555-0120

## Level 2

Name: Ann Marlow

Office: 209-555-0122

## Service faults

${words}

The customer calls level 1. If there is no satisfaction within 4 business hours, the customer calls level 2.
`;
  const { report } = await readDocument(new TextEncoder().encode(text), ' A draft');
  if (!report) throw new Error('no report');
  return { plan: parse(report.draft).value, report, listed: report.unplaced.map((quote) => quote.text) };
}

test.each([
  ['Level 1 acknowledges within 15 minutes.', { level: 1, acknowledgeWithin: '15 minutes' }],
  ['Level 1: acknowledges within 15 minutes.', { level: 1, acknowledgeWithin: '15 minutes' }],
  ['The first level will acknowledge within 15 minutes.', { level: 1, acknowledgeWithin: '15 minutes' }],
  ['Level 2 responds within 2 hours.', { level: 2, respondWithin: '2 hours' }],
  ['Updates are given every 2 hours.', { level: 1, updateEvery: '2 hours' }],
])('%s is a promise, and nobody’s name', async (words, promise) => {
  const { plan, listed } = await readWith(words);
  expect(Object.keys(plan.contacts ?? {})).toEqual(['help-desk', 'contact-2']);
  expect(plan.promises?.[0]).toMatchObject({ track: 'service-faults', ...promise });
  expect(listed).toEqual([]);
});

test('two times for one promise are asked', async () => {
  const { report } = await readWith(
    'Level 1 acknowledges within 15 minutes. Level 1 acknowledges within 30 minutes.',
  );
  expect(report.questions.map(({ about }) => about)).toContain('promises.1.acknowledgeWithin');
});

test.each([
  'Level 2 decides on every credit within 15 minutes.',
  'Level 2 answers to the director.',
  'Level 1 acknowledges within 15 minutes, except on Sundays.',
])('%s names nobody and is listed', async (words) => {
  const { plan, listed } = await readWith(words);
  expect(Object.keys(plan.contacts ?? {})).toEqual(['help-desk', 'contact-2']);
  expect(listed).toContain(words);
});

test.each([
  'The customer shall not email level 2.',
  'The customer must never email level 2.',
  'The customer cannot email level 2.',
  'The customer must not call level 2 on weekends.',
  "Don't email Ann Marlow at 209-555-0199.",
  'The customer may call level 1, but not level 2.',
])('%s forbids, makes no step, and is listed', async (words) => {
  const { plan, report, listed } = await readWith(words);
  expect(report.questions).toEqual([]);
  expect(plan.tracks?.['service-faults']?.steps).toEqual([
    { level: 1, actor: 'customer', means: ['call'] },
    {
      level: 2,
      actor: 'customer',
      means: ['call'],
      when: { unsatisfiedFor: '4 hours', calendar: 'business', since: 'opened' },
    },
  ]);
  expect(listed).toEqual([words]);
});

test.each([
  'If the problem is not fixed within 4 business hours, the customer calls level 2.',
  'If level 1 has not responded within 4 business hours, the customer calls level 2.',
])('%s says when, and forbids nothing', async (words) => {
  const { listed } = await readWith(words);
  expect(listed).toEqual([]);
});
