import { scaleQuantize } from 'd3-scale';
import type { Html } from '../jsx-runtime.ts';
import { CHART_WIDTH, type ChartWords, chartFrame, chartText, round } from './chart-frame.tsx';

/** One cell: its value decides how dark it is, and its text says the same. */
interface HeatCell {
  readonly value: number;
  readonly text: string;
}

interface HeatMap extends ChartWords {
  readonly columns: readonly string[];
  /** Row by row; undefined where there was nothing. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly (HeatCell | undefined)[] }[];
}

const LEFT = 58;
const TOP = 20;
const ROW = 20;
/** Tones from light to dark. */
const TONES = [0, 1, 2, 3, 4] as const;

/** A value for each place of a grid, by tone and as a number. */
export function heatMap(view: HeatMap): Html {
  const { columns, rows } = view;
  const width = (CHART_WIDTH - LEFT) / Math.max(1, columns.length);
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell?.value ?? 0)));
  const tone = scaleQuantize<number>([0, most], TONES);
  return chartFrame(
    view,
    TOP + rows.length * ROW,
    <>
      {columns.map((name, index) =>
        chartText(name, { x: LEFT + (index + 0.5) * width, y: 13, anchor: 'middle', size: 12 }),
      )}
      {rows.map(({ label, cells }, index) => {
        const y = TOP + index * ROW;
        return (
          <>
            {chartText(label, { x: LEFT - 6, y: y + 14, anchor: 'end', size: 11 })}
            {cells.map((cell, column) =>
              heatCell(cell, cell ? tone(cell.value) : 0, { x: LEFT + column * width, y, width }),
            )}
          </>
        );
      })}
    </>,
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function heatCell(cell: HeatCell | undefined, tone: number, { x, y, width }: Box): Html {
  const box = { x: round(x) + 1, y: y + 1, width: round(width) - 2, height: ROW - 2 };
  if (!cell) return <rect class="chart-empty" {...box}></rect>;
  return (
    <g class={`chart-heat chart-heat-${tone}`}>
      <rect {...box}></rect>
      <text x={round(x + width / 2)} y={y + 14} text-anchor="middle" font-size={11}>
        {cell.text}
      </text>
    </g>
  );
}
