import type { Forecast } from '../core/case/play/forecast.ts';
import type { ForecastRow } from '../core/case/play/forecast-rows.ts';
import { roundedUp } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { ForecastContext } from '../core/message/forecast.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { forecastContext, reachable } from './forecast-people.ts';
import { reasonsOf, rowText } from './forecast-sentences.ts';
import type { RowTries } from './row-tries.ts';
import type { Paint } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

interface Given {
  readonly plan: Plan;
  readonly revision: Revision;
  /** Whom Ladder would try; undefined where that was not asked. */
  readonly tries: RowTries | undefined;
}

interface Setting extends Given {
  readonly context: ForecastContext;
  readonly paint: Paint;
}

/** A forecast for people: a line an event on the contract's clocks, under it whom to reach, and why then. */
export function forecastText(given: Given, found: Forecast, paint: Paint): string {
  const context = forecastContext(given.revision);
  const setting = { ...given, context, paint };
  const say = catalogue('en').forecast;
  const answers = found.rows.filter(({ kind }) => kind === 'answered').length;
  const heading = say.heading({ track: found.track.id, answers, openedAt: found.openedAt }, context);
  const width = Math.max(...found.rows.map((row) => instantText(row, context).length));
  const blocks = found.rows.map((row) => block(row, width, setting));
  const unreached = found.unreached.map((step) =>
    paint(['yellow', 'bold'], printable(say.unreached(step, context))),
  );
  const end = unreached.length === 0 ? [] : ['', ...unreached];
  return [paint('bold', printable(heading)), '', ...blocks, ...end, ''].join('\n');
}

/** When, on the contract's clocks: for a move never before it may be made. */
function instantText({ at, kind }: ForecastRow, context: ForecastContext): string {
  return catalogue('en').case.instant(kind === 'move' ? roundedUp(at) : at, context);
}

function block(row: ForecastRow, width: number, setting: Setting): string {
  const { context, paint } = setting;
  const margin = ' '.repeat(width + 2);
  const when = instantText(row, context).padEnd(width);
  const sentence = printable(rowText(row, context));
  if (row.kind !== 'opened' && row.kind !== 'move') return `${when}  ${paint('dim', sentence)}`;
  const { labels } = catalogue('en').forecast;
  const why = row.kind === 'move' ? reasonsOf(row, context).map(({ text }) => text) : [];
  const lines = [
    ...labelled(labels.reach, reach(row, setting)),
    ...labelled(labels.tries, tried(row, setting)),
    ...labelled(labels.why, why),
  ];
  return [`${when}  ${paint('bold', sentence)}`, ...lines.map((line) => `${margin}${line}`)].join('\n');
}

function tried(row: ForecastRow, { plan, tries, context }: Setting): readonly string[] {
  const say = catalogue('en').forecast;
  return (tries?.(row) ?? []).map(({ at, personId, means }) =>
    say.tried({ at, name: reachable(plan, personId).name, means }, context),
  );
}

/** Lines under a label, which stands once. */
function labelled(label: string, texts: readonly string[]): readonly string[] {
  const blank = ' '.repeat(label.length);
  return texts.map((text, index) => `${(index === 0 ? label : blank).padEnd(7)}${printable(text)}`);
}

/** Whom to reach: the people chosen, and before them the directory seat they stand in for. */
export function reach(
  row: Pick<Extract<ForecastRow, { kind: 'opened' | 'move' }>, 'level' | 'contacts'>,
  { plan, revision }: Pick<Setting, 'plan' | 'revision'>,
): readonly string[] {
  const say = catalogue('en').forecast;
  const seats = revision.levels[row.level - 1]?.reach ?? [];
  const looked = seats.flatMap((id) => {
    const seat = revision.seats[id];
    return seat?.kind === 'directory' && !row.contacts.includes(id) ? [say.reachDirectory(seat.title)] : [];
  });
  return [...looked, ...row.contacts.map((id) => say.reach(reachable(plan, id)))];
}
