import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { typefaces } from '../../src/http/typefaces.ts';
import { Setting } from '../../src/render/pdf/typefaces.ts';
import { writeInBulk } from '../../src/render/pdf/write-in-bulk.ts';

const TEXTS = [
  'Call +1 916-555-0142, (or) <mail> ana@lantern.example',
  '  AV To fi ffl  two blanks ',
  'Año, Ñandú, Zürich, Łódź, “quoted” – and — dashes…',
  'a\u0323\u0308 q\u0303 combining, soft\u00adhyphen, \u200bnothing',
  'Αθήνα Київ ✓ שלום مرحبا',
  '',
] as const;

/** A tagged document of two sheets with all that papers have: text, links, lines, artifacts. */
async function document(prepare: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const made = new Date(Date.UTC(2026, 10, 21));
  const doc = new PDFDocument({
    ...{ size: 'LETTER', margin: 50, autoFirstPage: false, bufferPages: true, pdfVersion: '1.7' },
    ...{ tagged: true, displayTitle: true, lang: 'en-US', font: null as unknown as string },
    info: { Title: 'Both ways', CreationDate: made, ModDate: made },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise((resolve) => doc.on('data', (chunk) => chunks.push(chunk)).on('end', resolve));
  prepare(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const face of ['regular', 'bold', 'other-regular']) {
    doc.addPage();
    for (const [index, text] of TEXTS.entries()) {
      const link = doc.struct('Link');
      root.add(link);
      link.add(() => {
        doc
          .font(face, 9 + index / 3)
          .fillColor('#1a4480')
          .text(text, 60, 60 + index * 20, { lineBreak: false });
        const options = { structParent: link, Contents: new String(text) };
        doc.link(60, 60, doc.widthOfString(text), 12, 'https://k.example', options as object);
      });
      link.end();
      doc.markContent('Artifact', { type: 'Layout' });
      doc.roundedRect(50, 50 + index, 100, 20, 4).stroke();
      doc.endMarkedContent();
    }
    (doc as unknown as { continueOnNewPage(): void }).continueOnNewPage();
  }
  root.end();
  doc.switchToPage(0);
  doc.font('bold', 8).text('Page 1', 60, 700, { lineBreak: false });
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

test('a document written in bulk is byte for byte what the library writes by itself', async () => {
  const theirs = await document((doc) => byItself(doc));
  const ours = await document((doc) => {
    new Setting(doc, typefaces());
    writeInBulk(doc);
  });
  expect(ours.length).toBeGreaterThan(20_000);
  expect(ours.equals(theirs)).toBe(true);
});

/** With our typefaces, and what the setting has replaced in them taken back. */
function byItself(doc: PDFKit.PDFDocument): void {
  new Setting(doc, typefaces());
  for (const face of ['regular', 'bold']) {
    const { _font: opened } = doc.font(face) as unknown as { _font: { layout?: unknown } };
    expect(Object.hasOwn(opened, 'layout')).toBe(true);
    delete opened.layout;
  }
}
