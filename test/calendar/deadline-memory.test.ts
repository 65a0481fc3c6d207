import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** After ten thousand lines the process has 190 to 220 MB, and 280 to 310 after fifty thousand or a million; what leaks has no end. */
const RESIDENT_GROWTH_MAX_MB = 160;
const LIVE_GROWTH_MAX = 1.2;
const LINES = process.env.LADDER_LONG ? 1_000_000 : 50_000;

test('memory after many lines, each with a calendar of its own, is what it was after ten thousand', async () => {
  const script = fileURLToPath(new URL('./stream-lines.ts', import.meta.url));
  // The room for what has just been made grows to its own bound for a while: that is reached before the first look.
  const options = ['--expose-gc', '--max-semi-space-size=16'];
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script, String(LINES)]);
  const { first, last } = JSON.parse(stdout) as Record<
    'first' | 'last',
    { residentMb: number; liveMb: number }
  >;
  expect(last.residentMb - first.residentMb).toBeLessThan(RESIDENT_GROWTH_MAX_MB);
  expect(last.liveMb).toBeLessThan(first.liveMb * LIVE_GROWTH_MAX);
}, 600_000);
