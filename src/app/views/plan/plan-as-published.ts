import type { Instant } from '../../../core/instant.ts';
import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import type { StandingPerson } from '../../ports/reading.ts';
import { personalValues, revisionDigest } from '../../revision-digest.ts';
import { questionViews } from './history-view.ts';
import type { PlanReader } from './plan-reader.ts';
import type { PlanView } from './plan-view.ts';
import { seatsOf } from './seats-view.ts';

interface PlanToShow {
  readonly text: string;
  /** The text as it is read. */
  readonly written: Plan;
  /** Its rules, under the number that it is published as. */
  readonly rules: Revision;
  /** Since when it holds, and as of when its people are. */
  readonly at: Instant;
  readonly reader: PlanReader;
}

/**
 * A plan as if it had just been published: the people are those whom it names, and there is no revision before it.
 *
 * The digest is of this text alone: an installation salts each personal value, so that its own digest is another.
 */
export function planAsPublished({ text, written, rules, at, reader }: PlanToShow): PlanView {
  const { contract, timeZone, number } = rules;
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
  const revision = { number, digest, agreedBy: [], isAgreedByWord: false, publishedAt: at };
  return {
    contract: { contract, title: written.contract?.title ?? contract, timeZone, published: number },
    published: { ...revision, state: 'published', loadedAt: at },
    history: [{ ...revision, state: 'published', loadedAt: at }],
    ...{ rules, written, reader, now: at, directory: {} },
    seats: seatsOf(people, { rules, written, reader, customers: [], marks: new Map() }),
    revisions: [{ ...revision, isInForce: true, changed: undefined, isFirst: true }],
    questions: questionViews(written, reader),
    overrides: [],
    names: new Map(),
  };
}
