import { deflateSync } from 'node:zlib';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readApart } from '../../src/intake/apart/read-apart.ts';
import { INTAKE_LIMITS } from '../../src/intake/limits.ts';
import { column, madePdf } from './made-pdf.ts';

const MEBIBYTE = 1024 * 1024;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function codeOf(bytes: Uint8Array): Promise<string> {
  const { problem } = await readApart(bytes, ' A draft');
  return problem?.code ?? 'a draft';
}

const docx = async (change: (files: Record<string, Uint8Array>) => void): Promise<Uint8Array> => {
  const made = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Level 1')] }] }));
  const files = unzipSync(new Uint8Array(made));
  change(files);
  return zipSync(files);
};
const body = (inside: string, head = ''): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`,
  );

/** A PDF of one page whose content is the deflated bytes, as often as there are filters. */
function pdfOf(content: Uint8Array, filters: readonly string[]): Uint8Array {
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<<>>>>>>endobj
4 0 obj<</Length ${content.length}/Filter[${filters.map((name) => `/${name}`).join('')}]>>stream
`;
  return Buffer.concat([
    Buffer.from(head),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF'),
  ]);
}

describe('a file that is no document is refused by what it is', () => {
  test.each([
    ['no bytes', () => new Uint8Array(), 'document-empty'],
    ['spaces', () => bytesOf(' \n\t \n'), 'document-empty'],
    ['an empty page', () => bytesOf('<html><body><script>1</script></body></html>'), 'document-without-text'],
    ['NULs in a text', () => bytesOf('Level 1\0Customer calls'), 'document-kind-unknown'],
    [
      'noise',
      () => Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 256),
      'document-kind-unknown',
    ],
    ['RTF', () => bytesOf('{\\rtf1 Level 1}'), 'document-kind-unknown'],
    [
      'a picture',
      () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      'document-kind-unknown',
    ],
    ['a zip of something else', () => zipSync({ 'a.txt': strToU8('Level 1') }), 'document-kind-unknown'],
    ['half a zip', () => zipSync({ 'word/document.xml': body('') }).subarray(0, 60), 'document-damaged'],
    [
      'an old Word file',
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'document-word-old',
    ],
    [
      'a locked Word file',
      () =>
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'document-encrypted',
    ],
    ['a damaged PDF', () => bytesOf(`%PDF-1.7\n${'x'.repeat(500)}`), 'document-damaged'],
  ])('%s', async (_what, make, code) => {
    expect(await codeOf(make())).toBe(code);
  });

  test('a PDF with a password', async () => {
    const made = await madePdf([column(60, 60, ['Level 1'])], { userPassword: 'secret' });
    expect(await codeOf(made)).toBe('document-encrypted');
  });

  test('a PDF of pictures', async () => {
    expect(await codeOf(await madePdf([[], []]))).toBe('document-without-text');
  });

  test('a PDF whose pages lead back to themselves', async () => {
    const made = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`;
    expect(['document-damaged', 'document-without-text']).toContain(await codeOf(bytesOf(made)));
  });

  test('a Word file whose body is cut off', async () => {
    const cut = await docx((files) => {
      files['word/document.xml'] = body('<w:p><w:r><w:t>Level').subarray(0, 150);
    });
    expect(await codeOf(cut)).toBe('document-damaged');
  });
});

describe('a file that would take too much is refused before it does', () => {
  test('more bytes than a file may have', async () => {
    expect(await codeOf(new Uint8Array(INTAKE_LIMITS.bytesMax + 1).fill(97))).toBe('document-too-large');
  });

  test('a Word file that grows a thousandfold when it is unpacked', async () => {
    const bomb = await docx((files) => {
      files['word/document.xml'] = new Uint8Array(INTAKE_LIMITS.unpackedMax + 1).fill(32);
    });
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    expect(await codeOf(bomb)).toBe('document-too-dear');
  });

  test('a Word file that says it is small and is not', async () => {
    const bomb = await docx((files) => {
      files['word/document.xml'] = new Uint8Array(8 * MEBIBYTE).fill(32);
    });
    const small = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(8 * MEBIBYTE);
    for (let at = small.indexOf(size); at >= 0; at = small.indexOf(size, at + 4)) small.writeUInt32LE(64, at);
    expect(await codeOf(small)).toBe('document-damaged');
  });

  test('tables inside tables without end, in HTML and in Word', async () => {
    expect(await codeOf(bytesOf(`<html>${'<table><tr><td>'.repeat(5000)}Level 1`))).toBe('document-too-dear');
    const deep = await docx((files) => {
      files['word/document.xml'] = body(
        `${'<w:tbl><w:tr><w:tc>'.repeat(2000)}${'</w:tc></w:tr></w:tbl>'.repeat(2000)}`,
      );
    });
    expect(await codeOf(deep)).toBe('document-too-dear');
  });

  test('a document type that declares what is outside, or itself many times over', async () => {
    const outside = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>';
    const asking = await docx((files) => {
      files['word/document.xml'] = body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>', outside);
    });
    expect(await codeOf(asking)).toBe('document-damaged');
  });

  test('a PDF of ten thousand pages', async () => {
    const pages = 10_000;
    const numbers = Array.from({ length: pages }, (_, at) => at + 3);
    const made = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${numbers.map((at) => `${at} 0 R`).join(' ')}]/Count ${pages}>>endobj
${numbers.map((at) => `${at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>endobj`).join('\n')}
trailer<</Root 1 0 R/Size ${pages + 3}>>
%%EOF`;
    expect(await codeOf(bytesOf(made))).toBe('document-too-long');
  });

  test('a PDF whose page is a few bytes, packed twice, of hundreds of megabytes', async () => {
    const once = deflateSync(Buffer.alloc(300 * MEBIBYTE, ' '));
    const twice = deflateSync(once);
    expect(twice.length).toBeLessThan(MEBIBYTE);
    expect(await codeOf(pdfOf(once, ['FlateDecode']))).toBe('document-too-dear');
    expect(await codeOf(pdfOf(twice, ['FlateDecode', 'FlateDecode']))).toBe('document-too-dear');
  }, 120_000);
});

describe('a text that is only odd is read, in time', () => {
  test.each([
    ['a line of a million characters', 'Level 1 calls, '.repeat(70_000)],
    ['a million digits', '5'.repeat(1_000_000)],
    ['half a million brackets', '('.repeat(500_000)],
    ['hundred thousand commas after an if', `If ${'no response, '.repeat(100_000)}`],
    ['nothing but numbers and dashes', '555-0100-'.repeat(100_000)],
    ['a hundred thousand spaces before a label', `Name:${' '.repeat(100_000)}x`],
    ['twenty thousand headings', '# Level 1\n\n'.repeat(19_000)],
  ])('%s', async (_what, text) => {
    expect(['a draft', 'document-too-dear']).toContain(await codeOf(bytesOf(text)));
  });

  test('what is written in another width of letters', async () => {
    const text = 'Escalation Plan\n\nCustomer calls level 1.\n';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const { report } = await readApart(new Uint8Array(wide), ' A draft');
    expect(report?.draft).toContain('title: Escalation Plan');
  });
});
