import { asInstant, parseLocal } from '../../instant.ts';
import { daysAfter } from '../asked/due-days.ts';
import { contactOf } from '../asked/lookup.ts';
import { contactName } from '../asked/people.ts';
import { reachedRota } from '../asked/rota-people.ts';
import { levelGaps } from '../coverage/coverage.ts';
import type { Rule } from '../rule.ts';

/** How far ahead of the day of checking the rotas of a plan are looked through. */
const DAYS_AHEAD = 366;

/** The gravest first. */
const COVERS = ['nobody', 'otherwise', 'thin'] as const;

/** A level said to be reachable 24x7x365 has a rota by which, within a year, nobody is on duty, or nobody who can be reached twice. */
export const levelUncovered: Rule<'level-uncovered'> = {
  code: 'level-uncovered',
  severity: 'warning',
  needs: ['today'],
  find: (plan, { today }) => {
    const timeZone = plan.contract?.timeZone;
    if (plan.requirements?.availability !== '24x7x365' || today === undefined || timeZone === undefined)
      return [];
    const midnight = (date: string): number => parseLocal(`${date}T00:00`, timeZone) ?? 0;
    const last = plan.contract?.term?.until;
    const ends = [daysAfter(today, DAYS_AHEAD), ...(last === undefined ? [] : [daysAfter(last, 1)])].sort();
    const period = { from: asInstant(midnight(today)), until: asInstant(midnight(ends[0] ?? today)) };
    return (plan.levels ?? []).flatMap((level, index) => {
      if (!(level.reach ?? []).some((id) => reachedRota(plan, id))) return [];
      const gaps = levelGaps(plan, level, period, {});
      const cover = COVERS.find((one) => gaps.some((gap) => gap.cover === one));
      const same = gaps.filter((gap) => gap.cover === cover);
      const [first] = same;
      if (cover === undefined || !first) return [];
      const { from, until, people } = first;
      const names = people.map((id) => contactName(id, contactOf(plan, id)));
      const values = { level: index + 1, cover, from, until, timeZone, more: same.length - 1, names };
      return [
        { path: ['levels', index, 'reach'], values, severity: cover === 'nobody' ? 'blocking' : 'warning' },
      ];
    });
  },
};
