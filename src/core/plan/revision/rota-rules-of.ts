import type { CalendarRules } from '../../calendar/calendar.ts';
import { type Instant, parseInstant, parseLocal } from '../../instant.ts';
import {
  type LayerRules,
  OVERRIDE_KINDS,
  type Override,
  type PersonTime,
  type RotaRules,
  type Swap,
} from '../../rota/rota.ts';
import { rotaOf } from '../asked/lookup.ts';
import type { Plan } from '../format/schema.ts';
import type {
  WrittenLayer,
  WrittenOverride,
  WrittenRota,
  WrittenSwap,
  WrittenTime,
} from '../format/schema-rotas.ts';
import { parseTimeOfDay, parseTurnLength } from '../format/turn.ts';
import { calendarRulesOf } from './calendar-rules-of.ts';
import { weekRules } from './week-rules.ts';

/**
 * A rota of the plan as rules, every time of it an instant. Undefined where the plan has no such rota, or where it
 * says too little to tell who is on duty; `check` says what.
 *
 *     rotaRulesOf(plan, 'engineers')
 */
export function rotaRulesOf(plan: Plan, name: string): RotaRules | undefined {
  const written = rotaOf(plan, name);
  const timeZone = written?.timeZone ?? plan.contract?.timeZone;
  if (!written || timeZone === undefined || (written.layers ?? []).length === 0) return undefined;
  const layers = whole(written.layers, (layer) => layerRules(plan, layer, layer.timeZone ?? timeZone));
  const dated = datedEntries(written, timeZone);
  return layers && dated && { layers, ...dated };
}

type Dated = Pick<RotaRules, 'swaps' | 'timeOff' | 'overrides'>;

function datedEntries({ swaps, timeOff, overrides }: WrittenRota, timeZone: string): Dated | undefined {
  const found = {
    swaps: whole(swaps, (swap) => swapRules(swap, timeZone)),
    timeOff: whole(timeOff, (time) => personTime(time, timeZone)),
    overrides: whole(overrides, (override) => overrideRules(override, timeZone)),
  };
  return found.swaps && found.timeOff && found.overrides ? (found as Dated) : undefined;
}

/** All of a list turned into rules, or undefined where one of them cannot be. */
function whole<T, R>(list: readonly T[] | undefined, rule: (item: T) => R | undefined): R[] | undefined {
  const rules = (list ?? []).map(rule);
  return rules.includes(undefined) ? undefined : (rules as R[]);
}

function layerRules(plan: Plan, written: WrittenLayer, timeZone: string): LayerRules | undefined {
  const { turns = [], from, every, handOver } = written;
  const length = every === undefined ? undefined : parseTurnLength(every);
  const minutes = handOver === undefined ? undefined : parseTimeOfDay(handOver);
  if (turns.length === 0 || from === undefined || !length || minutes === undefined) return undefined;
  const hours = layerHours(plan, written, timeZone);
  if (hours === 'unclear') return undefined;
  const people = turns.map((turn) => (typeof turn === 'string' ? [turn] : turn));
  return { timeZone, turns: people, every: length, from, handOver: minutes, hours };
}

function layerHours(
  plan: Plan,
  { week, calendar }: WrittenLayer,
  timeZone: string,
): CalendarRules | undefined | 'unclear' {
  if (week && calendar !== undefined) return 'unclear';
  if (calendar !== undefined) return calendarRulesOf(plan, calendar) ?? 'unclear';
  return week && weekRules(week, timeZone);
}

/** The instant a text of a rota names, on the clocks of the rota where it names no offset. */
export const momentOf = (text: string | undefined, timeZone: string): Instant | undefined =>
  text === undefined ? undefined : (parseInstant(text) ?? parseLocal(text, timeZone));

function personTime(written: WrittenTime | undefined, timeZone: string): PersonTime | undefined {
  const [from, until] = [momentOf(written?.from, timeZone), momentOf(written?.until, timeZone)];
  const who = written?.who;
  return who === undefined || from === undefined || until === undefined ? undefined : { who, from, until };
}

function swapRules({ first, second, accepted = [] }: WrittenSwap, timeZone: string): Swap | undefined {
  const between = [personTime(first, timeZone), personTime(second, timeZone)] as const;
  const [one, other] = between;
  return one && other && { between: [one, other], accepted };
}

function overrideRules(written: WrittenOverride, timeZone: string): Override | undefined {
  const [from, until] = [momentOf(written.from, timeZone), momentOf(written.until, timeZone)];
  const kinds = OVERRIDE_KINDS.filter((kind) => written[kind] !== undefined);
  const [kind] = kinds;
  if (from === undefined || until === undefined || kind === undefined || kinds.length > 1) return undefined;
  const { replace: who, with: by } = written;
  if (kind !== 'replace') return by ? undefined : { from, until, kind, people: written[kind] ?? [] };
  return who === undefined || !by ? undefined : { from, until, kind, who, by };
}
