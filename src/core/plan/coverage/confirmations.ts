import type { Instant } from '../../instant.ts';
import { parseLocal } from '../../instant.ts';
import { daysAfter, daysOf } from '../asked/due-days.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../format/schema.ts';

/** Whether a contact's details have been confirmed at an instant, and when that changes. */
interface Confirmations {
  readonly holds: (contact: string, at: Instant) => boolean;
  readonly edges: readonly Instant[];
}

/**
 * Confirmations as facts state them: each from the beginning of its day, until the plan's `attestation.every` has passed
 * after it, in the contract's zone. Where no attestations are stated, every detail counts as it is written.
 */
export function confirmations(plan: Plan, { attestations }: Facts): Confirmations {
  if (attestations === undefined) return { holds: () => true, edges: [] };
  const timeZone = plan.contract?.timeZone ?? 'UTC';
  const days = daysOf(plan.requirements?.attestation?.every ?? '');
  const times = new Map<string, (readonly [from: number, until: number])[]>();
  const edges: Instant[] = [];
  for (const { contact, on } of attestations) {
    const from = on === undefined ? undefined : parseLocal(`${on}T00:00`, timeZone);
    if (contact === undefined || on === undefined || from === undefined) continue;
    // The last day is a whole one.
    const lapsed = days === undefined ? undefined : parseLocal(`${daysAfter(on, days + 1)}T00:00`, timeZone);
    times.set(contact, [...(times.get(contact) ?? []), [from, lapsed ?? Number.POSITIVE_INFINITY]]);
    edges.push(from, ...(lapsed === undefined ? [] : [lapsed]));
  }
  const holds = (contact: string, at: Instant): boolean =>
    (times.get(contact) ?? []).some(([from, until]) => from <= at && at < until);
  return { holds, edges };
}
