import assert from 'node:assert';
import { parse } from '../../core/plan/reading/parse.ts';
import { AGREEING, type DraftState } from '../../core/publication/draft-state.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import type { DraftKey } from '../ports/drafts.ts';
import type { Refused } from '../refuse.ts';
import { type Seeding, seedingOf } from '../seed-seats.ts';
import { tellSubscribers } from '../subscriptions/tell-subscribers.ts';
import { refuseDraft, walkDraft } from './walk-draft.ts';

interface InForce {
  /** The number of the revision whose place it took. */
  readonly superseded: number | undefined;
  readonly seeding: Seeding;
}

/**
 * What follows from `PlanPublished`: new cases open on it, the revision before is superseded, and whoever it names
 * anew is somebody of the contract. People who are known stay who they are today.
 */
export async function putInForce(
  tx: ContractsTransaction,
  { contract }: DraftKey,
  { text = '', fixed, effectiveAt, agreed, lastAt }: DraftState,
): Promise<InForce> {
  assert(fixed && effectiveAt !== undefined, 'a published plan has its rules and its instant');
  const { revision: number } = fixed;
  const plan = parse(text).value;
  const seeding = await seedingOf(tx, plan, contract);
  if ('refusal' in seeding) return refuseDraft('draft-people-refused', { personId: personIn(seeding) });
  const before = await tx.publishedRevision(contract);
  const agreedBy = AGREEING.flatMap((party) => agreed[party]?.who ?? []);
  await tx.publish({ contract, number, agreedBy }, effectiveAt);
  const { timeZone = 'UTC', title = contract } = plan.contract ?? {};
  await tx.renameContract({ id: contract, title, timeZone });
  await tx.addPlanPeople(contract, seeding, lastAt);
  await tellSubscribers(tx, contract, { kind: 'published', revision: number }, lastAt);
  const superseded = before?.number === number ? undefined : before?.number;
  const older = superseded === undefined ? undefined : await tx.draftOf(contract, superseded);
  if (older !== undefined) {
    const command = {
      type: 'supersede',
      revision: number,
      at: lastAt,
      by: 'ladder',
      party: undefined,
    } as const;
    await walkDraft(tx, { contract, draft: older }, command);
  }
  return { superseded, seeding };
}

/** Who cannot be what the plan makes of them. */
const personIn = ({ refusal: { values } }: Refused): string => ('personId' in values ? values.personId : '');
