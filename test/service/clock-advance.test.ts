import { chmodSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { place } from '../store/cluster-world.ts';
import { forgetInstallation, ladder, realInstallation, started } from './ladder-process.ts';

const HOUR_MS = 3_600_000;
const NOBODY = { uid: 65_534, gid: 65_534 };
const asRoot = test.runIf(process.getuid?.() === 0);

afterAll(forgetInstallation);

const advance = (data: string, ...words: readonly string[]) =>
  ladder(['clock', 'advance', ...words], { data }).ended;

test('a running demonstration is moved from the terminal, and by nothing that is no span', async () => {
  const data = place();
  const { url, child, ended } = await started({ data });
  const { exit, out, err } = await advance(data, '4 hours', '--json');
  expect(exit, err).toBe(0);
  const moved = JSON.parse(out) as { from: string; now: string; stops: number; isThere: boolean };
  expect(moved.isThere).toBe(true);
  expect(Date.parse(moved.now) - Date.parse(moved.from)).toBeGreaterThanOrEqual(4 * HOUR_MS);
  // The service itself has it from then on.
  const reply = await fetch(`${url}/api/v1/demonstration/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: '1 second' }),
  });
  const { from } = (await reply.json()) as { from: string };
  expect(Date.parse(from)).toBeGreaterThanOrEqual(Date.parse(moved.now));

  for (const [span, says] of [
    ['yesterday', 'is no span of time'],
    ['1 business day', 'is no span of time'],
    ['400 days', 'is more than a year'],
  ] as const) {
    const refused = await advance(data, span);
    expect({ exit: refused.exit, out: refused.out }).toEqual({ exit: 1, out: '' });
    expect(refused.err).toContain(`“${span}” ${says}`);
  }
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ exit: 0 });
}, 180_000);

test('the clock of a real installation is not moved', async () => {
  const data = await realInstallation();
  const { exit, out, err } = await advance(data, '4 hours');
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain('The clock of a real installation is not moved.');
});

asRoot('whoever may not read the data moves no clock', async () => {
  const data = place();
  const { child, ended } = await started({ data });
  chmodSync(data, 0o700);
  const { exit, out, err } = await ladder(['clock', 'advance', '4 hours'], { data, ids: NOBODY }).ended;
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
  expect(err).toContain('cannot be used (EACCES)');
  child.kill('SIGINT');
  await ended;
});
