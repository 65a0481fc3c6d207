import type { ExplainReasons } from '../../calendar/explain.ts';
import type { Run } from '../../calendar/explain-count.ts';
import type { SkippedDay } from '../../calendar/explain-skipped.ts';
import type { ExplainWords } from '../explain.ts';
import { capital } from './case-parts.ts';
import {
  counted,
  formatDuration,
  formatSpan,
  formatTime,
  listed,
  longDate,
  longLocal,
  sentence,
} from './dates.ts';

export const explain: ExplainWords = {
  'explain-opened': ({ at, timeZone }) =>
    `Abierto el ${longLocal(at, timeZone, { year: true, zone: true })}.`,
  'explain-pause-counted': ({ from, until, takenMs, start, timeZone }) =>
    sentence(
      `En pausa desde el ${longLocal(from, timeZone)} hasta el ${longLocal(until, timeZone)}, lo que tomó ${formatDuration(takenMs)}: se cuenta como si se hubiera abierto el ${longLocal(start, timeZone)}`,
    ),
  'explain-pause-closed': ({ from, until, timeZone }) =>
    `La pausa desde el ${longLocal(from, timeZone)} hasta el ${longLocal(until, timeZone)} no tomó tiempo que cuente.`,
  'explain-pause-late': ({ from, timeZone }) =>
    `La pausa que empezó el ${longLocal(from, timeZone)} llegó cuando el plazo ya había vencido.`,
  'explain-start-next-opening': ({ at, timeZone }) =>
    sentence(
      `Eso es fuera del horario, así que cuenta desde la siguiente apertura, el ${longLocal(at, timeZone)}`,
    ),
  'explain-start-at-closing': ({ date }) =>
    `Eso es justo a la hora de cierre, que todavía pertenece al ${longDate(date)}.`,
  'explain-start-night': ({ date }) =>
    `El horario abierto en ese momento empezó el ${longDate(date)} y pertenece a ese día.`,
  'explain-days-skipped': (values) => skipped(values),
  'explain-hours-counted': ({ runs, more }) => {
    const [first] = runs;
    if (first?.days === 1 && runs.length === 1 && more === 0)
      return `Todo cuenta el ${longDate(first.from)}.`;
    const rest = more > 0 ? `, y el resto en ${counted(more, 'día posterior', 'días posteriores')}` : '';
    return `Cuenta ${listed(runs.map(run))}${rest}.`;
  },
  'explain-clocks-changed': ({ at, forwardMs, timeZone }) =>
    `Los relojes se ${forwardMs > 0 ? 'adelantan' : 'atrasan'} ${formatDuration(Math.abs(forwardMs))} el ${longLocal(at, timeZone)}; solo cuenta el tiempo que de verdad pasa.`,
  'explain-became-close': ({ date, wantedMs }) =>
    `${TimeOfDay(wantedMs)} es después del cierre del ${longDate(date)}, así que vale la hora de cierre de ese día.`,
  'explain-became-opening': ({ date, wantedMs }) =>
    `${TimeOfDay(wantedMs)} es antes de la apertura del ${longDate(date)}, así que vale la hora de apertura.`,
  'explain-became-after-break': ({ date, wantedMs }) =>
    `${TimeOfDay(wantedMs)} cae en un descanso del ${longDate(date)}, así que vale el final del descanso.`,
  'explain-reading-skipped': ({ date, wantedMs }) =>
    `Los relojes saltan la hora ${formatTime(wantedMs)} antes de que siga el ${longDate(date)}, así que se corre lo que ellos saltan.`,
  'explain-due': (values) => due(values),
  'explain-past-data': ({ dataUntil }) =>
    `Los días feriados se conocen solo hasta el ${longDate(dataUntil, { year: true })}; uno posterior todavía puede cambiar esto.`,
};

const DAY_MS = 86_400_000;

/** A time on a day's own clock, which runs on past midnight, at the head of a sentence. */
const TimeOfDay = (ms: number): string =>
  `La hora ${formatTime(ms)}${ms > DAY_MS ? ' del día siguiente' : ''}`;

function due({
  span,
  meaning,
  normalDayMs,
  at,
  timeZone,
  isOtherYear,
}: Parameters<ExplainWords['explain-due']>[0]): string {
  const words = capital(formatSpan(span));
  const where = `el ${longLocal(at, timeZone, { year: isOtherYear })}`;
  switch (meaning) {
    case 'same-time':
    case 'dates':
      return sentence(`${words} después, a la misma hora: ${where}`);
    case 'close':
      return sentence(`${words} después, a la hora de cierre: ${where}`);
    case 'hours':
      return sentence(
        `${words} después, a razón de ${formatDuration(normalDayMs)} de horario abierto por día: ${where}`,
      );
    case 'open':
      return sentence(`${words} de horario abierto después: ${where}`);
    case 'always':
      return sentence(`${words} después, de día y de noche: ${where}`);
    case 'adjusted':
      return sentence(`${words} después: ${where}`);
  }
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: 'lunes',
  tue: 'martes',
  wed: 'miércoles',
  thu: 'jueves',
  fri: 'viernes',
  sat: 'sábados',
  sun: 'domingos',
};

/**
 * "El jueves 26 de noviembre es Thanksgiving Day, el viernes 27 de noviembre es el día siguiente; los sábados y
 * domingos no son días hábiles."
 */
function skipped({ days, more, weekdays, opened }: ExplainReasons['explain-days-skipped']): string {
  const named = days.map((day, index) => skippedDay(day, days[index - 1])).join(', ');
  const rest = more > 0 ? ` y ${counted(more, 'día cerrado más', 'días cerrados más')}` : '';
  const names = weekdays.map((weekday) => WEEKDAYS[weekday] ?? weekday);
  const week = names.length === 0 ? '' : `los ${listed(names)} no son días hábiles`;
  const dates = listed(opened.map((date) => `el ${longDate(date)}`));
  const extra = `${dates} ${opened.length === 1 ? 'abre por una excepción' : 'abren por excepciones'}`;
  const closed = [`${named}${rest}`, week].filter((part) => part !== '').join('; ');
  if (opened.length === 0) return `${capital(closed)}.`;
  return closed === '' ? `${capital(extra)}.` : `${capital(closed)}, pero ${extra}.`;
}

/** Names of holidays are the plan's, and stay as they are written there. */
const DAY_AFTER = /^(?:the )?day after (.+)$/i;

function skippedDay(day: SkippedDay, before: SkippedDay | undefined): string {
  const date = `el ${longDate(day.date)}`;
  if (day.cause === 'exception') return `${date} cierra por una excepción`;
  if (day.cause === 'zone') return `los relojes saltan ${date}`;
  if (day.name === '') return `${date} es feriado`;
  const after = DAY_AFTER.exec(day.name)?.[1];
  const follows = after !== undefined && before?.name.toLowerCase().startsWith(after.toLowerCase());
  return `${date} es ${follows ? 'el día siguiente' : day.name}`;
}

/** "30 minutos el viernes 20 de noviembre", "9 horas en cada uno de 12 días, del lunes 23 de noviembre al …" */
function run({ from, until, days, eachMs }: Run): string {
  const time = formatDuration(eachMs);
  if (days === 1) return `${time} el ${longDate(from)}`;
  const year = from.slice(0, 4) !== until.slice(0, 4);
  return `${time} en cada uno de ${counted(days, 'día')}, del ${longDate(from, { year })} al ${longDate(until, { year })}`;
}
