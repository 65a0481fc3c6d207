import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import type { Facts } from './facts.ts';

const PAGE = new URL('../../../docs/reference/errors.md', import.meta.url);

/** Facts late enough for every rule that asks for them. */
const FACTS: Facts = {
  today: '2032-01-01',
  postedOn: '2031-01-01',
  publishedOn: '2026-01-01',
  attestations: [],
};

/** What these examples stand for is too big, or cannot be printed. */
const NOT_SHOWN = [
  'plan-text-unreadable',
  'plan-text-too-long',
  'plan-text-too-busy',
  'plan-nesting-too-deep',
  'plan-aliases-too-many',
  'calendar-hours-crowded',
];

const examples = [
  ...readFileSync(PAGE, 'utf8').matchAll(/^### `([a-z0-9-]+)`\n(?:(?!^#).*\n)*?```yaml\n([\s\S]*?)```/gm),
].flatMap(([, code = '', text = '']) => (NOT_SHOWN.includes(code) ? [] : [{ code, text }]));

test('the page has examples', () => {
  expect(examples.length).toBeGreaterThan(50);
});

test.each(examples)('the example of $code shows it', ({ code, text }) => {
  expect(check(text, FACTS).findings.map((finding) => finding.code)).toContain(code);
});
