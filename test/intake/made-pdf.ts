import PDFDocument from 'pdfkit';

/** A text at a place of a page, in points from its upper left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A PDF whose pages hold exactly these texts at these places. */
export function madePdf(
  pages: readonly (readonly Placed[])[],
  options: Partial<PDFKit.PDFDocumentOptions> = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({ autoFirstPage: false, size: 'LETTER', margin: 0, ...options });
  const chunks: Buffer[] = [];
  const made = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
  for (const page of pages) {
    document.addPage();
    for (const { x, y, text, size = 10, bold = false } of page) {
      document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
      document.text(text, x, y, { lineBreak: false });
    }
  }
  document.end();
  return made;
}

/** Lines one under another, in one column. */
export const column = (x: number, y: number, texts: readonly string[], size = 10): readonly Placed[] =>
  texts.flatMap((text, index) => (text === '' ? [] : [{ x, y: y + index * 14, text, size }]));
