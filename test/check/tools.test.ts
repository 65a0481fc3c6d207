import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from './source.ts';

const LINES_SHOWN_MAX = 60;

/** What a tool of the project prints, empty where it is content. */
function complaints(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(`${ROOT}node_modules/.bin/${tool}`, args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}${stderr}`.split('\n').slice(0, LINES_SHOWN_MAX).join('\n');
}

test('the types hold, of the program and of the script of its pages', () => {
  expect(complaints('tsc', '-p', '.')).toBe('');
  expect(complaints('tsc', '-p', 'src/portal/script')).toBe('');
});

test('the linter and the formatter have nothing to say', () => {
  expect(complaints('biome', 'check', '--error-on-warnings', '.')).toBe('');
});
