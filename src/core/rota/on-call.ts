import { isOpenAt } from '../calendar/open-windows.ts';
import type { Instant } from '../instant.ts';
import { type Layer, layersOf } from './compile-rota.ts';
import type { Override, PersonId, PersonTime, RotaRules } from './rota.ts';
import { turnAt } from './turn-at.ts';

/**
 * Who is on duty at an instant, first choice first, nobody twice: the only answer to that question.
 *
 * In each layer, whose turn it is; accepted swaps and then `replace` put one in the place of another, and whoever has
 * time off is left out. The first layer that has somebody left answers. On that answer `only`, `add` and `remove`
 * work in the order they are written, time off or not, for somebody has said so by name.
 *
 *     onCall(rules, asInstant(Date.UTC(2026, 11, 25, 2, 10)))  // ['ana']
 */
export function onCall(rules: RotaRules, at: Instant): readonly PersonId[] {
  const overrides = rules.overrides.filter((one) => isDuring(one, at));
  const away = new Set(rules.timeOff.filter((one) => isDuring(one, at)).map(({ who }) => who));
  for (const layer of layersOf(rules)) {
    const people = inPlace(rules, overrides, turnPeople(layer, at), at).filter((who) => !away.has(who));
    if (people.length > 0) return distinct(overridden(people, overrides));
  }
  return distinct(overridden([], overrides));
}

const isDuring = ({ from, until }: { readonly from: number; readonly until: number }, at: number): boolean =>
  from <= at && at < until;

function turnPeople(layer: Layer, at: Instant): readonly PersonId[] {
  if (layer.hours && !isOpenAt(layer.hours, at)) return [];
  const turn = turnAt(layer, at);
  const { turns } = layer.rules;
  return turn < 0 ? [] : (turns[turn % turns.length] ?? []);
}

/** The people of a turn after swaps and replacements. */
function inPlace(
  { swaps }: RotaRules,
  overrides: readonly Override[],
  turn: readonly PersonId[],
  at: Instant,
): readonly PersonId[] {
  let people = turn;
  for (const { between, accepted } of swaps) {
    const [one, other] = between;
    if (!accepted.includes(one.who) || !accepted.includes(other.who)) continue;
    people = people.map((who) => swapped(who, one, other, at));
  }
  for (const override of overrides) {
    if (override.kind !== 'replace') continue;
    people = people.flatMap((who) => (who === override.who ? override.by : [who]));
  }
  return people;
}

function swapped(who: PersonId, one: PersonTime, other: PersonTime, at: Instant): PersonId {
  if (who === one.who && isDuring(one, at)) return other.who;
  return who === other.who && isDuring(other, at) ? one.who : who;
}

function overridden(people: readonly PersonId[], overrides: readonly Override[]): readonly PersonId[] {
  let now = people;
  for (const override of overrides) {
    if (override.kind === 'only') now = override.people;
    else if (override.kind === 'add') now = now.concat(override.people);
    else if (override.kind === 'remove') now = now.filter((who) => !override.people.includes(who));
  }
  return now;
}

const distinct = (people: readonly PersonId[]): readonly PersonId[] =>
  people.length < 2 ? people : [...new Set(people)];
