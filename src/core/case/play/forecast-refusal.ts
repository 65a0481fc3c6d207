import { INSTANT_MAX, INSTANT_MIN } from '../../calendar/page.ts';
import { entryOf } from '../../entry-of.ts';
import type { Instant } from '../../instant.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import type { ForecastCourse } from './forecast.ts';

/** Why a course cannot be forecast. */
export interface ForecastRefusals {
  'forecast-track-unknown': { track: string; tracks: readonly string[] };
  'forecast-level-unknown': { level: number; levels: readonly number[] };
  'forecast-answer-early': { level: number; at: Instant; openedAt: Instant; timeZone: string };
  'forecast-instant-out-of-range': { at: Instant };
}

export type ForecastRefusal = {
  [C in keyof ForecastRefusals]: { readonly code: C; readonly values: ForecastRefusals[C] };
}[keyof ForecastRefusals];

/** The first thing a course supposes that the plan does not have, or that cannot be. */
export function forecastRefusal(revision: Revision, course: ForecastCourse): ForecastRefusal | undefined {
  const { track: id, openedAt, answered } = course;
  const track = entryOf(revision.tracks, id);
  if (!track?.steps[0]) {
    const tracks = Object.keys(revision.tracks);
    return { code: 'forecast-track-unknown', values: { track: id, tracks } };
  }
  const outside = [openedAt, ...answered.map(({ at }) => at)].find((at) => !isCounted(at));
  if (outside !== undefined) return { code: 'forecast-instant-out-of-range', values: { at: outside } };
  const levels = track.steps.map((step) => step.level);
  for (const { level, at } of answered) {
    if (!levels.includes(level)) return { code: 'forecast-level-unknown', values: { level, levels } };
    if (at < openedAt) {
      const { timeZone } = revision;
      return { code: 'forecast-answer-early', values: { level, at, openedAt, timeZone } };
    }
  }
  return undefined;
}

const isCounted = (at: Instant): boolean => at >= INSTANT_MIN && at < INSTANT_MAX;
