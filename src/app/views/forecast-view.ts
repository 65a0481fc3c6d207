import type { ForecastRow } from '../../core/case/play/forecast-rows.ts';
import type { UnreachedStep } from '../../core/case/play/forecast-unreached.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ForecastContext } from '../../core/message/forecast.ts';
import type { Revision, Track } from '../../core/plan/revision/revision.ts';
import { contextOf, reasonView } from './reason-view.ts';

interface Foretold {
  readonly track: Track;
  readonly rows: readonly ForecastRow[];
  readonly unreached: readonly UnreachedStep[];
}

/** Somebody whom Ladder would try. */
interface ForetoldTry {
  readonly at: Instant;
  readonly personId: string;
  readonly name: string;
  readonly means: readonly string[];
}

const tryOf = ({ at, personId: person, name, means }: ForetoldTry) => ({
  at: formatInstant(at),
  ...{ person, name, means },
});

/** A timetable as a program reads it, with a sentence a row; of levels that are reached, whom Ladder would try. */
export function forecastView(
  revision: Revision,
  { track, rows, unreached }: Foretold,
  language: Language,
  tries?: ReadonlyMap<ForecastRow, readonly ForetoldTry[]>,
): object {
  const context = contextOf(revision);
  const say = catalogue(language).forecast;
  return {
    track: track.id,
    title: track.title,
    revision: revision.number,
    timeZone: revision.timeZone,
    rows: rows.map((row) => ({
      at: formatInstant(row.at),
      kind: row.kind,
      level: row.level,
      ...detailsOf(row, context, language),
      ...(tries?.has(row) && { tries: tries.get(row)?.map(tryOf) }),
      text: (say.rows[row.kind] as (row: ForecastRow, context: ForecastContext) => string)(row, context),
    })),
    unreached: unreached.map((step) => ({ ...step, text: say.unreached(step, context) })),
  };
}

function detailsOf(row: ForecastRow, context: ForecastContext, language: Language): object {
  switch (row.kind) {
    case 'opened':
      return reaching(row, context);
    case 'move': {
      const { automatic, reason, below } = row;
      const clock = catalogue(language).forecast.clock(reason, below, context);
      const reasons = reason.explanation.reasons.map((one) => reasonView(one, { language }));
      const why = { conditionKind: reason.condition.kind, from: formatInstant(reason.from) };
      return {
        ...reaching(row, context),
        automatic,
        ...why,
        reasons: [{ code: 'forecast-clock', text: clock }, ...reasons],
      };
    }
    case 'answered':
      return { answeredBy: row.by };
    case 'warning':
      return { actor: row.actor, stepDueAt: formatInstant(row.stepDueAt) };
    case 'promiseDue':
      return { promise: row.promise.kind, from: formatInstant(row.from) };
    case 'top':
      return {};
  }
}

function reaching(
  row: Extract<ForecastRow, { kind: 'opened' | 'move' }>,
  { seats }: ForecastContext,
): object {
  const contacts = row.contacts.map((id) => ({ id, title: seats[id]?.title ?? null }));
  return { actor: row.actor, contacts, means: row.means };
}
