import type { CaseEvent } from '../../core/case/event.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { NewDelivery } from '../ports/engine.ts';
import type { TelephoneMeans } from '../ports/telephone.ts';
import { stampOf } from '../stamp.ts';
import { answerKeys } from './answer-keys.ts';
import {
  deliveryOf,
  frameOf,
  gravest,
  type LetterCase,
  type LetterParts,
  namesIn,
  newLink,
  type Occasion,
  type Reader,
  telephoneDelivery,
} from './letters.ts';
import { offeredTo } from './offered-to.ts';

/** One reader's share of what happened. */
export interface Share {
  readonly reader: Reader;
  readonly events: readonly CaseEvent[];
}

/** What tells one reader what happened, by one means. */
export const noticeBy = (
  means: NoticeMeans,
  parts: LetterParts,
  subject: LetterCase,
  share: Share,
  occasion: Occasion,
): NewDelivery =>
  means === 'email'
    ? noticeLetter(parts, subject, share, occasion)
    : telephoneNotice(means, parts, subject, share, occasion);

/** A text or a call that tells one reader what happened, with the digits for what is theirs to do. */
function telephoneNotice(
  means: TelephoneMeans,
  parts: LetterParts,
  subject: LetterCase,
  { reader, events }: Share,
  occasion: Occasion,
): NewDelivery {
  const { writer, number } = parts.telephone;
  const keys = answerKeys(offeredTo(subject, reader), stampOf(subject.state));
  const said = writer[means]({
    ...frameOf(parts, subject, reader),
    level: reader.level,
    ...gravest(events),
    names: namesIn(subject.papers),
    round: roundsTold(occasion),
    choices: keys,
    number,
  });
  return telephoneDelivery(parts, subject, reader, occasion, { means, said, keys });
}

/** A letter that somebody asked for is told for the first time, whatever its round. */
const roundsTold = ({ kind, toldBefore, round }: Occasion): number =>
  kind === 'notice' ? (toldBefore ?? round) : 0;

/** A letter that tells one reader what happened, with links to what is theirs to do as the case stands now. */
export function noticeLetter(
  parts: LetterParts,
  subject: LetterCase,
  { reader, events }: Share,
  occasion: Occasion,
): NewDelivery {
  const offered = offeredTo(subject, reader).map((offer) => ({
    offer,
    ...newLink(parts, subject, reader, offer),
  }));
  const composed = parts.writer.notice({
    ...frameOf(parts, subject, reader),
    level: reader.level,
    ...gravest(events),
    before: before(subject.papers.events, events, reader),
    names: namesIn(subject.papers),
    actions: offered.map(({ offer, url }) => ({ ...offer, url })),
    round: roundsTold(occasion),
  });
  const links = offered.map(({ link }) => link);
  return deliveryOf(parts, subject, reader, occasion, composed, links);
}

/**
 * What the contractor's and oversight's people have to know to act: the trouble as it was reported, and the last
 * word of either side. The customer's own know it.
 */
function before(
  all: readonly CaseEvent[],
  told: readonly CaseEvent[],
  { audience }: Reader,
): readonly CaseEvent[] {
  if (audience === 'customer') return [];
  const typed = all.filter((event) => SAID.has(event.type) && 'text' in event && event.text !== undefined);
  const last = (actor: Party): CaseEvent | undefined =>
    typed.findLast((event) => event.actor === actor && event.type !== 'CaseOpened');
  const known = [typed.find((event) => event.type === 'CaseOpened'), last('customer'), last('contractor')];
  return known.filter((event) => event !== undefined && !told.includes(event)) as CaseEvent[];
}

/** Events in which one side speaks to the other; notes have readers of their own. */
const SAID: ReadonlySet<CaseEvent['type']> = new Set([
  ...(['CaseOpened', 'Escalated', 'CustomerAsked', 'NotSatisfied', 'CaseReopened'] as const),
  ...(['Responded', 'ResolutionProposed', 'Updated'] as const),
]);
