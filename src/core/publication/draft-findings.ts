import type { Finding } from '../finding.ts';
import { check } from '../plan/check.ts';
import type { FactsFor } from '../plan/facts.ts';
import type { Plan } from '../plan/format/schema.ts';
import { compile } from '../plan/revision/compile.ts';
import { RULES } from '../plan/rules/all.ts';
import type { FindingName } from './draft-event.ts';
import type { DraftState, Override } from './draft-state.ts';

/** A draft's text as it is judged. */
export interface JudgedDraft {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  /** What keeps it from being agreed and published. */
  readonly blocking: readonly Finding[];
  /** Keys without which its clocks cannot be counted: nobody can let that stand. */
  readonly gaps: readonly string[];
}

/** Everything that is wrong with a draft as it is written now, and what of it is not let stand by both parties. */
export function judgeDraft(
  { text = '', overrides }: Pick<DraftState, 'text' | 'overrides'>,
  facts: FactsFor,
): JudgedDraft {
  const { plan, findings } = check(text, facts);
  const blocking = findings.filter((one) => one.severity === 'blocking' && !isLetStand(overrides, one));
  return { plan, findings, blocking, gaps: compile(plan, 0).gaps ?? [] };
}

/** How a finding is named: by what it is and where it stands. */
export const findingName = ({ code, path }: Pick<Finding, 'code' | 'path'>): FindingName => ({
  finding: code,
  path: path.join('.'),
});

/** The override of a finding, by one party or by both. */
export function overrideOf(
  overrides: readonly Override[],
  finding: Pick<Finding, 'code' | 'path'>,
): Override | undefined {
  const name = findingName(finding);
  return overrides.find((one) => one.finding === name.finding && one.path === name.path);
}

function isLetStand(overrides: readonly Override[], finding: Finding): boolean {
  const { contractor, oversight } = overrideOf(overrides, finding)?.by ?? {};
  return contractor !== undefined && oversight !== undefined;
}

const OF_RULES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));

/**
 * Whether both parties may let a finding stand. What cannot be read is no plan, and a question is settled by choosing
 * a reading; everything else that blocks is theirs to judge.
 */
export const mayStand = ({ code, severity }: Finding): boolean =>
  severity === 'blocking' && OF_RULES.has(code) && code !== 'question-open';
