import { formatInstant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { plain } from '../paper/paper.ts';
import { vcard } from '../vcard.ts';
import { stampOf } from './plan-paper.ts';
import type { PlanParts } from './published-plan.ts';

/** Whose card is asked for: of a seat that differs by customer, the one of this customer. */
interface CardAsked {
  readonly seat: string;
  readonly customer: string | undefined;
}

/**
 * Whoever fills a seat today, to be saved to a telephone, with the ways that the plan's reader may see. Undefined for a
 * seat that nobody fills, that differs by customer where none of the reader's own is named, or whose every way is kept
 * from the reader.
 */
export function planCard(
  parts: PlanParts,
  { seat: seatId, customer }: CardAsked,
  language: Language,
): string | undefined {
  const { plan, address } = parts;
  const { contract, rules, written, now, ofFile } = plan;
  const seat = plan.seats.get(seatId);
  const own = seat?.own.find(({ customerId }) => customerId === customer);
  const person = own?.person ?? seat?.person;
  if (!seat || !person) return undefined;
  const { office, mobile, email } = person.ways;
  if (office === undefined && mobile === undefined && email === undefined) return undefined;
  const { timeZone } = rules;
  const levels = rules.levels
    .filter(({ reach, otherwise }) => [...reach, ...otherwise].includes(seat.seat))
    .map(({ number }) => number);
  const at = ofFile ? undefined : now;
  const note = catalogue(language).planPage.cardNote({ contract: contract.title, levels, at, timeZone });
  return vcard({
    uid: ['urn:ladder', contract.contract, seat.seat, own?.customerId].filter(Boolean).join(':'),
    kind: seat.kind === 'desk' ? 'org' : 'individual',
    name: person.name,
    title: person.title ?? seat.title,
    organisation: levels.length > 0 ? written?.contract?.parties?.contractor?.name : undefined,
    ...{ office, mobile, email },
    note: `${note} ${plain(stampOf(parts, language))}`,
    url: address,
    // `20261128T060000Z`
    revisedAt: formatInstant(now).replaceAll(/[-:]|\.\d+/g, ''),
  });
}
