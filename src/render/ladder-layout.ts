import { catalogue } from '../core/message/catalogue.ts';
import type { Standing } from '../core/message/picture.ts';
import type { LadderView, PersonView, RungView } from './ladder-view.ts';
import { type Type, textWidth, wrapped } from './text-width.ts';

/** All lengths are units of the picture, which is 400 wide: at 360 px on a screen its smallest text is 12 px high. */
export const WIDTH = 400;
export const MARGIN = 12;
const CARD_LEFT = 60;
const CARD_PADDING = 10;
const GAP = 10;
const WAY_LEFT = CARD_LEFT + 30;
const PERSON_GAP = 4;
const PILL_HEIGHT = 20;
const PILL_PADDING = 9;

export const TYPES = {
  title: { size: 19, isBold: true },
  level: { size: 15.5, isBold: true },
  standing: { size: 12.5, isBold: true },
  body: { size: 14 },
  small: { size: 13 },
} as const satisfies Readonly<Record<string, Type>>;
type TypeName = keyof typeof TYPES;

/** One line of text at its place; `y` is its baseline. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly type: TypeName;
  readonly tone: 'ink' | 'quiet' | 'accent';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A level with its card, and below it the way that leads up to it. */
export interface LaidRung {
  readonly level: number;
  readonly standing: Standing;
  readonly card: Box;
  /** The word for its standing, in a frame of its own. */
  readonly pill: Box & { readonly text: string };
  /** Where its number stands. */
  readonly discY: number;
  /** From the card's lower edge to the next card; undefined for the first level. */
  readonly way: { readonly top: number; readonly bottom: number } | undefined;
  readonly lines: readonly Line[];
}

interface LaidLadder {
  readonly heading: readonly Line[];
  /** The highest level first, as it is drawn. */
  readonly rungs: readonly LaidRung[];
  /** Where the ladder ends; what comes below starts here. */
  readonly bottom: number;
}

const TIME_TONES: Readonly<Record<Standing, Line['tone']>> = {
  reached: 'accent',
  due: 'accent',
  next: 'accent',
  later: 'ink',
  never: 'quiet',
};

/** Where everything on the picture of a ladder stands, from the top level down to the first. */
export function layOut(view: LadderView): LaidLadder {
  const words = catalogue(view.language).picture;
  const opened =
    view.openedAt === undefined ? '' : words.opened({ at: view.openedAt, timeZone: view.timeZone });
  const heading = new Column(MARGIN, WIDTH - MARGIN, MARGIN);
  heading.add(words.title({ track: view.title }), 'title', 'ink');
  heading.add(opened, 'body', 'quiet');
  for (const note of view.notes) heading.add(note, 'body', 'quiet');
  let y = heading.y + GAP;
  const rungs = [...view.rungs].reverse().map((rung) => {
    const laid = layOutRung(view, rung, y);
    y = laid.way?.bottom ?? laid.card.y + laid.card.height;
    return laid;
  });
  return { heading: heading.lines, rungs, bottom: y };
}

function layOutRung(view: LadderView, rung: RungView, top: number): LaidRung {
  const words = catalogue(view.language).picture;
  const x = CARD_LEFT + CARD_PADDING;
  const pill = pillOf(words.standings[rung.standing], x, top + CARD_PADDING);
  const card = new Column(x, WIDTH - MARGIN - CARD_PADDING, pill.y + PILL_HEIGHT + 2);
  const discY = card.y + TYPES.level.size * 0.8;
  card.add(words.level({ level: rung.level, title: rung.title }), 'level', 'ink');
  card.add(whenText(view, rung), 'body', TIME_TONES[rung.standing]);
  for (const person of rung.people) addPerson(card, person);
  const height = card.y + CARD_PADDING - 2 - top;
  const way = rung.climb && layOutWay(view, rung, top + height);
  return {
    level: rung.level,
    standing: rung.standing,
    card: { x: CARD_LEFT, y: top, width: WIDTH - MARGIN - CARD_LEFT, height },
    pill,
    discY,
    way: way && { top: top + height, bottom: way.y + GAP },
    lines: [...card.lines, ...(way?.lines ?? [])],
  };
}

function pillOf(text: string, x: number, y: number): LaidRung['pill'] {
  const width = round(textWidth(text, TYPES.standing) + 2 * PILL_PADDING);
  return { x, y, width, height: PILL_HEIGHT, text };
}

/** Who moves and what for, beside the way up to a level. */
function layOutWay(view: LadderView, { climb }: RungView, top: number): Column {
  const words = catalogue(view.language).picture;
  const way = new Column(WAY_LEFT, WIDTH - MARGIN, top + GAP);
  if (!climb) return way;
  way.add(words.climb(climb), 'small', 'ink');
  climb.conditions.forEach((condition, index) => {
    way.add(index === 0 ? condition : `${words.or} ${condition}`, 'small', 'quiet');
  });
  return way;
}

function addPerson(card: Column, { name, ways }: PersonView): void {
  card.y += PERSON_GAP;
  card.add(name, 'body', 'ink');
  for (const way of ways) card.add(way, 'small', 'quiet');
}

/** When a level was reached or may be, on the contract's clocks. */
function whenText({ language, timeZone }: LadderView, { standing, at }: RungView): string {
  const words = catalogue(language).picture;
  if (at === undefined) return words.undated(standing);
  return standing === 'reached' ? words.reached({ at, timeZone }) : words.due({ at, timeZone, standing });
}

/** Where a level stands and since or from when: what its colour and its dashes say too. */
export function standingText(view: LadderView, rung: RungView): string {
  return `${catalogue(view.language).picture.standings[rung.standing]}: ${whenText(view, rung)}`;
}

const LEADING = 1.36;

/** Lines under each other, each text wrapped to the width. */
class Column {
  readonly lines: Line[] = [];
  y: number;
  readonly #left: number;
  readonly #width: number;

  constructor(left: number, right: number, top: number) {
    this.#left = left;
    this.#width = right - left;
    this.y = top;
  }

  add(text: string, type: TypeName, tone: Line['tone']): void {
    const { size } = TYPES[type];
    for (const line of wrapped(text, this.#width, TYPES[type])) {
      this.lines.push({ x: this.#left, y: round(this.y + size), text: line, type, tone });
      this.y = round(this.y + size * LEADING);
    }
  }
}

/** To a tenth: a picture that is compared byte for byte has no use for more. */
const round = (value: number): number => Math.round(value * 10) / 10;
