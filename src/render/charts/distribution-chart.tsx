import { scaleLinear } from 'd3-scale';
import type { Html } from '../jsx-runtime.ts';
import { type Type, textWidth } from '../text-width.ts';
import { CHART_WIDTH, type ChartWords, chartFrame, chartText, LETTER, round } from './chart-frame.tsx';

/** One class of a distribution: what falls into it, in words, and how much does. */
interface DistributionRow {
  readonly label: string;
  readonly count: number;
  readonly countText: string;
  /** What lies in this class, such as the median; said beside the bar. */
  readonly mark?: string | undefined;
}

interface Distribution extends ChartWords {
  readonly rows: readonly DistributionRow[];
}

const ROW = 24;
const LABEL = 92;
const BAR_FROM = LABEL + 8;
const GAP = 6;
const MARK: Type = { size: 11 };
const COUNT: Type = { size: LETTER, isBold: true };

/** How often what took how long: a bar a class, the number beside it, and in words where the middle lies. */
export function distributionChart(view: Distribution): Html {
  const { rows } = view;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  // What stands behind a bar decides how long the longest may be.
  const behind = Math.max(...rows.map(widthBehind));
  const length = scaleLinear([0, most], [0, CHART_WIDTH - BAR_FROM - behind]);
  return chartFrame(
    view,
    rows.length * ROW + 4,
    <>
      <line class="chart-axis" x1={BAR_FROM} x2={BAR_FROM} y1={0} y2={rows.length * ROW + 4}></line>
      {rows.map((row, index) => bar(row, index * ROW + 2, length(row.count)))}
    </>,
  );
}

const widthBehind = ({ countText, mark }: DistributionRow): number =>
  GAP + textWidth(countText, COUNT) + (mark === undefined ? 0 : GAP + textWidth(mark, MARK));

function bar({ label, count, countText, mark }: DistributionRow, y: number, length: number): Html {
  const base = y + ROW / 2 + LETTER / 3;
  const after = BAR_FROM + length + GAP;
  return (
    <>
      {chartText(label, { x: LABEL, y: base, anchor: 'end' })}
      {count > 0 && (
        <rect class="chart-mark" x={BAR_FROM} y={y + 3} width={round(length)} height={ROW - 6}></rect>
      )}
      {chartText(countText, { x: after, y: base, tone: count > 0 ? 'strong' : 'quiet' })}
      {mark !== undefined &&
        chartText(mark, {
          x: after + textWidth(countText, COUNT) + GAP,
          y: base,
          tone: 'quiet',
          size: MARK.size,
        })}
    </>
  );
}
