import { planCard } from '../../render/publication/plan-card.ts';
import { planParts, seenPlan } from './plan-answer.ts';
import type { PageAnswer, Visit } from './visit.ts';

/** Whoever fills a seat today, to be saved to a telephone, with the ways that this reader may see. */
export async function contactCard(visit: Visit): Promise<PageAnswer> {
  const { params, language, query } = visit;
  const plan = await seenPlan(visit);
  const seat = params.seat ?? '';
  const body = plan && planCard(planParts(visit, plan), { seat, customer: query.text('customer') }, language);
  if (body === undefined) return 'missing';
  return { body, type: 'text/vcard; charset=utf-8', saveAs: `${seat}.vcf` };
}
