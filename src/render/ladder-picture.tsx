import { catalogue } from '../core/message/catalogue.ts';
import { type Html, raw } from './jsx-runtime.ts';
import { type Axis, axisOf, MARKER_RADIUS } from './ladder-axis.ts';
import { type LaidRung, type Line, layOut, MARGIN, standingText, TYPES, WIDTH } from './ladder-layout.ts';
import { arrow, disc, rails, steps } from './ladder-shapes.ts';
import { LADDER_STYLE } from './ladder-style.ts';
import type { LadderView } from './ladder-view.ts';

/**
 * A ladder as a picture: a standalone SVG with the first level at the bottom, in the colours its reader prefers.
 *
 * It is one image to a screen reader, which reads its description; where a level stands is said in words and by
 * dashes as well as in colour.
 */
export function ladderPicture(view: LadderView): string {
  const { heading, rungs, bottom } = layOut(view);
  const axis = axisOf(view);
  const axisTop = bottom + AXIS_GAP;
  const height = Math.ceil(axis ? axisTop + axisHeight(axis) : bottom) + MARGIN;
  const [titleId, descId] = [`${view.id}-title`, `${view.id}-desc`];
  const picture = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      lang={view.language}
      class="ladder"
      role="img"
      aria-labelledby={`${titleId} ${descId}`}
    >
      <title id={titleId}>{view.title}</title>
      <desc id={descId}>{description(view)}</desc>
      <style>{raw(LADDER_STYLE)}</style>
      <rect class="ladder-surface" width={WIDTH} height={height} rx="8"></rect>
      {heading.map(textLine)}
      {rungs.map((rung, index) => rungShape(rung, rungs[index + 1]?.card.y))}
      {axis && axisShape(axis, axisTop)}
    </svg>
  );
  return `${picture}\n`;
}

/** Everything the picture shows, in the order in which a case climbs. */
function description(view: LadderView): string {
  const words = catalogue(view.language).picture;
  const { openedAt: at, timeZone } = view;
  const levels = view.rungs.map((rung) =>
    words.sentence([
      words.level({ level: rung.level, title: rung.title }),
      standingText(view, rung),
      ...(rung.climb ? [words.climb(rung.climb), rung.climb.conditions.join(`, ${words.or} `)] : []),
      ...rung.people.map(({ name, ways }) => [name, ...ways].join(', ')),
    ]),
  );
  const opened = at === undefined ? [] : [words.opened({ at, timeZone })];
  return [...[...opened, ...view.notes].map((one) => words.sentence([one])), ...levels].join(' ');
}

const textLine = ({ x, y, text, type, tone }: Line): Html => {
  const bold = 'isBold' in TYPES[type] ? ' ladder-bold' : '';
  return (
    <text class={`ladder-${tone}${bold}`} x={x} y={y} font-size={TYPES[type].size}>
      {text}
    </text>
  );
};

/** A level: the piece of ladder beside its card and its way, its number, its card, its words. */
function rungShape(
  { standing, card, pill, discY, way, level, lines }: LaidRung,
  below: number | undefined,
): Html {
  const bottom = way ? (below ?? way.bottom) : card.y + card.height;
  return (
    <g class={`ladder-${standing}`}>
      <path class="ladder-rail" d={rails(card.y, bottom)}></path>
      <path class="ladder-rail ladder-minor" d={steps(discY, bottom)}></path>
      <rect class="ladder-card" x={card.x} y={card.y} width={card.width} height={card.height} rx="6"></rect>
      <circle class="ladder-surface" cx={disc.x} cy={discY} r={disc.radius + 4}></circle>
      <circle class="ladder-disc" cx={disc.x} cy={discY} r={disc.radius}></circle>
      {numeral(level, standing, disc.x, discY, 16)}
      {way && <path class="ladder-arrow" d={arrow(card.x + 15, way.top, way.bottom)}></path>}
      {pillShape(pill, standing)}
      {lines.map(textLine)}
    </g>
  );
}

function pillShape({ x, y, width, height, text }: LaidRung['pill'], standing: string): Html {
  return (
    <g>
      <rect class="ladder-pill" x={x} y={y} width={width} height={height} rx={height / 2}></rect>
      <text
        class={`${isFilled(standing) ? 'ladder-on' : 'ladder-ink'} ladder-bold`}
        x={x + width / 2}
        y={y + 14.5}
        font-size={TYPES.standing.size}
        text-anchor="middle"
      >
        {text}
      </text>
    </g>
  );
}

const isFilled = (standing: string): boolean => standing === 'reached' || standing === 'due';

function numeral(level: number, standing: string, x: number, y: number, size: number): Html {
  return (
    <text
      class={`${isFilled(standing) ? 'ladder-on' : 'ladder-ink'} ladder-bold`}
      x={x}
      y={Math.round((y + size * 0.36) * 10) / 10}
      font-size={size}
      text-anchor="middle"
    >
      {level}
    </text>
  );
}

const AXIS_GAP = 14;
const ROW_HEIGHT = 2 * MARKER_RADIUS + 4;
const CAPTION_HEIGHT = 22;
const LABEL_HEIGHT = 22;

const axisHeight = ({ rows, ticks }: Axis): number =>
  CAPTION_HEIGHT + rows * ROW_HEIGHT + 4 + (ticks.length > 0 ? LABEL_HEIGHT : 0);

function axisShape(axis: Axis, top: number): Html {
  const line = top + CAPTION_HEIGHT + axis.rows * ROW_HEIGHT;
  return (
    <g>
      <path class="ladder-rail ladder-minor" d={`M${MARGIN} ${line}H${WIDTH - MARGIN}`}></path>
      <text class="ladder-quiet" x={MARGIN} y={top + 13} font-size="12.5">
        {axis.caption}
      </text>
      {axis.ticks.map(({ x, label }) => (
        <g>
          <path class="ladder-rail ladder-minor" d={`M${x} ${line}v6`}></path>
          <text class="ladder-quiet" x={x} y={line + 20} font-size="12.5" text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {axis.markers.map(({ x, row, rung: { level, standing } }) => {
        const y = line - MARKER_RADIUS - 2 - row * ROW_HEIGHT;
        return (
          <g class={`ladder-${standing}`}>
            {row > 0 && <path class="ladder-stem" d={`M${x} ${y}V${line}`}></path>}
            <circle class="ladder-disc" cx={x} cy={y} r={MARKER_RADIUS}></circle>
            {numeral(level, standing, x, y, 12.5)}
          </g>
        );
      })}
    </g>
  );
}
