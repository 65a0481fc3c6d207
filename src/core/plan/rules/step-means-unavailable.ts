import { levelOf } from '../asked/lookup.ts';
import { levelContacts } from '../asked/people.ts';
import { stepsOnTracks } from '../asked/track-steps.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { Means } from '../format/schema-routes.ts';
import type { Rule } from '../rule.ts';

/** A step is to be made by a means that nobody at the level has. Blocking where it has no other. */
export const stepMeansUnavailable: Rule<'step-means-unavailable'> = {
  code: 'step-means-unavailable',
  severity: 'warning',
  find: (plan) =>
    stepsOnTracks(plan).flatMap(({ trackId, step: { means = [] }, path, level }) => {
      const reached = levelOf(plan, level);
      const contacts = reached ? levelContacts(plan, reached) : [];
      if (contacts.length === 0) return [];
      const lacking = means.filter((each) => !contacts.some((contact) => has(contact, each)));
      const severity = lacking.length === means.length ? 'blocking' : 'warning';
      return lacking.map((each) => ({
        path: [...path, 'means', means.indexOf(each)],
        values: { track: trackId, level, means: each },
        severity,
      }));
    }),
};

/** Who is looked up by each customer may have anything. */
function has({ kind, office, mobile, email }: Contact, means: Means): boolean {
  if (kind === 'directory' || means === 'portal') return true;
  if (means === 'email') return email !== undefined;
  return mobile !== undefined || (means === 'call' && office !== undefined);
}
