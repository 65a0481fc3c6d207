import { randomBytes, randomUUID } from 'node:crypto';
import type { Language } from '../../core/message/catalogue.ts';
import { authoriseRota, type Caller } from '../authorise.ts';
import { knownCaller } from '../known-caller.ts';
import type { Answers } from '../ports/answers.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { DutyFeed } from '../ports/duty-feeds.ts';
import type { Reading } from '../ports/reading.ts';
import { hashOf, isLinkToken } from '../secret.ts';
import { type FeedDuty, feedDuties } from '../views/rota/feed-duties.ts';
import { rotaView } from '../views/rota/rota-view.ts';

/** Addresses that one person has in a contract at once: one for each of their devices and programs, and some. */
const FEEDS_A_PERSON_MAX = 20;
const TOKEN_BYTES = 32;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type MadeFeed = { readonly feed: DutyFeed; readonly token: string } | { readonly problem: 'tooMany' };

/** Makes an address for somebody. Its token is seen this once: its digest alone is kept. */
export const makeDutyFeed = (
  contracts: Contracts,
  { contract, personId }: Pick<Caller, 'contract' | 'personId'>,
  level: number | undefined,
): Promise<MadeFeed> =>
  contracts.transaction(async (tx): Promise<MadeFeed> => {
    await tx.lockContract(contract);
    const held = await tx.dutyFeeds(contract, personId);
    if (held.length >= FEEDS_A_PERSON_MAX) return { problem: 'tooMany' };
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const madeAt = await tx.now();
    const feed = { contract, personId, feedId: randomUUID(), level, madeAt, endedAt: undefined };
    await tx.addDutyFeed(feed, hashOf(token));
    return { feed, token };
  });

/** Ends an address of somebody's own; false where there is none of theirs by that id, or none any more. */
export const endDutyFeed = async (
  contracts: Contracts,
  { contract, personId }: Pick<Caller, 'contract' | 'personId'>,
  feedId: string,
): Promise<boolean> =>
  UUID.test(feedId) &&
  contracts.transaction(async (tx) => tx.endDutyFeed({ contract, personId, feedId }, await tx.now()));

/** What a calendar program is told. */
interface ReadFeed {
  readonly feed: DutyFeed;
  readonly contractTitle: string;
  readonly language: Language;
  readonly duties: readonly FeedDuty[];
}

interface FeedParts {
  readonly contracts: Contracts;
  readonly reading: Reading;
  readonly answers: Answers;
}

/**
 * The duties behind an address, by what its owner may see today: it is gone once it was ended, and for as long as its
 * owner may not see who is on duty or, where it shows their own duty, fills no seat.
 */
export async function readDutyFeed(
  { contracts, reading, answers }: FeedParts,
  token: string,
): Promise<ReadFeed | 'missing' | 'gone'> {
  if (!isLinkToken(token)) return 'missing';
  const feed = await contracts.transaction((tx) => tx.dutyFeedBy(hashOf(token)));
  if (!feed) return 'missing';
  const { contract, personId, level } = feed;
  const known = await answers.transaction((_tx, book) => book.person(contract, personId));
  if (feed.endedAt !== undefined || !known) return 'gone';
  const caller = knownCaller(contract, known, 'portal');
  const right = authoriseRota(caller);
  if (!right.allowed || (level === undefined && right.seats.length === 0)) return 'gone';
  const view = await rotaView(reading, contracts, caller);
  if (!view) return 'gone';
  const { named, published } = await contracts.transaction(async (tx) => ({
    named: await tx.contract(contract),
    published: await tx.publishedRevision(contract),
  }));
  const language =
    known.person.language ?? (await contracts.transaction((tx) => tx.contractLanguage(contract)));
  return {
    ...{ feed, language, contractTitle: named?.title ?? contract },
    duties: published ? feedDuties({ view, level, published }) : [],
  };
}
