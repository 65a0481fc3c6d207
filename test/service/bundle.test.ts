import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/play.ts';
import { ladder } from './ladder-process.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'ladder-bundle-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('what fails names our sources and the lines in them, not what they were bundled into', async () => {
  const { err } = await ladder(['check', 'nothing.yaml'], { data, env: { LADDER_DEBUG: '1' } }).ended;
  const frames = [...err.matchAll(/at (?:async )?(\S+) \(file:\/\/\S+\/(src\/\S+\.ts):(\d+):\d+\)/g)];
  expect(frames.map(([, , file]) => file)).toContain('src/cli/check.ts');
  for (const [, name = '', file = '', line] of frames) {
    const source = readFileSync(join(ROOT, file), 'utf8').split('\n')[Number(line) - 1];
    expect([name, source]).toEqual([name, expect.stringMatching(/\(|await/)]);
  }
  expect(err).not.toContain('dist/bundle');
});

test('a document is read on a thread of the bundle’s own', async () => {
  const document = join(data, 'plan.md');
  writeFileSync(document, '# Escalation\n\nLevel 1: Ana Quill, +1 707-555-0101, ana@k.example\n');
  const { exit, out } = await ladder(['import', document], { data }).ended;
  expect([exit, out]).toEqual([0, expect.stringContaining('ladder: 1')]);
});

test('it is made of sources and libraries, never of what was compiled beside it', () => {
  const folder = join(ROOT, 'dist', 'bundle');
  const maps = readdirSync(folder).filter((name) => name.endsWith('.map'));
  expect(maps.length).toBeGreaterThan(20);
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { sources: string[] }).sources,
  );
  expect(sources).toContain('../../src/main.ts');
  // The build that does not ask the environment about each sign of a plan.
  expect(sources.filter((source) => source.endsWith('/yaml/browser/dist/parse/parser.js'))).not.toEqual([]);
  expect(sources.filter((source) => source.startsWith('../'))).toEqual(
    sources.filter((source) => /^(?:\.\.\/)+(?:src|[\w/.-]*node_modules)\//.test(source)),
  );
});
