import { expect, test } from 'vitest';
import { play } from './play.ts';

const MISUSE = 2;

test.each([
  ['an unknown command suggests the nearest', ['chekc', 'x.yaml'], 'Did you mean "check"?'],
  ['an unknown option suggests the nearest', ['check', '--fromat', 'json', 'x'], 'Did you mean "--format"?'],
  ['an unknown option at the top is named', ['--foo'], '"ladder" has no option "--foo"'],
  ['a missing argument is named', ['check'], '"ladder check" needs FILE'],
  ['a missing value is named', ['check', 'x', '--at'], '"--at <DATE>" needs a value'],
  ['an unknown choice lists the choices', ['check', 'x', '--format', 'jsn'], 'one of: text, json, sarif'],
  ['two formats are too many', ['check', 'x', '--json', '--format', 'sarif'], 'two different things'],
  [
    'options that exclude each other are named',
    ['deadline', '--stdin', '--plan', 'x'],
    '"--stdin" and "--plan"',
  ],
  ['a surplus argument is named', ['calendar', 'us-federal', 'more'], 'what to do with "more"'],
  ['a date that does not exist is named', ['check', 'x', '--at', '2026-02-30'], '"2026-02-30" is none'],
  ['standard input is read once', ['check', '-', '-'], 'named twice'],
  ['a missing file is named', ['check', 'no/such.yaml'], 'There is no file "no/such.yaml"'],
  [
    'a mistyped file suggests its neighbour',
    ['check', 'plans/minmal.plan.yaml'],
    '"plans/minimal.plan.yaml"',
  ],
  ['a folder is not a file', ['check', 'plans/'], '"plans/" is a folder'],
  ['a NUL in a name is no file', ['check', 'a\0b'], 'There is no file'],
])('%s', async (_rule, args, sentence) => {
  const { exit, out, err } = await play(args);
  expect(err).toContain(sentence);
  expect({ exit, out }).toEqual({ exit: MISUSE, out: '' });
});

test('an error cannot steer the terminal by the name it repeats', async () => {
  const { err } = await play(['check', 'x\u001b[31m\u202e.yaml']);
  for (const steering of ['\u001b', '\u202e']) expect(err).not.toContain(steering);
});
