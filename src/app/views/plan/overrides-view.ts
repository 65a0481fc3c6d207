import type { Finding } from '../../../core/finding.ts';
import { findingName, judgeDraft } from '../../../core/publication/draft-findings.ts';
import { AGREEING, type Agreeing, type DraftState } from '../../../core/publication/draft-state.ts';
import type { DraftReading } from '../../ports/drafts.ts';
import { judgedAt } from '../../publication/judged-today.ts';
import type { AgreedPlan } from './agreed-plan.ts';
import { isContactKept } from './history-view.ts';
import type { PlanReader } from './plan-reader.ts';

/** A finding that both parties let stand when the plan was published, as its reader may see it. */
export interface OverrideView {
  /** What was found; undefined where the text in which it was found has been erased. */
  readonly finding: Finding | undefined;
  /** Where: `contacts.ana.office`. */
  readonly path: string;
  /** It is about a contact whose numbers the reader may not see. */
  readonly isKept: boolean;
  /** Who let it stand for which party, and why; without a reason where that was erased. */
  readonly reasons: readonly {
    readonly party: Agreeing;
    readonly by: string;
    readonly because: string | undefined;
  }[];
}

/** The findings that would have kept the plan in force from being published, and that both parties let stand. */
export async function overrideViews(
  drafts: DraftReading,
  { contract: { contract }, published, written }: AgreedPlan,
  reader: PlanReader,
): Promise<readonly OverrideView[]> {
  const draft = await drafts.overriddenDraft(contract, published.number);
  const kept = draft === undefined ? undefined : await drafts.draft({ contract, draft });
  if (!kept) return [];
  return overridesOf(kept.state, { written, reader });
}

/** The same of a draft that is at hand. */
export function overridesOf(
  state: DraftState,
  { written, reader }: { readonly written: AgreedPlan['written']; readonly reader: PlanReader },
): readonly OverrideView[] {
  const found = foundIn(state);
  return state.overrides.flatMap(({ finding: code, path, by }) => {
    const reasons = AGREEING.flatMap((party) => {
      const given = by[party];
      return given ? [{ party, by: given.by, because: given.text }] : [];
    });
    if (reasons.length < AGREEING.length) return [];
    const finding = found.find((one) => {
      const name = findingName(one);
      return name.finding === code && name.path === path;
    });
    const [head, id = ''] = path.split('.');
    const isKept = head === 'contacts' && (!written || isContactKept(written, id, reader));
    return [{ finding, path, isKept, reasons }];
  });
}

/** What was found in the text on the day from which it holds. */
function foundIn({ text, overrides, effectiveAt, lastAt }: DraftState): readonly Finding[] {
  return text === undefined ? [] : judgeDraft({ text, overrides }, judgedAt(effectiveAt ?? lastAt)).findings;
}
