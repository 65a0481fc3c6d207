import { type Reaching, reachingOf, readReaching, type WrittenReaching } from '../core/case/play/reaching.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { NoticeMeans } from '../core/reach/notice-rules.ts';
import { CliRefusal } from './cli-refusal.ts';
import { reachable } from './forecast-people.ts';
import type { Io } from './io.ts';
import { saidFindings } from './said-findings.ts';

/** The rules of notices in a file. */
export async function reachingIn(file: string, revision: Revision, io: Io): Promise<Reaching> {
  const text = await io.readText(file);
  const { written, findings } = readReaching(text);
  if (findings.length > 0) {
    saidFindings({ file, text, findings }, io);
    throw new CliRefusal('reaching-not-understood', { file });
  }
  return usableReaching(file, written, revision);
}

/** Rules as they were written, ready to be asked; throws where they cannot be. */
export function usableReaching(
  file: string,
  written: WrittenReaching,
  revision: Revision,
  others: readonly string[] = [],
): Reaching {
  const found = reachingOf(written, revision, others);
  if ('reaching' in found) return found.reaching;
  const { key, value, rule } = found.problem;
  const said = rule && catalogue('en').reach.problems[rule.code]({ value: rule.value });
  const reason = said && `${said.message} ${said.advice}`;
  throw new CliRefusal('reaching-unusable', { file, key, value, reason });
}

/** By what somebody of a plan has a number or an address; whoever a directory names is taken to have all. */
export function plannedMeans(plan: Plan): (id: string) => readonly NoticeMeans[] {
  return (id) => {
    if (!Object.hasOwn(plan.contacts ?? {}, id)) return ['email', 'text', 'call'];
    const { email, mobile, office } = reachable(plan, id);
    return [
      ...(email === undefined ? [] : (['email'] as const)),
      ...(mobile === undefined ? [] : (['text'] as const)),
      ...(mobile === undefined && office === undefined ? [] : (['call'] as const)),
    ];
  };
}
