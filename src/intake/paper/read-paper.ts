import { INTAKE_LIMITS } from '../limits.ts';
import { RefusedDocument, refused } from '../refused-document.ts';
import { bounded, joined } from './blocks.ts';
import { contentOf } from './content.ts';
import { partsOfDocx } from './docx.ts';
import { partsOfHtml } from './html.ts';
import { blocksOf, type Paper } from './paper.ts';
import { partsOfPdf, type TellPages } from './pdf.ts';
import { partsOfText } from './text.ts';

/** A document's parts in reading order, whatever it was written with. Throws a `RefusedDocument` that says why not. */
export async function readPaper(bytes: Uint8Array, tell: TellPages = () => undefined): Promise<Paper> {
  if (bytes.length > INTAKE_LIMITS.bytesMax) {
    throw new RefusedDocument({
      code: 'document-too-large',
      values: { mebibytes: INTAKE_LIMITS.bytesMax / 1024 / 1024 },
    });
  }
  const { content, text } = contentOf(bytes);
  const read = await partsOf(content, bytes, text, tell);
  const parts = joined(bounded(read.parts));
  if (blocksOf(parts).every((block) => block.text.trim() === '')) {
    throw refused('document-without-text');
  }
  return { content, ...read, parts };
}

async function partsOf(
  content: Paper['content'],
  bytes: Uint8Array,
  text: string,
  tell: TellPages,
): Promise<Omit<Paper, 'content'>> {
  const onePage = { pages: 1, pagesWithoutText: [] };
  if (content === 'pdf') return partsOfPdf(bytes, tell);
  if (content === 'docx') return { ...onePage, parts: await partsOfDocx(bytes) };
  if (content === 'html') return { ...onePage, parts: partsOfHtml(text, 'lines') };
  return { ...onePage, parts: partsOfText(text) };
}
