import type { Instant } from '../../instant.ts';
import { parseLocal } from '../../instant.ts';
import { daysAfter, daysOf } from '../asked/due-days.ts';
import type { Plan } from '../format/schema.ts';
import type { Contact } from '../format/schema-contract.ts';

const DETAILS = ['office', 'mobile', 'email'] as const;
type Detail = (typeof DETAILS)[number];

/** That a detail of a contact was found to be right on a date; all of them, where none is named. */
export interface Confirmation {
  readonly contact: string;
  readonly on: string;
  readonly detail?: Detail | undefined;
}

/** What of a contact's details is confirmed at an instant, and when that changes. */
interface Confirmations {
  readonly only: (id: string, contact: Contact | undefined, at: Instant) => Contact | undefined;
  readonly edges: readonly Instant[];
}

/**
 * Confirmations as they are stated: each from the beginning of its day, until the plan's `attestation.every` has passed
 * after it, in the contract's zone. Where none are stated, every detail counts as it is written.
 */
export function confirmations(plan: Plan, stated: readonly Confirmation[] | undefined): Confirmations {
  if (stated === undefined) return { only: (_id, contact) => contact, edges: [] };
  const timeZone = plan.contract?.timeZone ?? 'UTC';
  const days = daysOf(plan.requirements?.attestation?.every ?? '');
  const times = new Map<string, (readonly [from: number, until: number])[]>();
  const edges: Instant[] = [];
  for (const { contact, on, detail } of stated) {
    const from = on === undefined ? undefined : parseLocal(`${on}T00:00`, timeZone);
    if (contact === undefined || on === undefined || from === undefined) continue;
    // The last day is a whole one.
    const lapsed = days === undefined ? undefined : parseLocal(`${daysAfter(on, days + 1)}T00:00`, timeZone);
    for (const name of detail === undefined ? DETAILS : [detail]) {
      const key = `${name} ${contact}`;
      times.set(key, [...(times.get(key) ?? []), [from, lapsed ?? Number.POSITIVE_INFINITY]]);
    }
    edges.push(from, ...(lapsed === undefined ? [] : [lapsed]));
  }
  const holds = (id: string, detail: Detail, at: Instant): boolean =>
    (times.get(`${detail} ${id}`) ?? []).some(([from, until]) => from <= at && at < until);
  const only = (id: string, contact: Contact | undefined, at: Instant): Contact | undefined => {
    const left = DETAILS.filter((detail) => !holds(id, detail, at));
    return contact && ({ ...contact, ...Object.fromEntries(left.map((one) => [one, undefined])) } as Contact);
  };
  return { only, edges };
}
