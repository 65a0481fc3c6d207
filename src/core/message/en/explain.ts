import type { ExplainReasons } from '../../calendar/explain.ts';
import type { Run } from '../../calendar/explain-count.ts';
import type { SkippedDay } from '../../calendar/explain-skipped.ts';
import type { ExplainWords } from '../explain.ts';
import { counted, formatDate, formatDuration, formatLocal, formatSpan, formatTime, listed } from './dates.ts';

export const explain: ExplainWords = {
  'explain-opened': ({ at, timeZone }) => `Opened ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
  'explain-pause-counted': ({ from, until, takenMs, start, timeZone }) =>
    `Paused from ${formatLocal(from, timeZone)} to ${formatLocal(until, timeZone)}, which took ${formatDuration(takenMs)}: counted as if opened ${formatLocal(start, timeZone)}.`,
  'explain-pause-closed': ({ from, until, timeZone }) =>
    `The pause from ${formatLocal(from, timeZone)} to ${formatLocal(until, timeZone)} took no time that counts.`,
  'explain-pause-late': ({ from, timeZone }) =>
    `The pause from ${formatLocal(from, timeZone)} began when the time was already up.`,
  'explain-start-next-opening': ({ at, timeZone }) =>
    `That is outside hours, so it counts from the next opening, ${formatLocal(at, timeZone)}.`,
  'explain-start-at-closing': ({ date }) =>
    `That is exactly at closing, which still belongs to ${formatDate(date)}.`,
  'explain-start-night': ({ date }) =>
    `The hours open then began on ${formatDate(date)} and belong to that day.`,
  'explain-days-skipped': (values) => skipped(values),
  'explain-hours-counted': ({ runs, more }) => {
    const [first] = runs;
    if (first?.days === 1 && runs.length === 1 && more === 0)
      return `All of it counts on ${formatDate(first.from)}.`;
    const rest = more > 0 ? `, the rest on ${counted(more, 'later day')}` : '';
    return `It counts ${listed(runs.map(run))}${rest}.`;
  },
  'explain-clocks-changed': ({ at, forwardMs, timeZone }) =>
    `Clocks go ${forwardMs > 0 ? 'forward' : 'back'} ${formatDuration(Math.abs(forwardMs))} on ${formatLocal(at, timeZone)}; only time that really passes counts.`,
  'explain-became-close': ({ date, wantedMs }) =>
    `${timeOfDay(wantedMs)} is after closing on ${formatDate(date)}, so the day's close stands for it.`,
  'explain-became-opening': ({ date, wantedMs }) =>
    `${timeOfDay(wantedMs)} is before opening on ${formatDate(date)}, so the opening stands for it.`,
  'explain-became-after-break': ({ date, wantedMs }) =>
    `${timeOfDay(wantedMs)} falls into a break on ${formatDate(date)}, so the end of the break stands for it.`,
  'explain-reading-skipped': ({ date, wantedMs }) =>
    `The clocks skip ${formatTime(wantedMs)} before ${formatDate(date)} goes on, so it is moved by what they skip.`,
  'explain-due': (values) => due(values),
  'explain-past-data': ({ dataUntil }) =>
    `Holidays are known until ${formatDate(dataUntil, { year: true })} only; a later one may still move this.`,
};

const DAY_MS = 86_400_000;

/** A time on a day's own clock, which runs on past midnight. */
const timeOfDay = (ms: number): string => `${formatTime(ms)}${ms > DAY_MS ? ' the next day' : ''}`;

function due({
  span,
  meaning,
  normalDayMs,
  at,
  timeZone,
  isOtherYear,
}: Parameters<ExplainWords['explain-due']>[0]): string {
  const words = formatSpan(span);
  const where = formatLocal(at, timeZone, { year: isOtherYear });
  switch (meaning) {
    case 'same-time':
    case 'dates':
      return `${words} later, same time: ${where}.`;
    case 'close':
      return `${words} later, at close: ${where}.`;
    case 'hours':
      return `${words} later, at ${formatDuration(normalDayMs)} of open time a day: ${where}.`;
    case 'open':
      return `${words} of open time later: ${where}.`;
    case 'always':
      return `${words} later, round the clock: ${where}.`;
    case 'adjusted':
      return `${words} later: ${where}.`;
  }
}

/** "Thu 26 Nov is Thanksgiving Day, Fri 27 Nov the day after; Sat and Sun are not business days." */
function skipped({ days, more, weekdays, opened }: ExplainReasons['explain-days-skipped']): string {
  const named = days.map((day, index) => skippedDay(day, days[index - 1], index === 0)).join(', ');
  const rest = more > 0 ? ` and ${counted(more, 'more closed day')}` : '';
  const names = weekdays.map((weekday) => weekday.charAt(0).toUpperCase() + weekday.slice(1));
  const week =
    names.length === 0
      ? ''
      : `${listed(names)} ${names.length === 1 ? 'is not a business day' : 'are not business days'}`;
  const dates = listed(opened.map((date) => formatDate(date)));
  const extra = opened.length === 1 ? `${dates} is open by an exception` : `${dates} are open by exceptions`;
  const closed = [`${named}${rest}`, week].filter((part) => part !== '').join('; ');
  if (opened.length === 0) return `${closed}.`;
  return closed === '' ? `${extra}.` : `${closed}, but ${extra}.`;
}

const DAY_AFTER = /^(?:the )?day after (.+)$/i;

function skippedDay(day: SkippedDay, before: SkippedDay | undefined, isFirst: boolean): string {
  const date = formatDate(day.date);
  const verb = isFirst || before?.cause !== 'holiday' || before.name === '' ? ' is' : '';
  if (day.cause === 'exception') return `${date} is closed by an exception`;
  if (day.cause === 'zone') return `${date} is skipped by the clocks`;
  if (day.name === '') return `${date} is a holiday`;
  const after = DAY_AFTER.exec(day.name)?.[1];
  const follows = after !== undefined && before?.name.toLowerCase().startsWith(after.toLowerCase());
  return `${date}${verb} ${follows ? 'the day after' : day.name}`;
}

/** "for 30 minutes on Fri 20 Nov", "for 9 hours on each of 12 days from Mon 23 Nov to Tue 8 Dec" */
function run({ from, until, days, eachMs }: Run): string {
  const time = formatDuration(eachMs);
  if (days === 1) return `for ${time} on ${formatDate(from)}`;
  const year = from.slice(0, 4) !== until.slice(0, 4);
  return `for ${time} on each of ${counted(days, 'day')} from ${formatDate(from, { year })} to ${formatDate(until, { year })}`;
}
