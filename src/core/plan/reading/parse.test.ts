import { expect, test } from 'vitest';
import type { Finding } from '../../finding.ts';
import { catalogue } from '../../message/catalogue.ts';
import { findingSentences } from '../../message/findings.ts';
import { LIMITS } from './limits.ts';
import { parse } from './parse.ts';
import { parseFacts } from './parse-facts.ts';

const found = (text: string): readonly string[] =>
  parse(text).findings.map(({ line, column, code }: Finding) => `${line}:${column} ${code}`);

test('a plan is read as written, dates and spans as text', () => {
  const { value, findings } = parse(
    'ladder: 1\ndocument: { dated: 2026-11-02 }\nacknowledgedFor: 60 minutes\n',
  );
  expect(findings).toEqual([]);
  expect(value).toEqual({ ladder: 1, document: { dated: '2026-11-02' }, acknowledgedFor: '60 minutes' });
});

test('JSON is read like YAML, indented with tabs too', () => {
  const plan = {
    ladder: 1,
    levels: [{ title: 'Desk', reach: ['desk'] }],
    calendars: { always: { hours: 'always' } },
  };
  for (const indent of [0, 2, '\t']) {
    const { value, findings } = parse(JSON.stringify(plan, null, indent));
    expect(findings).toEqual([]);
    expect(value).toEqual(plan);
  }
});

test('null is missing, and keeps its place', () => {
  const { value, source } = parse('contract:\n  executed: null\n  term:\n');
  expect(value).toEqual({ contract: {} });
  expect(source.positionAt(source.placeOf(['contract', 'executed']))).toEqual({ line: 2, column: 13 });
});

test('what is missing is placed at the key that should hold it', () => {
  const { source } = parse('ladder: 1\ncontract:\n  title: x\n');
  expect(source.positionAt(source.placeOf(['contract', 'term', 'from']))).toEqual({ line: 2, column: 1 });
  expect(source.positionAt(source.placeOf(['tracks']))).toEqual({ line: 1, column: 1 });
});

test.each([
  ['an empty text', '', ['1:1 plan-empty']],
  ['a text of comments only', '# nothing\n', ['1:1 plan-empty']],
  ['null', 'null', ['1:1 plan-empty']],
  ['a list', '- ladder: 1', ['1:1 plan-value-misshapen']],
  ['prose', 'Dear Sir or Madam', ['1:1 plan-value-misshapen']],
  ['a bracket that is not closed', 'levels: [', ['1:10 plan-syntax-broken']],
  [
    'a quote that is not closed',
    'document: { title: "x }\n',
    ['2:1 plan-syntax-broken', '2:1 plan-syntax-broken'],
  ],
  ['a tab as indentation', 'document:\n\ttitle: x\n', ['2:1 plan-syntax-broken']],
  ['two documents', 'ladder: 1\n---\nladder: 1\n', ['2:1 plan-documents-several']],
  ['a null character', 'ladder: 1\n# \0', ['2:3 plan-text-unreadable']],
  ['a half character', 'document: { title: "\ud800" }', ['1:21 plan-text-unreadable']],
  ['bytes that were no UTF-8', 'document: { title: "\ufffd" }', ['1:21 plan-text-unreadable']],
  ['a foreign tag', 'ladder: !thing 1', ['1:9 plan-syntax-broken']],
  ['an alias of nothing', 'contacts: *them', ['1:11 plan-syntax-broken']],
  ['a map as a key', '? { a: 1 }\n: 2\n', ['1:3 plan-syntax-broken']],
])('%s is reported where it stands', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ['a misspelt key', 'conract: {}', '1:1 plan-key-unknown', { key: 'conract', suggestion: 'contract' }],
  ['a key nobody knows', 'weather: fine', '1:1 plan-key-unknown', { suggestion: undefined }],
  [
    'a key that every object inherits',
    '__proto__: { ladder: 2 }',
    '1:1 plan-key-unknown',
    { key: '__proto__' },
  ],
  ['a key written twice', 'ladder: 1\nladder: 1', '2:1 plan-key-duplicate', { key: 'ladder', firstLine: 1 }],
  ['a merge', 'base: &b {}\ncontract: { <<: *b }', '2:13 plan-merge-unsupported', {}],
  [
    'a rota under a key of its own',
    'levels: [{ rota: main }]',
    '1:12 plan-key-unknown',
    { under: 'levels.1' },
  ],
  [
    'a turn that is no person',
    'rotas: { a: { layers: [{ turns: [2] }] } }',
    '1:34 plan-value-misshapen',
    { expected: 'turn' },
  ],
  [
    'a turn without a length',
    'rotas: { a: { layers: [{ every: Monday }] } }',
    '1:33 plan-value-misshapen',
    { expected: 'turn-length' },
  ],
  [
    'a hand-over at no time of day',
    'rotas: { a: { layers: [{ handOver: "25:00" }] } }',
    '1:36 plan-value-misshapen',
    { expected: 'time-of-day' },
  ],
  [
    'a date where a time belongs',
    'rotas: { a: { timeOff: [{ from: 2026-12-24 }] } }',
    '1:33 plan-value-misshapen',
    { expected: 'local-time' },
  ],
  ['another format', 'ladder: 2', '1:9 plan-value-misshapen', { expected: 'one-of', options: ['1'] }],
  [
    'a word of no list',
    'contacts: { a: { kind: desc } }',
    '1:24 plan-value-misshapen',
    { suggestion: 'desk' },
  ],
  ['a number for a text', 'document: { version: 1.2 }', '1:22 plan-value-misshapen', { expected: 'string' }],
  [
    'a day that does not exist',
    'contract: { executed: 2026-02-30 }',
    '1:23 plan-value-misshapen',
    { expected: 'date' },
  ],
  [
    'a span nobody understands',
    'acknowledgedFor: a while',
    '1:18 plan-value-misshapen',
    { expected: 'span' },
  ],
  ['no zone', 'contract: { timeZone: Mars/Base }', '1:23 plan-value-misshapen', { expected: 'time-zone' }],
  [
    'an offset for a zone',
    'contract: { timeZone: "+08:00" }',
    '1:23 plan-value-misshapen',
    { expected: 'time-zone' },
  ],
  [
    'hours after midnight',
    'calendars: { a: { week: { mon: ["8-25"] } } }',
    '1:33 plan-value-misshapen',
    { expected: 'window' },
  ],
  [
    'a weekday in German',
    'calendars: { a: { week: { mo: [] } } }',
    '1:27 plan-value-misshapen',
    { expected: 'weekdays' },
  ],
  [
    'an id with a dot',
    'contacts: { a.b: {} }',
    '1:13 plan-value-misshapen',
    { expected: 'id', found: 'a.b' },
  ],
  ['a list for a map', 'contract: []', '1:11 plan-value-misshapen', { expected: 'map' }],
  [
    'a due date in words',
    'obligations: [{ due: [] }]',
    '1:22 plan-value-misshapen',
    { expected: 'date-or-due' },
  ],
  [
    'a key unknown in a due date',
    'obligations: [{ due: { dayz: 3 } }]',
    '1:24 plan-key-unknown',
    { suggestion: 'days' },
  ],
  [
    'a key unknown in a condition',
    'tracks: { a: { steps: [{ when: [{ anySilnt: [1] }] }] } }',
    '1:35 plan-key-unknown',
    { suggestion: 'anySilent' },
  ],
  ['a number for a span', 'acknowledgedFor: 60', '1:18 plan-value-misshapen', { expected: 'span' }],
])('%s is found with what to do', (_, text, expected, values) => {
  const finding = parse(text).findings.find(
    ({ line, column, code }) => `${line}:${column} ${code}` === expected,
  );
  expect(finding?.values, found(text).join()).toMatchObject(values);
});

test('what is misshapen is left out and the rest is read', () => {
  const text =
    'levels:\n  - 7\n  - { title: 5, reach: [ana, { b: c }, bo] }\ncontacts: { a b: {}, ana: { kind: person } }\n';
  const { value, source } = parse(text);
  expect(value).toEqual({ levels: [{}, { reach: ['ana', 'bo'] }], contacts: { ana: { kind: 'person' } } });
  expect(source.positionAt(source.placeOf(['levels', 1, 'reach', 1]))).toEqual({ line: 3, column: 40 });
});

test('an alias repeats what it names, within the limits', () => {
  const { value, findings } = parse('levels: [{ reach: &all [ana, bo] }, { reach: *all }]');
  expect(findings).toEqual([]);
  expect(value.levels?.[1]?.reach).toEqual(['ana', 'bo']);
});

const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
for (let n = 1; n < 12; n++)
  bomb.push(
    `a${n}: &a${n} [${Array(8)
      .fill(`*a${n - 1}`)
      .join(', ')}]`,
  );

test.each([
  ['brackets', '['.repeat(2_000_000), 'plan-nesting-too-deep'],
  ['braces', '{a: '.repeat(500_000), 'plan-nesting-too-deep'],
  ['dashes', '- '.repeat(1_000_000), 'plan-nesting-too-deep'],
  ['question marks', '? '.repeat(1_000_000), 'plan-nesting-too-deep'],
  [
    'indentation',
    Array.from({ length: 1500 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    'plan-nesting-too-deep',
  ],
  ['an alias inside itself', '&a [*a]', 'plan-nesting-too-deep'],
  ['a bomb of aliases', bomb.join('\n'), 'plan-aliases-too-many'],
  ['quotes', '"'.repeat(700_000), 'plan-text-too-busy'],
  ['line ends', '\n'.repeat(350_000), 'plan-text-too-busy'],
  ['anchors', '&a '.repeat(200_000), 'plan-text-too-busy'],
  ['keys', Array.from({ length: 120_000 }, (_, n) => `k${n}: 1\n`).join(''), 'plan-text-too-busy'],
  ['length', 'x'.repeat(LIMITS.bytesMax + 1), 'plan-text-too-long'],
  ['length in bytes', '€'.repeat(LIMITS.bytesMax / 3 + 1), 'plan-text-too-long'],
])(
  'a text of nothing but %s is refused',
  (_, text, code) => {
    expect(parse(text).findings.map((finding) => finding.code)).toContain(code);
  },
  30_000,
);

test('many keys in one map are read in reasonable time', () => {
  const text = `contacts:\n${Array.from({ length: 10_000 }, (_, n) => `  c${n}: { kind: desk }\n`).join('')}`;
  expect(Object.keys(parse(text).value.contacts ?? {})).toHaveLength(10_000);
}, 10_000);

test('facts are read with positions of their own', () => {
  expect(parseFacts('today: 2026-12-01\npostedOn: 2026-13-01\n')).toMatchObject({
    facts: { today: '2026-12-01' },
    findings: [{ code: 'plan-value-misshapen', line: 2, column: 11 }],
  });
});

const inStep = (when: string): string => `tracks: { a: { steps: [{ when: ${when} }] } }`;

test.each([
  ['a word of no list', '{ unsatisfiedFor: 4 hours, since: oppened }', 'oppened', { suggestion: 'opened' }],
  ['a number for a span', '{ unsatisfiedFor: 4 }', '4 }', { expected: 'span' }],
  ['a number for an id', '{ calendar: 5 }', '5', { expected: 'string' }],
  ['a number for a list', '{ allSilent: 1 }', '1', { expected: 'list' }],
  ['a word for a level', '{ allSilent: [1, x] }', 'x', { expected: 'level-number', found: 'x' }],
  ['a second condition', '[{ for: 4 hours }, { for: 4 }]', '4 }', { path: 'tracks.a.steps.1.when.2.for' }],
  ['a text', '4 hours', '4 hours', { expected: 'condition' }],
  ['a text in a list', '[{ for: 4 hours }, soon]', 'soon', { expected: 'map' }],
])('in a condition, %s is found where it stands', (_, when, at, values) => {
  const text = inStep(when);
  const { findings } = parse(text);
  expect(findings.map(({ column }) => text.slice(column - 1))).toEqual([text.slice(text.indexOf(at))]);
  expect(findings[0]?.values).toMatchObject(values);
});

test('of a condition only the wrong value is left out', () => {
  const { value } = parse(inStep('[{ unsatisfiedFor: 4 hours, since: oppened }, { for: 4 hours }]'));
  expect(value.tracks?.a?.steps?.[0]?.when).toEqual([{ unsatisfiedFor: '4 hours' }, { for: '4 hours' }]);
});

test.each([
  ['obligations: [{ due: { days: "90", after: execution } }]', '"90"', { expected: 'number' }],
  ['obligations: [{ due: { days: 9, after: executed } }]', 'executed', { suggestion: 'execution' }],
  ['obligations: [{ due: 90 }]', '90', { expected: 'date-or-due' }],
  ['calendars: { a: { holidays: { add: [{ name: 5 }] } } }', '5', { expected: 'string' }],
  ['questions: [{ readings: [{ value: [a, 1] }] }]', '1', { path: 'questions.1.readings.1.value.2' }],
  ['questions: [{ readings: [{ value: { k: 1 } }] }]', '{ k', { expected: 'reading-value' }],
])('in %s it is found at %s', (text, at, values) => {
  const { findings } = parse(text);
  expect(findings.map(({ column }) => text.slice(column - 1))).toEqual([text.slice(text.indexOf(at))]);
  expect(findings[0]?.values).toMatchObject(values);
});

test.each([
  ['document: { version: 1.10 }', '1.10'],
  ['promises: [{ level: .nan }]', '.nan'],
  ['levels: [{ reach: [ana, 0x1F] }]', '0x1F'],
])('in %s the value is quoted as it is written', (text, found) => {
  expect(parse(text).findings).toMatchObject([{ values: { found } }]);
});

test.each(['', '[1]'])('what is no map of facts (%j) is not called a plan', (text) => {
  const [finding] = parseFacts(text).findings;
  expect(findingSentences(catalogue('en').findings, finding!).message).not.toMatch(/plan/i);
});
