import { asInstant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SubscriptionNews } from '../../core/message/portal/subscription.ts';
import { isBug } from '../bug.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ContractsTransaction, Person } from '../ports/contracts.ts';
import type { NewDelivery } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import type { Reading } from '../ports/reading.ts';
import { type Subscription, subscriptionLetterKey, type WaitingNews } from '../ports/subscriptions.ts';
import { agreedPlan } from '../views/plan/agreed-plan.ts';
import { historyView } from '../views/plan/history-view.ts';
import { type PlanReader, personReads } from '../views/plan/plan-reader.ts';
import { seatViews } from '../views/plan/seats-view.ts';
import type { SubscriptionParts } from './subscription-parts.ts';

/** Subscribers who are written to in one transaction. */
const WRITTEN_AT_ONCE_MAX = 100;
/** News that cannot be told, for a bug of ours, waits so long and holds up no other. */
const AGAIN_MS = 15 * 60_000;

interface NewsParts extends SubscriptionParts {
  readonly reading: Reading;
  readonly log: Log;
}

/**
 * Writes to some of those who are to be told what has changed; answers whether there may be more. Where it stands is
 * kept with the letters, so that each is written once, on however many nodes.
 */
export async function writeNews(parts: NewsParts): Promise<boolean> {
  const found: { waiting?: WaitingNews } = {};
  try {
    return await parts.contracts.transaction(async (tx) => {
      const waiting = await tx.waitingNews(await tx.now());
      if (!waiting) return false;
      found.waiting = waiting;
      await tell(parts, tx, waiting);
      return true;
    });
  } catch (error) {
    if (!found.waiting || !isBug(error)) throw error;
    const { contract, number } = found.waiting;
    parts.log.error('plan-news-not-told', error, { contract });
    await parts.contracts.transaction(async (tx) =>
      tx.putOffNews({ contract, number }, asInstant((await tx.now()) + AGAIN_MS)),
    );
    return true;
  }
}

async function tell(parts: NewsParts, tx: ContractsTransaction, waiting: WaitingNews): Promise<void> {
  const at = await tx.now();
  if (waiting.isOvertaken) return tx.toldNews(waiting, undefined, at);
  const readers = await tx.subscribersToTell(waiting, WRITTEN_AT_ONCE_MAX);
  const writing = writer(parts, tx, waiting);
  const letters: NewDelivery[] = [];
  for (const reader of readers) {
    const found = await readerOf(tx, reader);
    if (!found) {
      // Somebody who is nobody in the contract any more.
      await tx.endSubscription(reader, at);
      continue;
    }
    const letter = await writing(found, reader);
    if (!letter) continue;
    const { contract, number } = waiting;
    const { personId, address } = found;
    letters.push({
      ...loneLetter({ deliveryId: parts.newId(), contract, personId, kind: 'planNews', address, at, letter }),
      ...subscriptionLetterKey(reader),
      number,
    });
  }
  if (letters.length > 0) await tx.queueLetters(letters);
  const last = readers.length < WRITTEN_AT_ONCE_MAX ? undefined : readers.at(-1)?.subscriptionId;
  await tx.toldNews(waiting, last, at);
}

/** Somebody who is written to, by what they may read today. */
interface Reader {
  readonly personId: string;
  readonly address: string;
  readonly language: Language;
  readonly reads: PlanReader;
}

async function readerOf(
  tx: ContractsTransaction,
  { contract, subscriber }: Subscription,
): Promise<Reader | undefined> {
  if (subscriber.is === 'address') return { ...subscriber, personId: '', reads: 'public' };
  const [person] = await tx.people(contract, [subscriber.personId]);
  if (!person || !isSomebody(person)) return undefined;
  const { personId, email: address, language = await tx.contractLanguage(contract) } = person;
  return { personId, address, language, reads: personReads(person) };
}

const isSomebody = (person: Person): person is Person & { readonly email: string } =>
  person.email !== undefined && person.erasedAt === undefined && person.roles.length > 0;

/** Writes the same letter to all who read alike; each has its own link that ends it. */
function writer(parts: NewsParts, tx: ContractsTransaction, waiting: WaitingNews) {
  const said = new Map<PlanReader, Promise<SubscriptionNews | undefined>>();
  const newsFor = (reads: PlanReader) => {
    const known = said.get(reads) ?? newsOf(parts, waiting, reads);
    said.set(reads, known);
    return known;
  };
  return async (
    { language, reads }: Reader,
    { contract, subscriptionId }: Subscription,
  ): Promise<ComposedMail | undefined> => {
    const news = await newsFor(reads);
    const found = await tx.contract(contract);
    if (!news || !found) return undefined;
    return parts.compose({
      ...{ kind: 'news', language, news, isDemonstration: parts.isDemonstration },
      ...{ contractTitle: found.title, timeZone: found.timeZone },
      planUrl: pageLink(`/plans/${encodeURIComponent(contract)}`),
      endUrl: `ladder-link:${subscriptionId}`,
    });
  };
}

/** What there is to say of it now, to those who read so; undefined where nothing of the plan is in force any more. */
async function newsOf(
  { reading }: NewsParts,
  { contract, news, at }: WaitingNews,
  reads: PlanReader,
): Promise<SubscriptionNews | undefined> {
  const agreed = await agreedPlan(reading, contract);
  if (!agreed) return undefined;
  const { rules, written } = agreed;
  if (news.kind === 'seatFilled') {
    const seats = await seatViews(reading, { rules, written, reader: reads, customers: [] });
    const seat = seats.get(news.seat);
    if (!seat) return undefined;
    const levels = rules.levels.filter(({ reach, otherwise }) =>
      [...reach, ...otherwise].includes(seat.seat),
    );
    return {
      ...{ kind: 'seatFilled', title: seat.title, name: seat.person?.name, since: seat.since ?? at },
      levels: levels.map(({ number }) => number),
    };
  }
  const history = await historyView(reading, agreed, reads);
  const found = history.find(({ number }) => number === news.revision);
  return {
    kind: 'published',
    revision: news.revision,
    publishedAt: found?.publishedAt ?? at,
    isFirst: found?.isFirst ?? false,
    changes: found?.changed?.changes,
    kept: found?.changed?.kept ?? 0,
  };
}
