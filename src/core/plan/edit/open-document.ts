import { type Document, parseDocument } from 'yaml';

/**
 * The text of a plan as it is laid out, to be changed in places; undefined where it is broken. Of a key that is written
 * twice it has both, and whoever reads a plan takes the first.
 */
export function openDocument(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  return document.errors.length === 0 ? document : undefined;
}

/** A document as a text again: no line is broken that was not. */
export const closeDocument = (document: Document.Parsed): string => document.toString({ lineWidth: 0 });
