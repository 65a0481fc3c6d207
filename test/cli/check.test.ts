import { expect, test } from 'vitest';
import { play } from './play.ts';

const UNCURED = 'plans/calnet-3-category-9.1.uncured.plan.yaml';
const SOUND = 'plans/minimal.plan.yaml';
const BROKEN = 'ladder: 1\ncontract: { titel: x }\n';

interface Line {
  readonly file: string;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly notChecked: readonly string[];
}
const linesOf = (out: string): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('a sound plan is answered with yes and its name', async () => {
  const { exit, out, err } = await play(['check', SOUND]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.trimEnd().split('\n').at(-1)).toMatch(
    /^plans\/minimal\.plan\.yaml: .*Nothing stops its publication\./,
  );
});

test('a finding shows where, how grave, its code, the line with a caret, what is wrong and what to do', async () => {
  const { exit, out } = await play(['check', '-'], { stdin: BROKEN });
  expect(exit).toBe(1);
  expect(out).toMatch(
    /^-:2:13 {2}blocking {2}plan-key-unknown\n {2}2 \| contract: \{ titel: x \}\n {4}\| {13}\^\n {2}\S.*\n {2}\S.*title/m,
  );
});

test('JSON is one object a file with exactly the promised fields', async () => {
  const { out } = await play(['check', '--json', UNCURED]);
  const [report, ...more] = linesOf(out);
  expect(more).toEqual([]);
  expect(Object.keys(report ?? {})).toEqual(['file', 'findings', 'notChecked']);
  expect(report?.file).toBe(UNCURED);
  expect(report?.findings.length).toBeGreaterThan(0);
  for (const finding of report?.findings ?? []) {
    expect(Object.keys(finding)).toEqual(['code', 'severity', 'line', 'column', 'message', 'advice']);
  }
});

test('several files are several lines of JSON, and the gravest decides the exit code', async () => {
  const { exit, out } = await play(['check', '--format', 'json', SOUND, '-'], { stdin: BROKEN });
  expect(linesOf(out).map(({ file }) => file)).toEqual([SOUND, '-']);
  expect(exit).toBe(1);
});

test('a file that cannot be read does not keep the others from being checked', async () => {
  const { exit, out, err } = await play(['check', '--json', 'gone.yaml', SOUND]);
  expect(linesOf(out).map(({ file }) => file)).toEqual([SOUND]);
  expect(err).toContain('gone.yaml');
  expect(exit).toBe(2);
});

test('bytes that are no text are a finding, not a crash', async () => {
  const { exit, out } = await play(['check', '--json', '-'], { stdin: Buffer.from([0xff, 0xfe, 0, 1, 2]) });
  expect(exit).toBe(1);
  expect(linesOf(out)[0]?.findings[0]).toMatchObject({ code: 'plan-text-unreadable', line: 1 });
});

test('a broken text says so instead of naming every rule', async () => {
  const { out } = await play(['check', '-'], { stdin: 'levels: [' });
  expect(out).toContain('while the text is broken, nothing that it says can be checked');
  expect(out).not.toContain('levels-too-few');
});

test('a text larger than any plan is refused without being read to its end', async () => {
  const { exit, err } = await play(['check', '-'], { stdin: Buffer.alloc(17 * 1024 * 1024, 'a') });
  expect(err).toContain('larger than 16 MiB');
  expect(exit).toBe(1);
});

test('a rule that needs the day is listed as not checked until the day is given', async () => {
  const notChecked = async (...args: readonly string[]): Promise<readonly string[]> =>
    linesOf((await play(['check', '--json', UNCURED, ...args])).out)[0]?.notChecked ?? [];
  const without = await notChecked();
  const withDay = await notChecked('--at', '2026-11-22');
  expect(without.length).toBeGreaterThan(withDay.length);
  expect(without).toEqual(expect.arrayContaining([...withDay]));
});

test('the day may come from a file of facts, and --at counts where both name one', async () => {
  const facts = { stdin: 'today: 2026-11-22\n' };
  const byFile = await play(['check', '--json', UNCURED, '--facts', '-'], facts);
  const byOption = await play(['check', '--json', UNCURED, '--at', '2026-11-22']);
  expect(byFile).toEqual(byOption);
});

test('facts that are not understood are shown where they stand, and nothing is checked', async () => {
  const { exit, out, err } = await play(['check', UNCURED, '--facts', '-'], { stdin: 'todai: 2026-11-22\n' });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(/-:1:1 {2}blocking {2}plan-key-unknown[\s\S]*The facts in "-" are not understood/);
});

test('a line of the file cannot steer the terminal', async () => {
  const { out } = await play(['check', '-'], { stdin: 'ladder: 1 # \u001b[2J\u202e\n' });
  for (const steering of ['\u001b', '\u202e']) expect(out).not.toContain(steering);
});
