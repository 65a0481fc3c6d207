import { compile } from '../../../core/plan/revision/compile.ts';
import { overridesOf } from '../plan/overrides-view.ts';
import { planAsPublished } from '../plan/plan-as-published.ts';
import type { PlanView } from '../plan/plan-view.ts';
import type { DraftView } from './draft-view.ts';

/** A draft as anybody would read it if it were published now; undefined where its clocks cannot be counted yet. */
export function draftPreview({ kept, judged, inForce, now }: DraftView): PlanView | undefined {
  const { text } = kept.state;
  const { plan: written } = judged;
  if (text === undefined || written.contract?.id === undefined) return undefined;
  const { revision, gaps } = compile(written, (inForce ?? 0) + 1);
  if (gaps) return undefined;
  const plan = planAsPublished({ text, written, rules: revision, at: now, reader: 'public' });
  return { ...plan, overrides: overridesOf(kept.state, plan) };
}
