import { catalogue } from '../../core/message/catalogue.ts';
import type { WallSheet } from '../publication/wall-sheet.ts';
import { heightOf, type SetLine, type Style } from './lines.ts';
import { type Element, INK, QUIET, RULE, type SheetSize, Sheets } from './sheets.ts';
import type { Typefaces } from './typefaces.ts';

const MARGIN = 36;
const NAVY = '#162e51';
const RED = '#b50909';
/** As big as there is room for: what has to be read from across a room is tried first. */
const SCALES = [1.5, 1.35, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44] as const;
const DISC = 24;

type Level = WallSheet['levels'][number];

/** One thing under another, with its tag. */
interface Row {
  readonly type: 'H2' | 'H3' | 'P';
  readonly lines: readonly SetLine[];
}

/** The plan on one sheet, big and plain, for whoever stands before it with a telephone in the hand. */
export async function wallPdf(sheet: WallSheet, faces: Typefaces, size: SheetSize): Promise<Uint8Array> {
  const { language, title, asOf, caption, emergency, levels, stamp } = sheet;
  const sheets = await Sheets.begin(faces, {
    size,
    language,
    title: `${caption}: ${title}`,
    asOf,
    margin: MARGIN,
  });
  const { root } = sheets;
  const scale = SCALES.find((one) => totalHeight(sheets, sheet, one) <= sheets.whole) ?? SCALES.at(-1) ?? 1;
  banner(sheets, root, { caption, title, scale });
  if (emergency !== undefined) emergencyBar(sheets, root, emergency, scale);
  const spare = sheets.whole - totalHeight(sheets, sheet, scale);
  const gap = Math.max(0, Math.min(MAX_SPARE, spare / Math.max(1, levels.length)));
  for (const level of levels) {
    drawLevel(sheets, root, level, scale);
    sheets.y += gap;
  }
  sheets.y = Math.max(sheets.y, sheets.bottom - heightOf(stampLines(sheets, stamp)));
  sheets.element(root, 'P', (element) => sheets.write(element, stampLines(sheets, stamp), sheets.left));
  root.end();
  return sheets.finish(caption, catalogue(language).papers.pageOf);
}

/** More than this between two levels looks as if something were missing. */
const MAX_SPARE = 28;

const stampLines = (sheets: Sheets, stamp: string): readonly SetLine[] =>
  sheets.lines(stamp, sheets.width, { size: 8, colour: QUIET });

const BANNER = 62;

function banner(
  sheets: Sheets,
  root: Element,
  { caption, title, scale }: { readonly caption: string; readonly title: string; readonly scale: number },
): void {
  const height = BANNER * scale;
  const { doc, left, width, y } = sheets;
  sheets.decoration(() => doc.rect(left, y, width, height).fill(NAVY));
  const head = sheets.lines(title, width - 24, { size: 26 * scale, weight: 'bold', colour: '#ffffff' });
  const small = sheets.lines(caption, width - 24, { size: 10 * scale, colour: '#ffffff' });
  sheets.y += 8 * scale;
  sheets.element(root, 'P', (element) => sheets.write(element, small.slice(0, 1), left + 12));
  sheets.element(root, 'H1', (element) => sheets.write(element, head.slice(0, 1), left + 12));
  sheets.y = y + height + 8 * scale;
}

const emergencyLines = (sheets: Sheets, text: string, scale: number): readonly SetLine[] =>
  sheets.lines(text, sheets.width - 24, { size: 15 * scale, weight: 'bold', colour: '#ffffff' });

function emergencyBar(sheets: Sheets, root: Element, text: string, scale: number): void {
  const lines = emergencyLines(sheets, text, scale);
  const { doc, left, width, y } = sheets;
  const height = heightOf(lines) + 10 * scale;
  sheets.decoration(() => doc.rect(left, y, width, height).fill(RED));
  sheets.y += 5 * scale;
  sheets.element(root, 'P', (element) => sheets.write(element, lines, left + 12));
  sheets.y = y + height + 10 * scale;
}

function rowsOf(sheets: Sheets, level: Level, scale: number): readonly Row[] {
  const words = catalogue(sheets.language).planPage.people;
  const width = sheets.width - (2 * DISC + 14) * scale;
  const row = (type: Row['type'], text: string, style: Style): Row => ({
    type,
    lines: sheets.lines(text, width, { ...style, size: style.size * scale }),
  });
  return [
    row('H2', words.level({ level: level.number, title: level.title }), {
      size: 17,
      weight: 'bold',
      colour: NAVY,
    }),
    ...level.people.flatMap(({ name, title, numbers, note }) => [
      row('H3', title === undefined || title === level.title ? name : `${name}, ${title}`, {
        size: 12,
        weight: 'bold',
      }),
      ...(numbers.length === 0
        ? []
        : [row('P', numbers.join('   ·   '), { size: 21, weight: 'bold', colour: INK })]),
      ...(note === undefined ? [] : [row('P', note, { size: 11, colour: QUIET })]),
    ]),
    ...(level.more === undefined ? [] : [row('P', level.more, { size: 11, colour: QUIET })]),
    ...level.when.map(({ track, says }) => ({
      type: 'P' as const,
      lines: sheets.lines([{ text: `${track}: `, isStrong: true }, says], width, { size: 11 * scale }),
    })),
  ];
}

const levelHeight = (rows: readonly Row[], scale: number): number =>
  rows.reduce((sum, { lines }) => sum + heightOf(lines), 0) + 20 * scale;

function totalHeight(sheets: Sheets, { levels, emergency, stamp }: WallSheet, scale: number): number {
  const bar = emergency === undefined ? 0 : heightOf(emergencyLines(sheets, emergency, scale)) + 20 * scale;
  const all = levels.reduce((sum, level) => sum + levelHeight(rowsOf(sheets, level, scale), scale), 0);
  return (BANNER + 8) * scale + bar + all + heightOf(stampLines(sheets, stamp));
}

function drawLevel(sheets: Sheets, root: Element, level: Level, scale: number): void {
  const rows = rowsOf(sheets, level, scale);
  const height = levelHeight(rows, scale);
  const { doc, left, width, y } = sheets;
  const radius = DISC * scale;
  sheets.decoration(() => {
    doc.lineWidth(1).strokeColor(RULE);
    doc
      .moveTo(left, y + height - 6 * scale)
      .lineTo(left + width, y + height - 6 * scale)
      .stroke();
    doc.circle(left + radius, y + radius + 2, radius).fill(NAVY);
    const size = 26 * scale;
    const [number] = sheets.lines(String(level.number), width, { size, weight: 'bold' });
    for (const part of number?.parts ?? []) {
      const x = left + radius - part.width / 2;
      const at = { lineBreak: false, baseline: 'alphabetic' } as const;
      doc
        .font(part.face, size)
        .fillColor('#ffffff')
        .text(part.text, x, y + radius + 2 + size * 0.36, at);
    }
  });
  for (const { type, lines } of rows)
    sheets.element(root, type, (element) => sheets.write(element, lines, left + 2 * radius + 14 * scale));
  sheets.y = y + height;
}
