import { entryOf } from '../../entry-of.ts';
import { asInstant, type Instant } from '../../instant.ts';
import { onCall } from '../../rota/on-call.ts';
import type { RotaRules } from '../../rota/rota.ts';
import { edges } from '../../rota/shifts.ts';
import { contactOf } from '../asked/lookup.ts';
import { levelContactIds } from '../asked/people.ts';
import { reachedRota } from '../asked/rota-people.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';
import type { Level } from '../format/schema-routes.ts';
import { rotaRulesOf } from '../revision/rota-rules-of.ts';
import { type Confirmation, confirmations } from './confirmations.ts';
import { independentMeans, MEANS_MIN } from './independent-means.ts';
import { quietTimes } from './quiet-times.ts';

/**
 * How a level is covered: by somebody on duty with two independent means, by somebody of whom fewer are known to be
 * confirmed (`unconfirmed`), by somebody with fewer (`thin`), or by nobody on duty, in which case those it names
 * `otherwise` are reached, or nobody is.
 */
export type Cover = 'covered' | 'unconfirmed' | 'thin' | 'otherwise' | 'nobody';

/** A half-open time of one cover; `people` are on duty, or are reached otherwise. */
export interface CoverStretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly cover: Cover;
  readonly people: readonly string[];
}

export interface LevelCoverage {
  readonly level: number;
  readonly title: string;
  /** Every time of the period at which the level is not covered, in order; empty is the proof. */
  readonly gaps: readonly CoverStretch[];
}

/** Who is there at an instant, by what of the plan, and when that may change. */
interface Presence {
  readonly at: (instant: Instant) => readonly string[];
  readonly edges: readonly Instant[];
}

/** The rotas as they are lived, by their names in the plan; those of the plan itself where none are given. */
type LiveRules = Readonly<Record<string, RotaRules>>;

/** What is known of a plan that is lived. */
interface Lived {
  readonly rotas?: LiveRules | undefined;
  /** What people have confirmed; where it is given, coverage by what is not is told apart, as `unconfirmed`. */
  readonly confirmed?: readonly Confirmation[] | undefined;
}

interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * For every level and every instant of a period, whether somebody is on duty who can be reached by two means that do
 * not fail together. Exact: looked at wherever it may change, and not sampled.
 *
 * Where facts name attestations, only means count that were confirmed and whose confirmation has not lapsed. A desk is
 * there round the clock; a person without a rota is only where a deputy stands behind, for nothing else says who answers
 * while they sleep. In quiet hours the deputy is there instead.
 */
export function coverage(
  plan: Plan,
  period: Period,
  facts: Facts = {},
  lived: Lived = {},
): readonly LevelCoverage[] {
  return (plan.levels ?? []).map((level, index) => ({
    level: index + 1,
    title: level.title ?? '',
    gaps: levelGaps(plan, level, period, facts, lived),
  }));
}

/** The times of a period at which one level is not covered, cut where its cover or its people change. */
export const levelGaps = (
  plan: Plan,
  level: Level,
  period: Period,
  facts: Facts,
  lived: Lived = {},
): readonly CoverStretch[] =>
  levelStretches({ plan, period, facts, lived }, level).filter(({ cover }) => cover !== 'covered');

/** What the cover of a level is told by. */
interface Proof {
  readonly plan: Plan;
  readonly period: Period;
  readonly facts: Facts;
  readonly lived: Lived;
}

/** A level's period cut where its cover or its people change; nothing of it is left out. */
function levelStretches(proof: Proof, level: Level): readonly CoverStretch[] {
  const { plan, period, facts, lived } = proof;
  const hasRota = (level.reach ?? []).some((id) => reachedRota(plan, id));
  // Without a rota there is no one order of duty: whoever the level names answers for it.
  const named = hasRota ? (level.reach ?? []) : levelContactIds(plan, level);
  const first = named.map((id) => presenceOf(proof, id));
  const rest = hasRota ? (level.otherwise ?? []).map((id) => presenceOf(proof, id)) : [];
  const quiet = quietTimes(plan, period);
  const counted = confirmations(plan, facts.attestations);
  const confirmed = confirmations(plan, lived.confirmed);
  const looks = [...first, ...rest, quiet, counted, confirmed].flatMap((one) => one.edges);
  const found: CoverStretch[] = [];
  for (const at of sortedWithin(looks, period)) {
    const there = (presences: readonly Presence[]): readonly string[] =>
      quiet.relieved([...new Set(presences.flatMap((one) => one.at(at)))], at);
    const reaches = (id: string): number =>
      independentMeans(counted.only(id, contactOf(plan, id), at)).length;
    const isConfirmed = (id: string): boolean =>
      independentMeans(confirmed.only(id, counted.only(id, contactOf(plan, id), at), at)).length >= MEANS_MIN;
    const next = coverOf({ duty: there(first), fallback: there(rest), reaches, isConfirmed });
    const last = found.at(-1);
    if (last && last.cover === next.cover && last.people.join() === next.people.join()) continue;
    if (last) found[found.length - 1] = { ...last, until: at };
    found.push({ from: at, until: period.until, ...next });
  }
  return found;
}

interface There {
  readonly duty: readonly string[];
  readonly fallback: readonly string[];
  readonly reaches: (id: string) => number;
  /** Whether two of the ways to somebody are confirmed. */
  readonly isConfirmed: (id: string) => boolean;
}

function coverOf({ duty, fallback, reaches, isConfirmed }: There): Pick<CoverStretch, 'cover' | 'people'> {
  if (duty.length > 0) {
    if (!duty.some((id) => reaches(id) >= MEANS_MIN)) return { cover: 'thin', people: duty };
    return { cover: duty.some(isConfirmed) ? 'covered' : 'unconfirmed', people: duty };
  }
  const others = fallback.filter((id) => reaches(id) > 0);
  return { cover: others.length > 0 ? 'otherwise' : 'nobody', people: others };
}

const NOBODY: Presence = { at: () => [], edges: [] };

function presenceOf({ plan, lived, period: { from, until } }: Proof, id: string): Presence {
  const contact = contactOf(plan, id);
  if (contact) {
    // Whoever is looked up by each customer is in no plan.
    if (contact.kind === 'directory') return NOBODY;
    const { deputy } = contact;
    const isRelieved = deputy !== undefined && contactOf(plan, deputy) !== undefined;
    const people = isRelieved ? [id, deputy] : contact.kind === 'desk' ? [id] : [];
    return { at: () => people, edges: [] };
  }
  const rules = entryOf(lived.rotas, id) ?? rotaRulesOf(plan, id);
  if (!rules) return NOBODY;
  return { at: (instant) => onCall(rules, instant), edges: edges(rules, from, until) };
}

function sortedWithin(instants: readonly Instant[], { from, until }: Period): readonly Instant[] {
  if (until <= from) return [];
  const within = new Set<number>([from, ...instants.filter((at) => at > from && at < until)]);
  return [...within].sort((a, b) => a - b).map(asInstant);
}
