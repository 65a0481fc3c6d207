import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { play } from './play.ts';

const COLUMNS_MAX = 80;

test('help lists every command, examples, exit codes and where to read on', async () => {
  const { exit, out, err } = await play(['--help']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const { name } of COMMANDS.filter((one) => !one.name.includes(' '))) {
    expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  }
  expect(out).toMatch(/Examples:[\s\S]*It ends with:[\s\S]*Read on:/);
});

test('no command at all is answered with help', async () => {
  expect(await play([])).toEqual(await play(['--help']));
});

test.each(COMMANDS.map(({ name }) => name))(
  'ladder %s --help has examples and fits 80 columns',
  async (name) => {
    const { exit, out } = await play([...name.split(' '), '--help']);
    expect(exit).toBe(0);
    expect(out).toContain(`Usage: ladder ${name}`);
    expect(out).toMatch(new RegExp(`Examples:\\n  .+\\n    ladder ${name}`));
    expect(out.split('\n').filter((line) => line.length > COLUMNS_MAX)).toEqual([]);
  },
);

test('every example of help is a line that can be typed', async () => {
  const words = catalogue('en').cli;
  const lines = [words, ...Object.values(words.commands)].flatMap(({ examples }) => examples);
  for (const { line } of lines) {
    const typed = line.split(/[|<>]/)[0]?.trim().split(' ').slice(1) ?? [];
    const { err } = await play([...typed, '--help']);
    expect({ line, err }).toEqual({ line, err: '' });
  }
});

test('help may be asked for as a command', async () => {
  expect(await play(['help', 'check'])).toEqual(await play(['check', '--help']));
});

test('the version is printed alone', async () => {
  expect((await play(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['a terminal has colours', { isTerminal: true }, true],
  ['a pipe has none', { isTerminal: false }, false],
  ['NO_COLOR forbids them', { isTerminal: true, env: { NO_COLOR: '1' } }, false],
  ['an empty NO_COLOR forbids nothing', { isTerminal: true, env: { NO_COLOR: '' } }, true],
  ['FORCE_COLOR wants them in a pipe', { env: { FORCE_COLOR: '1' } }, true],
  ['NO_COLOR is stronger than FORCE_COLOR', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
  ['FORCE_COLOR=0 forbids them', { isTerminal: true, env: { FORCE_COLOR: '0' } }, false],
  ['a dumb terminal has none', { isTerminal: true, env: { TERM: 'dumb' } }, false],
])('%s', async (_rule, stage, isColoured) => {
  const help = await play(['--help'], stage);
  const refusal = await play(['chekc'], stage);
  const checked = await play(['check', 'plans/minimal.plan.yaml'], stage);
  for (const text of [help.out, refusal.err, checked.out]) expect(text.includes('\u001b[')).toBe(isColoured);
});
