import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readPlain } from '../../src/core/plan/reading/read-plain.ts';
import { readText } from '../../src/core/plan/reading/read-text.ts';
import { type ReadValue, readValue } from '../../src/core/plan/reading/read-value.ts';
import { bigPlan } from '../bench/plan.ts';
import { ROOT } from '../check/source.ts';

/** Longer under `npm run test:long`. */
const RUNS = process.env.LADDER_LONG ? 200_000 : 3_000;

/** What the library reads out of a text; undefined where it finds anything wrong. */
function byLibrary(text: string): ReadValue | undefined {
  const { document, problems } = readText(text);
  const read = document && problems.length === 0 ? readValue(document, () => 1) : undefined;
  return read?.problems.length === 0 ? read : undefined;
}

/** The data with the places of every entry, as something that can be compared. */
function laidOut({ value, places }: ReadValue): unknown {
  const out = (one: unknown): unknown => {
    if (Array.isArray(one)) return { list: one.map(out), at: places.lists.get(one) };
    if (typeof one !== 'object' || one === null) return one;
    const at = [...(places.maps.get(one) ?? [])];
    return { map: Object.entries(one).map(([key, entry]) => [key, out(entry)]), at };
  };
  return out(value);
}

/** Whether a text is plain; where it is, the library must read the same in the same places. */
function isRead(text: string): boolean {
  const plain = readPlain(text);
  if (!plain) return false;
  const read = byLibrary(text);
  if (!read) throw new Error(`read as plain, and refused by the library:\n${text}`);
  expect(laidOut(plain), text).toEqual(laidOut(read));
  return true;
}

const textsOf = (folder: string): readonly string[] =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`${ROOT}${folder}/${name}`, 'utf8'));

test('plans and scenarios as people write them are read alike, most of them as plain texts', () => {
  const read = ['plans', 'scenarios'].flatMap(textsOf).map(isRead);
  expect(read.filter((one) => one).length).toBeGreaterThan(read.length * 0.8);
});

test('a plan of two thousand contacts is a plain text', () => {
  expect(isRead(bigPlan())).toBe(true);
});

test.each([
  'a: 1\nb: -2\nc: 0x1F\nd: 1e3\ne: .5\nf: 1.10\n',
  'a: true\nb: NULL\nc: ~\nd: Yes\ne: .inf\n',
  'a: 2026-11-02\nb: "1.1"\nc: \'x\'\nd: 08:00-17:00\n',
  'a: # of\n  b: x # that\n# none\nc: y\n',
  'a:\n- b\n- c\nd:\n  - e: 1\n    f: [g, { h: i, j: "k, l" }]\n  - []\n',
  'a: {}\nb: [ x , 1 ]\nconstructor: [2, {}]\n1: b\n',
  'a: b\u00a0\nc: "d"   \n\n\ne: http://x.example/y#z\n',
])('is plain, and read alike: %j', (text) => {
  expect(isRead(text)).toBe(true);
});

test.each([
  ['', '\n', '# nothing\n', 'a', '- a\n', '{"a": 1}', '  a: 1\n'],
  [
    'a: 1\na: 2\n',
    'a: &x 1\n',
    'a: *x\n',
    'a: !!str 1\n',
    '<<: {}\n',
    '? a\n',
    'a: |\n  b\n',
    '__proto__: 1\n',
  ],
  [
    'a: b\n  c\n',
    'a: "b\n  c"\n',
    'a: "\\n"\n',
    "a: 'b''c'\n",
    'a: b: c\n',
    'a:\n',
    'a: [\n b]\n',
    'a: [b,]\n',
  ],
  [
    'a: 1\n b: 2\n',
    'a:\n   b: 1\n  c: 2\n',
    'a: 1\r\n',
    'a:\t1\n',
    'a: 1\n---\nb: 2\n',
    'a: [b: c]\n',
    'a: {b}\n',
  ],
])('is left to the library: %j and others', (...texts) => {
  expect(texts.filter((text) => readPlain(text))).toEqual([]);
});

const ATOMS = [
  ...[
    'a',
    'b c',
    '"q"',
    "'s'",
    '1',
    '-2',
    'true',
    'null',
    '~',
    '[x, 1]',
    '{ k: v }',
    '08:00-17:00',
    '# c',
    '',
  ],
  ...[
    '+1 916-555-0100',
    'x # c',
    '"y" # c',
    'a: b',
    '- z',
    '.5',
    'a,b',
    'a]',
    'x:y',
    'x: ',
    '-',
    '--',
    '- -',
  ],
  ...['"a" b', "'a''b'", '[a, [b]]', '{a: {b: c}}', '[ ]', '[a, ]', '{a}', '<<', '00', '0b1', '.nan', 'NULL'],
  ...[
    '=',
    '%',
    '@a',
    '`',
    '?x',
    ':x',
    'é',
    '\u00a0',
    '\u0085',
    '\u2028',
    '&a',
    '*a',
    '!t x',
    '|',
    '>',
    '"\\x41"',
  ],
];
const line = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3),
    before: fc.constantFrom('', '', '', '- ', '-   ', '-'),
    key: fc.constantFrom('a: ', 'b: ', 'c:  ', 'd:', 'null: ', '1: ', 'k-1: ', 'a b: ', '"a": ', '', ''),
    atom: fc.constantFrom(...ATOMS),
    end: fc.constantFrom('\n', '\n', '\n', ' \n', ''),
  })
  .map(({ indent, before, key, atom, end }) => `${' '.repeat(indent)}${before}${key}${atom}${end}`);

test('lines of any kind are read alike, or left to the library', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => void isRead(lines.join(''))),
    { numRuns: RUNS },
  );
});

const word = fc.constantFrom(
  'desk',
  'on call',
  '4 hours',
  '1',
  'true',
  '+1 916-555-0100',
  'mon-fri',
  '',
  'é # x',
  'a: b',
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof({ maxDepth: 5 }, word, fc.integer(), fc.boolean(), tie('list'), tie('map')),
  list: fc.array(tie('data'), { maxLength: 4 }),
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'mon-fri', '2026-01-02'), tie('data'), {
    maxKeys: 4,
  }),
}));

test('what the library writes of any data is read alike, and most of it as a plain text', () => {
  const plain = { yes: 0, all: 0 };
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), data, { minKeys: 1 }), (whole) => {
      plain.all++;
      if (isRead(stringify(whole, { lineWidth: 0 }))) plain.yes++;
    }),
    { numRuns: RUNS },
  );
  expect(plain.yes).toBeGreaterThan(plain.all / 4);
});
