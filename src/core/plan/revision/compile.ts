import type { CalendarRules } from '../../calendar/calendar.ts';
import type { RotaRules } from '../../rota/rota.ts';
import { parseSpan } from '../../span.ts';
import { levelReach, reachedRota } from '../asked/rota-people.ts';
import type { Plan } from '../format/schema.ts';
import { calendarRulesOf } from './calendar-rules-of.ts';
import { type Compilation, compileSpan, limitOf } from './compilation.ts';
import { compileTracks } from './compile-tracks.ts';
import type { Revision, Seat } from './revision.ts';
import { rotaRulesOf } from './rota-rules-of.ts';
import { weekRules } from './week-rules.ts';

/** The revision, or the keys of the plan without which no clock of it can be counted. */
type Compiled =
  | { readonly revision: Revision; readonly gaps?: never }
  | { readonly revision?: never; readonly gaps: readonly string[] };

const ACKNOWLEDGED_FOR_MS = 60 * 60_000;

/**
 * The rules of a plan, ready to run: ids resolved, spans parsed, every date of its calendars written out.
 *
 * A plan with findings compiles as long as each of its clocks can be counted; nothing that would change an
 * instant is filled in, so a step without a calendar is a gap and not a guess.
 */
export function compile(plan: Plan, number: number): Compiled {
  const calendars = compileCalendars(plan);
  const compilation: Compilation = { plan, calendars, gaps: new Set() };
  const { gaps } = compilation;
  const timeZone = plan.contract?.timeZone;
  if (timeZone === undefined) gaps.add('contract.timeZone');
  const revision: Revision = {
    contract: plan.contract?.id ?? '',
    number,
    timeZone: timeZone ?? 'UTC',
    calendars,
    seats: compileSeats(plan),
    ...compileRotas(compilation),
    levels: compileLevels(plan),
    tracks: compileTracks(compilation),
    pauses: compilePauses(compilation),
    reopenWithin: reopenWithin(compilation),
    reopenCalendar: plan.reopening?.calendar,
    closeWhenSilentFor:
      plan.closing &&
      limitOf(compilation, plan.closing.silentFor, plan.closing.calendar, 'closing.silentFor'),
    tells: tells(plan),
    acknowledgedForMs: acknowledgedForMs(compilation),
  };
  if (revision.levels.length === 0) gaps.add('levels');
  if (Object.keys(revision.tracks).length === 0) gaps.add('tracks');
  return gaps.size === 0 ? { revision } : { gaps: [...gaps] };
}

function compileCalendars(plan: Plan): Record<string, CalendarRules> {
  const calendars: Record<string, CalendarRules> = {};
  for (const name of Object.keys(plan.calendars ?? {})) {
    const rules = calendarRulesOf(plan, name);
    if (rules) calendars[name] = rules;
  }
  return calendars;
}

function compileSeats(plan: Plan): Record<string, Seat> {
  const seats: Record<string, Seat> = {};
  const timeZone = plan.contract?.timeZone ?? 'UTC';
  for (const [id, contact] of Object.entries(plan.contacts ?? {})) {
    const { kind = 'person', title = id, deputy, quietHours } = contact;
    const quiet = quietHours && weekRules(quietHours, timeZone);
    seats[id] = { id, kind, title, deputy, ...(quiet && { quiet }) };
  }
  return seats;
}

/** The key only where the plan has one: revisions of plans without rotas stay what they were. */
function compileRotas({ plan, gaps }: Compilation): Pick<Revision, 'rotas'> {
  if (!plan.rotas) return {};
  const rotas: Record<string, RotaRules> = {};
  for (const name of Object.keys(plan.rotas)) {
    const rules = rotaRulesOf(plan, name);
    if (rules) rotas[name] = rules;
    else gaps.add(`rotas.${name}`);
  }
  return { rotas };
}

const compileLevels = (plan: Plan): Revision['levels'] =>
  (plan.levels ?? []).map((level, index) => {
    const { title = '', reach = [], otherwise = [] } = level;
    const hasRota = reach.some((id) => reachedRota(plan, id));
    return {
      number: index + 1,
      title,
      reach: hasRota ? levelReach(plan, level) : reach,
      ...(hasRota ? { choices: reach } : {}),
      otherwise,
    };
  });

function compilePauses(compilation: Compilation): Revision['pauses'] {
  const { pauses } = compilation.plan;
  if (!pauses) return undefined;
  const limit = limitOf(compilation, pauses.longest, pauses.calendar, 'pauses.longest');
  return limit && { ...limit, reasons: pauses.reasons ?? [] };
}

function reopenWithin(compilation: Compilation): Revision['reopenWithin'] {
  const { reopening } = compilation.plan;
  if (!reopening) return undefined;
  const { within, calendar } = reopening;
  const span = compileSpan(compilation, within, 'reopening.within');
  if (calendar === undefined && span?.unit !== 'businessDay') return span;
  return limitOf(compilation, within, calendar, 'reopening.within')?.span;
}

function tells({ contract }: Plan): NonNullable<Revision['tells']> {
  const { oversight, contractor } = contract?.parties ?? {};
  const manager = contractor?.programManager;
  return { oversight: oversight?.reach ?? [], contractor: manager === undefined ? [] : [manager] };
}

function acknowledgedForMs({ plan: { acknowledgedFor }, gaps }: Compilation): number {
  if (acknowledgedFor === undefined) return ACKNOWLEDGED_FOR_MS;
  const span = parseSpan(acknowledgedFor);
  if (span?.unit === 'time') return span.ms;
  gaps.add('acknowledgedFor');
  return ACKNOWLEDGED_FOR_MS;
}
