import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from './play.ts';

/** Runs a line of the shell in the repository, with `ladder` standing for the built program. */
async function shell(line: string): Promise<{ exit: number | null; out: string; err: string }> {
  const script = `set -o pipefail; ladder() { "${process.execPath}" bin/ladder.js "$@"; }; ${line}`;
  const child = spawn('bash', ['-c', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (chunks.out += chunk));
  child.stderr.on('data', (chunk) => (chunks.err += chunk));
  const exit = await new Promise<number | null>((done) => child.once('close', done));
  return { exit, ...chunks };
}

test('the exit code reaches the shell', async () => {
  expect((await shell('ladder chekc')).exit).toBe(2);
  expect((await shell('echo "ladder: 1" | ladder check -')).exit).toBe(1);
  expect((await shell('ladder check plans/minimal.plan.yaml')).exit).toBe(0);
});

const BLOCKING = 'plans/calnet-3-category-9.1.uncured.plan.yaml';
const QUESTION =
  '{"from":"2026-11-25T16:30:00-08:00","span":"4 hours","timeZone":"America/Los_Angeles","hours":"always"}';

// More than a pipe holds, so that the writer is still writing when the reader goes.
test.each([
  ['a report of blocking findings', `ladder check ${`${BLOCKING} `.repeat(40)}`, /^\S+:1:1 .*\n$/],
  ['answers without end', `yes '${QUESTION}' | ladder deadline --stdin`, /^\{"dueAt":.*\n$/],
])('%s whose reader goes away ends without a word, and not with 0', async (_what, line, first) => {
  const { exit, out, err } = await shell(`${line} | head -n 1`);
  expect({ exit, err }).toEqual({ exit: 141, err: '' });
  expect(out).toMatch(first);
});

test('NO_COLOR beside FORCE_COLOR is obeyed without a word', async () => {
  const { out, err } = await shell('NO_COLOR=1 FORCE_COLOR=1 ladder check plans/minimal.plan.yaml');
  expect(err).toBe('');
  expect(out).not.toContain('\u001b');
});

test.runIf(process.platform === 'linux')(
  'a fault is one sentence and 3, and its stack is shown only where it is asked for',
  async () => {
    const broken = 'ladder check /proc/self/mem';
    const { exit, err } = await shell(broken);
    expect(exit).toBe(3);
    expect(err).toMatch(/^ladder: "\/proc\/self\/mem" cannot be read \(E\w+\)\.\n {2}\S.*\n$/);
    expect((await shell(`LADDER_DEBUG=1 ${broken}`)).err).toContain('    at ');
  },
);

test.runIf(process.platform === 'linux')('a full disk is a fault in one sentence', async () => {
  const { exit, err } = await shell('ladder calendar us-federal > /dev/full');
  expect(exit).toBe(3);
  expect(err).toMatch(/^ladder: .*ENOSPC.*\n {2}\S.*\n$/);
});
