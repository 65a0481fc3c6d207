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
  /** From when it is meant to hold. */
  readonly at: Instant;
  readonly reader: PlanReader;
  /** Whether an installation is known that publishes the plan. */
  readonly isPublishedElsewhere: boolean;
}

/**
 * A plan out of a file, with the people that it names. It was published nowhere, and has no history: a paper of it says so.
 * Refused where anything keeps it from being published.
 */
export function filePlan({
  text,
  number,
  at,
  reader,
  isPublishedElsewhere,
}: FileToPublish): (PlanView & { readonly accepted: true }) | Refused {
  const fit = fitPlan({ text, at });
  if (!fit.accepted) return fit;
  const { plan: written } = fit;
  const rules = { ...fit.rules, number };
  const plan = planAsPublished({ text, written, rules, at, reader });
  return {
    ...{ accepted: true, ...plan },
    published: { ...plan.published, publishedAt: undefined },
    ...{ history: [], revisions: [] },
    ofFile: { holdsFrom: at, isPublishedElsewhere },
  };
}
