import { asInstant } from '../../core/instant.ts';
import { plainEvent } from '../../core/plain-event.ts';
import { type NoticeRules, type RuleProblem, ruleProblems } from '../../core/reach/notice-rules.ts';
import { evolveRules, type RulesEvent } from '../../core/reach/rules-event.ts';
import { isSameJson } from '../../core/same-json.ts';
import type { Contracts } from '../ports/contracts.ts';
import type { KeptRules, RulesKey } from '../ports/notice-rules.ts';
import { chainOf } from '../record.ts';

/** Why rules were not taken. */
type SetRulesProblem = RuleProblem | { readonly code: 'tooOften' | 'notTheirs' };

/** Each stands in the record for good. */
const CHANGES_A_DAY_MAX = 30;
const DAY_MS = 86_400_000;

/**
 * Sets how somebody is tried from now on, as they say themselves; without rules the usual ones count again. What is the
 * same as before changes nothing.
 */
export function setNoticeRules(
  contracts: Contracts,
  key: RulesKey,
  rules: NoticeRules | undefined,
): Promise<{ readonly kept: KeptRules } | { readonly problems: readonly SetRulesProblem[] }> {
  const problems = rules ? ruleProblems(rules) : [];
  if (problems.length > 0) return Promise.resolve({ problems });
  return contracts.transaction(async (tx) => {
    await tx.lockContract(key.contract);
    const at = await tx.now();
    const [person] = await tx.people(key.contract, [key.personId]);
    if (!person || person.erasedAt !== undefined) return { problems: [{ code: 'notTheirs' }] };
    const kept = await tx.noticeRules(key);
    const by = key.personId;
    const event: RulesEvent =
      rules && rules.length > 0
        ? { type: 'NoticeRulesSet', at, by, rules }
        : { type: 'NoticeRulesReset', at, by };
    const state = evolveRules(kept.state, event);
    if (isSameJson(state, kept.state)) return { kept };
    if ((await tx.rulesChangedSince(key, asInstant(at - DAY_MS))) >= CHANGES_A_DAY_MAX)
      return { problems: [{ code: 'tooOften' }] };
    const [recorded] = chainOf({ head: kept.head, number: kept.events }, [event], plainEvent);
    await tx.recordNoticeRules(kept, recorded!, state);
    return { kept: { ...kept, state, events: kept.events + 1, head: recorded!.digest, changedAt: at } };
  });
}
