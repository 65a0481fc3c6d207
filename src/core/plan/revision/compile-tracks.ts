import { parseSpan } from '../../span.ts';
import { conditionsOf } from '../asked/lookup.ts';
import type { Condition as WrittenCondition, Step as WrittenStep } from '../format/schema-routes.ts';
import { type Compilation, limitOf } from './compilation.ts';
import type { Condition, PromiseRule, Step, Track } from './revision.ts';
import { PROMISE_KINDS } from './revision.ts';

/** Every track with its steps in order of level and the promises made on it. */
export function compileTracks(compilation: Compilation): Record<string, Track> {
  const tracks: Record<string, Track> = {};
  for (const [id, { title = id, urgency = 'normal', steps = [] }] of Object.entries(
    compilation.plan.tracks ?? {},
  )) {
    const path = `tracks.${id}.steps`;
    if (steps.length === 0) compilation.gaps.add(path);
    tracks[id] = {
      id,
      title,
      urgency,
      steps: steps
        .flatMap((step, index) => compileStep(compilation, step, `${path}.${index + 1}`) ?? [])
        .sort((a, b) => a.level - b.level),
      promises: compilePromises(compilation, id),
    };
  }
  return tracks;
}

function compileStep(compilation: Compilation, step: WrittenStep, path: string): Step | undefined {
  const { level, actor, means = [], requires = [], mode = 'offered', early } = step;
  if (level === undefined) compilation.gaps.add(`${path}.level`);
  if (actor === undefined) compilation.gaps.add(`${path}.actor`);
  if (level === undefined || actor === undefined) return undefined;
  const when = conditionsOf(step).flatMap(
    ({ condition }) => compileCondition(compilation, condition, `${path}.when`) ?? [],
  );
  const warnMs = (step.warn ?? []).flatMap(plainMs).sort((a, b) => b - a);
  const earlyReasons = early?.reasons ?? [];
  const ifNotTaken = compileIfNotTaken(compilation, step, `${path}.ifNotTaken`);
  return { level, actor, means, when, requires, mode, warnMs, earlyReasons, ifNotTaken };
}

function compileIfNotTaken(
  compilation: Compilation,
  { ifNotTaken }: WrittenStep,
  path: string,
): Step['ifNotTaken'] {
  if (!ifNotTaken) return undefined;
  const limit = limitOf(compilation, ifNotTaken.within, ifNotTaken.calendar, `${path}.within`);
  if (ifNotTaken.then === undefined) compilation.gaps.add(`${path}.then`);
  return limit && ifNotTaken.then && { ...limit, to: ifNotTaken.then };
}

function plainMs(written: string): number[] {
  const span = parseSpan(written);
  return span?.unit === 'time' ? [span.ms] : [];
}

function compileCondition(
  compilation: Compilation,
  { unsatisfiedFor, since, allSilent, anySilent, for: silentFor, calendar }: WrittenCondition,
  path: string,
): Condition | undefined {
  const isSilence = unsatisfiedFor === undefined;
  const key = isSilence ? 'for' : 'unsatisfiedFor';
  const limit = limitOf(compilation, isSilence ? silentFor : unsatisfiedFor, calendar, `${path}.${key}`);
  if (!isSilence && since === undefined) compilation.gaps.add(`${path}.since`);
  if (isSilence && !allSilent && !anySilent) compilation.gaps.add(path);
  if (!limit) return undefined;
  if (allSilent && isSilence) return { ...limit, kind: 'allSilent', levels: allSilent };
  if (anySilent && isSilence) return { ...limit, kind: 'anySilent', levels: anySilent };
  return since && { ...limit, kind: 'unsatisfied', since };
}

/** An id says what is promised and not where it is written, so that it stays the same in a later revision. */
function compilePromises(compilation: Compilation, track: string): PromiseRule[] {
  const rules: PromiseRule[] = [];
  for (const [index, promise] of (compilation.plan.promises ?? []).entries()) {
    const { level, calendar } = promise;
    if (promise.track !== track || level === undefined) continue;
    for (const kind of PROMISE_KINDS) {
      if (promise[kind] === undefined) continue;
      const limit = limitOf(compilation, promise[kind], calendar, `promises.${index + 1}.${kind}`);
      const name = `${track}/${level}/${kind}`;
      const again = rules.filter((rule) => rule.id === name || rule.id.startsWith(`${name}/`)).length;
      if (limit) rules.push({ ...limit, id: again === 0 ? name : `${name}/${again + 1}`, kind, level });
    }
  }
  return rules;
}
