import { readScenario, scenarioOf } from '../core/case/play/scenario.ts';
import { simulate } from '../core/case/play/simulate.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { check } from '../core/plan/check.ts';
import { inProject } from '../project.ts';
import type { Io } from './io.ts';
import { runnablePlan } from './runnable-plan.ts';
import { story } from './simulate.ts';
import { painter } from './terminal-colour.ts';

const DOCUMENT = 'plans/calnet-3-category-9.1.uncured.plan.yaml';
const PLAN = 'plans/calnet-3-category-9.1.plan.yaml';
const SCENARIO = 'scenarios/a.scenario.yaml';

/** `ladder tour`: what is wrong with the sample document, its cured plan, and a case moving up that plan. */
export async function tour(io: Io): Promise<number> {
  const words = catalogue('en').cli.tour;
  const paint = painter(io.env, io.isTerminal);
  const say = (text: string): void => void io.stdout.write(`${text}\n`);
  say(`${words.welcome}\n`);
  say(words.documentChecked({ file: DOCUMENT, blocking: await count(DOCUMENT, io, 'blocking') }));
  say(`${words.documentAdvice(DOCUMENT)}\n`);
  const [blocking, all] = [await count(PLAN, io, 'blocking'), await count(PLAN, io)];
  say(`${words.planChecked({ file: PLAN, blocking, other: all - blocking })}\n`);
  const { written } = readScenario(await io.readText(inProject(SCENARIO)));
  const { revision } = await runnablePlan(inProject(PLAN), io);
  const read = scenarioOf(written, revision);
  if (!('scenario' in read)) throw new Error(`${SCENARIO}: ${read.problem.code} ${read.problem.values.key}`);
  say(`${paint(['bold'], words.casePlayed(written.title ?? ''))}\n`);
  say(story(simulate(revision, read.scenario), revision));
  say(words.next.join('\n'));
  return 0;
}

async function count(file: string, io: Io, severity?: 'blocking'): Promise<number> {
  const { findings } = check(await io.readText(inProject(file)));
  return findings.filter((finding) => severity === undefined || finding.severity === severity).length;
}
