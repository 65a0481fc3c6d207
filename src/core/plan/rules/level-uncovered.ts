import { asInstant, parseLocal } from '../../instant.ts';
import { daysAfter, daysOf } from '../asked/due-days.ts';
import { contactOf } from '../asked/lookup.ts';
import { contactName } from '../asked/people.ts';
import { reachedRota } from '../asked/rota-people.ts';
import { type CoverStretch, levelGaps } from '../coverage/coverage.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** How far ahead of the day of checking the rotas of a plan are looked through. */
export const DAYS_AHEAD = 366;

/** The gravest first. */
const COVERS = ['nobody', 'otherwise', 'thin'] as const;

/**
 * Who is confirmed on the day of checking counts as confirmed from then on: that a confirmation lapses has a finding of
 * its own, and one made later is not known yet.
 */
function confirmedOn(today: string, plan: Plan, { attestations }: Facts): { plan: Plan; facts: Facts } {
  if (attestations === undefined) return { plan, facts: {} };
  const days = daysOf(plan.requirements?.attestation?.every ?? '');
  const held = attestations.filter(({ on }) => days === undefined || daysAfter(on, days) >= today);
  const requirements = { ...plan.requirements, attestation: undefined };
  return { plan: { ...plan, requirements }, facts: { attestations: held } };
}

/** A level said to be reachable 24x7x365 has a rota by which, within a year, nobody is on duty, or nobody who can be reached twice. */
export const levelUncovered: Rule<'level-uncovered'> = {
  code: 'level-uncovered',
  severity: 'warning',
  needs: ['today'],
  find: (plan, { today, ...facts }) => {
    const timeZone = plan.contract?.timeZone;
    if (plan.requirements?.availability !== '24x7x365' || today === undefined || timeZone === undefined)
      return [];
    const midnight = (date: string): number => parseLocal(`${date}T00:00`, timeZone) ?? 0;
    const last = plan.contract?.term?.until;
    const ends = [daysAfter(today, DAYS_AHEAD), ...(last === undefined ? [] : [daysAfter(last, 1)])].sort();
    const period = { from: asInstant(midnight(today)), until: asInstant(midnight(ends[0] ?? today)) };
    const isConfirmed = facts.attestations !== undefined;
    const known = confirmedOn(today, plan, facts);
    return (plan.levels ?? []).flatMap((level, index) => {
      if (!(level.reach ?? []).some((id) => reachedRota(plan, id))) return [];
      const gaps = levelGaps(known.plan, level, period, known.facts);
      const cover = COVERS.find((one) => gaps.some((gap) => gap.cover === one));
      const same = gaps.filter((gap) => gap.cover === cover);
      const [first] = same;
      if (cover === undefined || !first) return [];
      const { from, until, people } = first;
      const names = people.map((id) => contactName(id, contactOf(plan, id)));
      const values = {
        level: index + 1,
        cover,
        from,
        until,
        timeZone,
        more: same.length - 1,
        names,
        isConfirmed,
      };
      // That those reached otherwise are not confirmed yet keeps no plan from being published.
      const isAlone = (gap: CoverStretch): boolean => gap.cover === 'nobody';
      const isBlocking =
        cover === 'nobody' && (!isConfirmed || levelGaps(plan, level, period, {}).some(isAlone));
      return [{ path: ['levels', index, 'reach'], values, severity: isBlocking ? 'blocking' : 'warning' }];
    });
  },
};
