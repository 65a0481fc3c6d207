import { LIMITS_MS } from '../../app/views/overview-view.ts';
import { ANSWERS } from '../../core/case/answer-times.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { distributionChart } from '../../render/charts/distribution-chart.tsx';
import { heatMap } from '../../render/charts/heat-map.tsx';
import { ticksOf } from '../../render/charts/hour-ticks.ts';
import { trendChart } from '../../render/charts/trend-chart.tsx';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { table, tabs } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { type OverviewPage, pathWith } from './shown.ts';

/** One kind of answer in pictures, each with its numbers as a table. */
export function answerPictures(shown: OverviewPage): Html {
  const { language, view, choice } = shown;
  const { overview: words } = catalogue(language);
  const summary = view.answers.summaries.find(({ kind }) => kind === choice.kind);
  return (
    <>
      <h3>{words.answers.kinds[choice.kind]}</h3>
      {tabs(
        words.answers.chooseKind,
        ANSWERS.map((kind) => ({
          label: words.answers.kinds[kind],
          path: pathWith(shown, { kind }),
          isHere: kind === choice.kind,
        })),
      )}
      {summary?.medianMs === undefined || summary.ninetiethMs === undefined ? (
        notice({ kind: 'info', language, title: words.answers.noneTimed })
      ) : (
        <div class="charts">
          {distribution(shown, {
            came: summary.came,
            medianMs: summary.medianMs,
            ninetiethMs: summary.ninetiethMs,
          })}
          {trend(shown)}
          {heat(shown)}
        </div>
      )}
    </>
  );
}

interface Pictured {
  readonly title: string;
  readonly about: string;
  readonly table: string;
}

/** A picture under its heading, and below it what it shows in numbers. */
const figure = ({ title, about, table: name }: Pictured, picture: Html, numbers: Html): Html => (
  <figure class="chart-figure">
    <figcaption>
      <h4>{title}</h4>
      <p class="quiet">{about}</p>
    </figcaption>
    {picture}
    <details>
      <summary>{name}</summary>
      {numbers}
    </details>
  </figure>
);

interface Ranks {
  readonly came: number;
  readonly medianMs: number;
  readonly ninetiethMs: number;
}

/** The class that a length of time falls into: a limit belongs to the class below it. */
function classOf(ms: number): number {
  const at = LIMITS_MS.findIndex((limit) => ms <= limit);
  return at === -1 ? LIMITS_MS.length : at;
}

function distribution({ language, view }: OverviewPage, { came, medianMs, ninetiethMs }: Ranks): Html {
  const { overview: words } = catalogue(language);
  const { distribution: said, labels, number, duration } = words;
  const [half, ninety] = [classOf(medianMs), classOf(ninetiethMs)];
  const markOf = (at: number): string | undefined => {
    if (at === half && at === ninety) return said.both;
    return at === half ? said.half : at === ninety ? said.ninety : undefined;
  };
  const rows = view.course.classes.map((count, at) => {
    const limit = LIMITS_MS[at];
    const label =
      limit === undefined ? said.longer(duration(LIMITS_MS.at(-1) ?? 0)) : said.upTo(duration(limit));
    return { label, count, countText: number(count), mark: markOf(at) };
  });
  return figure(
    said,
    distributionChart({
      id: 'distribution',
      title: said.title,
      description: said.description({ came, median: duration(medianMs), ninetieth: duration(ninetiethMs) }),
      rows,
    }),
    table({
      caption: said.title,
      isCaptionHidden: true,
      columns: [{ title: labels.howLong }, { title: labels.cases, isNumber: true }],
      rows: rows.map(({ label, countText, mark }) => [
        mark === undefined ? label : `${label} (${mark})`,
        countText,
      ]),
    }),
  );
}

function trend({ language, view }: OverviewPage): Html | undefined {
  const { overview: words } = catalogue(language);
  const { trend: said, labels, number, duration, date, dayMonth, short } = words;
  const { weeks } = view.course;
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return undefined;
  const mondays = everyMonday(first.monday, last.monday);
  const byMonday = new Map(weeks.map((week) => [week.monday, week]));
  const highest = Math.max(...weeks.map(({ ninetiethMs }) => ninetiethMs));
  const told = (week: typeof first) => ({ monday: date(week.monday), median: duration(week.medianMs) });
  return figure(
    said,
    trendChart({
      id: 'trend',
      title: said.title,
      description: said.description({ weeks: weeks.length, first: told(first), last: told(last) }),
      labels: mondays.map(dayMonth),
      lines: [
        { name: said.median, look: 'first', values: mondays.map((one) => byMonday.get(one)?.medianMs) },
        {
          name: said.ninetieth,
          look: 'second',
          values: mondays.map((one) => byMonday.get(one)?.ninetiethMs),
        },
      ],
      ticks: ticksOf(highest).map((value) => ({ value, label: short(value) })),
    }),
    table({
      caption: said.title,
      isCaptionHidden: true,
      columns: [
        { title: labels.week },
        ...(['came', 'median', 'ninetieth'] as const).map((name) => ({
          title: labels[name],
          isNumber: true,
        })),
      ],
      rows: weeks.map((week) => [
        date(week.monday),
        number(week.came),
        duration(week.medianMs),
        duration(week.ninetiethMs),
      ]),
    }),
  );
}

/** Weeks without an answer have a place too, so that a gap shows as one. */
function everyMonday(first: string, last: string): readonly string[] {
  const mondays: string[] = [];
  let at = Temporal.PlainDate.from(first);
  while (Temporal.PlainDate.compare(at, last) <= 0) {
    mondays.push(at.toString());
    at = at.add({ weeks: 1 });
  }
  return mondays;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function heat({ language, view }: OverviewPage): Html | undefined {
  const { overview: words } = catalogue(language);
  const { heat: said, labels, weekday, hour: hourWords, duration, short, number } = words;
  const { hours } = view.course;
  const slowest = hours.reduce((a, b) => (b.medianMs > a.medianMs ? b : a), hours[0]!);
  const found = (day: number, hour: number) => hours.find((one) => one.weekday === day && one.hour === hour);
  const shown = HOURS.filter((hour) => hours.some((one) => one.hour === hour));
  const cellOf = (day: number, hour: number): Child => {
    const one = found(day, hour);
    return one ? `${duration(one.medianMs)} (${number(one.came)})` : '–';
  };
  return figure(
    said,
    heatMap({
      id: 'heat',
      title: said.title,
      description: said.description({ slowest: { ...slowest, median: duration(slowest.medianMs) } }),
      columns: WEEKDAYS.map(weekday),
      rows: HOURS.map((hour) => ({
        label: hourWords(hour),
        cells: WEEKDAYS.map((day) => {
          const one = found(day, hour);
          return one && { value: one.medianMs, text: short(one.medianMs) };
        }),
      })),
    }),
    table({
      caption: said.title,
      isCaptionHidden: true,
      columns: [{ title: labels.hour }, ...WEEKDAYS.map((day) => ({ title: weekday(day), isNumber: true }))],
      rows: shown.map((hour) => [hourWords(hour), ...WEEKDAYS.map((day) => cellOf(day, hour))]),
    }),
  );
}
