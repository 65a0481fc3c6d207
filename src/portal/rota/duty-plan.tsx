import { type DutyDay, type DutyPart, ROTA_LOOKS, type RotaLook } from '../../app/views/rota/duty-view.ts';
import type { NamedRota, RotaView } from '../../app/views/rota/rota-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { dateOf, onClocks, sinceMidnight } from '../../core/message/on-clocks.ts';
import { stretchChart } from '../../render/charts/stretch-chart.tsx';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { pager, table, tabs } from '../parts/lists.tsx';
import type { RotaFrame } from './rota-frame.tsx';

/** A week or a month of one rota. */
export interface ShownPlan {
  readonly rota: NamedRota;
  readonly look: RotaLook;
  /** A date in it. */
  readonly around: string;
  readonly days: readonly DutyDay[];
  /** Dates to turn to. */
  readonly before: string;
  readonly after: string;
}

/** Who is on duty in a week or a month: a picture of it, and the same as a table. */
export function dutyPlan(frame: RotaFrame, view: RotaView, shown: ShownPlan): Html {
  const { language, base } = frame;
  const { plan: words } = catalogue(language).rota;
  const { rota, look, around, days, before, after } = shown;
  const path = (change: Partial<{ rota: string; view: RotaLook; on: string }>): string =>
    `${base}?${new URLSearchParams({ rota: rota.id, view: look, on: around, ...change })}#plan`;
  const said = { title: rota.title, date: look === 'week' ? (days[0]?.date ?? around) : around };
  const title = look === 'week' ? words.weekOf(said) : words.monthOf(said);
  return (
    <section id="plan">
      <h2>{title}</h2>
      {view.rotas.length > 1 &&
        tabs(
          words.choose,
          view.rotas.map((one) => ({
            label: one.title,
            path: path({ rota: one.id }),
            isHere: one.id === rota.id,
          })),
        )}
      {tabs(
        words.views,
        ROTA_LOOKS.map((one) => ({ label: words[one], path: path({ view: one }), isHere: one === look })),
      )}
      <p class="quiet">{zoneWords(frame, view)}</p>
      {picture(frame, view, shown, title)}
      {look === 'week' ? weekTable(frame, view, days, title) : monthTable(frame, view, shown, title)}
      {pager({ newer: path({ on: before }), older: path({ on: after }), isByTime: false }, language)}
    </section>
  );
}

/** A line for each person who is on duty in the time shown. */
function picture(
  { language }: RotaFrame,
  view: RotaView,
  { days, rota, look }: ShownPlan,
  title: string,
): Html | undefined {
  const { plan: words } = catalogue(language).rota;
  const parts = days.flatMap((day) => day.parts);
  const people = [...new Set(parts.flatMap((part) => part.people))];
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || people.length === 0) return undefined;
  const everyDay = look === 'week' ? 1 : 7;
  return (
    <figure class="chart-figure">
      {stretchChart({
        id: 'duty',
        title,
        description: words.picture({ title: rota.title }),
        from: first.from,
        until: last.until,
        now: view.now,
        ticks: days.flatMap(({ date, parts: [part] }, index) =>
          part && index % everyDay === 0 ? [{ at: part.from, label: tickLabel(words, date, look) }] : [],
        ),
        rows: people.map((id) => ({
          label: view.nameOf(id),
          bars: parts
            .filter((part) => part.people.includes(id))
            .map(({ from, until }) => ({ from, until, look: 'full' as const })),
        })),
      })}
    </figure>
  );
}

function tickLabel(
  words: { readonly date: (date: string) => string; readonly weekdays: readonly string[] },
  date: string,
  look: RotaLook,
): string {
  const { dayOfWeek, day } = Temporal.PlainDate.from(date);
  return look === 'week'
    ? `${words.weekdays[dayOfWeek - 1] ?? ''} ${day}`
    : words.date(date).replace(/^\S+ /, '');
}

function weekTable(frame: RotaFrame, view: RotaView, days: readonly DutyDay[], title: string): Html {
  const { plan: words, onDuty } = catalogue(frame.language).rota;
  const today = dateOf(view.now, view.timeZone);
  return table({
    caption: title,
    isCaptionHidden: true,
    columns: [{ title: words.day }, { title: onDuty }],
    rows: days.map(({ date, parts, away }) => [
      date === today ? `${words.date(date)} (${words.today})` : words.date(date),
      <>
        {parts.map((part) => dutyLine(frame, view, part))}
        {awayLine(frame, view, away)}
      </>,
    ]),
  });
}

/** Weeks under each other: a grid that scrolls inside its own region. */
function monthTable(frame: RotaFrame, view: RotaView, { days, around }: ShownPlan, title: string): Html {
  const { plan: words } = catalogue(frame.language).rota;
  const month = around.slice(0, 7);
  const today = dateOf(view.now, view.timeZone);
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  const cell = ({ date, parts, away }: DutyDay): Child => (
    <>
      <strong>{date === today ? `${words.date(date)} (${words.today})` : words.date(date)}</strong>
      {date.startsWith(month) && parts.map((part) => dutyLine(frame, view, part))}
      {date.startsWith(month) && awayLine(frame, view, away)}
    </>
  );
  return table({
    caption: title,
    isCaptionHidden: true,
    isGrid: true,
    columns: words.weekdays.map((day) => ({ title: day })),
    rows: weeks.map((week) => week.map(cell)),
  });
}

function awayLine({ language }: RotaFrame, { nameOf }: RotaView, away: DutyDay['away']): Html | undefined {
  if (away.length === 0) return undefined;
  return <div class="quiet small">{catalogue(language).timeOff.away.line({ names: away.map(nameOf) })}</div>;
}

/** The reader's own zone, where they have asked for another one than the contract's. */
const besideZone = ({ readerZone }: RotaFrame, { timeZone }: RotaView): string | undefined =>
  readerZone === timeZone ? undefined : readerZone;

function zoneWords(frame: RotaFrame, view: RotaView): string {
  const { rota, parts } = catalogue(frame.language);
  const { timeZone } = view;
  const readerZone = besideZone(frame, view);
  return readerZone === undefined ? rota.plan.zone({ timeZone }) : parts.zone.both({ timeZone, readerZone });
}

/** Who is on duty in a part of a day, and behind it when that is on the reader's own clocks. */
function dutyLine(frame: RotaFrame, view: RotaView, part: DutyPart): Html {
  const { plan: words } = catalogue(frame.language).rota;
  const readerZone = besideZone(frame, view);
  return (
    <div>
      {partWords(view, part, words.nobody)}
      {readerZone !== undefined && (
        <span class="quiet small"> ({besideWords(part, view, readerZone, words.weekdays)})</span>
      )}
    </div>
  );
}

/** `09:00–24:00 Ana, Bo`; of a whole day the names alone. */
function partWords({ timeZone, nameOf }: RotaView, { from, until, people }: DutyPart, nobody: string): Child {
  const names = people.length === 0 ? nobody : people.map(nameOf).join(', ');
  const [start, end] = [clock(from, timeZone), clock(until, timeZone)];
  if (start === '00:00' && end === '00:00') return names;
  return `${start}–${end === '00:00' ? '24:00' : end} ${names}`;
}

/** `Tue 02:00–17:00`: the weekday wherever it is another one than that of the row, or than the one before. */
function besideWords(
  { from, until }: DutyPart,
  { timeZone }: RotaView,
  readerZone: string,
  weekdays: readonly string[],
): string {
  const days = [dateOf(from, timeZone), dateOf(from, readerZone), dateOf(until, readerZone)];
  const [start, end] = [from, until].map((at, index) => {
    const day = days[index + 1] ?? '';
    const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
    return day === days[index] ? clock(at, readerZone) : `${weekday} ${clock(at, readerZone)}`;
  });
  return `${start}–${end}`;
}

function clock(at: DutyPart['from'], timeZone: string): string {
  const minutes = Math.floor(sinceMidnight(onClocks(at, timeZone)) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
