import type { Calendar } from '../../calendar/compile-calendar.ts';
import { type Explanation, explain } from '../../calendar/explain.ts';
import { asInstant, type Instant } from '../../instant.ts';
import { parseSpan, type Span } from '../../span.ts';
import { conditionsOf } from '../asked/lookup.ts';
import { planCalendar, planClock } from '../asked/plan-clock.ts';
import { timedPlaces } from '../asked/timed-spans.ts';
import { longestClosure, zoneOf } from '../asked/typical-starts.ts';
import type { Plan } from '../format/schema.ts';
import type { OfStep } from './part-field.ts';
import type { PartForm } from './part-form.ts';

/** A clock of the plan as it would run for a few starts. */
export interface WorkedClock {
  readonly span: Span;
  readonly calendar: string;
  /** The step it belongs to; of a calendar undefined. */
  readonly step: OfStep | undefined;
  /** Undefined where the calendar cannot count the span yet. */
  readonly runs: readonly WorkedRun[] | undefined;
}

interface WorkedRun {
  readonly from: Instant;
  /** Undefined where the calendar does not open for so long. */
  readonly explanation: Explanation | undefined;
}

/** So many of the spans that are counted on one calendar are worked out beside it. */
const SPANS_MAX = 4;
/** What is shown of a calendar on which nothing is counted. */
const SOME_SPANS = ['4 hours', '1 business day'];

/** What each clock of a form's entry comes to, from an ordinary hour, the end of a week, and the eve of a long closing. */
export function workedExamples(plan: Plan, form: PartForm, now: Instant): readonly WorkedClock[] {
  return clocksOf(plan, form).flatMap(({ text, calendar, step }) => {
    const span = parseSpan(text);
    if (!span) return [];
    const clock = planClock(plan, text, calendar);
    const runs = clock && runsOf(plan, clock.calendar, span, now);
    return [{ span, calendar, step, runs }];
  });
}

interface Counted {
  readonly text: string;
  readonly calendar: string;
  readonly step: OfStep | undefined;
}

function clocksOf(plan: Plan, { part, key }: PartForm): readonly Counted[] {
  if (part === 'tracks') return stepClocks(plan, key);
  if (part !== 'calendars') return [];
  const counted = timedPlaces(plan).filter(({ calendar }) => calendar === key);
  const spans = new Set(counted.flatMap(({ spans: all }) => all.map(({ span }) => span)));
  const isAlways = plan.calendars?.[key]?.hours === 'always';
  const shown = spans.size > 0 ? [...spans] : SOME_SPANS.slice(0, isAlways ? 1 : 2);
  return shown.slice(0, SPANS_MAX).map((text) => ({ text, calendar: key, step: undefined }));
}

const stepClocks = (plan: Plan, track: string): readonly Counted[] =>
  (plan.tracks?.[track]?.steps ?? []).flatMap((step, index) =>
    conditionsOf(step).flatMap(({ condition }, place): Counted[] => {
      const text = condition.unsatisfiedFor ?? condition.for;
      const { calendar } = condition;
      if (text === undefined || calendar === undefined) return [];
      return [{ text, calendar, step: { level: step.level ?? index + 1, condition: place + 1 } }];
    }),
  );

function runsOf(plan: Plan, calendar: Calendar, span: Span, now: Instant): readonly WorkedRun[] {
  return startsOf(plan, calendar, now).map((from) => ({
    from,
    explanation: explain(calendar, from, span, []),
  }));
}

const TUESDAY = 2;
const FRIDAY = 5;
const HALF_HOUR_MS = 1_800_000;

/** An ordinary morning, the last half hour of a week, and the last one before the longest closing in the year to come. */
function startsOf(plan: Plan, calendar: Calendar, now: Instant): readonly Instant[] {
  const zone = zoneOf(plan);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const midnight = asInstant(today.toZonedDateTime(zone).epochMilliseconds);
  const closure = longestClosure(calendar, midnight) ?? longestOf(plan, midnight);
  const starts = [
    onNext(TUESDAY, '10:00', zone, today),
    onNext(FRIDAY, '16:30', zone, today),
    ...(closure ? [asInstant(closure.from - HALF_HOUR_MS)] : []),
  ];
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** A clock that never stops is shown over the same closing as the others. */
function longestOf(plan: Plan, year: Instant) {
  const closings = Object.keys(plan.calendars ?? {}).flatMap((id) => {
    const calendar = planCalendar(plan, id);
    return (calendar && longestClosure(calendar, year)) ?? [];
  });
  return closings.sort((a, b) => b.until - b.from - (a.until - a.from))[0];
}

function onNext(weekday: number, time: string, zone: string, today: Temporal.PlainDate): Instant {
  const days = ((weekday - today.dayOfWeek + 6) % 7) + 1;
  const at = today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time });
  return asInstant(at.epochMilliseconds);
}
