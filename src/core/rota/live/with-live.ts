import { asInstant, type Instant } from '../../instant.ts';
import type { Override, PersonId, PersonTime, RotaRules, Swap } from '../rota.ts';
import type { LiveEntry, LiveRotas } from './live-rotas.ts';

/** What is changed about one rota. */
type Changes = Pick<LiveRotas, 'timeOff'> & { readonly entries: readonly LiveEntry[] };

/**
 * A rota as it is lived: the plan's own, and after it what was changed since. `onCall` answers by the whole.
 *
 * What was withdrawn held until then and no longer, so that who was on duty in the past is never another. Whoever the
 * plan does not know any more is left out, and so is time off of those who are never on duty by this rota.
 */
export function withLive(
  rules: RotaRules,
  { entries, timeOff }: Changes,
  knows: (person: PersonId) => boolean,
): RotaRules {
  const overrides: Override[] = [];
  const swaps: Swap[] = [];
  for (const one of entries) {
    if (one.heldAt === undefined) continue;
    const end = one.endedAt ?? asInstant(Number.MAX_SAFE_INTEGER);
    if (one.kind === 'override') {
      const known = knownOf(cut(one.override, end), knows);
      if (known) overrides.push(known);
      continue;
    }
    const between = one.between.map((time) => cut(time, end)) as [PersonTime, PersonTime];
    const people = between.map(({ who }) => who);
    if (people.every(knows)) swaps.push({ between, accepted: people });
  }
  const changed = {
    ...rules,
    swaps: [...rules.swaps, ...swaps],
    overrides: [...rules.overrides, ...overrides],
  };
  const has = timeOff.length === 0 ? new Set() : peopleOf(changed);
  const away = timeOff.filter(({ who }) => has.has(who));
  if (overrides.length + swaps.length + away.length === 0) return rules;
  return { ...changed, timeOff: [...rules.timeOff, ...away] };
}

/** Everybody whom turns or changes may put on duty. */
const peopleOf = ({ layers, overrides, swaps }: RotaRules): ReadonlySet<PersonId> =>
  new Set([
    ...layers.flatMap(({ turns }) => turns.flat()),
    ...overrides.flatMap((one) => (one.kind === 'replace' ? one.by : one.people)),
    ...swaps.flatMap(({ between }) => between.map(({ who }) => who)),
  ]);

/** A time that ends at an instant at the latest; one that had not begun by then is empty. */
const cut = <T extends { readonly from: Instant; readonly until: Instant }>(time: T, end: Instant): T =>
  time.until <= end ? time : { ...time, until: end };

function knownOf(override: Override, knows: (person: PersonId) => boolean): Override | undefined {
  if (override.from >= override.until) return undefined;
  if (override.kind === 'replace') {
    const by = override.by.filter(knows);
    return by.length === 0 && override.by.length > 0 ? undefined : { ...override, by };
  }
  const people = override.people.filter(knows);
  return people.length === 0 && override.people.length > 0 ? undefined : { ...override, people };
}
