import type { CalendarRules } from '../../calendar/calendar.ts';
import { compileCalendar } from '../../calendar/compile-calendar.ts';
import { dueRefusal } from '../../calendar/due-at.ts';
import { parseSpan, type Span } from '../../span.ts';
import type { Plan } from '../format/schema.ts';
import type { TimeLimit } from './revision.ts';

/** What turning a plan into rules needs to know, and where it notes what is missing. */
export interface Compilation {
  readonly plan: Plan;
  readonly calendars: Readonly<Record<string, CalendarRules>>;
  /** Paths such as `tracks.bill.steps.2.when.calendar`. */
  readonly gaps: Set<string>;
}

/** A span the plan has to say here; otherwise a gap. */
export function compileSpan(
  { gaps }: Compilation,
  written: string | undefined,
  path: string,
): Span | undefined {
  const span = written === undefined ? undefined : parseSpan(written);
  if (!span) gaps.add(path);
  return span;
}

/** A span on a calendar that can count it; otherwise a gap at the key that is missing or does not fit. */
export function limitOf(
  compilation: Compilation,
  written: string | undefined,
  calendar: string | undefined,
  path: string,
): TimeLimit | undefined {
  const span = compileSpan(compilation, written, path);
  const calendarPath = path.replace(/[^.]+$/, 'calendar');
  const rules = calendar === undefined ? undefined : compilation.calendars[calendar];
  if (calendar === undefined || !rules) {
    compilation.gaps.add(calendarPath);
    return undefined;
  }
  if (!span) return undefined;
  if (dueRefusal(compileCalendar(rules), span)) {
    compilation.gaps.add(path);
    return undefined;
  }
  return { span, calendar };
}
