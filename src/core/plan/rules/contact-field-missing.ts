import { contactOf } from '../asked/lookup.ts';
import { contactName, levelsByContact } from '../asked/people.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** The clause asks for it and a contact at a level has not got it. Whoever the customer looks up is asked for nothing, nor is a contact whose kind is not known; a deputy, who only stands in, is a warning. */
export const contactFieldMissing: Rule<'contact-field-missing'> = {
  code: 'contact-field-missing',
  severity: 'blocking',
  find: (plan) => {
    const fields = (plan.requirements?.contactFields ?? []).filter((field) => field !== 'responsibility');
    const levels = levelsByContact(plan);
    const deputies = deputiesOf(plan, levels);
    return Object.entries(plan.contacts ?? {}).flatMap(([id, contact]) => {
      const at = levels.get(id);
      if ((!at && !deputies.has(id)) || contact.kind === undefined || contact.kind === 'directory') return [];
      const severity = at ? 'blocking' : 'warning';
      return fields
        .filter((field) => contact[field] === undefined)
        .map((field) => ({
          path: ['contacts', id, field],
          values: { contact: contactName(id, contact), field, levels: at ?? [] },
          severity,
        }));
    });
  },
};

function deputiesOf(plan: Plan, levels: ReadonlyMap<string, unknown>): ReadonlySet<string | undefined> {
  return new Set([...levels.keys()].map((id) => contactOf(plan, id)?.deputy));
}
