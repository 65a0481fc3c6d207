import type { CaseEvent } from '../../core/case/event.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import { handleIn } from '../handle.ts';
import { isCase } from '../ports/attestations.ts';
import type { EngineTransaction, NewDelivery, Person, TakenDelivery } from '../ports/engine.ts';
import { deliveryResult } from './delivery-result.ts';
import type { LetterCase, LetterParts } from './letters.ts';
import { carriedTo, lateIn } from './level-contact.ts';
import { nextOf } from './next-means.ts';
import { letterCase, plainSystemLetter, whoHearsOfFailure } from './system.ts';
import { levelPeople, seatsOf } from './who.ts';

/** So long a mail about a case may wait for its server before other means step in, by the urgency of the track. */
export const LATE_AFTER_MS = { high: 10 * 60_000, normal: 30 * 60_000 } as const;

/** Whether a mail that could not be handed over may be late; a later round comes after others that waited. */
export const mayBeLate = (delivery: TakenDelivery, at: Instant): boolean =>
  delivery.means === 'email' &&
  delivery.kind === 'notice' &&
  delivery.caseId !== '' &&
  isCase(delivery) &&
  (delivery.round > 0 || at - delivery.queuedAt >= LATE_AFTER_MS.high);

/** A mail that is late, and its case. */
interface Late {
  readonly delivery: TakenDelivery;
  readonly subject: LetterCase;
  /** To whom mail on this case was late before. */
  readonly before: (personId: string) => boolean;
  /** The case says so already, of this mail or of the person. */
  readonly isSaid: boolean;
}

/**
 * While a mail waits for its server for longer than it may, whoever was to be told is told by their next means, once, even
 * where their own rule names mail alone; that it is late is an event of its case. The mail itself is tried on.
 *
 * Where a whole level has nothing left but mail that is late, those who can ring it hear so by something else than mail.
 */
export async function stepInForLate(
  letters: LetterParts,
  tx: EngineTransaction,
  waiting: readonly TakenDelivery[],
  at: Instant,
): Promise<void> {
  if (waiting.length === 0) return;
  const late = await lateOf(tx, waiting, at);
  const fresh = late.filter(({ isSaid }) => !isSaid);
  const answers =
    fresh.length === 0
      ? []
      : await handleIn(
          tx,
          fresh.map(({ delivery }) => deliveryResult(delivery, 'failed', 'notCarried')),
        );
  // A case that is set aside says it, and has others step in, when it goes on.
  const refused = new Set(fresh.filter((_, index) => !answers[index]?.accepted));
  const deliveries: NewDelivery[] = [];
  for (const one of late) if (!refused.has(one)) deliveries.push(...(await lettersFor(letters, tx, one)));
  await tx.addDeliveries(deliveries);
}

/** Those that are late by the urgency of their track. */
async function lateOf(
  tx: EngineTransaction,
  waiting: readonly TakenDelivery[],
  at: Instant,
): Promise<readonly Late[]> {
  const since = new Map(
    (await tx.lateMails(waiting, asInstant(at - LATE_AFTER_MS.high))).map((one) => [
      one.deliveryId,
      one.since,
    ]),
  );
  const found = waiting.filter(({ deliveryId }) => since.has(deliveryId));
  if (found.length === 0) return [];
  const papers = await tx.papersOfAll(found, seatsOf);
  const late: Late[] = [];
  for (const [index, delivery] of found.entries()) {
    const { contract, caseId, deliveryId } = delivery;
    const subject = letterCase({ contract, caseId }, papers[index]!, at);
    if (!subject || at - since.get(deliveryId)! < LATE_AFTER_MS[subject.open.track.urgency]) continue;
    const known = lateIn(papers[index]!.events);
    const now = late.flatMap((one) =>
      one.delivery.contract === contract && one.delivery.caseId === caseId ? [one.delivery.personId] : [],
    );
    const before = (personId: string): boolean => known(personId) || now.includes(personId);
    const isSaid = before(delivery.personId) || isNamed(papers[index]!.events, deliveryId);
    late.push({ delivery, subject, before, isSaid });
  }
  return late;
}

const isNamed = (events: readonly CaseEvent[], deliveryId: string): boolean =>
  events.some((event) => event.type === 'DeliveryRecorded' && event.delivery === deliveryId);

/** What is told in the place of one late mail. */
async function lettersFor(
  letters: LetterParts,
  tx: EngineTransaction,
  { delivery, subject, before, isSaid }: Late,
): Promise<readonly NewDelivery[]> {
  const { papers, open, at } = subject;
  const { personId, level } = delivery;
  const people = level === undefined ? [] : levelPeople(papers, open, level, at);
  // Somebody in their quiet hours, or off duty by now, is left to whoever is reached in their place.
  if (level !== undefined && !people.some((one) => one.personId === personId)) return [];
  const next = nextOf(letters, subject, delivery, await tx.occasionOf(delivery));
  if (next.is === 'told') return [next.delivery];
  if (next.is !== 'nobody' || level === undefined) return [];
  const isCut = people.every(
    (one) => byOthers(letters, one).length === 0 && (before(one.personId) || one.personId === personId),
  );
  if (!isCut || isSaid) return [];
  const mail = { kind: 'notReached', name: undefined, whom: level } as const;
  return whoHearsOfFailure(letters, subject, undefined).flatMap((reader) => {
    const means = byOthers(letters, reader.person);
    return means.length === 0 ? [] : [plainSystemLetter(letters, subject, reader, mail, means)];
  });
}

const byOthers = ({ carriers }: Pick<LetterParts, 'carriers'>, person: Person): readonly NoticeMeans[] =>
  carriedTo(person, carriers).filter((means) => means !== 'email');
