import type { Instant } from '../../instant.ts';
import type { Revision } from '../../plan/revision/revision.ts';
import { AUTHORITY } from '../authority.ts';
import type { Command, CommandBase } from '../command.ts';
import { deadlines } from '../deadlines.ts';
import { type Decision, decide } from '../decide.ts';
import type { CaseEvent } from '../event.ts';
import { contactsOf } from '../move.ts';
import type { CaseRefusal } from '../refusal.ts';
import { type CaseState, initial } from '../state.ts';
import type { Entry, Scenario } from './scenario.ts';

/** What a played case shows: an event, or a no. */
export type Line =
  | { readonly event: CaseEvent }
  | { readonly refused: CaseRefusal; readonly at: Instant; readonly entry: Entry | undefined };

/** A played case: everything in order, and where it stands in the end. */
export interface Played {
  readonly lines: readonly Line[];
  readonly state: CaseState;
}

/** A played case acts on no more deadlines than this. */
const DEADLINES_MAX = 100_000;

/**
 * Plays a scenario through the very core that runs real cases: deadlines fall at their instants, or when the
 * engine is up again, commands come when somebody gives them. Time is the scenario's; nothing waits.
 *
 * `revisions` are the later revisions that entries move to, by the name they use.
 */
export function simulate(
  revision: Revision,
  scenario: Scenario,
  revisions: ReadonlyMap<string, Revision> = new Map(),
): Played {
  const play: Play = { revision, scenario, revisions, lines: [], state: initial };
  const { openedAt, statedAt, track, customer, directory, automatic } = scenario;
  const who = { at: openedAt, occurredAt: openedAt, actor: 'customer', by: customer } as const;
  const opening = { caseId: 'case', revision, track, customer, directory };
  const chosen = automatic === undefined ? {} : { automatic };
  const stated = statedAt === undefined ? {} : { statedAt };
  take(play, { type: 'open', ...who, ...opening, ...chosen, ...stated }, undefined);
  for (const entry of scenario.entries) {
    runUntil(play, entry.at);
    take(play, commandOf(play, entry), entry);
  }
  runUntil(play, scenario.until);
  return { lines: play.lines, state: play.state };
}

interface Play {
  readonly revision: Revision;
  readonly scenario: Scenario;
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly lines: Line[];
  state: CaseState;
}

function take(play: Play, command: Command, entry: Entry | undefined): void {
  const decision: Decision = decide(play.state, command);
  if (!decision.accepted) {
    play.lines.push({ refused: decision.refusal, at: command.at, entry });
    return;
  }
  play.state = decision.state;
  for (const event of decision.events) play.lines.push({ event });
}

/** Lets every deadline fall that an engine which is sometimes down acts on by then. */
function runUntil(play: Play, until: Instant | undefined): void {
  for (let count = 0; count < DEADLINES_MAX; count++) {
    const next = deadlines(play.state)[0];
    if (!next || play.state.status !== 'open') return;
    const due = next.dueAt > play.state.lastAt ? next.dueAt : play.state.lastAt;
    const at = whenUp(play.scenario, due);
    if (until !== undefined && at > until) return;
    take(play, { type: 'deadlineDue', at, occurredAt: at, actor: 'contractor', by: 'ladder' }, undefined);
  }
}

function whenUp({ engineDown }: Scenario, at: Instant): Instant {
  let up = at;
  // In order of their beginning, so that times which overlap or touch are one.
  for (const [from, until] of engineDown.toSorted((a, b) => a[0] - b[0])) {
    if (from <= up && up < until) up = until;
  }
  return up;
}

function commandOf(play: Play, entry: Entry): Command {
  const { as, do: type, plan, statedAt, ...fields } = entry;
  const later = plan === undefined ? undefined : play.revisions.get(plan);
  return {
    ...fields,
    ...(statedAt === undefined ? {} : { statedAt }),
    ...(later ? { revision: later } : {}),
    ...whoIs(play, as, entry, entry.at),
    type,
  } as unknown as Command;
}

type Who = Pick<CommandBase, 'actor' | 'by' | 'onBehalfOf'>;

/** `customer`, `oversight`, `contractor`, `desk`, `level-2`, or a contact's id. */
function whoIs({ revision, scenario }: Play, as: string, entry: Entry, at: Instant): Who {
  if (as === 'customer') return { actor: 'customer', by: scenario.customer };
  if (as === 'oversight' || as === 'contractor') return { actor: as, by: as };
  if (as === 'desk') return deskFor(entry);
  const level = /^level-(\d{1,2})$/.exec(as)?.[1];
  if (level !== undefined) {
    const [first = as] = contactsOf({ revision, directory: scenario.directory }, Number(level), at);
    return { actor: 'contractor', by: first };
  }
  const actor = revision.tells?.oversight?.includes(as) ? 'oversight' : 'contractor';
  return { actor, by: scenario.directory[as] ?? as };
}

/** The desk speaks for the customer where it may, and for the contractor otherwise. */
function deskFor({ do: type }: Entry): Who {
  const { onBehalf, actors } = AUTHORITY[type];
  if (onBehalf || !actors.includes('contractor')) {
    return { actor: 'customer', by: 'desk', onBehalfOf: 'customer' };
  }
  return { actor: 'contractor', by: 'desk' };
}
