import type { CalendarRules } from '../../src/core/calendar/calendar.ts';
import type { Command } from '../../src/core/case/command.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { Condition, Revision, Step, Track } from '../../src/core/plan/revision/revision.ts';
import { parseSpan, type Span } from '../../src/core/span.ts';
import { tell } from './naive.ts';
import type { Memory } from './naive-state.ts';
import type { Happening } from './naive-telling.ts';

export const span = (text: string): Span => parseSpan(text)!;

const zone = 'America/Los_Angeles';
const office = [{ from: 480, until: 1020 }];
const business: CalendarRules = {
  timeZone: zone,
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: ['2026-11-11', '2026-11-26', '2026-11-27', '2026-12-25'].map((date) => ({
    date,
    name: 'closed',
  })),
  exceptions: {},
  businessDay: 'same-time',
};

/** A step with nothing but its level, actor and conditions. */
export const step = (level: number, actor: Step['actor'], when: readonly Condition[]): Step => ({
  level,
  actor,
  means: ['call', 'email'],
  when,
  requires: [],
  mode: 'offered',
  warnMs: [],
  earlyReasons: [],
  ifNotTaken: undefined,
});

const unsatisfied = (text: string, calendar: string): Condition => ({
  kind: 'unsatisfied',
  since: 'opened',
  span: span(text),
  calendar,
});
const allSilent = (text: string): Condition => ({
  kind: 'allSilent',
  levels: [1, 2],
  span: span(text),
  calendar: 'business',
});
const track = (id: string, steps: readonly Step[]): Track => ({
  id,
  title: id,
  urgency: 'normal',
  steps,
  promises: [],
});

const seats = ['one', 'two', 'three'];

/** The two tracks of the sample, with pauses and reopening. */
export const sample: Revision = {
  contract: 'sample',
  number: 1,
  timeZone: zone,
  calendars: { always: { ...business, hours: 'always', holidays: [], businessDay: undefined }, business },
  seats: Object.fromEntries(
    seats.map((id) => [id, { id, kind: 'person' as const, title: id, deputy: undefined }]),
  ),
  levels: seats.map((id, index) => ({ number: index + 1, title: id, reach: [id], otherwise: [] })),
  tracks: {
    service: track('service', [
      step(1, 'customer', []),
      step(2, 'customer', [unsatisfied('4 hours', 'always')]),
      step(3, 'oversight', [allSilent('1 business day')]),
    ]),
    bill: track('bill', [
      step(1, 'customer', []),
      step(2, 'customer', [unsatisfied('1 business day', 'business')]),
      step(3, 'customer', [allSilent('2 business days')]),
    ]),
  },
  pauses: { reasons: ['away'], span: span('5 business days'), calendar: 'business' },
  reopenWithin: { unit: 'day', days: 30 },
  closeWhenSilentFor: undefined,
  acknowledgedForMs: 3_600_000,
};

const MONDAY = '2026-11-16';

/** `Fri 16:30`, `Tue 09:00`, `Mon2 09:00`: a local instant of the week of 16 November 2026, or of the week after. */
export function on(text: string): Instant {
  const [day = '', time = ''] = text.split(' ');
  const offset =
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day.slice(0, 3)) + (day.endsWith('2') ? 7 : 0);
  const date = Temporal.PlainDate.from(MONDAY).add({ days: offset });
  return asInstant(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds);
}

/** One command in short: when it was handled, who, what, and its fields. */
export type Line = readonly [at: string, actor: Command['actor'], type: Command['type'], fields?: object];

export const command = ([at, actor, type, fields]: Line): Command =>
  ({ at: on(at), occurredAt: on(at), actor, by: actor, type, ...fields }) as Command;

/** Tells the whole case, every command accepted, and gives what happened at each. */
export function play(lines: readonly Line[], revision: Revision = sample) {
  let memory: Memory | undefined;
  const news: Happening[] = [];
  for (const line of lines) {
    const [at, actor, type, fields] = line;
    const rest = type === 'open' ? { revision, caseId: 'case', customer: 'customer', ...fields } : fields;
    const reply = tell(memory, command([at, actor, type, rest ?? {}]));
    if (reply.verdict !== 'accepted') throw new Error(`${type} at ${at}: ${reply.verdict}, ${reply.because}`);
    memory = reply.memory;
    news.push(...reply.news);
  }
  return { memory: memory!, news };
}
