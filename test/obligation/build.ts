import type { CalendarRules } from '../../src/core/calendar/calendar.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import type { ObligationCommand } from '../../src/core/obligation/command.ts';
import { decideObligation, type ObligationDecision } from '../../src/core/obligation/decide.ts';
import type { Occasion } from '../../src/core/obligation/occasions.ts';
import { type LiveObligation, noObligation, type ObligationState } from '../../src/core/obligation/state.ts';
import { parseWeek } from '../../src/core/plan/format/week.ts';

const PACIFIC = 'America/Los_Angeles';

const hours = parseWeek({ 'mon-fri': ['08:00-17:00'] });
if (!hours) throw new Error('these are hours');

/** Office hours with Thanksgiving and the day after. */
export const everythingCalendar: CalendarRules = {
  timeZone: PACIFIC,
  hours,
  holidays: [
    { date: '2026-11-26', name: 'Thanksgiving' },
    { date: '2026-11-27', name: 'Day after Thanksgiving' },
  ],
  exceptions: {},
  businessDay: 'close',
};

/** An instant of a date in Pacific time. */
export const on = (date: string, time = '12:00'): Instant =>
  asInstant(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(PACIFIC).epochMilliseconds);

export const report: Occasion = {
  id: 'report.2027-01-15',
  obligation: 'report',
  terms: {
    kind: 'deliverable',
    title: 'Report on every escalation',
    owner: 'contractor',
    acceptedBy: 'oversight',
    remind: [30, 7, 1],
  },
  dueOn: '2027-01-15',
};

type Said = { [K in string]: unknown } & { readonly type: ObligationCommand['type'] };

/** A command at an instant; who gives it is known by what it is. */
function command(said: Said, at: Instant): ObligationCommand {
  const by = { deliver: 'pm', accept: 'cmo', sendBack: 'cmo' }[said.type as string] ?? 'ladder';
  const actor = by === 'cmo' ? 'oversight' : 'contractor';
  return { by, actor, at, occurredAt: at, ...said } as unknown as ObligationCommand;
}

/** The decision on one command. */
export const decideOn = (state: ObligationState, said: Said, at: Instant): ObligationDecision =>
  decideObligation(state, command(said, at));

/** The obligation after commands, all of which are accepted. */
export function liveAfter(...steps: readonly (readonly [Said, Instant])[]): LiveObligation {
  let state: ObligationState = noObligation;
  for (const [said, at] of steps) {
    const decision = decideOn(state, said, at);
    if (!decision.accepted) throw new Error(`${said.type}: ${decision.refusal.code}`);
    state = decision.state;
  }
  if (state.status === 'none') throw new Error('nothing was undertaken');
  return state;
}

/** Undertaken on the first of November. */
export const undertaken = (occasion: Occasion = report, at = on('2026-11-01')) =>
  [{ type: 'undertake', occasion, revisionNumber: 1, timeZone: PACIFIC }, at] as const;
