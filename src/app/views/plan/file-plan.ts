import type { Instant } from '../../../core/instant.ts';
import { fitPlan } from '../../load-plan.ts';
import type { Refused } from '../../refuse.ts';
import { planAsPublished } from './plan-as-published.ts';
import type { PlanReader } from './plan-reader.ts';
import type { PlanView } from './plan-view.ts';

interface FileToPublish {
  readonly text: string;
  /** The number that the revision is published under. */
  readonly number: number;
  /** Since when it holds, and as of when its people are. */
  readonly at: Instant;
  readonly reader: PlanReader;
}

/** A plan out of a file as if it had just been published. Refused where anything keeps it from being published. */
export function filePlan({
  text,
  number,
  at,
  reader,
}: FileToPublish): (PlanView & { readonly accepted: true }) | Refused {
  const fit = fitPlan({ text, at });
  if (!fit.accepted) return fit;
  const { plan: written } = fit;
  const rules = { ...fit.rules, number };
  return { accepted: true, ...planAsPublished({ text, written, rules, at, reader }) };
}
