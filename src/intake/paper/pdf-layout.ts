import { blockOf, type Line } from './blocks.ts';
import type { Part } from './paper.ts';
import { tablesIn } from './pdf-tables.ts';

/** Text that stands together on one baseline, in points; `y` grows upwards. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** The runs of a page as segments: runs of one baseline with no more than a word's space between them are one. */
export function segmentsOf(items: readonly Item[]): readonly Segment[] {
  const runs = items
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform, width, height }) => ({
      text: str,
      x: transform[4] ?? 0,
      right: (transform[4] ?? 0) + width,
      y: transform[5] ?? 0,
      size: height || Math.abs(transform[3] ?? 10) || 10,
    }));
  const sorted = runs.sort((one, other) =>
    Math.abs(one.y - other.y) < 2.5 ? one.x - other.x : other.y - one.y,
  );
  const segments: Segment[] = [];
  for (const run of sorted) {
    const last = segments.at(-1);
    const gap = last ? run.x - last.right : 0;
    if (last && isRaised(last, run)) {
      segments[segments.length - 1] = { ...last, text: last.text + run.text.trim(), right: run.right };
    } else if (last && Math.abs(last.y - run.y) < 2.5 && gap < run.size && gap > -run.size) {
      const space = gap > run.size * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(run.text) ? ' ' : '';
      segments[segments.length - 1] = { ...last, text: last.text + space + run.text, right: run.right };
    } else {
      segments.push(run);
    }
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() }));
}

/** The raised letters of an ordinal, which stand a little higher than the number. */
const isRaised = (last: Segment, run: Segment): boolean =>
  /^(?:st|nd|rd|th|rst)\b/.test(run.text) &&
  /\d$/.test(last.text) &&
  Math.abs(last.y - run.y) < last.size * 0.6 &&
  Math.abs(run.x - last.right) < 2;

/** The lines and tables of a page in reading order: a table whole, columns one after the other. */
export function pageLines(page: PageText, usual: number): readonly (Line | Part)[] {
  const { tables, others } = tablesIn(page);
  const out: (Line | Part)[] = [];
  let line = 0;
  const says = (segments: readonly Segment[]): void => {
    for (const run of ordered(segments, page.width)) {
      let below: Segment | undefined;
      for (const segment of run) {
        const place = { page: page.number, line: ++line };
        if (below && below.y - segment.y > Math.max(below.size, segment.size) * 1.75) {
          out.push({ text: '', place, kind: 'text' });
        }
        const isHeading = segment.size > usual * 1.12 && segment.text.length < 90;
        out.push({ text: segment.text, place, kind: isHeading ? 'heading' : 'text' });
        below = segment;
      }
      out.push({ text: '', place: { page: page.number, line }, kind: 'text' });
    }
  };
  let rest = others;
  for (const table of tables) {
    says(rest.filter(({ y }) => y > table.top));
    rest = rest.filter(({ y }) => y <= table.top);
    const rows = table.rows.map((row) => {
      const place = { page: page.number, line: ++line };
      return row.map((text) => blockOf('cell', [{ text, place, kind: 'text' }]));
    });
    out.push({ kind: 'table', rows });
  }
  says(rest);
  return out;
}

const COLUMN_LINES_MIN = 3;

/** Segments as runs from top to bottom: bands of two columns give the left one first. */
function ordered(segments: readonly Segment[], width: number): readonly (readonly Segment[])[] {
  const gutter = gutterOf(segments, width);
  if (gutter === undefined) return [inLines(segments)];
  const runs: (readonly Segment[])[] = [];
  let band: Segment[] = [];
  const close = (): void => {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter(({ x }) => x >= gutter);
    const isTwo = left.length >= COLUMN_LINES_MIN && right.length >= COLUMN_LINES_MIN;
    runs.push(...(isTwo ? [left, right] : [inLines(band)]));
    band = [];
  };
  for (const segment of segments) {
    if (segment.x < gutter && segment.right > gutter) {
      close();
      runs.push([segment]);
    } else {
      band.push(segment);
    }
  }
  close();
  return runs.filter((run) => run.length > 0);
}

/** What stands side by side on one baseline becomes one line. */
function inLines(segments: readonly Segment[]): readonly Segment[] {
  const lines: Segment[] = [];
  for (const segment of segments) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - segment.y) < 2.5) {
      lines[lines.length - 1] = { ...last, text: `${last.text}  ${segment.text}`, right: segment.right };
    } else {
      lines.push(segment);
    }
  }
  return lines;
}

/** Where a right column begins: many segments start there and few cross it. */
function gutterOf(segments: readonly Segment[], width: number): number | undefined {
  const starts = new Map<number, number>();
  for (const { x } of segments) {
    if (x < width * 0.3 || x > width * 0.75) continue;
    const at = Math.round(x);
    starts.set(at, (starts.get(at) ?? 0) + 1);
  }
  const [best] = [...starts].sort((one, other) => other[1] - one[1]);
  if (!best || best[1] < COLUMN_LINES_MIN) return undefined;
  const gutter = best[0] - 2;
  const crossing = segments.filter(({ x, right }) => x < gutter && right > gutter).length;
  const beside = segments.filter(({ right }) => right <= gutter).length;
  return beside >= COLUMN_LINES_MIN && crossing <= segments.length * 0.4 ? gutter : undefined;
}
