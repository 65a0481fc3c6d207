import { contactsOf } from '../../core/case/move.ts';
import type { DrillFacts } from '../../core/drill/decide.ts';
import type { Instant } from '../../core/instant.ts';
import type { DrillGround, DrillKey } from '../ports/drills.ts';

/**
 * What is known beside a drill of a level at an instant. Asked is whom the level would reach first in a case, for whichever
 * customer: of its directories everybody who keeps an account, of its rotas who is on duty.
 */
export function drillFacts(
  { rules, people, directories, others }: DrillGround,
  { drill }: Pick<DrillKey, 'drill'>,
  level: number,
  at: Instant,
): DrillFacts {
  const each = directories.length === 0 ? [{}] : directories;
  const reached = rules
    ? each.flatMap((directory) => contactsOf({ revision: rules, directory }, level, at))
    : [];
  const asked = [...new Set(reached)].flatMap((id) => people.get(id)?.personId ?? []);
  return {
    levels: rules?.levels.map(({ number }) => number) ?? [],
    people: [...new Set(asked)],
    others: others.filter((other) => other.drill !== drill),
  };
}
