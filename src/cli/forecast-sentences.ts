import type { Reason } from '../core/calendar/explain.ts';
import type { ForecastRow } from '../core/case/play/forecast-rows.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { ForecastContext } from '../core/message/forecast.ts';

/** What happens in one row. */
export function rowText(row: ForecastRow, context: ForecastContext): string {
  const say = catalogue('en').forecast.rows[row.kind] as (
    row: ForecastRow,
    context: ForecastContext,
  ) => string;
  return say(row, context);
}

/** One reason of a deadline, as a program reads it. */
interface SaidReason {
  readonly code: string;
  readonly text: string;
}

/** Why a move falls on its instant: what its clock waited on and since when, then the hours and days that counted. */
export function reasonsOf(
  { reason, below }: Extract<ForecastRow, { kind: 'move' }>,
  context: ForecastContext,
): readonly SaidReason[] {
  const { explain, forecast } = catalogue('en');
  const counted = reason.explanation.reasons.filter(({ code }) => code !== 'explain-opened');
  return [
    { code: 'forecast-clock', text: forecast.clock(reason, below, context) },
    ...counted.map((one: Reason) => {
      const say = explain[one.code] as (values: unknown) => string;
      return { code: one.code, ...one.values, text: say(one.values) };
    }),
  ];
}
