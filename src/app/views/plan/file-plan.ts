import type { Instant } from '../../../core/instant.ts';
import { fitPlan } from '../../load-plan.ts';
import type { StandingPerson } from '../../ports/reading.ts';
import type { Refused } from '../../refuse.ts';
import { personalValues, revisionDigest } from '../../revision-digest.ts';
import { questionViews } from './history-view.ts';
import type { PlanReader } from './plan-reader.ts';
import type { PlanView } from './plan-view.ts';
import { seatsOf } from './seats-view.ts';

interface FileToPublish {
  readonly text: string;
  /** The number that the revision is published under. */
  readonly number: number;
  /** Since when it holds, and as of when its people are. */
  readonly at: Instant;
  readonly reader: PlanReader;
}

/**
 * A plan out of a file as if it had just been published: the people are those whom it names, and there is no revision
 * before it. Refused where anything keeps it from being published.
 *
 * The digest is of this text alone: an installation salts each personal value, so that its own digest is another.
 */
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
  const { contract, timeZone } = rules;
  const digest = revisionDigest(
    rules,
    personalValues(written, text, () => ''),
  );
  const people = new Map(
    Object.entries(written.contacts ?? {}).map(([id, contact]): [string, StandingPerson] => {
      const { name = id, title, office, mobile, email, shown = 'customers' } = contact;
      const standing = { name, title, office, mobile, email, shown };
      return [id, { personId: id, ...standing, since: undefined, isErased: false }];
    }),
  );
  const revision = { number, digest, agreedBy: [], publishedAt: at };
  return {
    accepted: true,
    contract: { contract, title: written.contract?.title ?? contract, timeZone, published: number },
    published: { ...revision, state: 'published', loadedAt: at },
    history: [{ ...revision, state: 'published', loadedAt: at }],
    ...{ rules, written, reader, now: at, directory: {} },
    seats: seatsOf(people, { rules, written, reader, customers: [] }),
    revisions: [{ ...revision, isInForce: true, changed: undefined, isFirst: true }],
    questions: questionViews(written, reader),
  };
}
