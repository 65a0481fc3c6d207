import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCE = 'docs/source/calnet-3-category-9.1.md';
const source = readFileSync(SOURCE, 'utf8');
const plans = readdirSync('plans').map((name) => `plans/${name}`);

test.each([SOURCE, ...plans])('%s names no number and no address that could reach anybody', (file) => {
  const text = readFileSync(file, 'utf8');
  const numbers = text.match(/\+?1? ?\d{3}-\d{3}-\d{4}/g) ?? [];
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => !/-555-01\d\d$/.test(number))).toEqual([]);
  const hosts = [...text.matchAll(/(?:@|https?:\/\/)([\w.-]+)/g)].map(([, host]) => host);
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts.filter((host) => !host?.endsWith('.example'))).toEqual([]);
});

test.each(plans)('%s tells an editor where its schema is', (file) => {
  const [first] = readFileSync(file, 'utf8').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=../docs/reference/plan.schema.json');
});

test.each([
  ['one number for support in the hierarchy', /Office: 800-555-0100/g, 1],
  ['another in both tracks', /Customer Support at 800-555-0150/g, 2],
  ['one person at level 3 of the hierarchy', /Name: Wren Halloway/g, 1],
  ['another in both tracks, and nowhere else', /Jory Pellinger/g, 2],
  ['one number for office and cell', /Office\/Cell: \d/g, 2],
  ['no cell number at level 1', /^(Cell|Mobile):/gm, 0],
  ['a missing "not"', /If Customer does know who that is/g, 2],
  ['one version', /Version 1\.2/g, 1],
  ['of two dates', /May 23, 2019\n+\(Last revision 08\/04\/2023\)/g, 1],
  ['a page break between "1" and "business day"', /within 1\n{3,}business day/g, 1],
  ['"first" written in its own way', /1rst or/g, 2],
  ['the same sort of heading at three depths', /^#{2,4} (\*\*)?PLT Escalation Contact/gm, 3],
  ['no milestone under its heading', /#### Milestones\n+#### \*\*Service Impacting/g, 1],
  ['the demand of 90 days', /90 calendar days/g, 1],
  ['the demand of three levels', /three \(3\) levels/g, 1],
])('the source document has %s', (_defect, pattern, times) => {
  expect(source.match(pattern) ?? []).toHaveLength(times);
});
