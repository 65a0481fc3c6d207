import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScenario, type ScenarioEntry, type WrittenScenario } from '../../src/core/case/play/scenario.ts';
import { play } from '../cli/play.ts';

const THEN = 'then';
/** Every key of the format, and no other: the compiler compares. */
const KEYS: Readonly<Record<keyof WrittenScenario, unknown>> = {
  title: 'Nobody answers',
  plan: 'sample.plan.yaml',
  track: 'service',
  openedAt: '2026-11-20T16:30-08:00',
  statedAt: '2026-11-20T16:00-08:00',
  customer: 'dana',
  directory: { manager: 'kim' },
  automatic: true,
  engineDown: [['2026-11-20T20:00-08:00', '2026-11-20T21:10-08:00']],
  until: '2026-11-23T16:30-08:00',
  reaching: { carriers: ['email'], people: {} },
  [THEN]: [],
};
const ENTRY_KEYS: Readonly<Record<keyof ScenarioEntry, unknown>> = {
  ...{ at: '2026-11-20T16:30', occurredAt: '2026-11-20T16:30', statedAt: '2026-11-20T16:30' },
  ...{ as: 'customer', do: 'ask', over: 'call', level: 2, reason: 'danger', text: 'Help', track: 'service' },
  ...{ automatic: false, to: 'bo', pause: 1, ask: 0, response: 0, upheld: true, reached: false },
  ...{ audience: 'all', file: 'photo', delivery: 'd1', contact: 'bo', means: 'email', result: 'failed' },
  ...{ telephone: 'mobile', failure: 'noAnswer', why: 'busy', lost: true },
  ...{ person: 'lee', endsAt: '2026-11-27T16:30' },
  plan: 'later.plan.yaml',
};

const page = readFileSync(new URL('../../docs/reference/scenarios.md', import.meta.url), 'utf8');
/** The keys that a section of the page names. */
const named = (heading: string): ReadonlySet<string> => {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  return new Set([...section.matchAll(/`([a-zA-Z]+)`/g)].map(([, key = '']) => key));
};

test('the page names every key of a scenario', () => {
  expect(Object.keys(KEYS).filter((key) => !named('The case').has(key))).toEqual([]);
});
test('the page names every key of what is done', () => {
  expect(Object.keys(ENTRY_KEYS).filter((key) => !named('An entry').has(key))).toEqual([]);
});
test.each(Object.entries(KEYS))('a scenario may say %s', (key, value) => {
  expect(readScenario(JSON.stringify({ [key]: value })).findings).toEqual([]);
});
test.each(Object.entries(ENTRY_KEYS))('what is done may say %s', (key, value) => {
  expect(readScenario(JSON.stringify({ [THEN]: [{ [key]: value }] })).findings).toEqual([]);
});
test('the example of the page can be played', async () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { exit, out } = await play(['simulate', 'plans/calnet-3-category-9.1.plan.yaml', '-'], {
    stdin: example,
  });
  expect(exit).toBe(0);
  expect(out).toContain('"type":"StepFellDue"');
  expect(out).not.toContain('"refused"');
});
