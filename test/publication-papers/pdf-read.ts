import { getDocumentProxy } from 'unpdf';

/** A part of the structure of a PDF: what a screen reader is told. */
export interface Tagged {
  readonly role: string;
  readonly alt: string | undefined;
  /** Its own text, without that of its parts. */
  readonly text: string;
  readonly children: readonly Tagged[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly title: unknown;
  readonly language: unknown;
  readonly isMarked: boolean;
  readonly outline: readonly string[];
  /** The roots of the structure, page by page. */
  readonly roots: readonly Tagged[];
  readonly links: readonly string[];
  /** Texts of what is only seen, such as the foot of a sheet. */
  readonly artifacts: readonly string[];
}

/** Reads a PDF back by its tags. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const roots: Tagged[] = [];
  const links: string[] = [];
  const artifacts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of items as readonly { type?: string; id?: string; str?: string }[]) {
      if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent')
        open.push(item.id ?? undefined);
      else if (item.type === 'endMarkedContent') open.pop();
      else if (item.str !== undefined) {
        const id = open.findLast((one) => one !== undefined);
        if (id === undefined) artifacts.push(item.str);
        else texts.set(id, (texts.get(id) ?? '') + item.str);
      }
    }
    roots.push(taggedOf((await page.getStructTree()) as Node, texts));
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
  }
  const { info, metadata } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) ?? [];
  return {
    pages: pdf.numPages,
    title: (info as { Title?: unknown }).Title,
    language: (info as { Language?: unknown }).Language,
    isMarked:
      ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true && metadata !== null,
    outline: outline.map(({ title }) => title),
    ...{ roots, links, artifacts },
  };
}

function taggedOf(node: Node, texts: ReadonlyMap<string, string>): Tagged {
  const children = node.children ?? [];
  // Text stands between its parts: it is kept as a part of its own, in its place.
  return {
    role: node.role ?? (node.type === 'content' ? 'text' : ''),
    alt: node.alt,
    text: node.type === 'content' ? (texts.get(node.id ?? '') ?? '') : '',
    children: children.filter(({ type }) => type !== 'annotation').map((child) => taggedOf(child, texts)),
  };
}

/** Every part of a structure in the order in which it is read. */
export function* inOrder(roots: readonly Tagged[]): Generator<Tagged> {
  for (const root of roots) {
    yield root;
    yield* inOrder(root.children);
  }
}

/** What is read aloud: without the signs of lists, and of a picture its words instead of what is drawn in it. */
export const readAloud = (roots: readonly Tagged[]): string =>
  roots
    .map((one) => {
      if (one.role === 'Lbl') return '';
      if (one.role === 'Figure') return one.alt ?? '';
      return one.text + readAloud(one.children);
    })
    .join('');
