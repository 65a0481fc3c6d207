import assert from 'node:assert';
import type { Instant } from '../../core/instant.ts';
import { diff } from '../../core/plan/diff/diff.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import { parse } from '../../core/plan/reading/parse.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { type ContractsTransaction, SOURCE, type StoredRevision } from '../ports/contracts.ts';
import { personalValues, revisionDigest, revisionProof, sameRules } from '../revision-digest.ts';

/** A plan that was read and compiled, its number not known yet. */
export interface CompiledPlan {
  readonly text: string;
  readonly plan: Plan;
  readonly rules: Revision;
}

/** The contract's newest revision, where it is this very plan, however laid out. */
export async function sameRevision(
  tx: ContractsTransaction,
  compiled: CompiledPlan,
): Promise<{ readonly newest: StoredRevision | undefined; readonly isSame: boolean }> {
  const { contract } = compiled.rules;
  const newest = await tx.newestRevision(contract);
  if (newest)
    assert(revisionProof(newest).holds, `revision ${newest.number} of ${contract} is as it was taken in`);
  return { newest, isSame: newest !== undefined && isSamePlan(newest, compiled) };
}

/** Whether a plan is the stored one; of one whose source was erased nobody can tell. */
function isSamePlan({ rules, personal }: StoredRevision, { plan, rules: others }: CompiledPlan): boolean {
  const source = personal.find(({ path }) => path === SOURCE)?.kept?.value;
  // A newer Ladder may know other holidays for the same text, and that is another revision.
  if (source === undefined || !sameRules(rules, others)) return false;
  return diff(parse(source).value, plan).length === 0;
}

interface Keeping {
  readonly at: Instant;
  readonly by: string;
}

/** Keeps the rules of a plan as its contract's next revision, after the newest one. */
export async function keepRules(
  tx: ContractsTransaction,
  { text, plan, rules: unnumbered }: CompiledPlan,
  newest: StoredRevision | undefined,
  { at, by }: Keeping,
): Promise<Pick<StoredRevision, 'number' | 'digest' | 'state'>> {
  const number = (newest?.number ?? 0) + 1;
  const rules = { ...unnumbered, number };
  const personal = personalValues(plan, text);
  const digest = revisionDigest(rules, personal);
  await tx.addRevision({
    contract: rules.contract,
    number,
    digest,
    rules,
    personal,
    loadedAt: at,
    loadedBy: by,
  });
  return { number, digest, state: 'draft' };
}
