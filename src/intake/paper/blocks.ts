import { INTAKE_LIMITS } from '../limits.ts';
import { refused } from '../refused-document.ts';
import type { Block, Part, Place } from './paper.ts';

/** One line of a document; an empty one parts paragraphs. */
export interface Line {
  readonly text: string;
  readonly place: Place;
  readonly kind: 'heading' | 'text' | 'furniture';
}

/** Lines as one block, a space between them. */
export function blockOf(kind: Block['kind'], lines: readonly Line[]): Block {
  const marks: { at: number; place: Place }[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += ' ';
    marks.push({ at: text.length, place: line.place });
    text += line.text.trim().replaceAll(/\s+/g, ' ');
  }
  return { kind, text, marks };
}

const LABEL = /^\W*[\p{L}/ -]{3,28}:(?=\s|$)/u;
const NUMBERED =
  /^(?:[-•*–·▪]\s|\(?\d{1,2}(?:(?:\.\d{1,2}){1,4}[.)]?|[.)])\s|\(?\d{1,2}[.)]?\s+(?=\p{Lu})|\(?[a-z][.)]\s)/u;
const MARKER =
  /^(?:(?:Level|LEVEL|Tier|TIER|Escalation [Cc]ontact)\s*#?\s*\d|\d{1,2}(?:st|nd|rd|th)\s+\p{Lu})/u;
const WRAPPED_FROM = 42;
const HEADING_MAX = 70;

/**
 * Lines as headings, paragraphs and entries of lists. Lines that a writer's margin has broken are joined; one that begins
 * with a label, a number or a bullet stands by itself. A line alone without a stop at its end is a heading.
 */
export function blocksOfLines(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  let isFirstOfGroup = true;
  const close = (isAlone: boolean): void => {
    if (open.length > 0) blocks.push(blockOf(kindOf(open, isAlone && isFirstOfGroup), open));
    if (open.length > 0) isFirstOfGroup = false;
    open = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') {
      close(true);
      isFirstOfGroup = true;
    } else if (line.kind !== 'text') {
      close(true);
      blocks.push(blockOf(line.kind === 'heading' ? 'heading' : 'furniture', [line]));
      isFirstOfGroup = true;
    } else {
      if (open.length > 0 && !continues(open, line)) close(isOver(open, line));
      open.push(line);
    }
  }
  close(true);
  return blocks;
}

/** Whether a line stands over a paragraph as its heading, with no empty line between. */
const isOver = (open: readonly Line[], next: Line): boolean =>
  (open[0]?.text.trim().length ?? 0) < WRAPPED_FROM &&
  next.text.trim().length >= WRAPPED_FROM &&
  !LABEL.test(next.text) &&
  !NUMBERED.test(next.text.trim());

function continues(open: readonly Line[], next: Line): boolean {
  const before = open.at(-1)?.text.trim() ?? '';
  const text = next.text.trim();
  if (LABEL.test(text) || NUMBERED.test(text) || MARKER.test(text)) return false;
  if (LABEL.test(open[0]?.text.trim() ?? '')) return /^\p{Ll}/u.test(text);
  return before.length >= WRAPPED_FROM || /^\p{Ll}/u.test(text);
}

function kindOf(lines: readonly Line[], isAlone: boolean): Block['kind'] {
  const text = lines.map((line) => line.text.trim()).join(' ');
  if (isAlone && lines.length === 1 && isHeadingText(text)) return 'heading';
  return NUMBERED.test(text) ? 'item' : 'paragraph';
}

/** Whether a line by itself reads as a heading: short, with no stop at its end and no value after a label. */
export function isHeadingText(text: string): boolean {
  if (text.length > HEADING_MAX || /[.,;]$/.test(text) || !/\p{L}/u.test(text)) return false;
  if (/:\s*\S/.test(text) || /@|\d{3}[\s.-]\d{4}/.test(text)) return false;
  return !/^[-•*–·▪(]/.test(text) && /^[\p{Lu}\d]/u.test(text);
}

/** A block that ends within a sentence and the one that goes on with it are one, also over the end of a page. */
export function joined(parts: readonly Part[]): readonly Part[] {
  const done: Part[] = [];
  const aside: Part[] = [];
  for (const part of parts) {
    const before = done.at(-1);
    if (part.kind === 'furniture') {
      aside.push(part);
    } else if (before?.kind === 'paragraph' && part.kind === 'paragraph' && goesOn(before, part)) {
      done[done.length - 1] = together(before, part);
    } else {
      done.push(part);
    }
  }
  return [...aside, ...done];
}

const goesOn = (before: Block, next: Block): boolean =>
  /[\p{L}\d,]$/u.test(before.text) && /^\p{Ll}/u.test(next.text) && before.text.length >= WRAPPED_FROM;

function together(before: Block, next: Block): Block {
  const shift = before.text.length + 1;
  const moved = next.marks.map(({ at, place }) => ({ at: at + shift, place }));
  return { ...before, text: `${before.text} ${next.text}`, marks: [...before.marks, ...moved] };
}

/** The parts within the limits of texts: a block that is too long becomes several. */
export function bounded(parts: readonly Part[]): readonly Part[] {
  let blocks = 0;
  let characters = 0;
  const counted = (block: Block): readonly Block[] => {
    characters += block.text.length;
    const pieces = piecesOf(block);
    blocks += pieces.length;
    if (blocks > INTAKE_LIMITS.blocksMax || characters > INTAKE_LIMITS.charactersMax) {
      throw refused('document-too-dear');
    }
    return pieces;
  };
  return parts.flatMap((part): readonly Part[] =>
    part.kind === 'table' ? [{ ...part, rows: part.rows.map((row) => row.flatMap(counted)) }] : counted(part),
  );
}

function piecesOf(block: Block): readonly Block[] {
  const max = INTAKE_LIMITS.paragraphMax;
  if (block.text.length <= max) return [block];
  const pieces: Block[] = [];
  for (let from = 0; from < block.text.length; from += max) {
    const before = block.marks.findLast(({ at }) => at <= from) ?? block.marks[0];
    const inside = block.marks.filter(({ at }) => at > from && at < from + max);
    const marks = [...(before ? [{ ...before, at: from }] : []), ...inside];
    pieces.push({
      kind: block.kind,
      text: block.text.slice(from, from + max),
      marks: marks.map(({ at, place }) => ({ at: at - from, place })),
    });
  }
  return pieces;
}
