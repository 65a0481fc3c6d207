import type { Instant } from '../../../core/instant.ts';
import type { Change } from '../../../core/plan/diff/change.ts';
import { diff } from '../../../core/plan/diff/diff.ts';
import { type JudgedDraft, judgeDraft } from '../../../core/publication/draft-findings.ts';
import type { DraftKey, DraftReading, KeptDraft } from '../../ports/drafts.ts';
import type { Reading } from '../../ports/reading.ts';
import { judgedAt } from '../../publication/judged-today.ts';
import { writtenPlan } from '../plan/agreed-plan.ts';

/** A plan on its way, as those who work on it see it. */
export interface DraftView {
  readonly kept: KeptDraft;
  readonly now: Instant;
  /** Where the plan has no zone yet, the contract's. */
  readonly timeZone: string;
  readonly contractTitle: string;
  readonly judged: JudgedDraft;
  /** The number of the revision in force. */
  readonly inForce: number | undefined;
  /** What it changes in the plan in force; undefined where there is none, or one of the two cannot be read. */
  readonly changes: readonly Change[] | undefined;
}

interface DraftParts {
  readonly reading: Reading;
  readonly drafts: DraftReading;
}

/** One draft, judged today and held against the plan in force; undefined where there is none such. */
export async function draftView(
  { reading, drafts }: DraftParts,
  key: DraftKey,
): Promise<DraftView | undefined> {
  const [kept, [contract], now] = await Promise.all([
    drafts.draft(key),
    reading.contracts(key.contract),
    reading.now(),
  ]);
  if (!kept || !contract) return undefined;
  const { state } = kept;
  const { published: inForce, title: contractTitle, timeZone } = contract;
  const judged = judgeDraft(state, judgedAt(now));
  const before = inForce === undefined ? undefined : await writtenPlan(reading, key.contract, inForce);
  const isReadable = state.text !== undefined && Object.keys(judged.plan).length > 0;
  const changes = before && isReadable ? diff(before, judged.plan) : undefined;
  return { kept, now, timeZone, contractTitle, judged, inForce, changes };
}
