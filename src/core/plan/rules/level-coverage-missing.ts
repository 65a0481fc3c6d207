import { contactOf } from '../asked/lookup.ts';
import { contactName, levelContactIds, levelContacts } from '../asked/people.ts';
import { reachedRota } from '../asked/rota-people.ts';
import type { Plan } from '../format/schema.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { Rule } from '../rule.ts';

/** A level said to be reachable round the clock hangs on people who sleep: no desk and no rota stands at it, and none of them has a deputy. */
export const levelCoverageMissing: Rule<'level-coverage-missing'> = {
  code: 'level-coverage-missing',
  severity: 'blocking',
  find: (plan) => {
    if (plan.requirements?.availability !== '24x7x365') return [];
    return (plan.levels ?? []).flatMap((level, index) => {
      const contacts = levelContacts(plan, level);
      const hasRota = (level.reach ?? []).some((id) => reachedRota(plan, id));
      if (contacts.length === 0 || hasRota || contacts.some((contact) => isRelieved(plan, contact)))
        return [];
      const names = levelContactIds(plan, level).map((id) => contactName(id, contactOf(plan, id)));
      return [{ path: ['levels', index, 'reach'], values: { level: index + 1, contacts: names } }];
    });
  },
};

const isRelieved = (plan: Plan, contact: Contact): boolean =>
  contact.kind === 'desk' || (contact.deputy !== undefined && contactOf(plan, contact.deputy) !== undefined);
