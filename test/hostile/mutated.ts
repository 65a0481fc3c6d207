import fc from 'fast-check';
import { KEPT, REFUSED } from '../build/files.ts';
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
export interface Attack {
  readonly operation: Described;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
}

/** A file, cut off, with a byte of it changed, or with more behind it; or bytes that are nothing at all. */
const file: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...[...KEPT.map(([, bytes]) => bytes), ...REFUSED.map(([, bytes]) => bytes)]),
        fc.record({ until: fc.nat(), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
        fc.constantFrom('whole', 'cut', 'changed', 'longer'),
        fc.uint8Array({ maxLength: 2000 }),
      )
      .map(([bytes, { until, at, byte }, how, more]) => {
        if (how === 'cut') return Buffer.from(bytes.subarray(0, until % (bytes.length + 1)));
        if (how === 'longer') return Buffer.concat([bytes, more]);
        const made = Buffer.from(bytes);
        if (how === 'changed' && made.length > 0) made[at % made.length] = byte;
        return made;
      }),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)) },
);

/** Places in a stream, some of which there are. */
const PLACES = [
  '0',
  '1',
  '999999999',
  '0-0-0',
  '1794000000000-100001-1',
  '99999999999999-1-999999999',
  '--',
  '-1-1-1',
];

/** What is sent as a body, and as what it is said to be. */
function sent({
  method,
  takesBytes,
  example,
}: Described): fc.Arbitrary<Pick<Attack, 'payload'> & { type: string }> {
  if (method === 'GET') return fc.constant({ payload: undefined, type: '' });
  const json = fc.record({ type: fc.constant('application/json'), payload: body(example) });
  const bytes = fc.record({ type: fc.constant('application/octet-stream'), payload: file });
  const other = fc.record({
    type: fc.constantFrom('text/plain', 'application/json; charset=utf-7', 'a/b', ''),
    payload: body(example),
  });
  const [meant, foreign] = takesBytes ? [bytes, json] : [json, bytes];
  return fc.oneof(
    { weight: 17, arbitrary: meant },
    { weight: 2, arbitrary: other },
    { weight: 1, arbitrary: foreign },
  );
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
          fc.oneof({ weight: 4, arbitrary: printable }, { weight: 1, arbitrary: fc.constantFrom(...PLACES) }),
          { maxKeys: 3 },
        ),
        isThere: fc.boolean(),
        isNamed: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
        body: sent(operation),
      })
      .map(({ segments, query: asked, headers, isThere, isNamed, body: { type, payload } }) => {
        // A file without a name is refused before anybody looks into it.
        const query = operation.takesBytes && isNamed ? { name: 'seen.txt' } : asked;
        let at = 0;
        const path = operation.path.replace(
          /\{(\w+)\}/g,
          (_, name: string) => (isThere ? undefined : segments[at++]) ?? known[name] ?? '1',
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
