import { expect, test } from 'vitest';
import { readDocument } from '../../src/intake/read-document.ts';
import type { IntakeReport } from '../../src/intake/report.ts';

/** A document of two levels and one track, with further words under a heading of their own. */
async function reportWith(words: string, heading = 'Notes'): Promise<IntakeReport> {
  const text = `# Escalation Plan

All times are Pacific Time. Business hours are Monday to Friday 8:00 to 17:00.

## Level 1

Name: Help Desk

Office: 209-555-0120

## Level 2

Name: Ann Marlow

Office: 209-555-0122

## Service faults

The customer calls level 1. If there is no satisfaction within 4 business hours, the customer calls level 2.

## ${heading}

${words}
`;
  const { report } = await readDocument(new TextEncoder().encode(text), ' A draft');
  if (!report) throw new Error('no report');
  return report;
}

const askedOf = ({ questions }: IntakeReport): readonly string[] => questions.map(({ about }) => about);
const listedOf = ({ unplaced }: IntakeReport): readonly string[] => unplaced.map(({ text }) => text);

test.each([
  ['a zone in the same sentence', 'Elsewhere it is Mountain Time or Central Time.', 'contract.timeZone'],
  ['hours', 'Office hours are Monday to Saturday 8:00 to 12:00.', 'calendars.business.week'],
  [
    'a time under a heading that only remarks',
    'If there is no satisfaction within 6 business hours, the customer calls level 2.',
    'tracks.service-faults.steps.2.when.unsatisfiedFor',
  ],
  [
    'the kind of its hours',
    'If there is no satisfaction within 4 clock hours, the customer calls level 2.',
    'tracks.service-faults.steps.2.when.calendar',
  ],
  ['who acts, in a note', 'The contractor calls level 2.', 'tracks.service-faults.steps.2.actor'],
  ['by what, in a note', 'The customer emails level 2.', 'tracks.service-faults.steps.2.means'],
  [
    'a promise under a heading without steps',
    'A maximum of 30 (45) minutes at each level applies.',
    'promises.1.longestAtLevel',
  ],
])('%s that is said otherwise in another place is asked', async (_what, words, about) => {
  const report = await reportWith(words);
  expect(askedOf(report)).toContain(about);
});

test.each([
  ['hours of a day apart', 'Office hours are weekdays 8:00 to 17:00 and Saturday 9:00 to 12:00.'],
  ['a date that nothing is known of', 'The canteen opens on March 3, 2026.'],
  ['a second time in a promise', 'A maximum of 30 minutes at each level, 2 hours at night, applies.'],
  ['a note of a level without a step', 'The customer calls level 5.'],
  ['who is asked instead, with a name that nobody has', 'If you do not know who it is, ask Carl Orff.'],
])('%s has no place and is listed', async (_what, words) => {
  expect(listedOf(await reportWith(words))).toContain(words);
});

test('demands that are said in pieces add up, and one that is not understood is listed', async () => {
  const report = await reportWith(
    'The plan shall give the name and the office number. It shall give the title and the email address. The plan has to be bound in leather.',
    'C.7.3 Escalation',
  );
  expect(report.draft).toMatch(
    / {4}- name # line 23\n {4}- office # line 23\n {4}- title # line 23\n {4}- email # line 23/,
  );
  expect(askedOf(report)).not.toContain('requirements.contactFields');
  expect(listedOf(report)).toEqual(['The plan has to be bound in leather.']);
});

test('what must not be done is listed also where it stands beside a step', async () => {
  const report = await reportWith(
    'If there is no satisfaction within 4 business hours, the customer calls level 2; the customer shall not call level 3.',
  );
  expect(listedOf(report).join()).toContain('the customer shall not call level 3');
});

test('two people under one level stand there both', async () => {
  const report = await reportWith(
    'Name: Cid Lake\n\nOffice: 209-555-0140\n\nName: Bo Lind\n\nOffice: 209-555-0141',
    'Level 3',
  );
  expect(report.draft).toContain('    reach:\n      - contact-3\n      - contact-3-2\n');
  expect(askedOf(report).filter((about) => about.startsWith('levels'))).toEqual([]);
});

test('who is listed in several places is one contact, and what differs there is asked', async () => {
  const report = await reportWith(
    'Level 1: Help Desk, 209-555-0120\n\nLevel 2: ANN  Marlow, 209-555-0129, ann@widgetco.example',
  );
  expect(report.draft.match(/^ {4}kind:/gm)).toHaveLength(2);
  expect(report.draft).toContain('    email: ann@widgetco.example');
  expect(askedOf(report)).toContain('contacts.contact-2.office');
  expect(askedOf(report).filter((about) => about.startsWith('levels'))).toEqual([]);
  expect(report.findings.map(({ code, about }) => `${code} ${about}`)).toContain(
    'import-number-differs contacts.contact-2.office',
  );
});

test('who stands at a level is asked where two listings have different people there', async () => {
  const { questions, draft } = await reportWith(
    'Level 1: Help Desk, 209-555-0120\n\nLevel 2: Dora Hill, Area Manager, 209-555-0129',
  );
  const asked = questions.filter(({ about }) => about.startsWith('levels'));
  expect(asked.map(({ about, readings }) => [about, readings.map(({ value }) => value)])).toEqual([
    ['levels.2.reach', [['contact-2'], ['area-manager'], ['contact-2', 'area-manager']]],
    ['levels.2.title', ['Ann Marlow', 'Area Manager']],
  ]);
  expect(asked[0]?.readings.map(({ quote }) => quote?.place.line)).toEqual([13, 25, undefined]);
  expect(draft).toMatch(/ {4}reach:\n {6}- contact-2\n {4}responsibility/);
});

test('of two parties that nobody calls anything either may be the contractor', async () => {
  const asked = async (sentence: string) => {
    const { questions, draft } = await reportWith(sentence);
    const found = questions.find(({ about }) => about === 'contract.parties.contractor.name');
    return found ? found.readings.map(({ value }) => value) : draft;
  };
  expect(await asked('This serves the agreement between Harbor County and Bluewave Networks.')).toEqual([
    'Bluewave Networks',
    'Harbor County',
  ]);
  expect(await asked('It is between Harbor County (Customer) and Bluewave, Inc. (the “Vendor”).')).toMatch(
    /name: Harbor County[\s\S]+name: Bluewave, Inc\./,
  );
});
