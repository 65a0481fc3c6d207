/** What the library writes through, and keeps to itself. */
interface Writer {
  _offset: number;
  _write(piece: string | Uint8Array): void;
  push(bytes: Uint8Array | null): boolean;
  on(event: 'pageAdded', then: () => void): unknown;
  readonly page: Page;
}

interface Page {
  readonly content: { write(bytes: Uint8Array): void };
  write(line: string): void;
  end(): void;
}

/** So much is handed on at once. */
const PIECE = 1 << 16;

/**
 * Has a document put its text into bytes by the sheet and by the stretch of the file, not line by line: half of the
 * library's time goes into small arrays of bytes. The bytes are the same
 * ([decision 52](../../../docs/decisions/0052-a-pdf-is-written-in-bulk.md)).
 */
export function writeInBulk(doc: PDFKit.PDFDocument): void {
  const writer = doc as unknown as Writer;
  let text = '';
  const flush = (): void => {
    if (text !== '') push(Buffer.from(text, 'latin1'));
    text = '';
  };
  const push = writer.push.bind(writer);
  writer._write = (piece) => {
    if (typeof piece === 'string') {
      text += `${piece}\n`;
      writer._offset += piece.length + 1;
      if (text.length > PIECE) flush();
    } else {
      flush();
      push(piece);
      writer._offset += piece.length;
    }
  };
  writer.push = (bytes) => {
    flush();
    return push(bytes);
  };
  writer.on('pageAdded', () => writePageInBulk(writer.page));
}

function writePageInBulk(page: Page): void {
  let lines = '';
  const end = page.end.bind(page);
  page.write = (line) => {
    lines += `${line}\n`;
  };
  page.end = () => {
    if (lines !== '') page.content.write(Buffer.from(lines, 'latin1'));
    lines = '';
    end();
  };
}
