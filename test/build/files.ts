/** Bytes of each kind of file, as little as makes it one. */

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const little = (value: number, bytes: 2 | 4): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff);

/** A zip archive of stored members, in order. */
export function zip(members: Readonly<Record<string, string>>): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(members)) {
    const [called, content] = [utf8(name), utf8(text)];
    const sizes = [little(0, 4), little(content.length, 4), little(content.length, 4)];
    const names = [little(called.length, 2), little(0, 2)];
    const common = [little(20, 2), little(0, 2), little(0, 2), little(0, 4), ...sizes, ...names];
    const local = joined(latin1('PK\x03\x04'), ...common, called, content);
    entries.push(
      joined(
        ...[latin1('PK\x01\x02'), little(20, 2), ...common, little(0, 2), little(0, 2), little(0, 2)],
        ...[little(0, 4), little(at, 4), called],
      ),
    );
    locals.push(local);
    at += local.length;
  }
  const list = joined(...entries);
  const counts = [little(entries.length, 2), little(entries.length, 2)];
  const end = joined(
    ...[latin1('PK\x05\x06'), little(0, 4), ...counts, little(list.length, 4), little(at, 4), little(0, 2)],
  );
  return joined(...locals, list, end);
}

const TYPES = { '[Content_Types].xml': '<Types/>' };
const ODT = 'application/vnd.oasis.opendocument.text';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const PNG = latin1('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR');
const MAIL = 'From: Dana <dana@ladder.example>\r\nDate: Tue, 17 Nov 2026 09:00:00 -0800\r\n\r\nNo dial tone';

/** One of every kind that is kept: its kind, its bytes, what its sender might call it. */
export const KEPT: readonly (readonly [kind: string, bytes: Uint8Array, name: string])[] = [
  ['png', PNG, 'rack.png'],
  ['jpeg', latin1('\xff\xd8\xff\xe0\x00\x10JFIF'), 'rack.JPG'],
  ['gif', latin1('GIF89a\x01\x00\x01\x00'), 'rack.gif'],
  ['webp', latin1('RIFF\x24\x00\x00\x00WEBPVP8 '), 'rack.webp'],
  ['pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'report.pdf'],
  ['docx', zip({ ...TYPES, 'word/document.xml': '<w/>' }), 'report.docx'],
  ['xlsx', zip({ ...TYPES, 'xl/workbook.xml': '<x/>' }), 'figures.xlsx'],
  ['odt', zip({ mimetype: ODT, 'content.xml': '<o/>' }), 'report.odt'],
  ['ods', zip({ mimetype: ODS, 'content.xml': '<o/>' }), 'figures.ods'],
  ['eml', utf8(MAIL), 'mail.eml'],
  ['text', utf8('Line 1 dropped at noon.\n'), 'what-we-saw.txt'],
  ['text', utf8('time,state\n12:00,down\n'), 'states.csv'],
  ['text', utf8('\ufeffÀ midi: Störung 停电\n'), 'notes.txt'],
  ['text', utf8('<dana@ladder.example> wrote:\n> No dial tone\n'), 'reply.txt'],
];

/** What is never kept, by any name: why, and the bytes. */
export const REFUSED: readonly (readonly [why: string, bytes: Uint8Array])[] = [
  ['a drawing that may carry a script', utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ['a drawing behind a declaration', utf8('<?xml version="1.0"?>\n<svg/>')],
  ['a page', utf8('<!doctype html><title>x</title>')],
  ['a page behind white space and a mark', utf8('\ufeff \n\t<HTML><body onload=x()>')],
  ['a page behind a comment', utf8('<!-- x --><script>x()</script>')],
  ['a script element', utf8('<script src="https://evil.example/x.js"></script>')],
  ['a program of Windows', latin1('MZ\x90\x00\x03\x00\x00\x00')],
  ['a program of Linux', latin1('\x7fELF\x02\x01\x01\x00')],
  ['a program of a Macintosh', latin1('\xcf\xfa\xed\xfe\x07\x00\x00\x01')],
  ['a program of Java', latin1('\xca\xfe\xba\xbe\x00\x00\x00\x34')],
  ['a script', utf8('#!/bin/sh\nrm -rf /\n')],
  ['an archive', zip({ 'readme.txt': 'hello' })],
  ['an archive of nothing', zip({})],
  ['a document with macros', zip({ ...TYPES, 'word/document.xml': '', 'word/vbaProject.bin': '' })],
  ['a document with scripts', zip({ mimetype: ODT, 'content.xml': '', 'Basic/Standard/x.xml': '' })],
  ['a document with a program in it', zip({ ...TYPES, 'word/document.xml': '', 'word/x.exe': '' })],
  ['a document that climbs out', zip({ ...TYPES, 'word/document.xml': '', '../../x': '' })],
  ['an archive that unpacks itself', joined(latin1('MZ'), zip({ ...TYPES, 'word/document.xml': '' }))],
  ['a document cut short', zip({ ...TYPES, 'word/document.xml': '<w/>' }).slice(0, -30)],
  ['a text with NUL in it', utf8('one\0two')],
  ['a text that steers a terminal', utf8('\x1b[2Jgone')],
  ['a text in Latin-1', latin1('St\xf6rung')],
  ['a text in UTF-16', latin1('\xff\xfeh\x00i\x00')],
  ['nothing but blanks', utf8(' \n\n ')],
  ['a beginning of a picture', latin1('\x89PN')],
  ['noise', Uint8Array.from({ length: 400 }, (_, index) => (index * 73) % 256)],
];
