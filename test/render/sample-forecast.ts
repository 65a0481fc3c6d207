import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Forecast, type ForecastCourse, forecast } from '../../src/core/case/play/forecast.ts';
import type { ForecastRow } from '../../src/core/case/play/forecast-rows.ts';
import { type Instant, parseLocal } from '../../src/core/instant.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';

const ZONE = 'America/Los_Angeles';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A plan of the folder `plans` by its first name, as `calnet-3-category-9.1`. */
export const samplePlan = (name: string): Plan =>
  parse(readFileSync(`${ROOT}plans/${name}.plan.yaml`, 'utf8')).value;

export function revisionOf(plan: Plan): Revision {
  const { revision, gaps } = compile(plan, 1);
  if (!revision) throw new Error(`gaps: ${gaps.join(', ')}`);
  return revision;
}

/** A time on California's clocks, where all the samples are. */
export function pacific(local: string): Instant {
  const at = parseLocal(local, ZONE);
  if (at === undefined) throw new Error(`no local time: ${local}`);
  return at;
}

/** A course as a test writes it: `openedAt` and the answers in local time. */
export interface WrittenCourse extends Pick<ForecastCourse, 'track' | 'automatic' | 'directory'> {
  readonly openedAt: string;
  readonly answered?: readonly (readonly [level: number, at: string])[];
}

export function forecastOf(revision: Revision, written: WrittenCourse): Forecast {
  const { openedAt, answered = [], ...rest } = written;
  const { forecast: found, refusal } = forecast(revision, {
    ...rest,
    openedAt: pacific(openedAt),
    answered: answered.map(([level, at]) => ({ level, at: pacific(at) })),
  });
  if (!found) throw new Error(refusal.code);
  return found;
}

/** `2026-11-20T20:30 move 2 customer`: when on California's clocks, what, at which level, whose move. */
function rowText(row: ForecastRow): string {
  const local = Temporal.Instant.fromEpochMilliseconds(row.at).toZonedDateTimeISO(ZONE).toPlainDateTime();
  const actor = 'actor' in row ? [row.actor] : [];
  return [local.toString({ smallestUnit: 'minute' }), row.kind, row.level, ...actor].join(' ');
}

/** The rows of these kinds as texts. */
export const rowTexts = ({ rows }: Forecast, ...kinds: readonly ForecastRow['kind'][]): readonly string[] =>
  rows.filter(({ kind }) => kinds.includes(kind)).map(rowText);
