import type { DeliveryWhy } from '../../core/case/command.ts';
import { effectsOf } from '../../core/case/effects.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { PARTIES } from '../../core/plan/asked/people.ts';
import type { SentDelivery } from '../ports/answers.ts';
import type { EngineTransaction, NewDelivery, NoticeJob, Occasioned } from '../ports/engine.ts';
import { asksIn } from './asks.ts';
import { isFor } from './fresh.ts';
import { insist } from './insist.ts';
import type { LetterCase, LetterParts, Reader } from './letters.ts';
import { carriedTo, refusedIn } from './level-contact.ts';
import { noticeBy } from './notice-letter.ts';
import { letterCase, plainSystemLetter, whoHearsOfFailure } from './system.ts';
import { partyPeople, seatsOf } from './who.ts';

type Refused = Pick<
  SentDelivery,
  'contract' | 'caseId' | 'deliveryId' | 'personId' | 'name' | 'level' | 'kind' | 'means'
> & {
  /** Why it did not get through this time, where it was not refused for good. */
  readonly why?: DeliveryWhy | undefined;
  /** The number of the event that says so; undefined is the case's last. */
  readonly event?: number | undefined;
};

/** What is simply silence: the rounds go on, and nobody has anything to mend. */
const SILENCE: ReadonlySet<DeliveryWhy | undefined> = new Set(['busy', 'noAnswer', 'voicemail']);

/**
 * After a refusal for good, at once or by a report that came back: whoever was to be told is told by their next means,
 * where they have none left the next of the level is told at once, and those who can mend the address hear of it.
 */
export const tellNext = (
  letters: LetterParts,
  tx: EngineTransaction,
  delivery: Refused,
  at: Instant,
): Promise<void> => tellNextOfAll(letters, tx, [delivery], at);

/** The same for several refusals at once, also of one case: each has its own event, and so its own letters. */
export async function tellNextOfAll(
  letters: LetterParts,
  tx: EngineTransaction,
  refused: readonly Refused[],
  at: Instant,
): Promise<void> {
  const told = refused.filter(({ kind, why }) => kind !== 'notReached' && !SILENCE.has(why));
  if (told.length === 0) return;
  const keys = told.map(({ contract, caseId }) => ({ contract, caseId }));
  const papers = await tx.papersOfAll(keys, seatsOf);
  const deliveries: NewDelivery[] = [];
  const again: NoticeJob[] = [];
  for (const [index, delivery] of told.entries()) {
    const { level, personId, name, event } = delivery;
    const key = keys[index]!;
    const all = papers[index]!;
    const subject = letterCase(key, { ...all, events: all.events.slice(0, event) }, at);
    if (!subject) continue;
    const occasion = await tx.occasionOf(delivery);
    const next = nextOf(letters, subject, delivery, occasion);
    if (next.is === 'told') deliveries.push(next.delivery);
    const { number: to, round } = occasion;
    if (next.is === 'nobody' && level !== undefined)
      again.push({ ...key, from: to, to, level, round: round + 1, isBeside: true });
    if (isKnown(subject.papers.events, delivery)) continue;
    const by = { means: delivery.means, isForGood: delivery.why === undefined };
    const mail = { kind: 'notReached', name, whom: level ?? 'customer', by } as const;
    for (const reader of whoHearsOfFailure(letters, subject, personId))
      deliveries.push(plainSystemLetter(letters, subject, reader, mail));
  }
  for (const one of again) await tx.addNotices([one]);
  await tx.addDeliveries(deliveries);
}

/** That a carrier brings nothing to somebody is told once, until it brings something again. */
function isKnown(events: readonly CaseEvent[], { personId, means, why }: Refused): boolean {
  if (why === undefined) return false;
  const before = events
    .slice(0, -1)
    .findLast(
      (event) => event.type === 'DeliveryRecorded' && event.contact === personId && event.means === means,
    );
  return before?.type === 'DeliveryRecorded' && before.result === 'failed';
}

type Next =
  /** By this, now. */
  | { readonly is: 'told'; readonly delivery: NewDelivery }
  /** What is left was tried together with it, and may get through. */
  | { readonly is: 'underWay' }
  | { readonly is: 'nobody' };

/** By what somebody is told in the place of what did not get through. */
export function nextOf(
  letters: LetterParts,
  subject: LetterCase,
  { personId, level, kind, means }: Refused,
  { number, round, tried }: Occasioned,
): Next {
  const { papers, state, at } = subject;
  const person = papers.people.get(personId);
  const isRefused = refusedIn(papers);
  const left =
    person && carriedTo(person, letters.carriers).filter((one) => one !== means && !isRefused(personId, one));
  if (!person || !left || left.length === 0) return { is: 'nobody' };
  const next = left.find((one) => !tried.includes(one));
  const isWanted = kind === 'notice' && (level === undefined || insist(state, level, at) === 'tell');
  const reader = next && isWanted ? readerFor(subject, personId, level) : undefined;
  if (!next || !reader) return { is: 'underWay' };
  const events =
    level === undefined
      ? newsOf(papers.events, number, reader)
      : asksIn(papers.events, { from: number, to: number }, level);
  if (events.length === 0) return { is: 'underWay' };
  const occasion = { number, round, kind };
  return { is: 'told', delivery: noticeBy(next, letters, subject, { reader, events }, occasion) };
}

/** What somebody was told of with an event: all that came with it and is theirs to know. */
function newsOf(all: readonly CaseEvent[], number: number, reader: Reader): readonly CaseEvent[] {
  const last = all[number - 1];
  if (!last) return [];
  const from = all.slice(0, number).findLastIndex((event) => event.at !== last.at) + 1;
  const before = all.slice(0, from).reduce<CaseState>(evolve, initial);
  const told = effectsOf(before, all.slice(from, number)).flatMap((effect) =>
    effect.type === 'send' && isFor(effect.to, reader) ? [effect.event] : [],
  );
  return told.length > 0 ? [...new Set(told)] : [last];
}

/** Somebody as what they were told: as a contact of the level, or for the party that they are of on this case. */
function readerFor(
  { papers, open, at }: LetterCase,
  personId: string,
  level: number | undefined,
): Reader | undefined {
  const person = papers.people.get(personId)!;
  if (level !== undefined) return { person, audience: 'contractor', level };
  const audience = PARTIES.find((party) =>
    partyPeople(papers, open, party, at).some((one) => one.personId === personId),
  );
  return audience && { person, audience, level };
}
