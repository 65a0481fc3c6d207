import { slugOf } from '../find/people-words.ts';
import { spanSaid } from '../find/times.ts';
import { isGenericTitle } from '../find/tracks.ts';
import {
  allSaid,
  type Card,
  type Found,
  type FoundCondition,
  type FoundPromise,
  type FoundTrack,
  type Move,
  type Otherwise,
  type SaidTime,
} from '../found.ts';
import type { DraftClocks } from './draft-clocks.ts';
import { ask, askBetween, type Drafting, note, quotedFrom, say } from './drafting.ts';

type Entry = Record<string, unknown>;

interface DraftTracks {
  readonly tracks: Record<string, Entry>;
  readonly promises: readonly Entry[];
}

/** The tracks with their steps, and the promises made for them. */
export function draftTracks(found: Found, clocks: DraftClocks, drafting: Drafting): DraftTracks {
  const tracks: Record<string, Entry> = {};
  const promises: Entry[] = [];
  const top = Math.max(1, ...found.cards.map(({ level }) => level ?? 0));
  for (const track of found.tracks) {
    const id = freeId(track, found, tracks);
    const path = `tracks.${id}`;
    note(drafting, `${path}.title`, track.title.value, track.title.at);
    const covers = say(drafting, `${path}.covers`, track.covers);
    const steps = stepsOf(track, path, clocks, drafting);
    tracks[id] = { title: track.title.value, covers, urgency: null, steps };
    for (const otherwise of track.otherwise)
      if (!otherwise.isNegated) negationMissing(otherwise, path, drafting);
    for (const move of track.moves) checkName(move, found.cards, drafting);
    promises.push(...promisesOf(track, id, top, { before: promises.length, clocks, drafting }));
  }
  return { tracks, promises };
}

const TAIL = /\s*\b(?:escalations?|issues?|track|process|procedures?|path)\W*$/i;

function freeId(track: FoundTrack, { front }: Found, tracks: Readonly<Record<string, Entry>>): string {
  const title = track.title.value;
  const base =
    (isGenericTitle(title, front) ? '' : slugOf(title.replace(TAIL, '')) || slugOf(title)) || 'escalation';
  let id = base;
  for (let number = 2; Object.hasOwn(tracks, id); number++) id = `${base}-${number}`;
  return id;
}

function negationMissing({ at }: Otherwise, path: string, drafting: Drafting): void {
  drafting.findings.push({
    code: 'import-negation-missing',
    about: `${path}.steps.1`,
    values: {},
    quotes: [quotedFrom(at)],
  });
}

/** A step names somebody who does not stand at its level: both are readings, and neither is taken silently. */
function checkName({ name, level }: Move, cards: readonly Card[], drafting: Drafting): void {
  if (!name) return;
  const here = cards.filter((card) => card.level === level);
  const isThere = here.some(({ fields }) => fields.name?.some(({ value }) => value === name.value));
  if (isThere) return;
  const about = `levels.${level}`;
  const own = here[0]?.fields.name?.[0];
  if (own) askBetween(drafting, about, [{ value: own.value, at: quotedWhole(here[0]) ?? own.at }, name]);
  const isTold = drafting.findings.some(
    (one) => one.code === 'import-name-unknown' && one.about === about && one.values.name === name.value,
  );
  if (isTold) return;
  const quotes = [...(own ? [quotedFrom(own.at)] : []), quotedFrom(name.at)];
  drafting.findings.push({ code: 'import-name-unknown', about, values: { name: name.value, level }, quotes });
}

/** The words that give a name its level, where they stand together: "Tier 3: Ann Example, Manager". */
function quotedWhole(card: Card | undefined) {
  const name = card?.fields.name?.[0];
  const last = card?.fields.title?.[0] ?? name;
  if (!card || !name || !last || name.at.block !== card.at.block || last.at.block !== card.at.block)
    return undefined;
  if (card.at.block.kind === 'cell' || name.at.from < card.at.from || last.at.to - card.at.from > 90)
    return undefined;
  return { block: card.at.block, from: card.at.from, to: Math.max(last.at.to, name.at.to) };
}

function stepsOf(track: FoundTrack, path: string, clocks: DraftClocks, drafting: Drafting): readonly Entry[] {
  const byLevel = new Map<number, Move[]>();
  for (const move of track.moves) byLevel.set(move.level, [...(byLevel.get(move.level) ?? []), move]);
  if (byLevel.size > 0 && !byLevel.has(1)) byLevel.set(1, []);
  return [...byLevel]
    .sort(([one], [other]) => one - other)
    .map(([level, moves], index) => stepOf(level, moves, `${path}.steps.${index + 1}`, clocks, drafting));
}

function stepOf(
  level: number,
  moves: readonly Move[],
  path: string,
  clocks: DraftClocks,
  drafting: Drafting,
): Entry {
  const [first] = moves;
  const actor = allSaid(moves.flatMap((move) => move.actor ?? []));
  const allMeans = moves.map((move) => move.means).filter(({ length }) => length > 0);
  const means = allMeans[0] ?? [];
  if (first) note(drafting, `${path}.level`, level, first.at);
  for (const one of means.slice(0, 1))
    note(drafting, `${path}.means`, means.map(({ value }) => value).join(', '), one.at);
  say(drafting, `${path}.actor`, actor);
  askMeans(allMeans, `${path}.means`, drafting);
  const isOpen = level > 1 && !actor && first && !moves.some(({ isTold }) => isTold);
  if (isOpen) ask(drafting, `${path}.actor`, ['customer', 'contractor'], first.main);
  // Who makes the step in one place need not be who makes it in another that does not say.
  const unsaid = actor && moves.find((move) => move.condition && !move.actor && !move.isTold);
  if (level > 1 && unsaid)
    ask(drafting, `${path}.actor`, [...new Set([actor.value, 'customer', 'contractor'])], unsaid.main);
  const step: Entry = {
    level,
    actor: actor?.value ?? 'customer',
    means: means.length > 0 ? means.map(({ value }) => value) : null,
  };
  if (level === 1) return step;
  const conditions = distinct(moves.flatMap(({ condition }) => condition ?? []));
  const when = conditions.map((condition, index) => {
    const at = conditions.length > 1 ? `${path}.when.${index + 1}` : `${path}.when`;
    return conditionOf(condition, level, at, clocks, drafting);
  });
  if (when.length === 0 && first) {
    drafting.findings.push({
      code: 'import-step-unconditioned',
      about: path,
      values: { level },
      quotes: [quotedFrom(first.at)],
    });
  }
  return { ...step, when: when.length > 1 ? when : (when[0] ?? null) };
}

/** A step that may be made by call in one place and by mail in another. */
function askMeans(all: readonly Move['means'][], path: string, drafting: Drafting): void {
  const sets = [
    ...Map.groupBy(all, (means) =>
      means
        .map(({ value }) => value)
        .sort()
        .join(),
    ).values(),
  ];
  if (sets.length < 2) return;
  const readings = sets.flatMap(([means = []]) => {
    const [first] = means;
    return first ? [{ value: means.map(({ value }) => value), quote: quotedFrom(first.at) }] : [];
  });
  drafting.questions.push({ about: path, readings, quote: undefined, taken: 1 });
}

/** Conditions of one kind with different times are one of which the time is said twice: a plan would take the shorter. */
function distinct(conditions: readonly FoundCondition[]): readonly FoundCondition[] {
  const kinds = Map.groupBy(conditions, ({ kind, levels, since }) =>
    [kind === 'silent', since?.value ?? 'opened', ...levels].join(),
  );
  return [...kinds.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, others: [...first.others, ...rest.flatMap(({ time, others }) => [time, ...others])] }],
  );
}

function conditionOf(
  condition: FoundCondition,
  level: number,
  path: string,
  clocks: DraftClocks,
  drafting: Drafting,
): Entry {
  const { kind, time, words } = condition;
  const times = [time, ...condition.others];
  if (kind === undefined) ask(drafting, path, ['unsatisfiedFor', 'allSilent'], words);
  const span = say(drafting, `${path}.${kind === 'silent' ? 'for' : 'unsatisfiedFor'}`, spanSaid(times));
  const calendar = clocks.calendarOf(times, `${path}.calendar`);
  if (kind !== 'silent') {
    const since = say(drafting, `${path}.since`, condition.since);
    if (since === null && level > 2) ask(drafting, `${path}.since`, ['opened', 'levelBelow'], time.passage);
    return { unsatisfiedFor: span, calendar, since: since ?? 'opened' };
  }
  const levels = condition.levels.length > 0 ? condition.levels : [level - 1];
  if (condition.isEither) ask(drafting, path, ['allSilent', 'anySilent'], words);
  else if (condition.levels.length === 0 && level > 2) {
    const all = Array.from({ length: level - 1 }, (_, index) => String(index + 1));
    ask(drafting, `${path}.allSilent`, [[String(level - 1)], all], words);
  }
  return { allSilent: levels, for: span, calendar };
}

interface Promising {
  readonly before: number;
  readonly clocks: DraftClocks;
  readonly drafting: Drafting;
}

function promisesOf(
  track: FoundTrack,
  id: string,
  top: number,
  { before, clocks, drafting }: Promising,
): readonly Entry[] {
  const entries = new Map<number, Record<string, unknown>>();
  for (let level = 1; level <= top; level++) {
    const here = track.promises.filter((one) => one.level === undefined || one.level === level);
    if (here.length === 0) continue;
    const entry: Record<string, unknown> = { track: id, level };
    const path = `promises.${before + entries.size + 1}`;
    const byKey = Map.groupBy(here, ({ key }: FoundPromise) => key);
    for (const [key, promises] of byKey)
      entry[key] = say(drafting, `${path}.${key}`, spanSaid(promises.map(({ time }) => time)));
    const times: readonly SaidTime[] = here.map(({ time }) => time);
    entry.calendar = clocks.calendarOf(times, `${path}.calendar`);
    entries.set(level, entry);
  }
  return [...entries.values()];
}
