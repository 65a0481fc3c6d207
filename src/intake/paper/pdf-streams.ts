import { Unzlib } from 'fflate';
import { INTAKE_LIMITS } from '../limits.ts';
import { refused } from '../refused-document.ts';

const STREAM = /\bstream\r?\n/g;
/** Packed inside packed: no program that writes documents does it, and no bound on one layer holds for two. */
const TWICE =
  /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s*\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/;
const PICTURE = /\/Subtype\s*\/Image\b/;
const HEAD_MAX = 600;
/** Packed bytes that are unpacked at a time; so many become a thousand times as many at most. */
const STEP = 4096;

/**
 * Refuses a PDF that would grow beyond its bound when its streams are unpacked, before a reader unpacks them whole.
 * Pictures are left out, for no text is read from them.
 */
export function refuseGrowing(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  if (TWICE.test(text)) throw refused('document-too-dear');
  let grown = 0;
  for (const { index, 0: word } of text.matchAll(STREAM)) {
    const start = index + word.length;
    const head = text.slice(Math.max(0, index - HEAD_MAX), index);
    if (PICTURE.test(head.slice(head.lastIndexOf(' obj')))) continue;
    const end = text.indexOf('endstream', start);
    grown += grownSize(
      bytes.subarray(start, end < 0 ? bytes.length : end),
      INTAKE_LIMITS.unpackedMax - grown,
    );
    if (grown > INTAKE_LIMITS.unpackedMax) throw refused('document-too-dear');
  }
}

/** How many bytes a packed stream becomes, counted until it is over the bound; what is not packed so is no growth. */
function grownSize(packed: Uint8Array, max: number): number {
  let size = 0;
  const inflate = new Unzlib((chunk) => {
    size += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= max; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return size;
  }
  return size;
}
