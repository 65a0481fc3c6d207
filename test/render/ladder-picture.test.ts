import { expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { STANDINGS } from '../../src/core/message/picture.ts';
import { forecastView } from '../../src/render/forecast-view.ts';
import { MARGIN, WIDTH } from '../../src/render/ladder-layout.ts';
import { ladderPicture } from '../../src/render/ladder-picture.tsx';
import type { LadderView, RungView } from '../../src/render/ladder-view.ts';
import { textWidth } from '../../src/render/text-width.ts';
import { forecastOf, pacific, revisionOf, samplePlan } from './sample-forecast.ts';
import { type Element, elementsIn, parseXml, textOf } from './xml.ts';

const HOUR = 3_600_000;
const START = pacific('2026-11-20T16:30');

const rung = (level: number, change: Partial<RungView> = {}): RungView => ({
  level,
  title: `Director of region ${level}`,
  standing: level === 1 ? 'reached' : 'later',
  at: asInstant(START + level * level * HOUR),
  people: [{ name: 'Ines Calloway', ways: ['+1 916-555-0142'] }],
  climb:
    level === 1
      ? undefined
      : { actor: 'customer', means: ['call'], automatic: false, conditions: ['4 hours after the opening'] },
  ...change,
});

const view = (rungs: readonly RungView[], change: Partial<LadderView> = {}): LadderView => ({
  ...{ id: 'ladder-test', language: 'en', title: 'Outages', timeZone: 'America/Los_Angeles' },
  ...{ openedAt: START, notes: [], rungs },
  ...change,
});

const draw = (seen: LadderView): Element => parseXml(ladderPicture(seen));
const levels = (count: number): RungView[] => Array.from({ length: count }, (_, index) => rung(index + 1));

const LONG =
  'Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen of the Northern Interconnection Desk, the West Wing';
const UNBROKEN = `${'W'.repeat(100)}@example`;

function caseA(): LadderView {
  const plan = samplePlan('calnet-3-category-9.1');
  const revision = revisionOf(plan);
  const found = forecastOf(revision, { track: 'service-impacting', openedAt: '2026-11-20T16:30' });
  return forecastView(plan, revision, found, 'en');
}

const PICTURES: readonly (readonly [string, LadderView])[] = [
  ['the sample plan', caseA()],
  ['one level', view([rung(1)])],
  ['nine levels', view(levels(9))],
  ['ninety-nine levels', view(levels(99))],
  ['no level at all', view([])],
  [
    'a plan that nobody runs',
    view(
      levels(3).map((one) => ({ ...one, at: undefined })),
      { openedAt: undefined },
    ),
  ],
  [
    'names of a hundred characters, with blanks and without',
    view(
      levels(9).map((one) => ({
        ...one,
        title: LONG,
        people: [{ name: UNBROKEN, ways: [UNBROKEN, LONG, '東'.repeat(60)] }],
        climb: one.climb && { ...one.climb, conditions: [LONG, UNBROKEN] },
      })),
      { title: LONG },
    ),
  ],
];

test.each(PICTURES)(
  '%s: well formed, one image with a name and a description, nothing else to focus',
  (_title, seen) => {
    const svg = draw(seen);
    expect(svg.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img', lang: 'en' });
    const [title, desc] = [elementsIn(svg, 'title'), elementsIn(svg, 'desc')];
    expect([title.length, desc.length]).toEqual([1, 1]);
    const ids = [title[0]?.attributes.id, desc[0]?.attributes.id];
    expect(svg.attributes['aria-labelledby']).toBe(ids.join(' '));
    expect(svg.children.find((child) => typeof child !== 'string')).toBe(title[0]);
    expect(title.map(textOf)).toEqual([seen.title]);
    for (const name of ['a', 'script', 'foreignObject', 'image', 'use'])
      expect(elementsIn(svg, name)).toEqual([]);
  },
);

test.each(PICTURES)('%s: no text runs over the edge, none stands on another', (_title, seen) => {
  const svg = draw(seen);
  const height = Number(svg.attributes.height);
  const lines = elementsIn(svg, 'text').map((text) => {
    const { x, y, class: classes = '', 'font-size': size, 'text-anchor': anchor } = text.attributes;
    const type = { size: Number(size), isBold: classes.includes('ladder-bold') };
    const width = textWidth(textOf(text), type);
    const left = Number(x) - (anchor === 'middle' ? width / 2 : 0);
    return { left, right: left + width, y: Number(y), text: textOf(text), size: type.size };
  });
  for (const line of lines) {
    expect(line.left, line.text).toBeGreaterThanOrEqual(0);
    expect(line.right, line.text).toBeLessThanOrEqual(WIDTH - MARGIN / 2);
    expect(line.y).toBeLessThanOrEqual(height);
  }
  const overlapping = lines.filter((one, index) =>
    lines.some(
      (other, place) =>
        place > index &&
        Math.abs(one.y - other.y) < Math.min(one.size, other.size) * 0.8 &&
        one.left < other.right &&
        other.left < one.right,
    ),
  );
  expect(overlapping.map(({ text }) => text)).toEqual([]);
});

test('a level says in words where it stands, whatever its colour, and each standing has a form of its own', () => {
  const rungs = STANDINGS.map((standing, index) => rung(index + 1, { standing }));
  const svg = draw(view(rungs));
  const shown = elementsIn(svg, 'text').map(textOf);
  for (const words of ['Asked', 'Due now', 'Next', 'Later', 'Not reached']) expect(shown).toContain(words);
  const style = textOf(elementsIn(svg, 'style')[0] as Element);
  for (const standing of STANDINGS)
    expect(style).toMatch(new RegExp(`ladder-${standing}[^{]*\\{[^}]*(?:dash|width|fill)`));
});

test('the first level stands at the bottom', () => {
  const cards = elementsIn(draw(view(levels(3))), 'text').filter((text) => textOf(text).startsWith('Level '));
  expect(cards.map(textOf)).toEqual(
    ['Level 3: Director', 'Level 2: Director', 'Level 1: Director'].map((words) =>
      expect.stringContaining(words),
    ),
  );
  const heights = cards.map(({ attributes }) => Number(attributes.y));
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
});

test('the description tells a listener all that the picture shows', () => {
  const [desc] = elementsIn(draw(caseA()), 'desc').map(textOf);
  for (const part of [
    'Opened Fri 20 Nov 2026, 4:30 pm Pacific. If nobody answers.',
    'Level 1: Account Manager. Asked: Since Fri 20 Nov, 4:30 pm Pacific',
    'otherwise Customer Support, +1 800-555-0100',
    'Level 2: Solutions Architect. Next: From Fri 20 Nov, 8:30 pm Pacific. The customer moves by call or e-mail',
    'Level 3: Solutions Manager. Later: From Mon 23 Nov, 4:30 pm Pacific. Oversight moves',
    'Wren Halloway, +1 707-555-0118',
  ]) {
    expect(desc).toContain(part);
  }
});

test('a level from which one may move is never shown before it may be', () => {
  const at = asInstant(pacific('2026-11-20T20:30') + 1);
  const shown = elementsIn(draw(view([rung(1), rung(2, { standing: 'next', at })])), 'text').map(textOf);
  expect(shown).toContain('From Fri 20 Nov, 8:31 pm Pacific');
});

test('a text that looks like markup stays a text in every field', () => {
  const hostile = `<b>"'&]]>`;
  const climb = { actor: 'customer', means: [hostile], automatic: false, conditions: [hostile] } as const;
  const people = [{ name: hostile, ways: [hostile] }];
  const svg = draw(
    view([rung(1, { title: hostile, people }), rung(2, { climb, people })], { title: hostile }),
  );
  expect(elementsIn(svg, 'b')).toEqual([]);
  const shown = elementsIn(svg, 'text').map(textOf);
  expect(shown.filter((text) => text.includes(hostile)).length).toBeGreaterThanOrEqual(7);
  expect(textOf(elementsIn(svg, 'style')[0] as Element)).not.toContain(hostile);
});

test('light, dark, forced colours and paper each have their colours', () => {
  const style = textOf(elementsIn(draw(view(levels(2))), 'style')[0] as Element);
  for (const query of ['prefers-color-scheme:dark', 'forced-colors:active', 'print'])
    expect(style).toContain(query);
});

const COLOUR = /\.ladder-(surface|ink|quiet|accent|on)\{fill:(#[0-9a-f]{6})\}/g;

/** WCAG 2.2: the contrast of two colours. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('every colour of text has a contrast of at least 4.5 to 1 in light, in dark and on paper', () => {
  const style = textOf(elementsIn(draw(view(levels(2))), 'style')[0] as Element);
  const tints = [...style.matchAll(/\.ladder-reached \.ladder-card\{fill:(#[0-9a-f]{6})/g)].map(
    ([, tint]) => tint,
  );
  const found = [...style.matchAll(COLOUR)].map(([, name, colour]) => [name, colour] as const);
  const palettes = [0, 1, 2].map((index) => Object.fromEntries(found.slice(index * 5, index * 5 + 5)));
  for (const [index, palette] of palettes.entries()) {
    const { surface = '', ink = '', quiet = '', accent = '', on = '' } = palette as Record<string, string>;
    for (const behind of [surface, tints[index] ?? '']) {
      for (const text of [ink, quiet, accent]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
  }
});

test('a picture of a forecast says what it supposes', () => {
  const plan = samplePlan('calnet-3-category-9.1');
  const revision = revisionOf(plan);
  const answered = [[1, '2026-11-20T17:00']] as const;
  const course = { track: 'service-impacting', openedAt: '2026-11-20T16:30', answered };
  const shown = elementsIn(
    draw(forecastView(plan, revision, forecastOf(revision, course), 'en')),
    'text',
  ).map(textOf);
  expect(shown.join(' ')).toContain('If only these answer: level 1 on Fri 20 Nov, 5:00 pm');
});

test('a level that its course never reaches is on the picture, without a date and off the axis', () => {
  const plan = samplePlan('calnet-3-category-9.1.uncured');
  const revision = revisionOf(plan);
  const answered = [
    [1, '2026-11-17T09:40'],
    [2, '2026-11-17T14:00'],
  ] as const;
  const course = { track: 'service-impacting', openedAt: '2026-11-17T09:00', answered };
  const svg = draw(forecastView(plan, revision, forecastOf(revision, course), 'en'));
  const shown = elementsIn(svg, 'text').map(textOf);
  expect(shown).toContain('Never falls due in this course');
  expect(shown.filter((text) => text === '3')).toHaveLength(1);
  expect(shown.filter((text) => text === '2')).toHaveLength(2);
});
