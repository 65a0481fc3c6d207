import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Html } from '../jsx-runtime.ts';
import { CHART_WIDTH, type ChartWords, chartFrame, chartText, round } from './chart-frame.tsx';

/** One of the lines: told apart by its dashes and its points as well as its colour, and named at its end. */
interface TrendLine {
  readonly name: string;
  readonly look: 'first' | 'second';
  /** One value a place; undefined where there was nothing. */
  readonly values: readonly (number | undefined)[];
}

interface Trend extends ChartWords {
  /** The places along the bottom. */
  readonly labels: readonly string[];
  readonly lines: readonly TrendLine[];
  /** Where lines cross the picture, by value, and what they say. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

const TOP = 26;
const BOTTOM = 190;
const LEFT = 48;
const RIGHT = CHART_WIDTH - 10;
/** So many labels fit along the bottom. */
const LABELS_MAX = 5;

/** How values went from place to place; where there is no value the line is broken. */
export function trendChart(view: Trend): Html {
  const { labels, lines, ticks } = view;
  const values = [
    ...ticks.map(({ value }) => value),
    ...lines.flatMap((one) => one.values.map((value) => value ?? 0)),
  ];
  const highest = Math.max(1, ...values);
  const y = scaleLinear([0, highest], [BOTTOM, TOP]);
  const x = scalePoint(
    labels.map((_, index) => index),
    [LEFT + 8, RIGHT - 8],
  );
  const at = (index: number): number => round(x(index) ?? LEFT);
  return chartFrame(
    view,
    BOTTOM + 26,
    <>
      {ticks.map(({ value, label }) => (
        <>
          <line class="chart-grid" x1={LEFT} x2={RIGHT} y1={round(y(value))} y2={round(y(value))}></line>
          {chartText(label, { x: LEFT - 6, y: y(value) + 4, anchor: 'end', size: 11 })}
        </>
      ))}
      {shownLabels(labels).map((index) =>
        chartText(labels[index] ?? '', {
          x: at(index),
          y: BOTTOM + 18,
          anchor: anchorOf(index, labels.length),
          size: 11,
        }),
      )}
      {lines.map((one) => trendLine(one, at, (value) => round(y(value))))}
      {legend(lines)}
    </>,
  );
}

function trendLine(
  { look, values }: TrendLine,
  x: (index: number) => number,
  y: (value: number) => number,
): Html {
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1)(values);
  return (
    <g class={`chart-line chart-${look}`}>
      {path !== null && (
        <path d={path} fill="none" stroke-dasharray={look === 'first' ? undefined : '5 4'}></path>
      )}
      {values.map((value, index) => value !== undefined && point(look, x(index), y(value)))}
    </g>
  );
}

const point = (look: TrendLine['look'], x: number, y: number): Html =>
  look === 'first' ? (
    <circle cx={x} cy={y} r={3.5}></circle>
  ) : (
    <rect x={x - 3} y={y - 3} width={6} height={6}></rect>
  );

/** Which line is which, above the picture, each drawn as it is below. */
function legend(lines: readonly TrendLine[]): Html {
  return (
    <>
      {lines.map(({ name, look }, index) => {
        const x = LEFT + (index * (RIGHT - LEFT)) / lines.length;
        return (
          <>
            <g class={`chart-line chart-${look}`}>
              <line
                x1={x}
                x2={x + 26}
                y1={8}
                y2={8}
                stroke-dasharray={look === 'first' ? undefined : '5 4'}
              ></line>
              {point(look, x + 13, 8)}
            </g>
            {chartText(name, { x: x + 32, y: 12, size: 12 })}
          </>
        );
      })}
    </>
  );
}

/** The places whose labels fit: the first, the last and some between. */
function shownLabels(labels: readonly string[]): readonly number[] {
  const last = labels.length - 1;
  if (last < LABELS_MAX) return labels.map((_, index) => index);
  const places = Array.from({ length: LABELS_MAX }, (_, index) =>
    Math.round((index * last) / (LABELS_MAX - 1)),
  );
  return [...new Set(places)];
}

function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (count > 1 && index === 0) return 'start';
  return count > 1 && index === count - 1 ? 'end' : 'middle';
}
