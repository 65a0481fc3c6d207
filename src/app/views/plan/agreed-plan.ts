import type { Plan } from '../../../core/plan/format/schema.ts';
import { parse } from '../../../core/plan/reading/parse.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import type { ListedContract, ListedRevision, Reading } from '../../ports/reading.ts';

/** What the parties of a contract have agreed: its published revision, as rules and as written. */
export interface AgreedPlan {
  readonly contract: ListedContract;
  readonly published: ListedRevision;
  /** Every revision that was ever in force, the newest first. */
  readonly history: readonly ListedRevision[];
  readonly rules: Revision;
  /** As written; undefined where that was erased, and only the rules are left. */
  readonly written: Plan | undefined;
}

/** The plan in force; undefined where there is no such contract, or nothing of it is published. */
export async function agreedPlan(reading: Reading, contract: string): Promise<AgreedPlan | undefined> {
  const [found] = await reading.contracts(contract);
  if (found?.published === undefined) return undefined;
  const [revisions, rules, written] = await Promise.all([
    reading.revisions(contract),
    reading.agreedRules(contract, found.published),
    writtenPlan(reading, contract, found.published),
  ]);
  const published = revisions.find(({ number }) => number === found.published);
  if (!published || !rules) return undefined;
  const history = revisions.filter(({ state }) => state === 'published' || state === 'superseded');
  return { contract: found, published, history, rules, written };
}

/** A revision as it was written; undefined where that was erased. */
export async function writtenPlan(
  reading: Reading,
  contract: string,
  number: number,
): Promise<Plan | undefined> {
  const [rules, source] = await Promise.all([
    reading.agreedRules(contract, number),
    reading.source(contract, number),
  ]);
  if (!rules || source === undefined) return undefined;
  const known = READ.get(rules);
  if (known?.source === source) return known.plan;
  const plan = parse(source).value;
  READ.set(rules, { source, plan });
  return plan;
}

/**
 * Plans that were read, for as long as the rules of their revision are kept in memory: reading one takes longer than
 * everything else a page does. The text is asked for each time, so that what was erased is gone at once.
 */
const READ = new WeakMap<Revision, { readonly source: string; readonly plan: Plan }>();
