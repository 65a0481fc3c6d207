import { getDocumentProxy } from 'unpdf';
import { INTAKE_LIMITS } from '../limits.ts';
import { RefusedDocument, refused } from '../refused-document.ts';
import { blocksOfLines, type Line } from './blocks.ts';
import type { Paper, Part } from './paper.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { type PageText, pageLines, type Segment, segmentsOf } from './pdf-layout.ts';
import { refuseGrowing } from './pdf-streams.ts';

/** Hears how many pages are read, of how many. */
export type TellPages = (read: { readonly done: number; readonly of: number }) => void;

/** A PDF as parts, in reading order. Scripts, forms and attachments in it are not looked at. */
export async function partsOfPdf(
  bytes: Uint8Array,
  tell: TellPages,
): Promise<Pick<Paper, 'parts' | 'pages' | 'pagesWithoutText'>> {
  refuseGrowing(bytes);
  const document = await opened(bytes);
  try {
    const pages = document.numPages;
    if (pages > INTAKE_LIMITS.pagesMax)
      throw new RefusedDocument({
        code: 'document-too-long',
        values: { pages, pagesMax: INTAKE_LIMITS.pagesMax },
      });
    const texts: PageText[] = [];
    let characters = 0;
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [, , width = 612, height = 792] = page.view;
      const segments = segmentsOf(items.filter((item) => 'str' in item));
      characters += segments.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > INTAKE_LIMITS.charactersMax) throw refused('document-too-dear');
      texts.push({ number, width, height, segments });
      page.cleanup();
      tell({ done: number, of: pages });
    }
    return { pages, ...partsOf(texts) };
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    throw refused('document-damaged', error);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function opened(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    // The library takes the bytes it is given away from whoever gave them.
    return await getDocumentProxy(bytes.slice(), {
      stopAtErrors: false,

      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw refused(isLocked ? 'document-encrypted' : 'document-damaged', error);
  }
}

function partsOf(pages: readonly PageText[]): Pick<Paper, 'parts' | 'pagesWithoutText'> {
  const furniture = furnitureOf(pages);
  const sizes = pages.flatMap(({ segments }) => segments.map(({ size }) => size)).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const parts: Part[] = [];
  for (const page of pages) {
    const own = page.segments.filter((segment) => !furniture.repeated.has(segment));
    let lines: Line[] = furniture.first.filter(({ place }) => place.page === page.number);
    for (const part of pageLines({ ...page, segments: own }, usual)) {
      if ('kind' in part && part.kind === 'table') {
        parts.push(...blocksOfLines(lines), part);
        lines = [];
      } else {
        lines.push(part as Line);
      }
    }
    parts.push(...blocksOfLines(lines));
  }
  const isEmpty = (segments: readonly Segment[]): boolean => segments.length === 0;
  return {
    parts,
    pagesWithoutText: pages.filter(({ segments }) => isEmpty(segments)).map(({ number }) => number),
  };
}
