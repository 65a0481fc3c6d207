import { scaleTime } from 'd3-scale';
import type { Child, Html } from '../jsx-runtime.ts';
import { CHART_WIDTH, type ChartWords, chartFrame, chartText, round } from './chart-frame.tsx';

/** How a bar looks: `full`, `half` its height, a `frame` around nothing, or a `cross` where there is nothing. */
export type StretchLook = 'full' | 'half' | 'frame' | 'cross';

interface StretchChart extends ChartWords {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where the reader is in it; undefined where they are not. */
  readonly now?: number | undefined;
  readonly rows: readonly {
    readonly label: string;
    readonly bars: readonly { readonly from: number; readonly until: number; readonly look: StretchLook }[];
  }[];
}

const TOP = 22;
const ROW = 36;
const BAR = 12;
/** A bar of minutes in a month is still seen. */
const NARROWEST = 1.5;

/** Times of several rows under one measure: the name of each above its line, so that long names have room. */
export function stretchChart(view: StretchChart): Html {
  const { from, until, ticks, rows, now } = view;
  const height = TOP + rows.length * ROW + 4;
  const scale = scaleTime([from, until], [0, CHART_WIDTH]);
  return chartFrame(
    view,
    height,
    <>
      {ticks.map(({ at, label }) => chartText(label, { x: scale(at) + 2, y: 12, size: 11, tone: 'quiet' }))}
      {rows.map(({ label, bars }, index) => {
        const y = TOP + index * ROW;
        return (
          <>
            {chartText(label, { x: 0, y: y + 12, size: 12 })}
            <line class="chart-grid" x1={0} x2={CHART_WIDTH} y1={y + 30} y2={y + 30}></line>
            {ticks.map(({ at }) => (
              <line
                class="chart-grid"
                x1={round(scale(at))}
                x2={round(scale(at))}
                y1={y + 15}
                y2={y + 31}
              ></line>
            ))}
            {bars.map((bar) => {
              const x = scale(bar.from);
              return barOf(bar.look, { x, y: y + 17, width: Math.max(NARROWEST, scale(bar.until) - x) });
            })}
          </>
        );
      })}
      {now !== undefined && now >= from && now < until && (
        <line class="chart-now" x1={round(scale(now))} x2={round(scale(now))} y1={16} y2={height}></line>
      )}
    </>,
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function barOf(look: StretchLook, { x, y, width }: Box): Child {
  const box = { x: round(x), width: Math.max(NARROWEST, round(width)) };
  if (look === 'full') return <rect class="chart-mark" {...box} y={y} height={BAR}></rect>;
  if (look === 'half') return <rect class="chart-mark" {...box} y={y + BAR / 2} height={BAR / 2}></rect>;
  if (look === 'frame') return <rect class="chart-hollow" {...box} y={y + 1} height={BAR - 1}></rect>;
  const [left, right] = [round(x), round(x + Math.min(width, BAR))];
  return (
    <path
      class="chart-cross"
      d={`M${left} ${y}L${right} ${y + BAR}M${right} ${y}L${left} ${y + BAR}M${left} ${y + BAR / 2}h${box.width}`}
    ></path>
  );
}
