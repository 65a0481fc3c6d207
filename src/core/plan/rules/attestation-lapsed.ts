import { daysAfter, daysOf } from '../asked/due-days.ts';
import { contactOf } from '../asked/lookup.ts';
import { contactName, contactReferences } from '../asked/people.ts';
import type { Plan } from '../format/schema.ts';
import type { Rule } from '../rule.ts';

/** Nobody has confirmed a contact for longer than the plan allows; where nobody ever has, the time runs from the publication. */
export const attestationLapsed: Rule<'attestation-lapsed'> = {
  code: 'attestation-lapsed',
  severity: 'warning',
  needs: ['today', 'attestations'],
  find: (plan, { today, publishedOn, attestations = [] }) => {
    const days = daysOf(plan.requirements?.attestation?.every ?? '');
    if (today === undefined || days === undefined) return [];
    const latest = new Map<string, string>();
    for (const { contact, on } of attestations) {
      if (contact !== undefined && on !== undefined && on > (latest.get(contact) ?? ''))
        latest.set(contact, on);
    }
    // Most were confirmed on few days: in a round, or never.
    const dues = new Map<string, string>();
    const dueAfter = (from: string): string => {
      const dueOn = dues.get(from) ?? daysAfter(from, days);
      dues.set(from, dueOn);
      return dueOn;
    };
    return attestable(plan).flatMap((contact) => {
      const from = latest.get(contact) ?? publishedOn;
      const dueOn = from === undefined ? undefined : dueAfter(from);
      if (dueOn !== undefined && today <= dueOn) return [];
      const name = contactName(contact, contactOf(plan, contact));
      return [{ path: ['contacts', contact], values: { contact: name, on: latest.get(contact), dueOn } }];
    });
  },
};

/** Those the plan reaches; whoever the customer looks up has no details here that could grow old. */
function attestable(plan: Plan): readonly string[] {
  const named = new Set(contactReferences(plan).map(({ id }) => id));
  return [...named].filter((id) => {
    const contact = contactOf(plan, id);
    return contact !== undefined && contact.kind !== 'directory';
  });
}
