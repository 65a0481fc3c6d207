import { type CalendarRules, WEEKDAYS, type Window } from '../../src/core/calendar/calendar.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import {
  type Condition,
  type Level,
  PROMISE_KINDS,
  type PromiseRule,
  type Revision,
  type Seat,
  type Step,
  type TimeLimit,
  type Track,
} from '../../src/core/plan/revision/revision.ts';
import type { Span } from '../../src/core/span.ts';
import { Chance } from './chance.ts';

export const PARTIES: readonly Party[] = ['customer', 'contractor', 'oversight'];
/** Case days near clock changes of these zones, and one far from any. */
export const FIRST_DATES = [
  '2026-03-05',
  '2026-03-26',
  '2026-06-10',
  '2026-10-01',
  '2026-10-22',
  '2026-10-29',
];
const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const CALENDARS_A_ZONE = 6;
const WARN_MINUTES = [90, 45, 20, 7];
/** No window opens before, and none is longer than to here on the next day, so that none overlap. */
const EARLIEST = 360;

/** Calendars are few and shared by all cases, because a table of minutes is made for each. */
const pool: Readonly<Record<string, readonly CalendarRules[]>> = Object.fromEntries(
  ZONES.map((timeZone, zone) => {
    const calendars = Array.from({ length: CALENDARS_A_ZONE }, (_, index) => {
      return randomCalendar(new Chance(1000 * zone + index), timeZone);
    });
    return [timeZone, calendars];
  }),
);

/** A plan of two to four levels and one or two tracks, valid, and seldom sensible. */
export function randomRevision(chance: Chance): Revision {
  const timeZone = chance.of(ZONES);
  const calendars = {
    always: { timeZone, hours: 'always', holidays: [], exceptions: {} } as CalendarRules,
    business: chance.of(pool[timeZone]!),
    other: chance.of(pool[timeZone]!),
  };
  const count = chance.whole(2, 4);
  const { levels, seats } = randomLevels(chance, count);
  const ids = chance.isOneIn(3) ? ['a'] : ['a', 'b'];
  // Two tracks begin at one level: what a change to a track that begins higher means, nobody has said.
  const first = ids.length === 1 && count > 2 && chance.isOneIn(4) ? 2 : 1;
  return {
    contract: 'contract',
    number: 1,
    timeZone,
    calendars,
    seats,
    levels,
    tracks: Object.fromEntries(ids.map((id) => [id, randomTrack(chance, id, first, count)])),
    pauses: chance.isOneIn(4) ? undefined : { ...randomLimit(chance, 1500), reasons: ['away', 'no access'] },
    reopenWithin: chance.of([
      undefined,
      { unit: 'time', ms: 36_000_000 },
      { unit: 'day', days: chance.whole(1, 4) },
    ]),
    closeWhenSilentFor: chance.isOneIn(2) ? undefined : openLimit(chance, 600),
    acknowledgedForMs: 3_600_000,
  };
}

/** The same plan agreed anew: other spans, some promises gone, sometimes without its top level. */
export function nextRevision(chance: Chance, before: Revision): Revision {
  const count =
    chance.isOneIn(4) && before.levels.length > 2 ? before.levels.length - 1 : before.levels.length;
  const tracks = Object.values(before.tracks).map((track) => [
    track.id,
    {
      ...track,
      steps: track.steps
        .filter((step) => step.level <= count)
        .map((step) => ({
          ...step,
          when: step.when.map((one) => ({ ...one, span: randomSpan(chance, one.calendar, 600) })),
        })),
      promises: track.promises.filter((promise) => promise.level <= count && !chance.isOneIn(3)),
    },
  ]);
  return {
    ...before,
    number: before.number + 1,
    levels: before.levels.slice(0, count),
    tracks: Object.fromEntries(tracks),
  };
}

function randomTrack(chance: Chance, id: string, first: number, count: number): Track {
  const steps: Step[] = [{ ...plainStep(first, 'customer'), when: [] }];
  for (let level = first + 1; level <= count; level++) {
    if (level < count && chance.isOneIn(8)) continue;
    steps.push(randomStep(chance, steps, level));
  }
  const promises: PromiseRule[] = steps.flatMap(({ level }) =>
    PROMISE_KINDS.filter(() => chance.isOneIn(3)).map((kind) => ({
      id: `${id}/${level}/${kind}`,
      kind,
      level,
      ...randomLimit(chance, 300),
    })),
  );
  return { id, title: id, urgency: 'normal', steps, promises };
}

const plainStep = (level: number, actor: Party): Omit<Step, 'when'> => ({
  level,
  actor,
  means: ['call'],
  requires: [],
  mode: 'offered',
  warnMs: [],
  earlyReasons: [],
  ifNotTaken: undefined,
});

function randomStep(chance: Chance, below: readonly Step[], level: number): Step {
  const actor = chance.weighted<Party>([
    [6, 'customer'],
    [2, 'oversight'],
    [2, 'contractor'],
  ]);
  const warnMs = chance.isOneIn(2) ? [] : chance.some(WARN_MINUTES).map((minutes) => minutes * 60_000);
  const others = PARTIES.filter((party) => party !== actor);
  const required = below.map((step) => step.level).filter((other) => other > below[0]!.level);
  return {
    ...plainStep(level, actor),
    when: Array.from({ length: chance.whole(1, 3) }, () => randomCondition(chance, level)),
    requires: required.length > 0 && chance.isOneIn(5) ? [chance.of(required)] : [],
    mode: actor === 'customer' && chance.isOneIn(4) ? 'automatic' : 'offered',
    warnMs,
    earlyReasons: chance.isOneIn(3) ? ['danger'] : [],
    ifNotTaken: chance.isOneIn(3) ? { ...randomLimit(chance, 240), to: chance.of(others) } : undefined,
  };
}

function randomCondition(chance: Chance, level: number): Condition {
  const limit = randomLimit(chance, 600);
  const levels = chance.some(Array.from({ length: level - 1 }, (_, index) => index + 1));
  return chance.of<() => Condition>([
    () => ({ kind: 'unsatisfied', since: chance.of(['opened', 'levelBelow']), ...limit }),
    () => ({ kind: 'allSilent', levels, ...limit }),
    () => ({ kind: 'anySilent', levels, ...limit }),
  ])();
}

function randomLimit(chance: Chance, minutesMax: number): TimeLimit {
  const calendar = chance.of(['always', 'business', 'other']);
  return { span: randomSpan(chance, calendar, minutesMax), calendar };
}

/** No calendar days: a silence is divided by open time, and there may be none in them. */
function openLimit(chance: Chance, minutesMax: number): TimeLimit {
  const limit = randomLimit(chance, minutesMax);
  return limit.span.unit === 'day' ? { ...limit, span: { unit: 'time', ms: 5_400_000 } } : limit;
}

function randomSpan(chance: Chance, calendar: string, minutesMax: number): Span {
  return chance.weighted<() => Span>([
    [8, () => ({ unit: 'time', ms: randomMinutes(chance, minutesMax) * 60_000 })],
    [calendar === 'always' ? 0 : 4, () => ({ unit: 'businessDay', days: chance.whole(1, 2) })],
    [1, () => ({ unit: 'day', days: 1 })],
  ])();
}

/** Sometimes just as long as a warning comes before. */
const randomMinutes = (chance: Chance, minutesMax: number): number =>
  chance.isOneIn(6) ? chance.of(WARN_MINUTES) : chance.round(30, 5, minutesMax);

function randomLevels(chance: Chance, count: number) {
  const seat = (id: string, fields: Partial<Seat> = {}): Seat => ({
    id,
    kind: 'person',
    title: id,
    deputy: undefined,
    ...fields,
  });
  const seats = [seat('manager', { kind: 'directory' }), seat('desk', { kind: 'desk' }), seat('deputy')];
  const levels: Level[] = [];
  for (let number = 1; number <= count; number++) {
    seats.push(seat(`person-${number}`, chance.isOneIn(3) ? { deputy: 'deputy' } : {}));
    const reach = [`person-${number}`];
    if (chance.isOneIn(4)) reach.unshift('manager');
    if (number > 1 && chance.isOneIn(4)) reach.push(`person-${number - 1}`);
    levels.push({ number, title: `level ${number}`, reach, otherwise: chance.isOneIn(3) ? ['desk'] : [] });
  }
  return { levels, seats: Object.fromEntries(seats.map((one) => [one.id, one])) };
}

function randomCalendar(chance: Chance, timeZone: string): CalendarRules {
  const windows = chance.of([dayWindows, breakWindows, nightWindows, manyWindows]);
  const isEven = chance.isOneIn(2);
  const usual = windows(chance);
  const open = WEEKDAYS.filter((name) =>
    name === 'sat' || name === 'sun' ? chance.isOneIn(4) : !chance.isOneIn(6),
  );
  const days = open.length > 0 ? open : (['wed'] as const);
  const dates = FIRST_DATES.map((first) => Temporal.PlainDate.from(first));
  const someDate = () =>
    chance
      .of(dates)
      .add({ days: chance.whole(-1, 14) })
      .toString();
  return {
    timeZone,
    hours: Object.fromEntries(days.map((name) => [name, isEven ? usual : windows(chance)])),
    holidays: Array.from({ length: 12 }, () => ({ date: someDate(), name: 'holiday' })),
    exceptions: Object.fromEntries(
      Array.from({ length: 12 }, () => [
        someDate(),
        chance.of([[], dayWindows(chance), breakWindows(chance)]),
      ]),
    ),
    businessDay: chance.of(['same-time', 'same-time', 'close', 'hours']),
    normalDayMs: isEven ? undefined : chance.whole(60, 600) * 60_000,
  };
}

function dayWindows(chance: Chance): Window[] {
  return [{ from: chance.round(30, EARLIEST, 600), until: chance.round(30, 601, 1440) }];
}

function nightWindows(chance: Chance): Window[] {
  return [{ from: 1320, until: chance.round(30, 1441, 1440 + EARLIEST) }];
}

function breakWindows(chance: Chance): Window[] {
  return [
    { from: chance.round(30, EARLIEST, 540), until: chance.round(30, 600, 720) },
    { from: chance.round(30, 721, 780), until: chance.round(30, 900, 1440) },
  ];
}

function manyWindows(chance: Chance): Window[] {
  return [...breakWindows(chance).slice(0, 1), ...nightWindows(chance)];
}
