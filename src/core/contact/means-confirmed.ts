import type { Instant } from '../instant.ts';
import { CONTACT_FIELDS, type ContactField } from './contact-change.ts';

/** How far the numbers and the address of somebody are confirmed. */
export interface MeansConfirmed {
  /** Those that are used and that nobody has confirmed. */
  readonly unconfirmed: readonly ContactField[];
  /** When the first and the last of them was confirmed, of each the latest time; undefined where none was. */
  readonly confirmed: { readonly first: Instant; readonly last: Instant } | undefined;
}

/** What is known of the numbers and the address that somebody has. */
export function meansConfirmed(
  used: Readonly<Partial<Record<ContactField, unknown>>>,
  confirmed: Readonly<Partial<Record<ContactField, Instant>>>,
): MeansConfirmed {
  const fields = CONTACT_FIELDS.filter((field) => used[field] !== undefined);
  const instants = fields.flatMap((field) => confirmed[field] ?? []).sort((a, b) => a - b);
  const [first, last] = [instants[0], instants.at(-1)];
  return {
    unconfirmed: fields.filter((field) => confirmed[field] === undefined),
    confirmed: first === undefined || last === undefined ? undefined : { first, last },
  };
}
