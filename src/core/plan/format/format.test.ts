import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { planFormatPage, planSchemaText, referenceKeys } from '../../../../test/build/plan-format-page.ts';
import { catalogue } from '../../message/catalogue.ts';
import { parse } from '../reading/parse.ts';

const docs = (name: string): string =>
  readFileSync(new URL(`../../../../docs/reference/${name}`, import.meta.url), 'utf8');
const words = catalogue('en').planFormat;
const sample = (name: string): unknown =>
  parseYaml(readFileSync(new URL(`../../../../plans/${name}.plan.yaml`, import.meta.url), 'utf8'));
const SAMPLES = [
  'minimal',
  'everything',
  'calnet-3-category-9.1',
  'calnet-3-category-9.1.uncured',
  'follow-the-sun',
];
const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(planSchemaText()));

test('every key of the format is described, and nothing else is', () => {
  expect(Object.keys(words).sort()).toEqual(
    referenceKeys()
      .map(({ path }) => path)
      .sort(),
  );
});

// After a change to the format or its words: npm run docs
test('the reference and the JSON Schema are what the format says', () => {
  expect(docs('plan-format.md')).toBe(planFormatPage());
  expect(docs('plan.schema.json')).toBe(planSchemaText());
});

test.each(referenceKeys().map(({ path }) => path))('the example of %s is read by the format', (path) => {
  const example = parseYaml(`value: ${words[path]?.example}`).value;
  const { findings } = parse(JSON.stringify(planAround(path, example)));
  expect(findings).toEqual([]);
});

test.each(SAMPLES)('the sample %s fits the JSON Schema', (name) => {
  expect(accepts(sample(name)), JSON.stringify(accepts.errors)).toBe(true);
});

test.each([
  ['an unknown key', { conract: {} }],
  ['a word of no list', { contacts: { a: { kind: 'desc' } } }],
  ['a number for a text', { document: { version: 1.2 } }],
  ['a span nobody understands', { acknowledgedFor: 'a while' }],
  ['a weekday in German', { calendars: { a: { week: { mo: [] } } } }],
])('the JSON Schema refuses %s', (_, plan) => {
  expect(accepts(plan)).toBe(false);
});

test('the JSON Schema allows null wherever something may be missing', () => {
  expect(accepts({ contract: { executed: null, term: null }, obligations: [{ due: null }] })).toBe(true);
});

/** A plan that has the value at the path of the reference. */
function planAround(path: string, value: unknown): object {
  const at = path
    .replace(/^due\./, 'obligations.#.due.')
    .replace(/^holiday\./, 'calendars.*.holidays.add.#.');
  return at.split('.').reduceRight<unknown>((below, part) => {
    if (part === '#') return [below];
    return { [part === '*' ? 'an-id' : part]: below };
  }, value) as object;
}
