import { asInstant, type Instant } from '../../instant.ts';
import type { Override, PersonId, PersonTime, RotaRules, Swap } from '../rota.ts';
import type { LiveEntry } from './live-rotas.ts';

/**
 * A rota as it is lived: the plan's own, and after it what was changed since. `onCall` answers by the whole.
 *
 * What was withdrawn held until then and no longer, so that who was on duty in the past is never another. Whoever the
 * plan does not know any more is left out.
 */
export function withLive(
  rules: RotaRules,
  entries: readonly LiveEntry[],
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
  if (overrides.length + swaps.length === 0) return rules;
  return {
    ...rules,
    swaps: [...rules.swaps, ...swaps],
    overrides: [...rules.overrides, ...overrides],
  };
}

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
