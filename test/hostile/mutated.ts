import fc from 'fast-check';
import type { Described } from './described.ts';

/** Values that have broken programs. */
const WEIRD: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\ufeff',
  '💥'.repeat(500),
  "'; drop table event; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30T25:61:61Z',
  '+292278-01-01T00:00:00Z',
  '9'.repeat(400),
  -1,
  0,
  0.5,
  1e308,
  -1e308,
  2 ** 53,
  2 ** 31,
  true,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { length: 1e9 },
];

const weird = fc.oneof(
  fc.constantFrom(...WEIRD),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
);

/** A body that works with some of its fields spoiled, some dropped and some strange ones added; or no such thing at all. */
function body(example: Described['example']): fc.Arbitrary<string> {
  const names = Object.keys(example ?? {});
  const name = names.length === 0 ? fc.string() : fc.constantFrom(...names);
  const spoiled = fc
    .tuple(
      fc.dictionary(name, weird, { maxKeys: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('constructor', 'toJSON', 'then')), weird, {
        maxKeys: 2,
      }),
      fc.subarray(names),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([spoil, added, dropped, chance]) => {
      const whole = Object.fromEntries(
        Object.entries(example ?? {}).filter(([key]) => chance > 6 || !dropped.includes(key)),
      );
      return JSON.stringify({ ...whole, ...(chance > 7 ? {} : spoil), ...(chance > 4 ? {} : added) });
    });
  return fc.oneof(
    { weight: 8, arbitrary: spoiled },
    { weight: 1, arbitrary: weird.map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '{"text":',
        '{"__proto__":{"isAdmin":true}}',
        '{"constructor":{"prototype":{"isAdmin":true}}}',
        '{"text":"a","text":"b"}',
        '{"level":1e999}',
        `{"text":"${'x'.repeat(140_000)}"}`,
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
        `[${'[],'.repeat(30_000)}[]]`,
        `{${Array.from({ length: 9000 }, (_, at) => `"k${at}":1`).join(',')}}`,
      ),
    },
  );
}

/** What is sent to one operation. */
interface Attack {
  readonly operation: Described;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

const printable = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 300,
  })
  .map((text) => text.trim());
const segment = fc.oneof(
  fc.constantFrom(
    '%00',
    '%ff',
    '..',
    '%2e%2e%2f',
    "1'--",
    '1e9',
    '-1',
    '999999999999999999999',
    '%F0%9F%92%A5',
  ),
  fc
    .string({ unit: 'grapheme' })
    .filter((text) => text.isWellFormed())
    .map((text) => encodeURIComponent(text) || 'x'),
);

/** An attack on one of the operations; `known` are values of the path's parameters that exist. */
export function attack(
  operations: readonly Described[],
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<Attack> {
  return fc.constantFrom(...operations).chain((operation) =>
    fc
      .record({
        segments: fc.array(fc.option(segment, { freq: 6 }), { minLength: 8, maxLength: 8 }),
        query: fc.dictionary(
          operation.query.length === 0 ? fc.string() : fc.constantFrom(...operation.query, 'x', '__proto__'),
          fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
          { maxKeys: 3 },
        ),
        headers: fc.dictionary(
          fc.constantFrom(
            'idempotency-key',
            'if-match',
            'if-none-match',
            'accept',
            'prefer',
            'last-event-id',
            'origin',
          ),
          printable,
          { maxKeys: 3 },
        ),
        type: fc.oneof(
          { weight: 9, arbitrary: fc.constant('application/json') },
          {
            weight: 1,
            arbitrary: fc.constantFrom('text/plain', 'application/json; charset=utf-7', 'a/b', ''),
          },
        ),
        payload: operation.method === 'GET' ? fc.constant(undefined) : body(operation.example),
      })
      .map(({ segments, query, headers, type, payload }) => {
        let at = 0;
        const path = operation.path.replace(
          /\{(\w+)\}/g,
          (_, name: string) => segments[at++] ?? known[name] ?? '1',
        );
        const search = new URLSearchParams(query).toString();
        return {
          operation,
          url: search === '' ? path : `${path}?${search}`,
          headers: payload === undefined ? headers : { ...headers, 'content-type': type },
          payload,
        };
      }),
  );
}
