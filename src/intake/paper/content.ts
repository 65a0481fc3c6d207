import { INTAKE_LIMITS } from '../limits.ts';
import { refused } from '../refused-document.ts';
import type { ContentKind } from './paper.ts';

interface Content {
  readonly content: ContentKind;
  /** The text of a kind that is text, otherwise empty. */
  readonly text: string;
}

/** Files of Office that are locked, and those of before 2007, are both of this kind. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const HTML =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype html|html|head|body|div|table|p|h1|meta)\b/i;
const MARKDOWN = /^#{1,6}\s|^\s*\|.+\|\s*$|\*\*[^*\n]+\*\*/m;

/** What a file is by its bytes, and its text where it is one. Throws a `RefusedDocument` where nothing reads it. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) throw refused('document-empty');
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46]) || latin(bytes.subarray(0, 1024)).includes('%PDF-')) {
    return { content: 'pdf', text: '' };
  }
  if (begins(bytes, [0x50, 0x4b])) return { content: 'docx', text: '' };
  if (begins(bytes, COMPOUND)) {
    const isLocked = latin(bytes.subarray(0, 65_536)).replaceAll('\0', '').includes('EncryptedPackage');
    throw refused(isLocked ? 'document-encrypted' : 'document-word-old');
  }
  const text = textOf(bytes);
  if (text.startsWith('{\\rtf')) throw refused('document-kind-unknown');
  if (text.length > INTAKE_LIMITS.charactersMax) throw refused('document-too-dear');
  if (text.trim() === '') throw refused('document-empty');
  return {
    content: HTML.test(text.slice(0, 4096)) ? 'html' : MARKDOWN.test(text) ? 'markdown' : 'text',
    text,
  };
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function textOf(bytes: Uint8Array): string {
  const isWide = begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (bytes.includes(0)) throw refused('document-kind-unknown');
  try {
    return cleaned(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return cleaned(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** Control characters, line ends and tabs apart. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** Control characters say nothing; where they are many, the file is no text. */
function cleaned(text: string): string {
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > text.length / 100) throw refused('document-kind-unknown');
  return text.replaceAll(CONTROL, ' ');
}
