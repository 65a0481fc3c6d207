import { scaleUtc } from 'd3-scale';
import type { Html } from '../jsx-runtime.ts';
import { CHART_WIDTH, type ChartWords, chartFrame, chartText, round } from './chart-frame.tsx';

/** How a date is marked: told apart by its shape, and not by its colour alone. */
export type DateMark = 'ahead' | 'due' | 'late' | 'delivered' | 'done' | 'gone';

/** One row of dates. */
interface DateRow {
  readonly label: string;
  readonly dates: readonly { readonly date: string; readonly mark: DateMark }[];
}

interface DateChart extends ChartWords {
  /** The first and the last date, `2026-11-20`. */
  readonly from: string;
  readonly until: string;
  readonly today: string;
  readonly todayWord: string;
  readonly rows: readonly DateRow[];
  /** What each shape means, of those that are there. */
  readonly legend: readonly { readonly mark: DateMark; readonly word: string }[];
}

const LEFT = 10;
const RIGHT = CHART_WIDTH - 10;
const TOP = 40;
const ROW = 44;
const LABEL_CHARACTERS = 46;
/** Years that fit along the top. */
const TICKS_MAX = 6;

/** Dates over a term, a row for each thing that has them, and where today is. */
export function dateChart(view: DateChart): Html {
  const { from, until, today, todayWord, rows, legend } = view;
  const x = scaleUtc([new Date(from), new Date(until)], [LEFT + 4, RIGHT - 4]);
  const at = (date: string): number => round(x(new Date(date)));
  const bottom = TOP + rows.length * ROW;
  const ticks = x.ticks(TICKS_MAX).filter((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
  const isShown = today >= from && today <= until;
  return chartFrame(
    view,
    bottom + legendHeight(legend.length),
    <>
      {ticks.map((tick) =>
        chartText(String(tick.getUTCFullYear()), { x: round(x(tick)), y: 14, anchor: 'middle', size: 11 }),
      )}
      {isShown &&
        chartText(todayWord, {
          x: at(today),
          y: 30,
          anchor: at(today) > CHART_WIDTH - 40 ? 'end' : at(today) < 40 ? 'start' : 'middle',
          tone: 'strong',
          size: 11,
        })}
      {rows.map(({ label, dates }, index) => {
        const y = TOP + index * ROW;
        return (
          <>
            {chartText(cut(label), { x: LEFT, y: y + 12, size: 12 })}
            <line class="chart-grid" x1={LEFT} x2={RIGHT} y1={y + 26} y2={y + 26}></line>
            {/* Lines keep clear of the words. */}
            {ticks.map((tick) => upright('chart-grid', round(x(tick)), y))}
            {isShown && upright('chart-axis', at(today), y)}
            {dates.map(({ date, mark }) => markAt(mark, at(date), y + 26))}
          </>
        );
      })}
      {legend.map(({ mark, word }, index) => {
        const [column, line] = [index % 2, Math.floor(index / 2)];
        const [left, y] = [LEFT + 6 + column * (CHART_WIDTH / 2), bottom + 18 + line * 22];
        return (
          <>
            {markAt(mark, left, y)}
            {chartText(word, { x: left + 12, y: y + 4, size: 12 })}
          </>
        );
      })}
    </>,
  );
}

const upright = (look: string, x: number, y: number): Html => (
  <line class={look} x1={x} x2={x} y1={y + 17} y2={y + 35}></line>
);

const legendHeight = (count: number): number => 12 + Math.ceil(count / 2) * 22;

const cut = (label: string): string =>
  label.length <= LABEL_CHARACTERS ? label : `${label.slice(0, LABEL_CHARACTERS - 1).trimEnd()}…`;

function markAt(mark: DateMark, x: number, y: number): Html {
  switch (mark) {
    case 'ahead':
      return <circle class="chart-hollow" cx={x} cy={y} r={5}></circle>;
    case 'due':
      return <circle class="chart-full" cx={x} cy={y} r={5}></circle>;
    case 'late':
      return <path class="chart-full" d={`M${x} ${y - 7}l7 12h-14z`}></path>;
    case 'delivered':
      return <rect class="chart-hollow" x={x - 5} y={y - 5} width={10} height={10}></rect>;
    case 'done':
      return <rect class="chart-full" x={x - 5} y={y - 5} width={10} height={10}></rect>;
    case 'gone':
      return <path class="chart-cross" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`}></path>;
  }
}
