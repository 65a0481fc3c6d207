import type { OpeningForecast } from '../../app/views/plan/plan-view.ts';
import type { ForecastRow } from '../../core/case/play/forecast-rows.ts';
import type { Instant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import { reasonSentence } from '../../core/message/explain.ts';
import type { ForecastContext } from '../../core/message/forecast.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { contextOf } from '../../render/publication/plan-words.ts';
import { problemBox } from '../frame.tsx';
import { selectField } from '../parts/field.tsx';
import { table } from '../parts/lists.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { whenPart } from '../parts/when.tsx';

export interface ForecastOfPlan {
  readonly language: Language;
  /** Where the question is asked: the page that shows it. */
  readonly path: string;
  readonly rules: Revision;
  readonly readerZone: string | undefined;
  readonly track: string;
  /** As it was typed, or empty for now. */
  readonly typed: { readonly date: string; readonly time: string };
  /** The month that the rest of the page shows, kept over another question. */
  readonly month: string | undefined;
  /** The page of whom Ladder would try; undefined for who may not see it, and where nothing is in force yet. */
  readonly whomPath: string | undefined;
  readonly found: OpeningForecast | undefined;
  readonly problem: RefusalWords | undefined;
  /** A reading of the clocks that was meant and is there twice, or never. */
  readonly reading: { readonly is: 'twice' | 'never'; readonly at: Instant } | undefined;
}

/** What would happen if a case were opened then and nobody answered, with real instants and why they fall there. */
export function forecastSection(view: ForecastOfPlan): Html {
  const { language, rules, path, track, typed, found, problem, reading, readerZone } = view;
  const words = catalogue(language).planPage.forecast;
  const { timeZone } = rules;
  const clocks = clocksOf(timeZone, readerZone);
  return (
    <section data-page-only="">
      <h2 id="forecast">{words.title}</h2>
      <p>{words.about}</p>
      <form method="get" action={`${path}#forecast`} accept-charset="utf-8">
        {view.month !== undefined && <input type="hidden" name="month" value={view.month} />}
        {selectField({
          language,
          name: 'track',
          label: words.track,
          options: Object.values(rules.tracks).map(({ id, title }) => ({ value: id, label: title })),
          chosen: track,
          isOptional: 'unsaid',
        })}
        {momentField({
          language,
          name: 'at',
          label: words.at,
          hint: words.atHint,
          timeZone,
          ...typed,
          isOptional: 'unsaid',
        })}
        <div class="buttons">
          <button type="submit" class="plain">
            {words.button}
          </button>
        </div>
      </form>
      {problem && problemBox(problem)}
      {reading && (
        <p>
          {reading.is === 'twice'
            ? words.readTwice({ at: reading.at, timeZone: clocks })
            : words.readNever({ at: reading.at, timeZone: clocks })}
        </p>
      )}
      {found && timetable(view, found)}
    </section>
  );
}

function timetable(view: ForecastOfPlan, found: OpeningForecast): Html {
  const { language, rules, readerZone } = view;
  const { forecast, planPage } = catalogue(language);
  const timeZone = clocksOf(rules.timeZone, readerZone);
  const words = planPage.forecast;
  const context = contextOf(rules, readerZone);
  return (
    <>
      <p>
        <strong>{words.opened({ track: found.track.title, at: found.openedAt, timeZone })}</strong>
      </p>
      {table({
        caption: words.table,
        columns: [{ title: words.columns.when }, { title: words.columns.what }, { title: words.columns.why }],
        rows: found.rows.map((row) => rowCells(view, row, context)),
      })}
      {found.unreached.map((step) => (
        <p>{forecast.unreached(step, context)}</p>
      ))}
    </>
  );
}

function rowCells(view: ForecastOfPlan, row: ForecastRow, context: ForecastContext): readonly Child[] {
  const {
    language,
    rules: { timeZone },
    readerZone,
  } = view;
  const say = catalogue(language).forecast.rows[row.kind] as (
    row: ForecastRow,
    context: ForecastContext,
  ) => string;
  const as = row.kind === 'move' ? 'from' : 'at';
  return [
    whenPart({ at: row.at, timeZone, readerZone, language, as }),
    whatPart(view, row, say(row, context)),
    row.kind === 'move' ? reasonsPart(row, context, { language, readerZone }) : '',
  ];
}

/** What happens; and of a level that is reached, the way to whom Ladder would try. */
function whatPart(
  { language, rules, track, whomPath }: ForecastOfPlan,
  row: ForecastRow,
  sentence: string,
): Child {
  if (whomPath === undefined || (row.kind !== 'opened' && row.kind !== 'move')) return sentence;
  const at = Temporal.Instant.fromEpochMilliseconds(row.at).toString({ timeZone: rules.timeZone });
  const urgency = rules.tracks[track]?.urgency ?? 'high';
  const asked = new URLSearchParams({ level: String(row.level), urgency, at });
  return (
    <>
      {sentence}{' '}
      <a href={`${whomPath}?${asked}`}>{catalogue(language).planPage.forecast.whom({ level: row.level })}</a>
    </>
  );
}

/** Why a move falls on its instant, folded away under one word. */
export function reasonsPart(
  { reason, below }: Extract<ForecastRow, { kind: 'move' }>,
  context: ForecastContext,
  { language, readerZone }: Pick<ForecastOfPlan, 'language' | 'readerZone'>,
): Html {
  const { explain, forecast, planPage } = catalogue(language);
  const counted = reason.explanation.reasons.filter(({ code }) => code !== 'explain-opened');
  return (
    <details>
      <summary>{planPage.forecast.why}</summary>
      <ul>
        <li>{forecast.clock(reason, below, context)}</li>
        {counted.map((one) => (
          <li>{reasonSentence(explain, one, readerZone)}</li>
        ))}
      </ul>
    </details>
  );
}
