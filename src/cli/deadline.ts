import type { CalendarRules } from '../core/calendar/calendar.ts';
import { compileCalendar } from '../core/calendar/compile-calendar.ts';
import { explain, type Reason } from '../core/calendar/explain.ts';
import { formatInstant, type Instant, parseInstant, parseLocal } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { parse } from '../core/plan/reading/parse.ts';
import { calendarRulesOf } from '../core/plan/revision/calendar-rules-of.ts';
import { dueOf, LineAnswerer, type Question, spanOf } from './deadline-line.ts';
import { DeadlineRefusal } from './deadline-refusal.ts';
import { malformed } from './deadline-rules.ts';
import { answerLines } from './deadline-stream.ts';
import type { Io } from './io.ts';
import { inRange, lineTooLong } from './line-values.ts';
import { MISUSE, REFUSED, sayRefusal } from './refused.ts';

/** What was typed after `ladder deadline`. */
export interface DeadlineOptions {
  readonly stdin?: boolean;
  readonly strict?: boolean;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly plan?: string;
  readonly calendar?: string;
  readonly from?: string;
  readonly span?: string;
}

const YES = 0;

/** `ladder deadline`: one deadline by a calendar of a plan, or with `--stdin` one for each line that comes in. */
export async function deadline(options: DeadlineOptions, io: Io): Promise<number> {
  if (options.stdin) return deadlineLines(options, io);
  try {
    const file = needed(options.plan, '--plan');
    const name = needed(options.calendar, '--calendar');
    const [from, span] = [needed(options.from, '--from'), needed(options.span, '--span')];
    explainDeadline(rulesOf(await io.readText(file), file, name), { from, span }, options, io);
    return YES;
  } catch (error) {
    if (!(error instanceof DeadlineRefusal)) throw error;
    sayRefusal(io, { message: error.words, advice: '' });
    return error.code.startsWith('deadline-') && error.code !== 'deadline-not-found' ? MISUSE : REFUSED;
  }
}

/**
 * Answers each line of standard input with one line: `{"dueAt"}`, `{"elapsedMs"}` or `{"error"}`.
 *
 * A bad line is answered in its place and the rest goes on; the exit code is 0 all the same, and 1 only with
 * `--strict`, so that a pipe of a million lines does not fail for one.
 */
async function deadlineLines(options: DeadlineOptions, io: Io): Promise<number> {
  const answerer = new LineAnswerer(options.explain ? reasonsOf : undefined);
  let refused = 0;
  await answerLines(io.stdin, io.stdout, (line) => {
    const answer = line === undefined ? lineTooLong() : answerer.answer(line);
    if ('error' in answer) refused++;
    return JSON.stringify(answer);
  });
  return options.strict && refused > 0 ? REFUSED : YES;
}

/** The reasons of a deadline as objects: code, values, and the sentence they make. */
function reasonsOf({ calendar, from, span, pauses }: Question): readonly object[] {
  const reasons = explain(calendar, from, span, pauses)?.reasons ?? [];
  return reasons.map((reason) => ({ code: reason.code, ...reason.values, text: sentence(reason) }));
}

function sentence(reason: Reason): string {
  const say = catalogue('en').explain[reason.code] as (values: unknown) => string;
  return say(reason.values);
}

/** Prints one deadline by hand: the instant, with `explain` why, with `json` as a line of `--stdin` is answered. */
function explainDeadline(
  rules: CalendarRules,
  written: { readonly from: string; readonly span: string },
  options: DeadlineOptions,
  io: Io,
): void {
  const from = startOf(written.from, rules.timeZone, io);
  const question = { calendar: compileCalendar(rules), from, span: spanOf(written.span), pauses: [] };
  const { dueAt, isPastData } = dueOf(question);
  const words = catalogue('en').deadline;
  if (options.json) {
    const reasons = options.explain ? { reasons: reasonsOf(question) } : {};
    const answer = { dueAt: formatInstant(dueAt), ...(isPastData ? { pastData: true } : {}), ...reasons };
    io.stdout.write(`${JSON.stringify(answer)}\n`);
  } else if (options.explain) {
    const reasons = explain(question.calendar, from, question.span, [])?.reasons ?? [];
    io.stdout.write(`${reasons.map(sentence).join(' ')}\n`);
  } else {
    const { timeZone, dataUntil } = rules;
    io.stdout.write(`${words.due({ at: formatInstant(dueAt), timeZone })}\n`);
    if (isPastData && dataUntil)
      io.stderr.write(`${catalogue('en').explain['explain-past-data']({ dataUntil })}\n`);
  }
}

function rulesOf(text: string, file: string, name: string): CalendarRules {
  const { value: plan, isWhole } = parse(text);
  const rules = calendarRulesOf(plan, name);
  if (rules) return rules;
  if (!isWhole) throw new DeadlineRefusal('deadline-plan-unreadable', { file });
  const known = Object.keys(plan.calendars ?? {});
  if (known.includes(name)) throw new DeadlineRefusal('deadline-calendar-unusable', { name, file });
  throw new DeadlineRefusal('deadline-calendar-unknown', {
    name,
    known,
    suggestion: nearestWord(name, known),
  });
}

/** An instant, or a time on the calendar's own clocks; where those showed it twice or never, that is said. */
function startOf(written: string, timeZone: string, io: Io): Instant {
  const instant = parseInstant(written);
  if (instant !== undefined) return inRange('--from', instant);
  const [first, last] = (['earlier', 'later'] as const).map((choice) =>
    parseLocal(written, timeZone, choice),
  );
  const taken = parseLocal(written, timeZone, 'compatible');
  if (taken === undefined) throw malformed('--from', written, 'localTime');
  if (first !== last) {
    const words = catalogue('en').deadline;
    // Of a reading shown twice the first is taken; of one never shown, what comes after the gap.
    const say = taken === first ? words.readTwice : words.readNever;
    io.stderr.write(`${say({ local: written, taken: formatInstant(taken) })}\n`);
  }
  return inRange('--from', taken);
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new DeadlineRefusal('deadline-option-missing', { option });
  return value;
}
