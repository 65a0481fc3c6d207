import type { ExplainReasons, Reason } from '../calendar/explain.ts';
import { type Clocks, clocksOf } from './clocks.ts';

/** What a reason says, its instants on the clocks that its sentence is to say them on. */
type OnClocks<V> = V extends { readonly timeZone: string }
  ? Omit<V, 'timeZone'> & { readonly timeZone: Clocks }
  : V;

/** A sentence for each reason of a deadline. */
export type ExplainWords = {
  readonly [C in keyof ExplainReasons]: (values: OnClocks<ExplainReasons[C]>) => string;
};

/** The sentence of a reason, its instants on its reader's clocks too where they have asked for another zone. */
export function reasonSentence(
  words: ExplainWords,
  { code, values }: Reason,
  readerZone: string | undefined,
): string {
  const say = words[code] as (values: unknown) => string;
  return say('timeZone' in values ? { ...values, timeZone: clocksOf(values.timeZone, readerZone) } : values);
}
