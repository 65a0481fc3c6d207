import { type Calendar, compileCalendar } from '../../src/core/calendar/compile-calendar.ts';
import { dueAt } from '../../src/core/calendar/due-at.ts';
import { nextOpening } from '../../src/core/calendar/open-between.ts';
import { asInstant, formatInstant, type Instant } from '../../src/core/instant.ts';
import type { Span } from '../../src/core/span.ts';
import { california, californiaHolidays } from '../calendar/california.ts';
import { atLeast, type BenchRow, perSecond, seeded } from './bench-row.ts';
import { businessTimeLibraries, CALIFORNIA } from './business-time-libraries.ts';

const FIRST_YEAR = 2020;
const LAST_YEAR = 2029;
const STARTS = 200_000;
const PER_SECOND_MIN = 1_000_000;
/** Slow libraries are asked for fewer answers. */
const COMPARED = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What one thing counted by several programs is called, and how each counts it. */
interface Task {
  readonly name: string;
  readonly mode: 'same-time' | 'close' | 'hours';
  readonly span: Span;
  readonly theirs: 'hours' | 'days' | undefined;
}

const TASKS: readonly Task[] = [
  { name: '4 business hours', mode: 'same-time', span: { unit: 'time', ms: 4 * HOUR_MS }, theirs: 'hours' },
  { name: '40 business hours', mode: 'same-time', span: { unit: 'time', ms: 40 * HOUR_MS }, theirs: 'hours' },
  {
    name: '2 business days, same time',
    mode: 'same-time',
    span: { unit: 'businessDay', days: 2 },
    theirs: 'days',
  },
  {
    name: '20 business days, same time',
    mode: 'same-time',
    span: { unit: 'businessDay', days: 20 },
    theirs: 'days',
  },
  {
    name: '2 business days, close',
    mode: 'close',
    span: { unit: 'businessDay', days: 2 },
    theirs: undefined,
  },
  {
    name: '2 business days, hours',
    mode: 'hours',
    span: { unit: 'businessDay', days: 2 },
    theirs: undefined,
  },
  {
    name: '1,000 business hours',
    mode: 'same-time',
    span: { unit: 'time', ms: 1000 * HOUR_MS },
    theirs: undefined,
  },
  {
    name: '1,000 business days, same time',
    mode: 'same-time',
    span: { unit: 'businessDay', days: 1000 },
    theirs: undefined,
  },
];

/**
 * Deadlines on Monday to Friday 08:00–17:00 in California with ten years of holidays, from random starts; beside
 * each, what three libraries from npm make of the same starts, and how often they answer differently.
 */
export function benchCalendar(): BenchRow[] {
  const zone = process.env.TZ;
  // Two of the libraries know no zone but the process's own.
  process.env.TZ = CALIFORNIA;
  try {
    return [...TASKS.flatMap(rowsOf), freshRow()];
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

function rowsOf(task: Task): BenchRow[] {
  const holidays = californiaHolidays(FIRST_YEAR, LAST_YEAR);
  const calendar = compileCalendar(california(task.mode, holidays));
  const starts = randomStarts();
  const rate = perSecond(starts, (at) => dueAt(calendar, at, task.span));
  const ours = {
    name: task.name,
    perSecond: rate,
    notes: '',
    limits: [atLeast('deadlines', rate, PER_SECOND_MIN, 'a second')],
  };
  if (task.theirs === undefined) return [ours];
  const libraries = businessTimeLibraries(holidays.map((holiday) => holiday.date));
  const theirs = libraries.flatMap((library): BenchRow[] => {
    const count = task.span.unit === 'time' ? task.span.ms / HOUR_MS : task.span.days;
    const add = task.theirs === 'hours' ? library.addHours : library.addDays;
    if (!add) return [];
    const compared = starts.slice(0, COMPARED);
    const rate = perSecond(compared, (at) => add(at, count));
    return [
      {
        name: `  ${library.name}`,
        perSecond: rate,
        notes: comparison(calendar, task.span, compared, (at) => add(at, count)),
      },
    ];
  });
  const fastest = Math.max(...theirs.map((row) => row.perSecond));
  return [{ ...ours, notes: `${Math.round(ours.perSecond / fastest)} times the fastest below` }, ...theirs];
}

/** A deadline by a calendar that nobody has counted with before: rules made ready, the days around it laid out. */
function freshRow(): BenchRow {
  const rules = california('same-time', californiaHolidays(FIRST_YEAR, LAST_YEAR));
  const span: Span = { unit: 'businessDay', days: 2 };
  const rate = perSecond(randomStarts(), (at) => dueAt(compileCalendar({ ...rules }), at, span));
  return {
    name: '2 business days, a new calendar',
    perSecond: rate,
    notes: `${rules.holidays.length} holidays`,
  };
}

/** Whole seconds: none of the libraries answers in milliseconds. */
function randomStarts(): Instant[] {
  const random = seeded(20_261_125);
  const [first, last] = [Date.UTC(FIRST_YEAR, 0, 2), Date.UTC(LAST_YEAR, 9, 1)];
  return Array.from({ length: STARTS }, () =>
    asInstant(Math.floor((first + random() * (last - first)) / 1000) * 1000),
  );
}

/** How often a library answers differently, where from, and one example. */
function comparison(
  calendar: Calendar,
  span: Span,
  starts: readonly Instant[],
  add: (at: number) => number,
): string {
  let differ = 0;
  let inHours = 0;
  let example = '';
  for (const at of starts) {
    const [ours, theirs] = [dueAt(calendar, at, span), add(at)];
    if (ours === undefined || ours === theirs) continue;
    const isOpen = nextOpening(calendar, at) === at;
    // An example from within hours says most; one from outside is mostly another meaning of "the next day".
    if (example === '' || (isOpen && inHours === 0))
      example = `from ${shown(at)}: ours ${shown(ours)}, theirs ${shown(theirs)}`;
    differ++;
    if (isOpen) inHours++;
  }
  if (differ === 0) return `agrees on all ${starts.length}`;
  return `differs on ${differ} of ${starts.length}, ${inHours} of them from within hours; ${example}`;
}

const shown = (at: number): string =>
  Math.abs(at) < 1e5 * DAY_MS ? formatInstant(asInstant(at)).replace('.000Z', 'Z') : 'no date';
