import { type LaidRung, type Line, layOut, MARGIN, TYPES, WIDTH } from '../ladder-layout.ts';
import { arrow, disc, rails, steps } from '../ladder-shapes.ts';
import type { Block } from '../paper/paper.ts';
import type { Element, Sheets } from './sheets.ts';

const COLOURS = { ink: '#1b2733', quiet: '#46586a', accent: '#0b5394', line: '#70818f', tint: '#e8f1fa' };
const SCALE_MAX = 0.85;

/** How a level's lines are drawn, by where it stands: said by dashes as well as by colour. */
const DASHES = {
  reached: undefined,
  due: undefined,
  next: [8, 6],
  later: [3, 4],
  never: [1, 6],
} as const;

/** The picture of a ladder, with the words for whoever does not see it. */
export function drawLadder(
  sheets: Sheets,
  parent: Element,
  { alt, view }: Extract<Block, { is: 'ladder' }>,
): void {
  if (!view) return;
  const { heading, rungs, bottom } = layOut(view);
  const height = bottom + MARGIN;
  const scale = Math.min(SCALE_MAX, sheets.whole / height);
  sheets.ensure(height * scale);
  const { doc, left } = sheets;
  const top = sheets.y;
  const bbox = [left, top, left + WIDTH * scale, top + height * scale];
  sheets.element(
    parent,
    'Figure',
    (figure) =>
      figure.add(() => {
        doc.save().translate(left, top).scale(scale);
        for (const line of heading) drawLine(sheets, line);
        for (const [index, rung] of rungs.entries()) drawRung(sheets, rung, rungs[index + 1]?.card.y);
        doc.restore();
      }),
    { alt, bbox, placement: 'Block' },
  );
  sheets.y = top + height * scale + 6;
}

function drawRung(sheets: Sheets, rung: LaidRung, below: number | undefined): void {
  const { doc } = sheets;
  const { standing, card, pill, discY, way, level, lines } = rung;
  const isOn = standing !== 'later' && standing !== 'never';
  const colour = isOn ? COLOURS.accent : COLOURS.line;
  const isFilled = standing === 'reached' || standing === 'due';
  const dash = DASHES[standing];
  const bottom = way ? (below ?? way.bottom) : card.y + card.height;
  const dashed = (): void => {
    if (dash) doc.dash(dash[0], { space: dash[1] });
  };
  doc.lineWidth(2.5).strokeColor(colour);
  dashed();
  doc.path(rails(card.y, bottom)).stroke();
  doc.undash().lineWidth(1.5);
  const rungSteps = steps(discY, bottom);
  if (rungSteps !== '') doc.path(rungSteps).stroke();
  doc.lineWidth(2);
  dashed();
  doc.roundedRect(card.x, card.y, card.width, card.height, 6);
  if (isFilled) doc.fillAndStroke(COLOURS.tint, colour);
  else doc.stroke();
  const { x, radius } = disc;
  doc
    .undash()
    .circle(x, discY, radius)
    .fillAndStroke(isFilled ? colour : '#ffffff', colour);
  centred(sheets, String(level), { x, y: discY, size: 16, colour: isFilled ? '#ffffff' : COLOURS.ink });
  if (way)
    doc
      .lineWidth(2)
      .strokeColor(colour)
      .path(arrow(card.x + 15, way.top, way.bottom))
      .stroke();
  doc.lineWidth(1.5).roundedRect(pill.x, pill.y, pill.width, pill.height, pill.height / 2);
  doc.fillAndStroke(isFilled ? colour : '#ffffff', colour);
  centred(sheets, pill.text, {
    ...{ x: pill.x + pill.width / 2, y: pill.y + pill.height / 2, size: TYPES.standing.size },
    colour: isFilled ? '#ffffff' : COLOURS.ink,
  });
  for (const line of lines) drawLine(sheets, line);
}

interface Centred {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** Bold text whose middle stands there. */
function centred(sheets: Sheets, text: string, { x, y, size, colour }: Centred): void {
  const [line] = sheets.lines(text, WIDTH, { size, weight: 'bold' });
  const width = line?.parts.reduce((sum, part) => sum + part.width, 0) ?? 0;
  for (const part of line?.parts ?? []) {
    sheets.doc
      .font(part.face, size)
      .fillColor(colour)
      .text(part.text, x - width / 2 + part.x, y + size * 0.36, { lineBreak: false, baseline: 'alphabetic' });
  }
}

function drawLine(sheets: Sheets, { x, y, text, type, tone }: Line): void {
  const { size } = TYPES[type];
  const weight = 'isBold' in TYPES[type] ? 'bold' : 'regular';
  const room = WIDTH - MARGIN - x;
  const [line] = sheets.lines(text, Number.MAX_SAFE_INTEGER, { size, weight });
  const width = line?.parts.reduce((sum, part) => sum + part.width, 0) ?? 0;
  // The lines were broken by the width of another typeface: what is wider in this one is set a little smaller.
  const fit = Math.min(1, room / width);
  for (const part of line?.parts ?? []) {
    sheets.doc
      .font(part.face, size * fit)
      .fillColor(COLOURS[tone])
      .text(part.text, x + part.x * fit, y, { lineBreak: false, baseline: 'alphabetic' });
  }
}
