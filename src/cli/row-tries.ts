import type { Forecast } from '../core/case/play/forecast.ts';
import type { ForecastRow } from '../core/case/play/forecast-rows.ts';
import { hourOfTries, type Reaching } from '../core/case/play/reaching.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { OutlookTry } from '../core/reach/outlook.ts';
import { plannedMeans } from './reaching.ts';

/** Whom Ladder would try in the first hour of the level that a row reaches. */
export type RowTries = (row: ForecastRow) => readonly OutlookTry[];

/** The tries of each level of a timetable, until an answer of that level comes. */
export function rowTries(plan: Plan, revision: Revision, found: Forecast, reaching: Reaching): RowTries {
  const meansOf = plannedMeans(plan);
  const { urgency } = found.track;
  return (row) => {
    if (row.kind !== 'opened' && row.kind !== 'move') return [];
    const { level, at } = row;
    const answeredAt = found.rows.find(
      (one) => one.kind === 'answered' && one.level === level && one.at >= at,
    )?.at;
    const asked = { level, urgency, at, directory: {}, meansOf };
    return hourOfTries(revision, reaching, asked).filter(
      (one) => answeredAt === undefined || one.at < answeredAt,
    );
  };
}
