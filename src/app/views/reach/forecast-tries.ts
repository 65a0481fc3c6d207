import type { ForecastRow } from '../../../core/case/play/forecast-rows.ts';
import type { Track } from '../../../core/plan/revision/revision.ts';
import { type Caller, seesReadiness } from '../../authorise.ts';
import { firstHour, type WhomAnswer, type WhomParts } from './whom-view.ts';

interface Foretold {
  readonly track: Track;
  readonly rows: readonly ForecastRow[];
  readonly directory: Readonly<Record<string, string>>;
}

type Tries = WhomAnswer['tries'];

/**
 * Whom Ladder would try in the first hour of each level of a timetable, by people's own rules of today and until an answer of that
 * level comes; undefined for whoever may not see whom Ladder could reach.
 */
export async function forecastTries(
  parts: WhomParts,
  caller: Pick<Caller, 'grants'>,
  { track, rows, directory }: Foretold,
): Promise<ReadonlyMap<ForecastRow, Tries> | undefined> {
  if (seesReadiness(caller) !== 'whole') return undefined;
  const found = new Map<ForecastRow, Tries>();
  for (const row of rows) {
    if (row.kind !== 'opened' && row.kind !== 'move') continue;
    const { level, at } = row;
    const answeredAt = rows.find((one) => one.kind === 'answered' && one.level === level && one.at >= at)?.at;
    const tries = await firstHour(parts, { level, urgency: track.urgency, at, directory });
    found.set(
      row,
      tries.filter((one) => answeredAt === undefined || one.at < answeredAt),
    );
  }
  return found;
}
