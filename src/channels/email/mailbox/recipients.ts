import { type AddressPlace, ownAddress } from '../addresses.ts';

/** The fields of a head in which somebody stands who a mail was for. */
export const RECIPIENT_FIELDS = [
  'delivered-to',
  'x-delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-rcpt-to',
  'resent-to',
  'resent-cc',
  'to',
  'cc',
] as const;

/** Anything that looks like an address of ours: none of ours is quoted, has a comment or another sign than these. */
const ADDRESS = /[a-z0-9][a-z0-9.+_=-]{0,63}@[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?/gi;

/**
 * Every address at a domain that the lines of a head name, in small letters, each once, so many at most; one behind the
 * plus sign of our mailbox is the one that it stands for.
 *
 * A mailbox keeps no envelope. Where its server or one on the way wrote down whom it delivered to, that stands above;
 * otherwise the mail says itself whom it is to. All of them count, and not the first alone: whoever can write to one
 * address of ours can write to the other as well, and what comes twice for one address is taken once. So a mail to
 * two of ours that reached the mailbox in one copy reaches both.
 */
export function recipientsIn(
  lines: string,
  { max, ...place }: AddressPlace & { readonly max: number },
): readonly string[] {
  const all = [...lines.matchAll(ADDRESS)].map(([address]) => address.toLowerCase());
  const here = all.filter((address) => address.endsWith(`@${place.domain.toLowerCase()}`));
  return [...new Set(here.map((address) => ownAddress(address, place)))].slice(0, max);
}
