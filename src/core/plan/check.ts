import type { Finding, FindingCode, Path } from '../finding.ts';
import type { Facts, FactsFor } from './facts.ts';
import type { Plan } from './format/schema.ts';
import { type Parsed, parse } from './reading/parse.ts';
import { valueAt } from './reading/path.ts';
import type { AnyRule, Problem } from './rule.ts';
import { RULES } from './rules/all.ts';

interface Checked {
  /** What could be read of the plan. */
  readonly plan: Plan;
  /** Everything that is wrong, in the order of the text. */
  readonly findings: readonly Finding[];
  /** Codes of the rules that could not be asked, because a fact was not given or the text is broken; sorted. */
  readonly notChecked: readonly FindingCode[];
}

/**
 * Everything that is wrong with a plan's text, and the rules that could not be asked.
 *
 * A text that is no YAML is reported as that alone: half of a plan would break rules that the whole one keeps.
 *
 *     check(text, { today: '2026-12-01' })
 */
export function check(text: string, factsFor: FactsFor = {}): Checked {
  const parsed = parse(text);
  const facts = typeof factsFor === 'function' ? factsFor(parsed.value) : factsFor;
  const asked = parsed.isWhole ? RULES.filter((rule) => hasFacts(rule, facts)) : [];
  const findings = asked.flatMap((rule) => findingsOf(rule, parsed, facts));
  return {
    plan: parsed.value,
    findings: [...parsed.findings, ...findings].sort(byPosition),
    notChecked: RULES.filter((rule) => !asked.includes(rule))
      .map(({ code }) => code)
      .sort(),
  };
}

const hasFacts = (rule: AnyRule, facts: Facts): boolean =>
  (rule.needs ?? []).every((fact) => facts[fact] !== undefined);

function findingsOf(rule: AnyRule, parsed: Parsed<Plan>, facts: Facts): readonly Finding[] {
  const problems: readonly Problem[] = rule.find(parsed.value, facts);
  return problems.flatMap(({ path, values, severity = rule.severity }) => {
    if (isToldAlready(parsed, path)) return [];
    const at = parsed.source.positionAt(parsed.source.headPlaceOf(path));
    const finding = { code: rule.code, severity, ...at, path, values };
    return [finding as Finding];
  });
}

/** Whether the path leads to a value that was taken out, or to a map or list that has lost one. */
function isToldAlready({ source, value, removedAt, removedFrom }: Parsed<Plan>, path: Path): boolean {
  return removedAt.has(source.placeOf(path)) || removedFrom.has(valueAt(value, path));
}

const byPosition = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
