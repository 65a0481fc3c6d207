import { asInstant, type Instant } from '../../core/instant.ts';
import { authoriseRota, type Caller } from '../authorise.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { ReadTimeOff, TimeOffFeed, TimeOffKey } from '../ports/time-off.ts';
import { type Secret, sealText, unsealText } from '../secret.ts';
import { isUsableUrl } from '../webhooks/usable-url.ts';
import { settleTimeOff } from './settle-time-off.ts';

/** Calendars of one person in a contract: their own, their organisation's, and one more. */
export const FEEDS_A_PERSON_MAX = 3;
/** So often a calendar is read again. */
const READ_EVERY_MS = 30 * 60_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What calendars of absences are kept with. */
interface TimeOffKeeping {
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  readonly read: ReadTimeOff;
  /** Hosts that the operator allows though they are not of the open internet. */
  readonly allowedHosts: readonly string[];
}

/** Why a calendar is not taken; `unread` says by a code why it could not be read. */
export type TimeOffProblem =
  | { readonly problem: 'url' | 'timeZone' | 'tooMany' | 'same' }
  | { readonly problem: 'noSeat' }
  | { readonly problem: 'unread'; readonly reason: string };

interface NewFeed {
  readonly url: string;
  readonly timeZone: string;
}

/**
 * Takes a calendar of somebody's absences after it was read once: what cannot be read is not taken. From then on
 * its owner is off duty in the times that it says.
 */
export async function giveTimeOffFeed(
  parts: TimeOffKeeping,
  caller: Caller,
  typed: NewFeed,
): Promise<{ readonly feed: TimeOffFeed } | TimeOffProblem> {
  const right = authoriseRota(caller);
  if (!right.allowed || right.seats.length === 0) return { problem: 'noSeat' };
  const url = typed.url.replace(/^webcals?:/i, 'https:');
  if (!isUsableUrl(url, parts.allowedHosts)) return { problem: 'url' };
  const now = await parts.contracts.transaction((tx) => tx.now());
  const found = await parts.read({ url, timeZone: typed.timeZone, now });
  if ('failed' in found) return { problem: 'unread', reason: found.failed };
  const { contract, personId } = caller;
  return parts.contracts.transaction(async (tx): Promise<{ readonly feed: TimeOffFeed } | TimeOffProblem> => {
    await tx.lockContract(contract);
    const own = (await tx.timeOffFeeds(contract)).filter((one) => one.personId === personId);
    if (own.length >= FEEDS_A_PERSON_MAX) return { problem: 'tooMany' };
    if (own.some((one) => urlOf(parts.secret, one) === url)) return { problem: 'same' };
    const key = { contract, personId, feedId: parts.newId() };
    const at = await tx.now();
    const feed: TimeOffFeed = {
      ...{ ...key, sealed: sealText(parts.secret, sealOf(key), url), host: new URL(url).hostname },
      ...{ timeZone: typed.timeZone, madeAt: at, times: found.times, readAt: at, failing: undefined },
    };
    await tx.addTimeOffFeed(feed, nextRead(at));
    await settleTimeOff(tx, contract);
    return { feed };
  });
}

export const nextRead = (at: Instant): Instant => asInstant(at + READ_EVERY_MS);

const sealOf = ({ contract, feedId }: Pick<TimeOffKey, 'contract' | 'feedId'>): string =>
  `time-off/${contract}/${feedId}`;

/** The address of a calendar; undefined where it was sealed by an installation with another secret. */
export const urlOf = (secret: Secret, feed: TimeOffFeed): string | undefined =>
  unsealText(secret, sealOf(feed), feed.sealed);

/** Ends a calendar of somebody's own, and the time off by it; false where there is none of theirs by that id. */
export const endTimeOffFeed = async (
  contracts: Contracts,
  { contract, personId }: Pick<Caller, 'contract' | 'personId'>,
  feedId: string,
): Promise<boolean> =>
  UUID.test(feedId) &&
  contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const isEnded = await tx.endTimeOffFeed({ contract, personId, feedId });
    if (isEnded) await settleTimeOff(tx, contract);
    return isEnded;
  });
