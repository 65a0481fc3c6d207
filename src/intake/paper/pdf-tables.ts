import type { PageText, Segment } from './pdf-layout.ts';

interface PdfTable {
  /** The baseline of its first row. */
  readonly top: number;
  readonly rows: readonly (readonly string[])[];
}

const COLUMNS_MIN = 3;
const ROWS_MIN = 2;
const NEAR = 8;

/** The tables of a page, told by three columns or more that several rows begin at, and the segments outside them. */
export function tablesIn({ segments }: PageText): {
  readonly tables: readonly PdfTable[];
  readonly others: readonly Segment[];
} {
  const rows = rowsOf(segments);
  const tables: PdfTable[] = [];
  const inside = new Set<Segment>();
  for (let index = 0; index < rows.length; index++) {
    const head = rows[index] ?? [];
    if (head.length < COLUMNS_MIN) continue;
    const starts = head.map(({ x }) => x);
    const lines = [head];
    let next = index + 1;
    for (; next < rows.length && fits(rows[next] ?? [], starts, lines.at(-1) ?? head); next++) {
      lines.push(rows[next] ?? []);
    }
    const cells = cellsOf(lines, starts);
    if (cells.length < ROWS_MIN) continue;
    for (const line of lines) for (const segment of line) inside.add(segment);
    tables.push({ top: head[0]?.y ?? 0, rows: cells });
    index = next - 1;
  }
  return { tables, others: segments.filter((segment) => !inside.has(segment)) };
}

function rowsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const rows: Segment[][] = [];
  for (const segment of segments) {
    const last = rows.at(-1);
    if (last && Math.abs((last[0]?.y ?? 0) - segment.y) < 2.5) last.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** Whether a row goes on with the table above it: its segments begin where columns do, and it stands close below. */
function fits(row: readonly Segment[], starts: readonly number[], above: readonly Segment[]): boolean {
  const isAligned = row.every(({ x }) => starts.some((start) => Math.abs(start - x) < NEAR));
  const gap = (above[0]?.y ?? 0) - (row[0]?.y ?? 0);
  const size = row[0]?.size ?? 10;
  if (!isAligned || gap > size * 4) return false;
  return row.length >= 2 || gap < size * 1.5;
}

/** The texts of the cells; a line that leaves the first column empty goes on with the row above. */
function cellsOf(
  lines: readonly (readonly Segment[])[],
  starts: readonly number[],
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of lines) {
    const texts = starts.map((start) => line.find(({ x }) => Math.abs(start - x) < NEAR)?.text ?? '');
    const above = rows.at(-1);
    if (texts[0] === '' && above) {
      for (const [cell, text] of texts.entries())
        if (text !== '') above[cell] = `${above[cell]} ${text}`.trim();
    } else {
      rows.push(texts);
    }
  }
  return rows;
}
