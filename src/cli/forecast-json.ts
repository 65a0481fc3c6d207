import type { Forecast } from '../core/case/play/forecast.ts';
import type { ForecastRow } from '../core/case/play/forecast-rows.ts';
import { formatInstant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { ForecastContext } from '../core/message/forecast.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { forecastContext, reachable } from './forecast-people.ts';
import { reasonsOf, rowText } from './forecast-sentences.ts';
import type { RowTries } from './row-tries.ts';

/** A forecast as JSON: instants in UTC, people by id with what the plan says of them, sentences as `text`. */
export function forecastJson(
  plan: Plan,
  revision: Revision,
  found: Forecast,
  tries: RowTries | undefined,
): object {
  const context = forecastContext(revision);
  const { track, timeZone, openedAt } = found;
  const say = catalogue('en').forecast;
  return {
    track: track.id,
    title: track.title,
    timeZone,
    openedAt: formatInstant(openedAt),
    rows: found.rows.map((row) => ({
      at: formatInstant(row.at),
      kind: row.kind,
      level: row.level,
      ...detailsOf(row, plan, context),
      ...(tries && (row.kind === 'opened' || row.kind === 'move') && { tries: tries(row).map(tryOf) }),
      text: rowText(row, context),
    })),
    unreached: found.unreached.map((step) => ({ ...step, text: say.unreached(step, context) })),
  };
}

const tryOf = ({ at, personId: id, means }: ReturnType<RowTries>[number]) => ({
  at: formatInstant(at),
  id,
  means,
});

function detailsOf(row: ForecastRow, plan: Plan, context: ForecastContext): object {
  switch (row.kind) {
    case 'opened':
      return reaching(row, plan);
    case 'move': {
      const { automatic, reason } = row;
      const condition = { conditionKind: reason.condition.kind, from: formatInstant(reason.from) };
      return { ...reaching(row, plan), automatic, ...condition, reasons: reasonsOf(row, context) };
    }
    case 'answered':
      return { answeredBy: row.by };
    case 'warning':
      return { actor: row.actor, stepDueAt: formatInstant(row.stepDueAt) };
    case 'promiseDue':
      return { promise: row.promise, from: formatInstant(row.from) };
    case 'top':
      return {};
  }
}

function reaching(row: Extract<ForecastRow, { kind: 'opened' | 'move' }>, plan: Plan): object {
  const contacts = row.contacts.map((id) => ({ id, ...reachable(plan, id) }));
  return { actor: row.actor, contacts, means: row.means };
}
