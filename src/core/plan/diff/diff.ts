import type { Plan } from '../format/schema.ts';
import type { Change, Detail, Leaf, LeafItem, ListChange, NamedPath, Whole } from './change.ts';
import { fieldOf, placeOf, type Sides, shown } from './diff-place.ts';
import { idOf, nameAndNumber, type Thing, type Things, thingsOf } from './diff-things.ts';

/** Each plan beside the other. */
interface Plans {
  readonly before: Sides;
  readonly after: Sides;
}

/**
 * Everything in which two plans differ, each difference once, in the order of the plan.
 *
 * Contacts, tracks, calendars and obligations are known by their ids, steps and levels by their numbers: a contact
 * with another id is somebody else. Promises and conditions have no name of their own and are known by likeness.
 * A plan and itself differ in nothing, however it is laid out.
 *
 *     diff(before, after).map((change) => sentenceOf(words, change))
 */
export function diff(before: Plan, after: Plan): readonly Change[] {
  const plans: Plans = { before: { own: before, other: after }, after: { own: after, other: before } };
  const old = thingsOf(before);
  const now = thingsOf(after, old);
  const changes: Change[] = [];
  for (const id of mergedOrder([...old.byPath.keys()], [...now.byPath.keys()])) {
    const [was, is] = [old.byPath.get(id), now.byPath.get(id)];
    if (was && is) changes.push(...valueChanges(plans, was, is));
    else if (is) changes.push(...added(plans, is, now));
    else if (was) changes.push(...removed(plans, was));
  }
  return [...changes, ...orderChanges(plans, old, now)];
}

/** These always are; an empty one is as good as a missing one. */
const ALWAYS = new Set(['plan', 'document', 'contract', 'requirements', 'party']);

function added(plans: Plans, thing: Thing, now: Things): readonly Change[] {
  if (ALWAYS.has(thing.kind)) return valueChanges(plans, emptied(thing), thing);
  const place = placeOf(plans.after, thing, numberOf(now, thing.path));
  const values = { place, details: details(plans.after.own, thing) };
  return [{ code: 'plan-thing-added', path: thing.path, before: undefined, after: wholeOf(thing), values }];
}

function removed(plans: Plans, thing: Thing): readonly Change[] {
  if (ALWAYS.has(thing.kind)) return valueChanges(plans, thing, emptied(thing));
  const values = { place: placeOf(plans.before, thing), details: details(plans.before.own, thing) };
  return [{ code: 'plan-thing-removed', path: thing.path, before: wholeOf(thing), after: undefined, values }];
}

/** Which of the items of its name something is in the later plan, whatever key it goes by. */
function numberOf(now: Things, path: NamedPath): number | undefined {
  const key = path.at(-1);
  const items = now.lists.get(idOf(path.slice(0, -1)))?.items ?? [];
  const item = items.find((one) => one.key === key);
  return item && items.filter(({ name }) => name === item.name).indexOf(item) + 1;
}

const emptied = (thing: Thing): Thing => ({ ...thing, leaves: new Map() });

const wholeOf = (thing: Thing): Whole =>
  Object.fromEntries([...thing.leaves.values()].map(({ rest, value }) => [idOf(rest), value]));

/** Keys that the thing is already called by. */
const CALLED_BY: Readonly<Record<string, string>> = {
  contact: 'name',
  level: 'title',
  obligation: 'title',
  track: 'title',
};

const details = (plan: Plan, thing: Thing): readonly Detail[] =>
  [...thing.leaves.values()].flatMap(({ rest, value }) => {
    const field = fieldOf(rest);
    return field.name === CALLED_BY[thing.kind] ? [] : [{ field, value: shown(plan, field, value) }];
  });

function valueChanges(plans: Plans, was: Thing, is: Thing): Change[] {
  const changes: Change[] = [];
  for (const id of mergedOrder([...was.leaves.keys()], [...is.leaves.keys()])) {
    const rest: NamedPath = was.leaves.get(id)?.rest ?? is.leaves.get(id)?.rest ?? [];
    const before = was.leaves.get(id)?.value;
    const after = is.leaves.get(id)?.value;
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    changes.push(valueChange(plans, { was, is, rest, before, after }));
  }
  return changes;
}

interface ValueDifference {
  readonly was: Thing;
  readonly is: Thing;
  readonly rest: NamedPath;
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
}

function valueChange(plans: Plans, { was, is, rest, before, after }: ValueDifference): Change {
  const raw = { path: [...was.path, ...rest], before, after };
  const field = fieldOf(rest);
  if (before === undefined) {
    const values = {
      place: placeOf(plans.after, is),
      field,
      after: shown(plans.after.own, field, after ?? ''),
    };
    return { code: 'plan-value-added', ...raw, values };
  }
  const place = placeOf(plans.before, was);
  const said = shown(plans.before.own, field, before);
  if (after === undefined) {
    return { code: 'plan-value-removed', ...raw, values: { place, field, before: said } };
  }
  const saidNow = shown(plans.after.own, field, after);
  if (Array.isArray(said) && Array.isArray(saidNow)) {
    const list = listChange(said, saidNow);
    if (place.kind !== 'level')
      return { code: 'plan-list-changed', ...raw, values: { place, field, ...list } };
    return { code: 'plan-reach-changed', ...raw, values: { level: place.values.number, field, ...list } };
  }
  const levels = place.kind === 'contact' && field.name === 'name' ? levelsOf(plans, place.values.id) : [];
  if (place.kind === 'contact' && levels.length > 0) {
    const values = { id: place.values.id, levels, before: String(said), after: String(saidNow) };
    return { code: 'plan-person-changed', ...raw, values };
  }
  return { code: 'plan-value-changed', ...raw, values: { place, field, before: said, after: saidNow } };
}

/** The levels at which a contact stood and stands. */
const levelsOf = ({ before, after }: Plans, id: string): readonly string[] =>
  (before.own.levels ?? []).flatMap((level, index) => {
    const stays = level.reach?.includes(id) && after.own.levels?.[index]?.reach?.includes(id);
    return stays ? [String(index + 1)] : [];
  });

function listChange(before: readonly LeafItem[], after: readonly LeafItem[]): ListChange {
  const went = left(before, after);
  const came = left(after, before);
  const expected = [...left(before, went), ...came];
  return { came, went, now: JSON.stringify(expected) === JSON.stringify(after) ? undefined : after };
}

/** What is left of a list when each item of another is taken away once. */
function left(list: readonly LeafItem[], taken: readonly LeafItem[]): readonly LeafItem[] {
  const counts = new Map<string, number>();
  for (const item of taken) counts.set(JSON.stringify(item), (counts.get(JSON.stringify(item)) ?? 0) + 1);
  return list.filter((item) => {
    const count = counts.get(JSON.stringify(item)) ?? 0;
    if (count > 0) counts.set(JSON.stringify(item), count - 1);
    return count === 0;
  });
}

/** Lists whose items stayed and changed places; a new item between two old ones moves nothing. */
function orderChanges(plans: Plans, old: Things, now: Things): Change[] {
  return [...now.lists].flatMap(([id, { path, items }]): Change[] => {
    const keys = items.map(({ key }) => key);
    const before = (old.lists.get(id)?.items ?? []).map(({ key }) => key).filter((key) => keys.includes(key));
    const after = keys.filter((key) => before.includes(key));
    if (before.join('\n') === after.join('\n')) return [];
    const around = thingAround(now, path);
    const field = fieldOf(path.slice(around.path.length));
    const values = { place: placeOf(plans.after, around), field, now: keys.map(nameAndNumber) };
    return [{ code: 'plan-order-changed', path, before, after, values }];
  });
}

function thingAround(things: Things, path: NamedPath): Thing {
  for (let length = path.length; length >= 0; length--) {
    const thing = things.byPath.get(idOf(path.slice(0, length)));
    if (thing) return thing;
  }
  throw new Error('a plan is a thing');
}

/** All of both, each once: as in the first, and what only the second has after what it follows there. */
function mergedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = new Set(before);
  const following = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of after) {
    if (known.has(id)) anchor = id;
    else following.set(anchor, [...(following.get(anchor) ?? []), id]);
  }
  return [...(following.get(undefined) ?? []), ...before.flatMap((id) => [id, ...(following.get(id) ?? [])])];
}
