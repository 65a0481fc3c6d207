import type { Pause } from '../core/calendar/calendar.ts';
import { type Calendar, compileCalendar } from '../core/calendar/compile-calendar.ts';
import { dueRefusal } from '../core/calendar/due-at.ts';
import { pastData } from '../core/calendar/explain.ts';
import { SEARCH_UNTIL } from '../core/calendar/page.ts';
import { dueAfterPauses, openBetweenPauses } from '../core/calendar/pauses.ts';
import { formatInstant, type Instant } from '../core/instant.ts';
import { parseSpan, type Span } from '../core/span.ts';
import { CalendarCache } from './calendar-cache.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import { malformed, RULE_KEYS, rulesOfLine, type WrittenRules } from './deadline-rules.ts';
import { dateOf, instantOf, knownKeys, type Line, type LineError, lineObject } from './line-values.ts';

/** What a line is answered with, before it is written as JSON. */
type Answer =
  | { readonly dueAt: string; readonly pastData?: true; readonly reasons?: readonly object[] }
  | { readonly elapsedMs: number }
  | LineError;

/** Says why a deadline falls where it does, as objects to be written out. */
type Reasons = (question: Question) => readonly object[];

/** A deadline asked for, understood. */
export interface Question {
  readonly calendar: Calendar;
  readonly from: Instant;
  readonly span: Span;
  readonly pauses: readonly Pause[];
}

const KEYS: ReadonlySet<string> = new Set([...RULE_KEYS, 'pauses', 'from', 'span', 'until']);

/**
 * Answers one line after another. Every key is known or refused, for a mistyped key that is passed over would
 * silently change an instant; calendars that come again are compiled once.
 */
export class LineAnswerer {
  readonly #calendars = new CalendarCache();
  readonly #reasons: Reasons | undefined;

  constructor(reasons?: Reasons) {
    this.#reasons = reasons;
  }

  answer(line: string): Answer {
    try {
      return this.#answered(lineObject(line));
    } catch (error) {
      if (!(error instanceof DeadlineRefusal)) throw error;
      return { error: { code: error.code, message: error.words } };
    }
  }

  #answered(line: Line): Answer {
    knownKeys(line, KEYS);
    const { key, calendar } = this.#calendarOf(line as WrittenRules);
    try {
      return this.#counted(calendar, line);
    } finally {
      this.#calendars.weigh(key);
    }
  }

  #counted(calendar: Calendar, line: Line): Answer {
    const from = instantOf('from', line.from);
    const pauses = pausesOf(line.pauses ?? []);
    const written = line.span ?? undefined;
    if ((line.until ?? undefined) !== undefined) {
      if (written !== undefined) {
        throw new DeadlineRefusal('deadline-keys-conflict', { first: 'span', second: 'until' });
      }
      return { elapsedMs: openBetweenPauses(calendar, from, instantOf('until', line.until), pauses) };
    }
    if (written === undefined) throw new DeadlineRefusal('deadline-key-missing', { key: 'span' });
    const span = spanOf(written);
    if (span.unit === 'day' && (line.timeZone ?? undefined) === undefined) {
      throw new DeadlineRefusal('deadline-key-missing', { key: 'timeZone' });
    }
    const question = { calendar, from, span, pauses };
    const { dueAt, isPastData } = dueOf(question);
    return {
      dueAt: formatInstant(dueAt),
      ...(isPastData ? { pastData: true } : {}),
      ...(this.#reasons ? { reasons: this.#reasons(question) } : {}),
    };
  }

  #calendarOf(line: WrittenRules): { key: string; calendar: Calendar } {
    const key = JSON.stringify(RULE_KEYS.map((name) => line[name] ?? null));
    const known = this.#calendars.get(key);
    if (known) return { key, calendar: known };
    const calendar = compileCalendar(rulesOfLine(line));
    this.#calendars.set(key, calendar);
    return { key, calendar };
  }
}

/** The deadline a question has; throws a `DeadlineRefusal` where the calendar cannot count it. */
export function dueOf({ calendar, from, span, pauses }: Question): { dueAt: Instant; isPastData: boolean } {
  const refusal = dueRefusal(calendar, span);
  if (refusal) throw new DeadlineRefusal(refusal.code, refusal.values);
  const due = dueAfterPauses(calendar, from, span, pauses);
  if (!due) throw new DeadlineRefusal('deadline-not-found', { searchedUntil: dateOf(SEARCH_UNTIL) });
  return { dueAt: due.dueAt, isPastData: pastData(calendar, due.dueAt) };
}

export function spanOf(written: unknown): Span {
  const span = typeof written === 'string' ? parseSpan(written) : undefined;
  if (!span) throw malformed('span', written, 'span');
  return span;
}

/** Pauses in any order; those that overlap count once. */
function pausesOf(written: unknown): readonly Pause[] {
  if (!Array.isArray(written)) throw malformed('pauses', written, 'pauses');
  return written.map((pair: unknown) => {
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((end) => typeof end === 'string');
    if (!isPair) throw malformed('pauses', pair, 'pauses');
    const from = instantOf('pauses', pair[0]);
    const until = instantOf('pauses', pair[1]);
    if (until >= from) return { from, until };
    throw new DeadlineRefusal('deadline-pause-reversed', {
      from: formatInstant(from),
      until: formatInstant(until),
    });
  });
}
