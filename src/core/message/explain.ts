import type { ExplainReasons } from '../calendar/explain.ts';

/** A sentence for each reason of a deadline. */
export type ExplainWords = {
  readonly [C in keyof ExplainReasons]: (values: ExplainReasons[C]) => string;
};
