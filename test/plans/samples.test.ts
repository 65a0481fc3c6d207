import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Severity } from '../../src/core/finding.ts';
import { check } from '../../src/core/plan/check.ts';
import { pathText } from '../../src/core/plan/reading/path.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import { referenceKeys } from '../build/plan-format-page.ts';

const CURED = 'calnet-3-category-9.1';
const UNCURED = 'calnet-3-category-9.1.uncured';

const textOf = (name: string): string => readFileSync(`plans/${name}.plan.yaml`, 'utf8');

/** What is found in a sample, as `code path`, where no fact is known. */
const found = (name: string, severity: Severity): string[] =>
  check(textOf(name))
    .findings.filter((finding) => finding.severity === severity)
    .map(({ code, path }) => `${code} ${pathText(path)}`)
    .sort();

test.each([
  // Some cases have no account manager whom a plan could name, oversight is not overruled, and the spans are the contract's.
  [
    CURED,
    [
      'level-individual-missing levels.1.reach',
      'step-untaken-open tracks.service-impacting.steps.3.ifNotTaken',
      'track-clocks-mixed tracks.service-impacting.steps.3.when',
    ],
  ],
  ['minimal', ['closing-missing closing', 'pauses-missing pauses', 'reopening-missing reopening']],
  ['everything', ['level-individual-missing levels.1.reach']],
  ['follow-the-sun', []],
])('%s is in order, but for advice', (name, advice) => {
  expect(found(name, 'blocking')).toEqual([]);
  expect(found(name, 'warning')).toEqual([]);
  expect(found(name, 'advice')).toEqual(advice);
});

test('what the document lacks and contradicts blocks its plan', () => {
  expect(found(UNCURED, 'blocking')).toEqual([
    'contact-field-missing contacts.customer-support.mobile',
    'contact-number-doubled contacts.solutions-architect.mobile',
    'contact-number-doubled contacts.solutions-manager.mobile',
    'contract-execution-missing contract.executed',
    'contract-portal-missing contract.portal',
    'level-coverage-missing levels.2.reach',
    'level-coverage-missing levels.3.reach',
    'level-responsibility-missing levels.1.responsibility',
    'level-responsibility-missing levels.2.responsibility',
    'level-responsibility-missing levels.3.responsibility',
    'party-reach-missing contract.parties.oversight.reach',
    'promises-missing promises',
    'question-open questions.1',
    'question-open questions.2',
    'question-open questions.3',
    'question-open questions.4',
    'question-open questions.5',
    'question-open questions.6',
    'question-open questions.7',
    'question-open questions.8',
    'requirement-section-missing obligations',
    'step-actor-untold tracks.service-impacting.steps.3.actor',
    'track-dead-end tracks.bill-or-contract-impacting.steps.3.when',
    'track-dead-end tracks.service-impacting.steps.3.when',
  ]);
});

test('where readers of the document would act differently, they are warned', () => {
  expect(found(UNCURED, 'warning')).toEqual([
    'contract-term-missing contract.term',
    'document-version-repeated document.history.2.version',
    'obligation-dates-cut obligations.2.due',
    'step-means-missing tracks.bill-or-contract-impacting.steps.3.means',
    'step-means-missing tracks.service-impacting.steps.3.means',
    'track-scope-missing tracks.bill-or-contract-impacting.covers',
    'track-scope-missing tracks.service-impacting.covers',
  ]);
});

test('what a better plan would say is advised', () => {
  expect(found(UNCURED, 'advice')).toEqual([
    'closing-missing closing',
    'contact-changes-missing contactChanges.agreedWithin',
    'level-individual-missing levels.1.reach',
    'pauses-missing pauses',
    'reopening-missing reopening',
    'step-untaken-open tracks.service-impacting.steps.3.ifNotTaken',
    'track-clocks-mixed tracks.service-impacting.steps.3.when',
    'track-scope-missing tracks.bill-or-contract-impacting.examples',
    'track-scope-missing tracks.service-impacting.examples',
    'track-top-unpromised tracks.bill-or-contract-impacting.steps.3',
    'track-top-unpromised tracks.service-impacting.steps.3',
    'track-urgency-missing tracks.bill-or-contract-impacting.urgency',
    'track-urgency-missing tracks.service-impacting.urgency',
  ]);
});

test('on a day of its term, posted in time and attested, the cured plan keeps every rule about facts', () => {
  const contacts = Object.keys(check(textOf(CURED)).plan.contacts ?? {});
  const attestations = contacts.map((contact) => ({ contact, on: '2026-11-02' }));
  const facts = { today: '2026-11-20', postedOn: '2019-05-23', publishedOn: '2026-11-01', attestations };
  const { findings, notChecked } = check(textOf(CURED), facts);
  expect(notChecked).toEqual([]);
  expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
});

test.each([CURED, UNCURED, 'minimal', 'everything', 'follow-the-sun'])('%s can be run', (name) => {
  expect(compile(check(textOf(name)).plan, 1).gaps).toBeUndefined();
});

/** What stands at a path of the format in a written plan, `#` being any item of a list and `*` any name. */
function at(value: unknown, path: readonly string[]): readonly unknown[] {
  const [part, ...rest] = path;
  if (part === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (part === '#' || part === '*') return Object.values(value).flatMap((item) => at(item, rest));
  // `when` may be one condition without a list around it.
  if (Array.isArray(value)) return value.flatMap((item) => at(item, path));
  return at((value as Record<string, unknown>)[part], rest);
}

test('the sample that says everything uses every key of the format', () => {
  const plan: unknown = parseYaml(textOf('everything'));
  const places: Record<string, readonly string[]> = {
    due: ['obligations.#.due', 'requirements.reissue.#'],
    holiday: ['calendars.*.holidays.add.#', 'calendars.*.holidays.remove.#'],
  };
  const unused = referenceKeys().filter(({ path }) => {
    const [first = '', ...rest] = path.split('.');
    const starts = places[first] ?? [first];
    return starts.every((start) => at(plan, [...start.split('.'), ...rest]).length === 0);
  });
  expect(unused.map(({ path }) => path)).toEqual([]);
});
