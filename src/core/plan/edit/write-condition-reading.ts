import { type Document, isMap, isScalar, type YAMLMap } from 'yaml';
import type { Path } from '../../finding.ts';
import { conditionsOf } from '../asked/lookup.ts';
import { placeOf } from '../asked/question-place.ts';
import { hasReading } from '../asked/question-reading.ts';
import { CONDITION_KINDS, type ConditionKind, silentLevels, trackSteps } from '../asked/track-steps.ts';
import type { Plan } from '../format/schema.ts';
import type { Condition, Step } from '../format/schema-routes.ts';
import { pathText, valueAt } from '../reading/path.ts';
import { type HeldReading, otherValues } from './held-reading.ts';
import { put } from './put-value.ts';

interface ConditionAt {
  readonly condition: Condition;
  readonly path: Path;
}

/**
 * Writes what a step waits for. A reading is a kind, for which the keys of the condition change, or one of its values,
 * which is written to the key that has another reading's. Of several conditions it is the one that has another reading.
 */
export function writeConditionReading(
  document: Document.Parsed,
  plan: Plan,
  held: HeldReading,
): readonly Path[] | undefined {
  const { value } = held.holds;
  const at = conditionMeant(plan, held);
  if (!at) return undefined;
  const kind = CONDITION_KINDS.find((one) => one === value);
  if (kind) return writeKind({ document, plan, held, at }, kind) ? [at.path] : undefined;
  const others = otherValues(held);
  const keys = Object.entries(at.condition).flatMap(([key, entry]) => (others.includes(entry) ? key : []));
  const [key] = keys;
  if (key === undefined || keys.length > 1) return undefined;
  const path = [...at.path, key];
  return put(document, path, value) ? [at.path, path] : undefined;
}

function conditionMeant(plan: Plan, held: HeldReading): ConditionAt | undefined {
  const steps = held.path.slice(0, held.path.lastIndexOf('when'));
  const step = valueAt(plan, steps) as Step | undefined;
  const within = conditionsOf(step ?? {})
    .map(({ condition, path }) => ({ condition, path: [...steps, ...path] }))
    .filter(({ path }) => held.path.every((part, index) => path[index] === part));
  const others = otherValues(held);
  const [one, ...more] =
    within.length > 1
      ? within.filter(({ condition }) => others.some((other) => hasReading(condition, other)))
      : within;
  return more.length > 0 ? undefined : one;
}

interface Writing {
  readonly document: Document.Parsed;
  readonly plan: Plan;
  readonly held: HeldReading;
  readonly at: ConditionAt;
}

function writeKind(writing: Writing, to: ConditionKind): boolean {
  const { document, at } = writing;
  const [from, ...more] = CONDITION_KINDS.filter((kind) => at.condition[kind] !== undefined);
  const map = document.getIn(at.path, true);
  if (from === undefined || more.length > 0 || !isMap(map)) return false;
  if (from !== 'unsatisfiedFor' && to !== 'unsatisfiedFor') rename(writing, map, { from, to });
  else if (from === 'unsatisfiedFor') toSilence(writing, map, to);
  else toUnsatisfied(writing, map, from);
  return true;
}

/** Satisfaction becomes silence: of the level below, and where there are more below that is asked next. */
function toSilence(writing: Writing, map: YAMLMap, kind: ConditionKind): void {
  const below = levelsBelow(writing);
  rename(writing, map, { from: 'unsatisfiedFor', to: 'for' });
  drop(writing, map, 'since');
  map.delete(kind);
  map.items.unshift(writing.document.createPair(kind, below.slice(-1)));
  if (below.length > 1) askNext(writing, kind, [below.slice(-1).map(String), below.map(String)]);
}

/** Silence becomes satisfaction: since the opening, and where that is not the arrival at the level below it is asked next. */
function toUnsatisfied(writing: Writing, map: YAMLMap, kind: ConditionKind): void {
  rename(writing, map, { from: 'for', to: 'unsatisfiedFor' });
  drop(writing, map, kind);
  map.set('since', 'opened');
  if (levelsBelow(writing).length > 1) askNext(writing, 'since', ['opened', 'levelBelow']);
}

function levelsBelow({ plan, at }: Writing): readonly number[] {
  const [, track = '', , place] = at.path;
  const on = trackSteps(plan, String(track)).find(({ path }) => path.at(-1) === place);
  return on?.below ?? silentLevels(at.condition) ?? [];
}

/** A key gets another name, in the condition and in the questions about it. */
function rename(
  { document, plan, at }: Writing,
  map: YAMLMap,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  map.delete(to);
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === from);
  if (isScalar(pair?.key)) pair.key.value = to;
  for (const index of questionsAbout(plan, [...at.path, from]))
    document.setIn(['questions', index, 'about'], pathText([...at.path, to]));
}

/** A key goes, and with it whatever is still asked about it: last of all, for the questions after it move up. */
function drop({ document, plan, at }: Writing, map: YAMLMap, key: string): void {
  map.delete(key);
  const open = questionsAbout(plan, [...at.path, key]).filter(
    (index) => plan.questions?.[index]?.settled === undefined,
  );
  for (const index of open.toReversed()) document.deleteIn(['questions', index]);
}

const questionsAbout = (plan: Plan, path: Path): readonly number[] =>
  (plan.questions ?? []).flatMap(({ about }, index) =>
    about !== undefined && pathText(placeOf(plan, about)) === pathText(path) ? [index] : [],
  );

/** What the reading leaves open is a question of its own, by the same words of the document. */
function askNext(
  { document, plan, held, at }: Writing,
  key: string,
  values: readonly (string | readonly string[])[],
): void {
  const path = [...at.path, key];
  if (questionsAbout(plan, path).length > 0) return;
  const { question, holds } = held;
  const next = {
    about: pathText(path),
    readings: values.map((value) => ({ value })),
    quote: holds.quote ?? question.quote,
    place: holds.place ?? question.place,
    taken: 1,
  };
  document.addIn(['questions'], document.createNode(next));
}
