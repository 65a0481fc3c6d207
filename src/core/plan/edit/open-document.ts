import { type Document, isMap, parseDocument } from 'yaml';

/**
 * The text of a plan as it is laid out, to be changed in places; undefined where it is broken, or is no list of keys and
 * values. Of a key that is written twice it has both, and whoever reads a plan takes the first.
 */
export function openDocument(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  const isUsable = document.contents === null || isMap(document.contents);
  return document.errors.length === 0 && isUsable ? document : undefined;
}

/** A document as a text again: no line is broken that was not. */
export const closeDocument = (document: Document.Parsed): string => document.toString({ lineWidth: 0 });
