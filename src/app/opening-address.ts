import type { Revision } from '../core/plan/revision/revision.ts';
import { openingRevision } from './open-case.ts';
import type { Answers } from './ports/answers.ts';
import type { Reading } from './ports/reading.ts';

/** What an address at which cases are opened stands for. */
export interface OpeningAddress {
  readonly contract: string;
  readonly contractTitle: string;
  /** As the address names it, or the only one of the plan; undefined where it does not say. */
  readonly track: string | undefined;
}

interface Known {
  readonly answers: Answers;
  readonly reading: Reading;
  /** A demonstration opens on a draft, where nothing is published. */
  readonly isDemonstration: boolean;
  readonly mailDomain: string;
}

const BEGINNING = 'open';
/** RFC 5321, 4.5.3.1.1: what stands before the @. */
const LOCAL_PART_MAX = 64;

/**
 * What a recipient stands for: `open.CONTRACT@…` or `open.CONTRACT.TRACK@…`, whatever its case; undefined where it is
 * no such address, or the contract has no plan in force or no such track. Names of contracts and tracks have no dots.
 */
export async function openingAddress(parts: Known, recipient: string): Promise<OpeningAddress | undefined> {
  const at = recipient.lastIndexOf('@');
  const domain = recipient.slice(at + 1).toLowerCase();
  const [beginning, name, named, ...more] = recipient.slice(0, at).toLowerCase().split('.');
  if (at === -1 || domain !== parts.mailDomain.toLowerCase()) return undefined;
  if (beginning !== BEGINNING || !name || named === '' || more.length > 0) return undefined;
  const [found, ...others] = await parts.answers.transaction((_tx, book) =>
    book.openings.contractsNamed(name),
  );
  // Two whose names differ by their case alone have no such address: it would be anybody's guess.
  if (!found || others.length > 0) return undefined;
  const { contract, title: contractTitle } = found;
  const revision = await openingRevision(parts, contract);
  const tracks = Object.keys(revision?.tracks ?? {});
  if (tracks.length === 0) return undefined;
  if (named === undefined) {
    return { contract, contractTitle, track: tracks.length === 1 ? tracks[0] : undefined };
  }
  const [track, ...alike] = tracks.filter((one) => one.toLowerCase() === named);
  return track === undefined || alike.length > 0 ? undefined : { contract, contractTitle, track };
}

interface OpeningPlace {
  readonly contract: string;
  readonly mailDomain: string;
  /** The mailbox behind whose plus sign they lie; undefined: each by itself. */
  readonly mailPlus: string | undefined;
}

/** The addresses that open a case on each track of a plan; a name too long for a mail has none. */
export function openingAddresses(
  { tracks }: Pick<Revision, 'tracks'>,
  { contract, mailDomain, mailPlus }: OpeningPlace,
): readonly { readonly title: string; readonly address: string }[] {
  return Object.values(tracks).flatMap(({ id, title }) => {
    const plus = mailPlus === undefined ? '' : `${mailPlus}+`;
    const local = `${plus}${BEGINNING}.${contract}.${id}`.toLowerCase();
    return local.length > LOCAL_PART_MAX ? [] : [{ title, address: `${local}@${mailDomain}` }];
  });
}
