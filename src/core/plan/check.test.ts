import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planText, planWith, SOUND_FACTS } from '../../../test/build/plan.ts';
import { catalogue } from '../message/catalogue.ts';
import { findingSentences } from '../message/findings.ts';
import { check } from './check.ts';
import { pathText } from './reading/path.ts';
import { RULES } from './rules/all.ts';

const uncured = readFileSync(
  new URL('../../../plans/calnet-3-category-9.1.uncured.plan.yaml', import.meta.url),
  'utf8',
);
const inUncured = check(uncured).findings.map(({ code, path }) => `${code} ${pathText(path)}`);

test.each([
  'contact-field-missing contacts.customer-support.mobile',
  'contact-number-doubled contacts.solutions-architect.mobile',
  'contact-number-doubled contacts.solutions-manager.mobile',
  'contract-execution-missing contract.executed',
  'contract-term-missing contract.term',
  'contract-portal-missing contract.portal',
  'level-coverage-missing levels.2.reach',
  'level-coverage-missing levels.3.reach',
  'level-responsibility-missing levels.1.responsibility',
  'level-responsibility-missing levels.2.responsibility',
  'level-responsibility-missing levels.3.responsibility',
  'party-reach-missing contract.parties.oversight.reach',
  'document-version-repeated document.history.2.version',
  'requirement-section-missing obligations',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `question-open questions.${number}`),
])('the uncured sample shows %s', (found) => {
  expect(inUncured).toContain(found);
});

test('a reading that is carried is not also called a contradiction', () => {
  expect(inUncured.filter((found) => found.startsWith('question-'))).toHaveLength(8);
});

test('findings come in the order of the text', () => {
  const positions = check(uncured).findings.map(({ line, column }) => line * 10_000 + column);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
});

test('a value stands where it begins, and what is missing at the key that should hold it', () => {
  const text = planText(
    planWith((it) => {
      it.contacts!.bo!.email = 'nowhere';
      delete it.contacts!.bo!.mobile;
    }),
  );
  const lines = text.split('\n');
  const found = check(text, SOUND_FACTS).findings;
  expect(found.map(({ code }) => code)).toEqual(['contact-field-missing', 'contact-email-invalid']);
  const [missing, invalid] = found;
  expect(lines[missing!.line - 1]?.slice(missing!.column - 1)).toBe('bo:');
  expect(lines[invalid!.line - 1]?.slice(invalid!.column - 1)).toBe('nowhere');
});

test('rules that lack their facts are named as not checked, the rest is asked', () => {
  const { notChecked } = check(planText(planWith()));
  expect(notChecked).toContain('contract-term-over');
  expect(notChecked).toContain('posting-late');
  expect(notChecked).toContain('attestation-lapsed');
  expect(notChecked).not.toContain('levels-too-few');
});

test('of a text that is no YAML only that is said, and every rule is listed as not checked', () => {
  const { findings, notChecked } = check(`${planText(planWith())}\n]`, SOUND_FACTS);
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['plan-syntax-broken']));
  expect(notChecked).toHaveLength(RULES.length);
});

test('of a value of the wrong shape nothing else is said', () => {
  const text = planText(planWith()).replace(/mobile: .*0121.*/, 'mobile: 19165550121');
  expect(check(text, SOUND_FACTS).findings.map(({ code }) => code)).toEqual(['plan-value-misshapen']);
});

test.each([
  ['a span of a condition', 'unsatisfiedFor: 4 hours', 'unsatisfiedFor: 4 hrs'],
  ['the only means of a step', /means: *\n *- .*(\n *- (call|email|text|portal))*/, 'means: [phone]'],
])('where %s was not understood, that it is missing is not said as well', (_, sound, broken) => {
  const text = planText(planWith());
  expect(text).toMatch(sound);
  const { findings } = check(text.replace(sound, broken), SOUND_FACTS);
  expect(findings.map(({ code }) => code)).toEqual(['plan-value-misshapen']);
});

test('what is missing beside a value that was not understood is still said', () => {
  const text = planText(
    planWith((it) => {
      delete it.contacts!.bo!.mobile;
    }),
  );
  const { findings } = check(text.replace(/(bo:\n(?: .*\n)*? +title: ).*/, '$1[]'), SOUND_FACTS);
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['contact-field-missing', 'plan-value-misshapen']),
  );
});

test('a list that lacks an entry is found at its key, not at its first entry', () => {
  const text = planText(planWith(({ levels }) => levels?.pop()));
  const few = check(text, SOUND_FACTS).findings.find(({ code }) => code === 'levels-too-few');
  expect(text.split('\n')[few!.line - 1]?.slice(few!.column - 1)).toBe('levels:');
});

test('every code has one rule, and every sentence of the uncured sample is a sentence', () => {
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  for (const finding of check(uncured).findings) {
    const { message, advice } = findingSentences(catalogue('en').findings, finding);
    for (const sentence of [message, advice]) expect(sentence).toMatch(/^["`A-Z0-9].*[.?!]$/s);
    expect(`${message}${advice}`).not.toMatch(/undefined|\[object|null/);
  }
});
