import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/core/message/catalogue.ts';
import { changeSentence } from '../../src/core/message/diff.ts';
import type { Change, Leaf } from '../../src/core/plan/diff/change.ts';
import { diff } from '../../src/core/plan/diff/diff.ts';
import { fieldOf } from '../../src/core/plan/diff/diff-place.ts';
import { idOf, type Things, thingsOf } from '../../src/core/plan/diff/diff-things.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';

const SEED = 20_261_122;
const RUNS = process.env.LADDER_LONG ? 4_000 : 400;
const words = catalogue('en').diff;

const everything = parse(readFileSync('plans/everything.plan.yaml', 'utf8')).value;

type Box = Record<string, unknown> | unknown[];
interface Spot {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null;

/** Every place of a plan that holds something, leaves and what holds them. */
function spotsOf(value: unknown, path: readonly (string | number)[] = []): Spot[] {
  if (!isBox(value)) return [{ path, value }];
  const keys = Array.isArray(value) ? value.map((_item, index) => index) : Object.keys(value);
  const below = keys.flatMap((key) =>
    spotsOf((value as Record<string | number, unknown>)[key], [...path, key]),
  );
  return path.length === 0 ? below : [{ path, value }, ...below];
}

const boxAt = (plan: Plan, path: readonly (string | number)[]): Box =>
  path
    .slice(0, -1)
    .reduce<unknown>((box, key) => (box as Record<string | number, unknown>)[key], plan) as Box;

function set(plan: Plan, { path }: Spot, value: unknown): void {
  (boxAt(plan, path) as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
}

/** Another value of the same type: what a plan means is nothing to a comparison. */
const other = (value: unknown): unknown =>
  typeof value === 'number' ? value + 41 : typeof value === 'boolean' ? !value : `${value} other`;

const SPOTS = spotsOf(everything);
const LEAVES = SPOTS.filter(({ value }) => !isBox(value));

/** A plan as leaves by path: what a list of changes must lead to. */
function flat({ byPath }: Things): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const { kind, path, leaves: own } of byPath.values()) {
    if (!['plan', 'document', 'contract', 'requirements', 'party'].includes(kind))
      leaves.set(idOf(path), 'here');
    for (const { rest, value } of own.values()) leaves.set(idOf([...path, ...rest]), JSON.stringify(value));
  }
  return leaves;
}

/** What a reader who holds the first plan and the changes, and nothing else, makes of it. */
function applied(before: Plan, changes: readonly Change[]): Map<string, string> {
  const leaves = flat(thingsOf(before));
  for (const change of changes) {
    const id = idOf(change.path);
    if (change.code === 'plan-thing-added' || change.code === 'plan-thing-removed') {
      const isAdded = change.code === 'plan-thing-added';
      const whole = (isAdded ? change.after : change.before) as Record<string, Leaf>;
      const entries = Object.entries(whole).map(
        ([rest, value]) => [idOf([...change.path, ...JSON.parse(rest)]), JSON.stringify(value)] as const,
      );
      for (const [key, value] of [[id, 'here'] as const, ...entries]) {
        if (isAdded) leaves.set(key, value);
        else leaves.delete(key);
      }
    } else if (change.code !== 'plan-order-changed') {
      if (change.after === undefined) leaves.delete(id);
      else leaves.set(id, JSON.stringify(change.after));
    }
  }
  return leaves;
}

/** As one text: comparing two of those is quick. */
const ordered = (leaves: Map<string, string>): string =>
  [...leaves]
    .map(([id, value]) => `${id} ${value}`)
    .sort()
    .join('\n');

/** The changes between two plans, which must tell all of it, and each thing once. */
function saidOnceAndWhole(before: Plan, after: Plan): readonly Change[] {
  const changes = diff(before, after);
  const sentences = changes.map((change) => changeSentence(words, change));
  const things = flat(thingsOf(after, thingsOf(before)));
  expect(ordered(applied(before, changes))).toBe(ordered(things));
  // Likeness only says which item is which: the later plan keeps every value.
  expect([...things.values()].sort()).toEqual([...flat(thingsOf(after)).values()].sort());
  expect(
    new Set(changes.map(({ code, path }) => `${code === 'plan-order-changed'} ${idOf(path)}`)).size,
  ).toBe(changes.length);
  expect(sentences).toEqual([...new Set(sentences)]);
  expect(sentences.join('\n')).not.toMatch(/undefined|\[object|NaN/);
  return changes;
}

test('a plan and itself differ in nothing', () => {
  expect(diff(everything, structuredClone(everything))).toEqual([]);
  expect(diff({}, {})).toEqual([]);
});

test('every single value that changes is said, with what it was or became', () => {
  for (const leaf of LEAVES) {
    const after = structuredClone(everything);
    set(after, leaf, other(leaf.value));
    const changes = saidOnceAndWhole(everything, after);
    const said = changes.map((change) => changeSentence(words, change)).join('\n');
    expect(changes.length, leaf.path.join('.')).toBeGreaterThan(0);
    // A track stands in its promises by its title, so an id nobody has is the only one that shows.
    expect(said.includes(String(other(leaf.value))), `${leaf.path.join('.')}: ${said}`).toBe(true);
  }
});

test('every value, list or part that goes is said, and so is its coming back', () => {
  for (const spot of SPOTS) {
    const after = structuredClone(everything);
    const box = boxAt(after, spot.path);
    if (Array.isArray(box)) box.splice(Number(spot.path.at(-1)), 1);
    else delete box[String(spot.path.at(-1))];
    expect(saidOnceAndWhole(everything, after).length, spot.path.join('.')).toBeGreaterThan(0);
    expect(saidOnceAndWhole(after, everything).length, spot.path.join('.')).toBeGreaterThan(0);
  }
});

test('two items of a list that change places are said', () => {
  const lists = SPOTS.filter(({ value }) => Array.isArray(value) && value.length > 1);
  for (const list of lists) {
    const after = structuredClone(everything);
    set(after, list, [...(list.value as unknown[])].reverse());
    expect(diff(everything, after).length, list.path.join('.')).toBeGreaterThan(0);
  }
});

/** A few changes at once, of every sort, to one plan after the other. */
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('other', 'gone', 'twice', 'renamed', 'reversed', 'another’s'),
  from: fc.nat(),
});

function make(plan: Plan, { at, how, from }: { at: number; how: string; from: number }): void {
  const spots = spotsOf(plan);
  const spot = spots[at % spots.length];
  if (!spot) return;
  const box = boxAt(plan, spot.path);
  const key = spot.path.at(-1) ?? '';
  if (how === 'other' && !isBox(spot.value)) set(plan, spot, other(spot.value));
  if (how === 'gone' && Array.isArray(box)) box.splice(Number(key), 1);
  if (how === 'gone' && !Array.isArray(box)) delete box[String(key)];
  if (how === 'twice' && Array.isArray(box)) box.push(structuredClone(spot.value));
  if (how === 'renamed' && !Array.isArray(box) && isBox(spot.value) && spot.path.length === 2) {
    delete box[String(key)];
    box[`${key}-b`] = spot.value;
  }
  if (how === 'reversed' && Array.isArray(spot.value)) spot.value.reverse();
  const same = LEAVES.filter(({ value }) => typeof value === typeof spot.value);
  if (how === 'another’s' && !isBox(spot.value)) set(plan, spot, same[from % same.length]?.value);
}

test(`what is said leads from any plan to any other (seed ${SEED})`, { timeout: 300_000 }, () => {
  const plans = fc.tuple(fc.array(change, { maxLength: 12 }), fc.array(change, { maxLength: 12 }));
  fc.assert(
    fc.property(plans, ([first, second]) => {
      const before = structuredClone(everything);
      for (const one of first) make(before, one);
      const after = structuredClone(before);
      for (const one of second) make(after, one);
      saidOnceAndWhole(before, after);
      saidOnceAndWhole(everything, after);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test('every key of the sample that says everything has words', () => {
  const things = thingsOf(everything);
  const values = [...things.byPath.values()].flatMap(({ leaves }) => [...leaves.values()]);
  const names = new Set(values.map(({ rest }) => fieldOf(rest).name));
  expect([...names].filter((name) => !Object.hasOwn(words.fields, name))).toEqual([]);
});
