import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';
import { readCsv } from './read-csv.ts';

const read = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? Buffer.from(text) : text, { rowsMax: 100 });
const cells = (text: string): readonly (readonly string[])[] => {
  const found = read(text);
  return 'rows' in found ? found.rows.map((row) => row.cells) : [];
};

test.each([
  ['a comma', 'id,name\na,b\n'],
  ['a semicolon', 'id;name\na;b\n'],
  ['a tab', 'id\tname\na\tb\n'],
  ['lines that end as on Windows', 'id,name\r\na,b\r\n'],
  ['lines that end as they once did', 'id,name\ra,b\r'],
  ['a byte order mark', '\ufeffid,name\na,b'],
  ['no end of the last line', 'id,name\na,b'],
  ['empty lines', '\nid,name\n\n,\na,b\n\n'],
  ['blanks around bare cells', 'id , name\n a,b \n'],
])('a table with %s is read', (_what, text) => {
  expect(cells(text)).toEqual([
    ['id', 'name'],
    ['a', 'b'],
  ]);
});

test('what stands in quotation marks is one cell, and its line is the one on which its row begins', () => {
  expect(read('id;name\na;"B; ""C""\nD"\ne;\n')).toEqual({
    rows: [
      { line: 1, cells: ['id', 'name'] },
      { line: 2, cells: ['a', 'B; "C"\nD'] },
      { line: 4, cells: ['e', ''] },
    ],
  });
});

test.each([
  ['a quotation mark that is never closed', 'id,name\na,"b\nc,d\n', 2, 'quote'],
  ['text after a closing mark', 'id,name\na,"b"c\n', 2, 'quote'],
  ['a null', 'id,name\na,b\u0000\n', 2, 'control'],
] as const)('%s is said with its line', (_what, text, line, reason) => {
  expect(read(text)).toEqual({ problem: { line, reason } });
});

test.each([
  ['Latin-1', Buffer.from('id,name\na,b\nc,Caf\u00e9\n', 'latin1'), 3],
  ['UTF-16', Buffer.from('\ufeffid,name\na,b\n', 'utf16le'), 1],
])('%s is not taken for UTF-8', (_what, bytes, line) => {
  expect(read(bytes)).toEqual({ problem: { line, reason: 'encoding' } });
});

test('a mark within a bare cell is a sign like any other', () => {
  expect(cells('id,name\na,5" disk\n')[1]).toEqual(['a', '5" disk']);
});

test('no more rows are read than asked for, and one, which says that there are more', () => {
  const found = readCsv(Buffer.from('a,b\n'.repeat(1_000)), { rowsMax: 10 });
  expect('rows' in found && found.rows.length).toBe(11);
});

test('whatever is written is read again', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .filter((one) => !/^[\s=+@|\-＝＋－＠\u200b\ufeff]|\p{Cc}/u.test(one));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (rows) => {
      const kept = rows.filter((row) => row.some((one) => one !== ''));
      const written = csvLine(['id', 'name']) + rows.map(csvLine).join('');
      expect(cells(written).slice(1)).toEqual(kept);
    }),
  );
});

test('a hostile file is read in time that grows as it does', () => {
  const long = `id,name\n${'"'.repeat(200_001)}`;
  expect(read(long)).toHaveProperty('problem.reason', 'quote');
  expect(cells(`id,name\n${','.repeat(100_000)}x\n`)[1]).toHaveLength(100_001);
});
