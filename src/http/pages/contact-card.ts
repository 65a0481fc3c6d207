import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { vcard } from '../../render/vcard.ts';
import { seenPlan } from './plan-answer.ts';
import type { PageAnswer, Visit } from './visit.ts';

/**
 * Whoever fills a seat today, to be saved to a telephone, with the ways that this reader may see. A seat that nobody
 * fills, that differs by customer, or whose every way is kept from the reader has no card.
 */
export async function contactCard(visit: Visit): Promise<PageAnswer> {
  const { parts, params, language } = visit;
  const plan = await seenPlan(visit);
  const seat = plan?.seats.get(params.seat ?? '');
  const person = seat?.person;
  if (!plan || !seat || !person) return 'missing';
  const { office, mobile, email } = person.ways;
  if (office === undefined && mobile === undefined && email === undefined) return 'missing';
  const { contract, rules, written, now } = plan;
  const { timeZone } = rules;
  const levels = rules.levels
    .filter(({ reach, otherwise }) => [...reach, ...otherwise].includes(seat.seat))
    .map(({ number }) => number);
  const note = catalogue(language).planPage.cardNote({ contract: contract.title, levels, at: now, timeZone });
  const { contractor } = written?.contract?.parties ?? {};
  const body = vcard({
    uid: `urn:ladder:${contract.contract}:${seat.seat}`,
    kind: seat.kind === 'desk' ? 'org' : 'individual',
    name: person.name,
    title: person.title ?? seat.title,
    organisation: levels.length > 0 ? contractor?.name : undefined,
    ...{ office, mobile, email, note },
    url: `${parts.baseUrl()}/plans/${encodeURIComponent(contract.contract)}`,
    revisedAt: stamp(now),
  });
  return { body, type: 'text/vcard; charset=utf-8', saveAs: `${seat.seat}.vcf` };
}

/** `20261128T060000Z` */
const stamp = (at: Instant): string => formatInstant(at).replaceAll(/[-:]|\.\d+/g, '');
