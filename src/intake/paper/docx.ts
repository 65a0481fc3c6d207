import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { INTAKE_LIMITS } from '../limits.ts';
import { RefusedDocument, refused } from '../refused-document.ts';
import { partsOfHtml } from './html.ts';
import type { Block, Part } from './paper.ts';

const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/;
const HEADER = /^word\/(?:header|footer)\d*\.xml$/;
const BODY = 'word/document.xml';

/**
 * A Word document as parts: what its headers and footers say first, then the body with its notes. Pictures, macros and
 * everything that points outside are left out unread.
 */
export async function partsOfDocx(bytes: Uint8Array): Promise<readonly Part[]> {
  const files = unpacked(bytes);
  const body = files[BODY];
  if (!body) throw refused('document-kind-unknown');
  const parts: Part[] = [];
  for (const name of Object.keys(files)
    .filter((one) => HEADER.test(one))
    .sort()) {
    const said = await partsOf({ ...files, [BODY]: asBody(files[name] as Uint8Array) });
    parts.push(
      ...said.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : [part])).map(asFurniture),
    );
  }
  return [...parts, ...(await partsOf(files))];
}

const asFurniture = (block: Block): Block => ({ ...block, kind: 'furniture' });

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let sum = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false;
        sum += originalSize;
        if (sum > INTAKE_LIMITS.unpackedMax) throw refused('document-too-dear');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    throw refused('document-damaged', error);
  }
}

/** A header as if it were the body, for the reader of Word files passes headers over. */
function asBody(header: Uint8Array): Uint8Array {
  const inside = strFromU8(header)
    .replace(/<w:(?:hdr|ftr)\b/, '<w:document')
    .replace(/(<w:document\b[^>]*>)/, '$1<w:body>')
    .replace(/<\/w:(?:hdr|ftr)>/, '</w:body></w:document>');
  return strToU8(inside);
}

async function partsOf(files: Readonly<Record<string, Uint8Array>>): Promise<readonly Part[]> {
  for (const [name, text] of Object.entries(files)) {
    // What a document type declares, no Word file needs; it is how a small one grows.
    if (name.endsWith('.xml') && /<!DOCTYPE|<!ENTITY/i.test(strFromU8(text.subarray(0, 4096), true))) {
      throw refused('document-damaged');
    }
    refuseDeep(text);
  }
  const buffer = Buffer.from(zipSync({ ...files }, { level: 0 }));
  const options = { externalFileAccess: false, includeDefaultStyleMap: true } as const;
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, options);
    return partsOfHtml(
      value.replaceAll(/<sup><a href="#(?:foot|end)note[^<]*<\/a><\/sup>/g, '').replaceAll('↑', ''),
      'paragraphs',
    );
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    throw refused('document-damaged', error);
  }
}

const OPEN = 0x3c;
const SLASH = 0x2f;

/** Deep nesting is refused before a reader that calls itself meets it. */
function refuseDeep(text: Uint8Array): void {
  let depth = 0;
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + 1)) {
    const next = text[at + 1];
    if (next === SLASH) depth--;
    else if (next !== 0x21 && next !== 0x3f && text[text.indexOf(0x3e, at) - 1] !== SLASH) depth++;
    if (depth > INTAKE_LIMITS.depthMax) throw refused('document-too-dear');
  }
}
