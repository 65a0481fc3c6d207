import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bannedLines } from './bans.ts';
import { codeOnly } from './code-only.ts';
import { deadFiles, unusedExports } from './dead.ts';
import { exportsOf, importsOf } from './imports.ts';
import { brokenLinks, missingPaths } from './links.ts';
import { downloadAddresses, loosePins, missingOptionals } from './packages.ts';
import { isExcerpt, printedIn, refreshed, wordsOf } from './printed.ts';
import { forbiddenImports } from './rooms.ts';
import { forbiddenWords } from './words.ts';

const file = (path: string, ...lines: readonly string[]) => ({ path, text: lines.join('\n') });

test.each([
  ['the core may not reach out', 'src/core/case/decide.ts', "import { a } from '../../store/jobs.ts';"],
  ['the core may not read files', 'src/core/plan/parse.ts', "import { readFileSync } from 'node:fs';"],
  ['the core takes no other library', 'src/core/plan/parse.ts', "import { z } from 'lodash';"],
  ['time does not know plans', 'src/core/calendar/due-at.ts', "import type { P } from '../plan/schema.ts';"],
  ['the terminal does not know the store', 'src/cli/check.ts', "await import('../store/connect.ts');"],
  ['a type is an import too', 'src/core/a.ts', "type A = typeof import('../app/handle.ts');"],
  ['pages see views of the road only', 'src/portal/a.ts', "import { handle } from '../app/handle.ts';"],
  ['channels do not import each other’s store', 'src/channels/a.ts', "import { b } from '../store/b.ts';"],
  ['the program does not import its tests', 'src/cli/a.ts', "import { b } from '../../test/cli/play.ts';"],
])('%s', (_rule, path, line) => {
  expect(forbiddenImports([file(path, '', line)])).toEqual([expect.stringMatching(`^${path}:2 imports `)]);
});

test.each([
  ['the core may use zod', 'src/core/plan/a.ts', "import { z } from 'zod/v4';"],
  ['pages may use views', 'src/portal/a.ts', "import { views } from '../app/views.ts';"],
  ['the store knows the ports', 'src/store/a.ts', "import type { Store } from '../app/ports.ts';"],
  ['main knows every part', 'src/main.ts', "import { a } from './store/a.ts';"],
])('%s', (_rule, path, line) => {
  expect(forbiddenImports([file(path, line)])).toEqual([]);
});

test('a folder that the table does not name is refused', () => {
  expect(forbiddenImports([file('src/helpers/a.ts')])).toEqual([
    'src/helpers/a.ts: stands in no room of the table',
  ]);
});

test.each([
  ['src/app/handle.ts', 'const at = Date.now();', 'only src/clock'],
  ['src/app/handle.ts', 'const at = new Date();', 'only src/clock'],
  ['src/app/a.test.ts', 'const at = Temporal.Now.instant();', 'only src/clock'],
  ['src/core/a.ts', 'const at = performance.now();', 'only test/bench'],
  ['test/case/a.test.ts', 'await new Promise((r) => setTimeout(r, 100));', 'does not sleep'],
  ['src/core/a.ts', 'const id = Math.random();', 'no chance'],
  ['src/core/a.ts', 'export async function a() {}', 'waits for nothing'],
  ['src/cli/a.ts', 'export default 1;', 'no default exports'],
  ['src/cli/a.ts', "export { a } from './b.ts';", 'no re-exports'],
  ['src/cli/a.ts', "export * from './b.ts';", 'no re-exports'],
  ['src/cli/a.ts', 'const a = b as any;', 'no `any`'],
  ['src/cli/a.ts', ['// @ts-', 'ignore'].join(''), 'look away'],
  ['src/cli/a.ts', ['// TO', 'DO: later'].join(''), 'is done'],
])('%s may not hold %s', (path, line, says) => {
  expect(bannedLines([file(path, '', line)])).toEqual([expect.stringContaining(`${path}:2 `)]);
  expect(bannedLines([file(path, line)])[0]).toContain(says);
});

test.each([
  ['src/clock/system.ts', 'const at = Date.now();'],
  ['src/core/a.ts', '// not even Date.now() is asked here'],
  ['src/core/a.ts', 'const a = "Date.now()";'],
  ['src/core/a.ts', 'const shown = new Date(instant).toISOString();'],
  ['src/core/a.ts', 'const pattern = /new Date()/;'],
  ['test/bench/a.ts', 'const before = performance.now();'],
  ['src/core/a.ts', 'const shown = isOne ? one : any(words);'],
])('%s may hold %s', (path, line) => {
  expect(bannedLines([file(path, line)])).toEqual([]);
});

test('code is what stands outside comments, strings, templates and patterns', () => {
  const text = [
    'a /* b */ c // d',
    "e('f') / g / h",
    'i(`j ${k(`l ${m}`)} n`)',
    'o.match(/[\'"`/]/) + p',
    "q('\\'r') + s",
  ];
  const left = codeOnly(text.join('\n'))
    .split('\n')
    .map((line) => line.replaceAll(/[^a-z]+/g, ' ').trim());
  expect(left).toEqual(['a c', 'e g h', 'i k m', 'o match p', 'q s']);
});

test('code keeps its lines and columns', () => {
  const text = "const a = 'x\\'y'; // z\n`a\nb${c}`; d";
  const code = codeOnly(text);
  expect(code.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
  expect(code.lastIndexOf('d')).toBe(text.lastIndexOf('d'));
});

test('imports and exports are read in all their forms', () => {
  const all = file(
    'src/a/b.ts',
    "import { type C, d as e } from './c.ts';",
    "import type { F } from '../f.ts';",
    "import * as g from './g.ts';",
    "import {\n  h,\n} from 'lib';",
    "const { i } = await import('./i.ts');",
    "(await import('./j.ts')).k();",
  );
  expect(importsOf(all).map(({ from, names }) => `${from}: ${names}`)).toEqual([
    'src/a/c.ts: C,d',
    'src/f.ts: F',
    'src/a/g.ts: *',
    'lib: h',
    'src/a/i.ts: i',
    'src/a/j.ts: k',
  ]);
  const made = [
    'export const a = 1;',
    'export async function b() {}',
    'export interface C {}',
    'export { d };',
  ];
  expect(exportsOf(file('a.ts', ...made))).toEqual(['a', 'b', 'C', 'd']);
});

test('an export that nobody imports is found, and one that a test imports is not', () => {
  const files = [
    file('src/a.ts', 'export const used = 1;', 'export const unused = 2;'),
    file('src/a.test.ts', "import { used } from './a.ts';"),
  ];
  expect(unusedExports(files)).toEqual(['src/a.ts exports unused, and nobody imports it']);
});

test('a file that only a test reaches is dead', () => {
  const files = [
    file('src/main.ts', "import { b } from './cli/b.ts';"),
    file('src/cli/b.ts', 'export const b = 1;'),
    file('src/cli/c.ts', 'export const c = 1;'),
    file('src/cli/c.test.ts', "import { c } from './c.ts';"),
  ];
  expect(deadFiles(files)).toEqual(['src/cli/c.ts']);
  expect(deadFiles(files, ['src/cli/c.ts'])).toEqual([]);
});

test('a forbidden word or number is found in any spelling, and not repeated', () => {
  const hidden = new Set(
    ['zyx&w', '5551234567'].map((word) => createHash('sha256').update(word).digest('hex')),
  );
  const found = forbiddenWords(
    [file('a.md', 'Zyx&W', 'call (555) 123-4567', '+1 555.123.4567', 'zyx&amp;w', '555-123-4568')],
    hidden,
  );
  expect(found).toEqual(['a.md:1', 'a.md:2', 'a.md:3', 'a.md:4']);
});

test('a range is no pin', () => {
  expect(loosePins({ dependencies: { a: '^1.0.0', b: '1.2.3' }, devDependencies: { c: 'latest' } })).toEqual([
    'a ^1.0.0',
    'c latest',
  ]);
});

test('an optional package without an entry is found, nested or not', () => {
  const packages = {
    '': { optionalDependencies: { a: '1.0.0' } },
    'node_modules/a': {},
    'node_modules/b': { optionalDependencies: { c: '1.0.0', d: '1.0.0', a: '1.0.0' } },
    'node_modules/b/node_modules/c': { resolved: 'https://example.test/c.tgz' },
  };
  expect(missingOptionals({ packages })).toEqual(['node_modules/b wants d']);
  expect(downloadAddresses({ packages })).toEqual(['node_modules/b/node_modules/c']);
});

test('a link to a missing file, folder or heading is found; others are left alone', () => {
  const files = [
    file(
      'docs/a.md',
      '# One `two`: three',
      '[x](b.md)',
      '[x](b.md#here)',
      '[x](#one-two-three)',
      '[x](../src)',
    ),
    file('docs/b.md', '## Here', '## Here', '[x](#here-1)', '[web](https://example.test/none)'),
    file('src/a.ts'),
    file(
      'README.md',
      '[x](docs/c.md)',
      '[x](docs/b.md#there)',
      '![x](docs/none.svg)',
      '```',
      '[x](y)',
      '```',
    ),
  ];
  expect(brokenLinks(files)).toEqual([
    'README.md:1 docs/c.md',
    'README.md:2 docs/b.md#there',
    'README.md:3 docs/none.svg',
  ]);
});

test('a file that a page names and that is gone is found', () => {
  const named = '`src/a.ts` `src/b*.ts` `src/` `src/<code>.ts` `src/none.ts` `src/c*.ts` `other/x`';
  expect(missingPaths([file('a.md', named), file('src/a.ts'), file('src/bc.ts')])).toEqual([
    'a.md names src/none.ts',
    'a.md names src/c*.ts',
  ]);
  const typed = '| test | `npx vitest run src/gone.test.ts` |\n\n    npx ladder check plans/gone.yaml\n';
  expect(missingPaths([file('a.md', typed)])).toEqual([
    'a.md names src/gone.test.ts',
    'a.md names plans/gone.yaml',
  ]);
  const told = file('src/core/message/en/cli.ts', "advice: 'See docs/gone.md, or docs/here.md.'");
  expect(missingPaths([told, file('docs/here.md')])).toEqual([`${told.path} names docs/gone.md`]);
});

const PAGE = 'Text.\n\n<!-- run: ladder check "a b" -->\n\n```text\none\ntwo\n```\n\nMore.\n';

test('a printed output is found with its command, and printed anew in its place', async () => {
  expect(printedIn(PAGE)).toMatchObject([{ line: 3, command: 'ladder check "a b"', shown: 'one\ntwo\n' }]);
  expect(wordsOf('ladder check "a b"')).toEqual(['ladder', 'check', 'a b']);
  expect(await refreshed(PAGE, async () => 'three\n')).toBe(PAGE.replace('one\ntwo', 'three'));
  const excerpt = PAGE.replace('two', '…');
  expect(await refreshed(excerpt, async () => 'three\n')).toBe(excerpt);
});

test.each([
  ['the whole', 'a\nb\nc\n', true],
  ['a beginning', 'a\n…\n', true],
  ['an end', '…\nc\n', true],
  ['two ends', 'a\n…\nc\n', true],
  ['a middle', '…\nb\n…\n', true],
  ['a changed line', 'a\nx\nc\n', false],
  ['a changed end', 'a\n…\nx\n', false],
  ['a part of a line', 'a\n…\n-\n', false],
  ['parts in another order', '…\nc\n…\nb\n…\n', false],
  ['less than the whole', 'a\nb\n', false],
])('%s is an excerpt: %#', (_what, shown, isOne) => {
  expect(isExcerpt(shown, 'a\nb\nc\n')).toBe(isOne);
});
