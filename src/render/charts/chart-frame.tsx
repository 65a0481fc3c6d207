import type { Child, Html } from '../jsx-runtime.ts';

/** What every chart says of itself to somebody who does not see it. */
export interface ChartWords {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, with its main numbers. */
  readonly description: string;
}

/** Every chart is as wide as the narrowest phone leaves room for, so that its letters stay readable there. */
export const CHART_WIDTH = 340;
export const LETTER = 13;

/** A picture as one image with a title and a description; its colours are the style sheet's, and follow the reader's. */
export function chartFrame({ id, title, description }: ChartWords, height: number, children: Child): Html {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox={`0 0 ${CHART_WIDTH} ${Math.ceil(height)}`}
      width={CHART_WIDTH}
      height={Math.ceil(height)}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  );
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'quiet' | 'strong';
  readonly size?: number;
}

/** A line of text, its baseline at `y`. */
export function chartText(text: string, { x, y, anchor = 'start', tone, size = LETTER }: Placed): Html {
  const named = tone === undefined ? 'chart-text' : `chart-text chart-${tone}`;
  return (
    <text class={named} x={round(x)} y={round(y)} text-anchor={anchor} font-size={size}>
      {text}
    </text>
  );
}

/** Half pixels are exact enough, and keep a page small. */
export const round = (value: number): number => Math.round(value * 2) / 2;
