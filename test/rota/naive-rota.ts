import { WEEKDAYS } from '../../src/core/calendar/calendar.ts';
import type { LayerRules, PersonId, PersonTime, RotaRules } from '../../src/core/rota/rota.ts';

/*
 * The second opinion on rotas: written from the text of docs/reference/rotas.md, with `Temporal` alone and sharing only
 * types with `src/core/rota`. It walks hand-over by hand-over from the first, and date by date.
 */

interface HandOver {
  readonly at: number;
  readonly people: readonly PersonId[];
}

/** A rota with its hand-overs walked until an instant. */
interface Walked {
  readonly rules: RotaRules;
  readonly handOvers: readonly (readonly HandOver[])[];
}

/** Every hand-over of every layer until an instant, each added to the first one. */
export function walk(rules: RotaRules, until: number): Walked {
  return { rules, handOvers: rules.layers.map((layer) => handOversOf(layer, until)) };
}

/** A zone that leaves out a date moves a hand-over by as much; the walk goes on until none can come before. */
const SLACK_MS = 3 * 86_400_000;

function handOversOf(layer: LayerRules, until: number): HandOver[] {
  const first = Temporal.PlainDate.from(layer.from).toPlainDateTime({
    hour: Math.floor(layer.handOver / 60),
    minute: layer.handOver % 60,
  });
  const found: HandOver[] = [];
  for (let turn = 0; ; turn++) {
    const local = first.add({ [`${layer.every.unit}s`]: turn * layer.every.count });
    const at = local.toZonedDateTime(layer.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
    if (at > until + SLACK_MS) return found;
    found.push({ at, people: layer.turns[turn % layer.turns.length] ?? [] });
  }
}

/** Who is on duty at an instant before the one that was walked to. */
export function naiveOnCall({ rules, handOvers }: Walked, at: number): PersonId[] {
  const holds = ({ from, until }: { from: number; until: number }): boolean => at >= from && at < until;
  let people: PersonId[] = [];
  for (const [index, layer] of rules.layers.entries()) {
    if (!isInHours(layer, at)) continue;
    const turn = [...(handOvers[index]?.findLast((one) => one.at <= at)?.people ?? [])];
    people = replaced(rules, swappedAll(rules, turn, holds), holds).filter(
      (who) => !rules.timeOff.some((one) => one.who === who && holds(one)),
    );
    if (people.length > 0) break;
  }
  for (const one of rules.overrides) {
    if (!holds(one) || one.kind === 'replace') continue;
    if (one.kind === 'only') people = [...one.people];
    else if (one.kind === 'add') people = people.concat(one.people);
    else people = people.filter((who) => !one.people.includes(who));
  }
  return people.filter((who, index) => people.indexOf(who) === index);
}

type Holds = (time: { from: number; until: number }) => boolean;

function swappedAll(rules: RotaRules, turn: PersonId[], holds: Holds): PersonId[] {
  let people = turn;
  for (const swap of rules.swaps) {
    const [a, b]: readonly [PersonTime, PersonTime] = swap.between;
    if (![a, b].every(({ who }) => swap.accepted.includes(who))) continue;
    people = people.map((who) => {
      if (who === a.who && holds(a)) return b.who;
      if (who === b.who && holds(b)) return a.who;
      return who;
    });
  }
  return people;
}

function replaced(rules: RotaRules, people: PersonId[], holds: Holds): PersonId[] {
  let now = people;
  for (const one of rules.overrides) {
    if (one.kind !== 'replace' || !holds(one)) continue;
    now = now.flatMap((who) => (who === one.who ? one.by : who));
  }
  return now;
}

/** Whether a window that opened on the date of the instant, or on one of the three before, is still open. */
function isInHours({ hours }: LayerRules, at: number): boolean {
  if (!hours || hours.hours === 'always') return true;
  const week = hours.hours;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let days = -3; days <= 1; days++) {
    const date = today.add({ days });
    if (hours.holidays.some((holiday) => holiday.date === date.toString())) continue;
    if (!date.toZonedDateTime(hours.timeZone).toPlainDate().equals(date)) continue;
    const windows = hours.exceptions[date.toString()] ?? week[WEEKDAYS[date.dayOfWeek - 1]!] ?? [];
    for (const { from, until } of windows) {
      const ends = [from, until].map(
        (minutes) =>
          date.toPlainDateTime().add({ minutes }).toZonedDateTime(hours.timeZone).epochMilliseconds,
      );
      if (at >= ends[0]! && at < ends[1]!) return true;
    }
  }
  return false;
}
