import { DAY_MS } from '../calendar/local-date.ts';
import { windowEdges } from '../calendar/open-windows.ts';
import { asInstant, type Instant } from '../instant.ts';
import { type Layer, layersOf } from './compile-rota.ts';
import { onCall } from './on-call.ts';
import type { PersonId, RotaRules } from './rota.ts';
import { handOverAt, turnAt } from './turn-at.ts';

/** A half-open time in which the same people are on duty, nobody included. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly people: readonly PersonId[];
}

/** One person on duty without a break; half-open. */
interface Shift {
  readonly id: PersonId;
  readonly from: Instant;
  readonly until: Instant;
}

/** The longest period that is cut: some twenty years, which no rota is agreed for. */
export const PERIOD_DAYS_MAX = 7320;
/** How often one entry of a rota is looked at while a period is cut: a second's work. */
const LOOKS_MAX = 100_000_000;
/** A day has at most this many hand-overs and edges of hours: one for each quarter of an hour. */
const EDGES_A_DAY_MAX = 96;

/** Whether a period is short enough for a rota to be cut by it. */
export function isCuttable(rules: RotaRules, from: Instant, until: Instant): boolean {
  const days = (until - from) / DAY_MS;
  if (days > PERIOD_DAYS_MAX) return false;
  const dated = rules.overrides.length + rules.timeOff.length + 2 * rules.swaps.length;
  let cuts = 2 * dated;
  for (const layer of layersOf(rules)) {
    cuts += Math.max(0, turnAt(layer, until) - turnAt(layer, from));
    if (layer.hours) cuts += days * EDGES_A_DAY_MAX;
  }
  return cuts * (1 + dated + rules.layers.length) <= LOOKS_MAX;
}

/**
 * A period cut where the people on duty change: it begins and ends with the period and leaves no instant out.
 * Exact, not sampled: between two hand-overs, edges of hours and dated entries nothing can change.
 */
export function stretches(rules: RotaRules, from: Instant, until: Instant): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const at of edges(rules, from, until)) {
    const people = onCall(rules, at);
    const last = found.at(-1);
    if (last && isSame(last.people, people)) continue;
    if (last) found[found.length - 1] = { ...last, until: at };
    found.push({ from: at, until, people });
  }
  return found;
}

/** Every instant of a period at which the answer may change, its beginning first, sorted and each once. */
export function edges(rules: RotaRules, from: Instant, until: Instant): readonly Instant[] {
  if (until <= from) return [];
  const found: number[] = [from];
  for (const layer of layersOf(rules)) {
    for (const at of handOvers(layer, from, until)) found.push(at);
    if (layer.hours) for (const at of windowEdges(layer.hours, from, until)) found.push(at);
  }
  const dated = [...rules.overrides, ...rules.timeOff, ...rules.swaps.flatMap(({ between }) => between)];
  for (const entry of dated) found.push(entry.from, entry.until);
  const within = found.filter((at) => at >= from && at < until).sort((a, b) => a - b);
  return within.filter((at, index) => at !== within[index - 1]).map(asInstant);
}

/**
 * Who is on duty how long, in the order in which they begin, first choice first; what reaches beyond the period is
 * cut at it. Turns of one person that follow each other are one shift.
 */
export function shifts(rules: RotaRules, from: Instant, until: Instant): readonly Shift[] {
  const begun = new Map<PersonId, number>();
  const found: Shift[] = [];
  for (const stretch of stretches(rules, from, until)) {
    for (const id of [...begun.keys()]) if (!stretch.people.includes(id)) begun.delete(id);
    for (const id of stretch.people) {
      const index = begun.get(id);
      if (index !== undefined) found[index] = { ...(found[index] as Shift), until: stretch.until };
      else {
        begun.set(id, found.length);
        found.push({ id, from: stretch.from, until: stretch.until });
      }
    }
  }
  return found;
}

function* handOvers(layer: Layer, from: Instant, until: Instant): Generator<number> {
  const last = turnAt(layer, until);
  for (let turn = Math.max(0, turnAt(layer, from)); turn <= last; turn++) yield handOverAt(layer, turn);
}

const isSame = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a.length === b.length && a.every((who, index) => who === b[index]);
