import { readFileSync } from 'node:fs';
import type { Command } from '../../src/core/case/command.ts';
import { deadlines } from '../../src/core/case/deadlines.ts';
import { decide } from '../../src/core/case/decide.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import { type BenchRow, seeded } from './bench-row.ts';

const PLAN = new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url);
const MINUTE = 60_000;
const ROUNDS = 12;
const CASES = 4000;
const LONG_CASES = 20;
const TURNS = 100;

/** The commands of one ordinary case, at a start of its own: opened, answered, asked, moved, settled. */
function story(revision: Revision, start: Instant, track: string): Command[] {
  const at = (minutes: number) => ({
    at: asInstant(start + minutes * MINUTE),
    occurredAt: asInstant(start + minutes * MINUTE),
  });
  const customer = { actor: 'customer', by: 'dana' } as const;
  const desk = { actor: 'contractor', by: 'customer-support' } as const;
  const lead = { actor: 'contractor', by: 'solutions-architect' } as const;
  return [
    { type: 'open', ...at(0), ...customer, caseId: 'case', revision, track, customer: 'dana' },
    { type: 'acknowledge', ...at(5), ...desk },
    { type: 'respond', ...at(40), ...desk },
    { type: 'update', ...at(90), ...desk },
    { type: 'addNote', ...at(100), ...customer, text: 'The lamp is red' },
    { type: 'proposeResolution', ...at(150), ...desk },
    { type: 'notSatisfied', ...at(170), ...customer },
    { type: 'deadlineDue', ...at(245), actor: 'contractor', by: 'ladder' },
    { type: 'escalate', ...at(5 * 1440), ...customer, level: 2 },
    { type: 'acknowledge', ...at(5 * 1440 + 4), ...lead },
    { type: 'ask', ...at(5 * 1440 + 30), ...customer },
    { type: 'respond', ...at(5 * 1440 + 50), ...lead },
    { type: 'satisfied', ...at(5 * 1440 + 60), ...customer },
  ];
}

/** Decides (which evolves) and asks for the deadlines, command by command, as a case runs; answers how many said yes. */
function run(stories: readonly Command[][]): number {
  let accepted = 0;
  for (const commands of stories) {
    let state: CaseState = initial;
    for (const command of commands) {
      const decision = decide(state, command);
      if (!decision.accepted) continue;
      accepted++;
      state = decision.state;
      deadlines(state);
    }
  }
  return accepted;
}

/** Commands in a second of processor time, collector included, on the sample plan with its promises, over random starts in a year. */
export function benchCase(): BenchRow[] {
  const { revision } = compile(parse(readFileSync(PLAN, 'utf8')).value, 1);
  if (!revision) throw new Error('the sample plan does not compile');
  const tracks = Object.keys(revision.tracks);
  const random = seeded(20_261_122);
  const first = Date.UTC(2026, 0, 1);
  const stories = Array.from({ length: CASES }, (_, index) =>
    story(
      revision,
      asInstant(first + Math.floor(random() * 365 * 1440) * MINUTE),
      tracks[index % tracks.length]!,
    ),
  );
  const long = Array.from({ length: LONG_CASES }, () => talk(revision, asInstant(first), tracks[0]!));
  return [
    measure('decide + evolve + deadlines, sample plan', stories),
    measure(`the same, a case with ${TURNS} asks and answers`, long),
  ];
}

/** A case that is asked about and answered over and over. */
function talk(revision: Revision, start: Instant, track: string): Command[] {
  const [opening] = story(revision, start, track);
  const turns = Array.from({ length: TURNS }, (_, turn): Command[] => {
    const asked = asInstant(start + (turn * 2 + 1) * MINUTE);
    const answered = asInstant(start + (turn * 2 + 2) * MINUTE);
    return [
      { type: 'ask', at: asked, occurredAt: asked, actor: 'customer', by: 'dana' },
      { type: 'respond', at: answered, occurredAt: answered, actor: 'contractor', by: 'customer-support' },
    ];
  });
  return [opening!, ...turns.flat()];
}

function measure(name: string, stories: readonly Command[][]): BenchRow {
  const commands = stories.reduce((sum, each) => sum + each.length, 0);
  run(stories);
  let best = 0;
  let accepted = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    accepted = run(stories);
    const { user, system } = process.cpuUsage(started);
    best = Math.max(best, commands / ((user + system) / 1e6));
  }
  const notes = `${commands.toLocaleString('en-US')} commands, ${accepted.toLocaleString('en-US')} accepted, best of ${ROUNDS}`;
  return { name, perSecond: Math.round(best), notes };
}
