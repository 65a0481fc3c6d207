import type { Plan } from '../core/plan/format/schema.ts';
import { parse } from '../core/plan/reading/parse.ts';
import { compile } from '../core/plan/revision/compile.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';

/** A plan that a case can run on: as written, and as rules. */
interface RunnablePlan {
  readonly plan: Plan;
  readonly revision: Revision;
}

/**
 * The plan in a file, ready to run a case. Findings do not matter here as long as every clock can be counted;
 * throws a `CliRefusal` that names what is missing where one cannot.
 */
export async function runnablePlan(file: string, io: Io, number = 1): Promise<RunnablePlan> {
  const { value: plan } = parse(await io.readText(file));
  const { revision, gaps } = compile(plan, number);
  if (gaps) throw new CliRefusal('plan-not-runnable', { file, gaps });
  return { plan, revision };
}
