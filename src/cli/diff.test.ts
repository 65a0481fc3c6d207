import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { planText, planWith } from '../../test/build/plan.ts';
import { type DiffOptions, diff } from './diff.ts';

const same = planText(planWith());
const files: Record<string, string> = {
  'a.yaml': same,
  'same.yaml': `# laid out otherwise\n${same}`,
  'b.yaml': planText(
    planWith((plan) => {
      plan.acknowledgedFor = '45 minutes';
      plan.reopening = { within: '31 days' };
    }),
  ),
  'broken.yaml': same.replace('ladder: 1', 'ladder: 1\nladdder: 2'),
  'list.yaml': '- 1\n',
};

async function answer(names: readonly string[], options: DiffOptions = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await diff(names, options, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    cwd: '/',
    env: {},
    isTerminal: false,
    readText: async (name) => files[name] ?? '',
  });
  return { code, out: await text(stdout.end()), err: await text(stderr.end()) };
}

test('two plans that say the same are said to, however they are laid out', async () => {
  expect(await answer(['a.yaml', 'same.yaml'])).toEqual({
    code: 0,
    out: 'The two plans say the same.\n',
    err: '',
  });
  expect((await answer(['a.yaml', 'same.yaml'], { json: true })).out).toBe('');
});

test('each difference is a sentence, and the answer is yes', async () => {
  const { code, out, err } = await answer(['a.yaml', 'b.yaml']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^The plan, how long an acknowledgement holds: .*45 minutes.*\.$/m);
  expect(out).toMatch(/^The rule on reopening.*31 days.*\.$/m);
  expect(out.trim().split('\n')).toHaveLength(2);
});

test('a program gets an object a line, with code, path, values and sentence', async () => {
  const { out } = await answer(['a.yaml', 'b.yaml'], { json: true });
  const changes: unknown[] = out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  expect(changes).toHaveLength(2);
  expect(changes).toContainEqual({
    code: expect.stringMatching(/^plan-value-/),
    path: ['acknowledgedFor'],
    sentence: expect.stringContaining('45 minutes'),
    after: '45 minutes',
  });
});

test.each(['broken.yaml', 'list.yaml'])(
  'a file that cannot be read whole (%s) is not compared',
  async (name) => {
    for (const names of [
      ['a.yaml', name],
      [name, 'a.yaml'],
    ]) {
      const { code, out, err } = await answer(names);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(`${name}:`);
      expect(err).toContain(`"${name}" is not compared`);
    }
  },
);

test('standard input cannot be both plans', async () => {
  await expect(answer(['-', '-'])).rejects.toMatchObject({ code: 'cli-input-used-twice' });
});
