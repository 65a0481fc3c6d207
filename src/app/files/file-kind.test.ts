import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEPT, REFUSED, utf8, zip } from '../../../test/build/files.ts';
import { fileKind } from './file-kind.ts';
import { fileName } from './file-name.ts';
import { zipMembers } from './zip-members.ts';

describe('a file is what its content is', () => {
  test.each(KEPT)('%s', (kind, bytes) => {
    expect(fileKind(bytes)).toBe(kind);
  });
});

describe('not kept is', () => {
  test.each(REFUSED)('%s', (_why, bytes) => {
    expect(fileKind(bytes)).toBeUndefined();
  });
});

test('whatever the bytes, there is an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      fileKind(bytes);
    }),
  );
  const whole = zip({ '[Content_Types].xml': '', 'word/document.xml': 'text' });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const changed = whole.slice();
      changed[at] = value;
      fileKind(changed);
    }),
  );
});

test('the names in an archive are those of its own list', () => {
  expect(zipMembers(zip({ 'a.txt': 'one', 'b/ç.txt': 'two' }))).toEqual(['a.txt', 'b/ç.txt']);
  expect(zipMembers(utf8('PK'))).toBeUndefined();
});

describe('a file is called', () => {
  test.each([
    ['report.pdf', 'pdf', 'report.pdf'],
    ['C:\\fakepath\\Report.PDF', 'pdf', 'Report.PDF'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['invoice.exe', 'pdf', 'invoice.exe.pdf'],
    ['rack.jpg', 'png', 'rack.jpg.png'],
    ['run.bat', 'text', 'run.bat.txt'],
    ['states.csv', 'text', 'states.csv'],
    ['gpj.exe\u202e.png', 'png', 'gpj.exe.png'],
    ['a\r\nContent-Type: x.txt', 'text', 'a Content-Type x.txt'],
    ['<b>"\'&.png', 'png', "b '&.png"],
    ['.htaccess', 'text', 'htaccess.txt'],
    ['...', 'pdf', 'file.pdf'],
    ['', 'jpeg', 'file.jpg'],
    [`${'n'.repeat(300)}.png`, 'png', `${'n'.repeat(100)}.png`],
    ['Störung 停电.txt', 'text', 'Störung 停电.txt'],
  ] as const)('%j of kind %s: %s', (given, kind, name) => {
    expect(fileName(given, kind)).toBe(name);
  });
});
