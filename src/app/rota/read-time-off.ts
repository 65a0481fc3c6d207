import { asInstant, type Instant } from '../../core/instant.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { TimeOffMail } from '../../core/message/portal/time-off.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import type { ReadTimeOff, TimeOffFeed, TimeOffRead } from '../ports/time-off.ts';
import type { Secret } from '../secret.ts';
import { nextRead, urlOf } from './keep-time-off.ts';
import { settleTimeOff } from './settle-time-off.ts';

const HOUR_MS = 3_600_000;
/** Read side by side. */
const AT_ONCE_MAX = 10;
/** Calendars read in one turn: those beyond come in the next. */
const A_TURN_MAX = 200;
/** Longer than a reading lasts: a node that dies gives back what it claimed by then. */
const CLAIM_MS = 5 * 60_000;
/** Its owner is told of a calendar that cannot be read for so long. */
const TOLD_AFTER_MS = 24 * HOUR_MS;

/** What calendars of absences are read with. */
interface TimeOffReading {
  readonly contracts: Contracts;
  readonly secret: Secret;
  readonly newId: () => string;
  readonly read: ReadTimeOff;
  readonly compose: (mail: TimeOffMail) => ComposedMail;
  /** The path of the page on one's own time off. */
  readonly timeOffPath: (contract: string) => string;
  readonly isDemonstration: boolean;
}

/**
 * One turn: reads the calendars that are due, each by one node and outside any transaction, and brings what the record
 * says of time off to what they say of whoever fills each seat today. One that cannot be read keeps what it said
 * last, and after a day its owner is told.
 */
export async function readTimeOffDue(parts: TimeOffReading): Promise<void> {
  for (let done = 0; done < A_TURN_MAX; done += AT_ONCE_MAX) {
    const claimed = await parts.contracts.transaction(async (tx) => {
      const at = await tx.now();
      return tx.claimTimeOffFeeds(at, asInstant(at + CLAIM_MS), AT_ONCE_MAX);
    });
    await Promise.all(claimed.map((feed) => readOne(parts, feed)));
    if (claimed.length < AT_ONCE_MAX) break;
  }
  for (const contract of await parts.contracts.transaction((tx) => tx.contractIds()))
    await parts.contracts.transaction(async (tx) => {
      await tx.lockContract(contract);
      await settleTimeOff(tx, contract);
    });
}

async function readOne(parts: TimeOffReading, feed: TimeOffFeed): Promise<void> {
  const now = await parts.contracts.transaction((tx) => tx.now());
  const url = urlOf(parts.secret, feed);
  const found: TimeOffRead =
    url === undefined ? { failed: 'sealed' } : await parts.read({ url, timeZone: feed.timeZone, now });
  await parts.contracts.transaction(async (tx) => {
    await tx.lockContract(feed.contract);
    const at = await tx.now();
    const when = { at, nextAt: nextRead(at) };
    if ('times' in found) return tx.noteTimeOffRead(feed, found.times, when);
    await tx.noteTimeOffFailed(feed, found.failed, when);
    await tell(parts, tx, feed, { reason: found.failed, at });
  });
}

interface Failed {
  readonly reason: string;
  readonly at: Instant;
}

/** Once for each time that it fails on end. */
async function tell(
  { newId, compose, timeOffPath, isDemonstration }: TimeOffReading,
  tx: ContractsTransaction,
  { contract, personId, feedId, host, readAt, failing }: TimeOffFeed,
  { reason, at }: Failed,
): Promise<void> {
  if (!failing || failing.toldAt !== undefined || at < failing.since + TOLD_AFTER_MS) return;
  const [reader] = await tx.people(contract, [personId]);
  const named = await tx.contract(contract);
  if (reader?.email === undefined || !named) return;
  await tx.noteTimeOffTold({ contract, personId, feedId }, at);
  const letter = compose({
    ...{ contractTitle: named.title, timeZone: named.timeZone, host, readAt, since: failing.since, reason },
    ...{ url: pageLink(timeOffPath(contract)), demonstration: isDemonstration },
    language: reader.language ?? (await tx.contractLanguage(contract)),
  });
  await tx.queueLetter(
    loneLetter({ deliveryId: newId(), contract, personId, kind: 'duty', address: reader.email, at, letter }),
  );
}
