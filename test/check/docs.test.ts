import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { helpIn } from '../../src/cli/finding-help.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { planSchema } from '../../src/core/plan/format/schema.ts';
import { play } from '../cli/play.ts';
import { glossaryTerms } from './glossary.ts';
import { brokenLinks, missingPaths } from './links.ts';
import { isExcerpt, printedIn, wordsOf } from './printed.ts';
import { repositoryFiles } from './source.ts';

const files = repositoryFiles();
const pages = files.filter(({ path }) => path.endsWith('.md'));
const page = (path: string): string => pages.find((one) => one.path === path)?.text ?? '';

const outputs = pages.flatMap(({ path, text }) => printedIn(text).map((one) => ({ path, ...one })));

test('every finding has one heading in errors.md, and every heading is a finding', () => {
  const headings = [...helpIn(page('docs/reference/errors.md')).keys()].sort();
  expect(headings).toEqual(Object.keys(catalogue('en').findings).sort());
});

test.each(outputs)('$path:$line shows what "$command" prints', async ({ command, shown }) => {
  const [program, ...args] = wordsOf(command);
  expect(program).toBe('ladder');
  const { out, err } = await play(args);
  const printed = out + err;
  // An excerpt that does not fit is shown beside all that was printed.
  expect(isExcerpt(shown, printed) ? printed : shown).toBe(printed);
});

test('cli.md shows the help of every command', () => {
  const shown = printedIn(page('docs/reference/cli.md')).map(({ command }) => command);
  const expected = ['ladder --help', ...COMMANDS.map(({ name }) => `ladder ${name} --help`)];
  expect(shown.filter((command) => command.endsWith('--help'))).toEqual(expected);
});

test('every link of a page leads somewhere', () => {
  expect(brokenLinks(files)).toEqual([]);
});

test('every file that a page names is there', () => {
  expect(missingPaths(files)).toEqual([]);
});

test('every section for whoever runs Ladder says how it is known', () => {
  const kept = pages.filter(
    ({ path }) => path.startsWith('docs/operating/') && path !== 'docs/operating/README.md',
  );
  expect(kept.length).toBeGreaterThan(5);
  const silent = kept.flatMap(({ path, text }) =>
    text
      .split(/^## /m)
      .slice(1)
      .filter((section) => !/^(?:.*[.;] )?\*(?:Run|Reasoned)\*/m.test(section))
      .map((section) => `${path}: ${section.split('\n')[0]}`),
  );
  expect(silent).toEqual([]);
});

test('the glossary says each word once, in order', () => {
  const terms = glossaryTerms(page('docs/GLOSSARY.md'));
  expect(terms.length).toBeGreaterThan(30);
  expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en')));
});

test('the glossary has every noun that a plan is made of', () => {
  const text = page('docs/GLOSSARY.md').toLowerCase();
  const keys = Object.keys(planSchema.shape).filter((key) => key !== 'ladder');
  expect(keys.filter((key) => !text.includes(`\`${key.toLowerCase()}\``))).toEqual([]);
});

test('the change log has its pending part on top', () => {
  expect(page('CHANGELOG.md').match(/^## .+$/m)?.[0]).toBe('## Pending');
});
