import { dirname, join } from 'node:path';
import { eventJson } from '../core/case/event-json.ts';
import { readScenario, type Scenario, scenarioOf, type WrittenScenario } from '../core/case/play/scenario.ts';
import { type Line, type Played, simulate as play } from '../core/case/play/simulate.ts';
import { waitingFor } from '../core/case/waiting-for.ts';
import { formatInstant } from '../core/instant.ts';
import { caseSentences } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { CliRefusal } from './cli-refusal.ts';
import { reachable } from './forecast-people.ts';
import type { Io } from './io.ts';
import { type TriedLine, withTries } from './played-tries.ts';
import { usableReaching } from './reaching.ts';
import { runnablePlan } from './runnable-plan.ts';
import { saidFindings } from './said-findings.ts';
import { printable } from './terminal-text.ts';

export interface SimulateOptions {
  readonly json?: boolean;
  readonly story?: boolean;
}

/** `ladder simulate`: plays a case and prints every event, one JSON object a line, or as a story. */
export async function simulate(words: readonly string[], options: SimulateOptions, io: Io): Promise<number> {
  const [first = '', second] = words;
  const file = second ?? first;
  const written = await scenarioIn(file, io);
  const planFile = second === undefined ? planBeside(file, written) : first;
  const { plan, revision } = await runnablePlan(planFile, io);
  const scenario = playable(file, written, revision);
  const played = play(revision, scenario, await laterRevisions(file, written, io));
  const others = Object.values(scenario.directory);
  const reaching = written.reaching && usableReaching(file, written.reaching, revision, others);
  const lines = reaching ? withTries(played, { plan, revision, scenario, reaching }) : played.lines;
  const shown = { plan, lines, state: played.state };
  io.stdout.write(options.story ? story(shown, revision) : jsonLines(shown, revision));
  return 0;
}

async function scenarioIn(file: string, io: Io): Promise<WrittenScenario> {
  const text = await io.readText(file);
  const { written, findings } = readScenario(text);
  if (findings.length === 0) return written;
  saidFindings({ file, text, findings }, io);
  throw new CliRefusal('scenario-not-understood', { file });
}

/** The plan a scenario names, by its own place. */
function planBeside(file: string, { plan }: WrittenScenario): string {
  if (plan === undefined) throw new CliRefusal('scenario-plan-missing', { file });
  return join(dirname(file), plan);
}

function playable(file: string, written: WrittenScenario, revision: Revision): Scenario {
  const read = scenarioOf(written, revision);
  if ('scenario' in read) return read.scenario;
  const { code, values } = read.problem;
  if (code !== 'scenario-actor-unknown') throw new CliRefusal(code, { file, ...values });
  const levels = revision.levels.map(({ number }) => `level-${number}`);
  const known = ['customer', 'desk', 'oversight', 'contractor', ...levels, ...Object.keys(revision.seats)];
  throw new CliRefusal(code, { file, ...values, known });
}

/** The plans that entries move the case to, as later revisions, in the order they are named. */
async function laterRevisions(
  file: string,
  { then: entries = [] }: WrittenScenario,
  io: Io,
): Promise<ReadonlyMap<string, Revision>> {
  const later = new Map<string, Revision>();
  for (const { plan } of entries) {
    if (plan === undefined || later.has(plan)) continue;
    const { revision } = await runnablePlan(join(dirname(file), plan), io, later.size + 2);
    later.set(plan, revision);
  }
  return later;
}

function jsonLines({ lines }: Pick<Shown, 'lines'>, revision: Revision): string {
  return lines.map((line) => `${JSON.stringify(jsonOf(line, revision))}\n`).join('');
}

function jsonOf(line: Line | TriedLine, revision: Revision): object {
  if ('tried' in line) {
    const { at, level, personId: contact, means } = line.tried;
    return { at: formatInstant(at), tried: { level, contact, means } };
  }
  if ('event' in line) return eventJson(line.event);
  const { message, advice } = caseSentences(catalogue('en').case, revision).refusal(line.refused);
  return { at: formatInstant(line.at), refused: line.refused.code, message: `${message} ${advice}` };
}

/** A played case with whom Ladder would try in it; people are called as the plan has them, where it is there. */
interface Shown {
  readonly plan?: Plan;
  readonly lines: readonly (Line | TriedLine)[];
  readonly state: Played['state'];
}

/** What happened, a line each on the contract's clocks, and where the case stands. */
export function story({ plan, lines, state }: Shown, revision: Revision): string {
  const say = caseSentences(catalogue('en').case, revision);
  const told = lines.map((line) => {
    if ('tried' in line) {
      const { at, level, personId, means } = line.tried;
      const name = plan ? reachable(plan, personId).name : personId;
      return `${say.instant(at)}  ${printable(catalogue('en').forecast.wouldTry({ level, name, means }))}`;
    }
    if ('event' in line) return `${say.instant(line.event.at)}  ${printable(say.event(line.event))}`;
    const { message, advice } = say.refusal(line.refused);
    return `${say.instant(line.at)}  ${printable(`${message} ${advice}`)}`;
  });
  const width = Math.max(...told.map((line) => line.indexOf('  ')));
  const aligned = told.map((line) => {
    const end = line.indexOf('  ');
    return `${line.slice(0, end).padStart(width)}  ${line.slice(end + 2)}`;
  });
  return `${aligned.join('\n')}\n\n${say.waiting(waitingFor(state))}\n`;
}
