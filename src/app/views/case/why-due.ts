import { explain } from '../../../core/calendar/explain.ts';
import { calendarOf, runOf } from '../../../core/case/clock.ts';
import { deadlines } from '../../../core/case/deadlines.ts';
import { deadlineName } from '../../../core/case/deadlines-by-name.ts';
import { countedStops, type DueStep, type OpenState } from '../../../core/case/state.ts';
import { formatInstant, type Instant } from '../../../core/instant.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { type DeadlineWhy, whyOf } from '../deadlines-view.ts';
import { contextOf, type ReasonReader, reasonView } from '../reason-view.ts';

interface WhyDue {
  readonly dueAt: Instant;
  readonly why: DeadlineWhy;
}

/** Why the deadline with this name falls, or fell, where it does; undefined where the case has none of that name. */
export function whyDue(state: OpenState, name: string, reader: ReasonReader): WhyDue | undefined {
  const deadline = deadlines(state).find((one) => deadlineName(one) === name);
  if (deadline) return { dueAt: deadline.dueAt, why: whyOf(state, deadline, reader) };
  const due = state.due.find(({ level }) => name === `step/${level}`);
  return due && { dueAt: due.dueAt, why: whyFallen(state, due, reader) };
}

/**
 * Why a step that is due fell due then: of the instants from which its clock may have run, the one that leads there. None
 * does where a command put the deadline into the past, or a pause has been judged since: then only the condition is said.
 */
function whyFallen(
  state: OpenState,
  { level, dueAt, waitedOn, under }: DueStep,
  reader: ReasonReader,
): DeadlineWhy {
  const below = under.tracks[state.track.id]?.steps.findLast((step) => step.level < level)?.level;
  const starts = [state.openedFrom, ...state.contacted, ...state.asks].map((one) =>
    typeof one === 'number' ? one : one.from,
  );
  const from = starts.find((start) => runOf(state, start, waitedOn, under)?.dueAt === dueAt);
  const stops = countedStops(state);
  const calendar = calendarOf(under, waitedOn.calendar);
  const explanation = from === undefined ? undefined : explain(calendar, from, waitedOn.span, stops);
  const { forecast } = catalogue(reader.language);
  const context = contextOf(under, reader.readerZone);
  if (from === undefined || !explanation) {
    const text = forecast.condition(waitedOn, below, context);
    return { condition: waitedOn.kind, reasons: [{ code: 'forecast-condition', text }] };
  }
  const clock = forecast.clock({ condition: waitedOn, from, explanation }, below, context);
  return {
    condition: waitedOn.kind,
    from: formatInstant(from),
    isPastData: explanation.isPastData,
    reasons: [
      { code: 'forecast-clock', text: clock },
      ...explanation.reasons.map((one) => reasonView(one, reader)),
    ],
  };
}
