import type { CommandOf } from '../../src/core/case/command.ts';
import type { Condition } from '../../src/core/plan/revision/revision.ts';
import { type Minute, overWithStops } from './naive-calendar.ts';
import { silentProposal } from './naive-clocks.ts';
import { onlyFor, onlyOpen, stated } from './naive-guards.ts';
import { levelOf } from './naive-standing.ts';
import {
  type Answer,
  type Ask,
  answerAt,
  type Due,
  firstUnanswered,
  hasAcknowledged,
  hasResponded,
  type Memory,
  startOf,
  stopsOf,
} from './naive-state.ts';
import { change, No, note, type Telling, toInstant, Unsure } from './naive-telling.ts';

export function acknowledge(telling: Telling, command: CommandOf<'acknowledge'>): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt: at } = telling;
  const level = levelOf(memory, command);
  const order = memory.order + 1;
  const { by } = command;
  const isHeard = (ask: Ask) => hasAcknowledged(memory, level)(ask) || hasResponded(memory, [level])(ask);
  const repeated = memory.acknowledgements.some((one) => one.by === by && one.level === level);
  if (repeated && !firstUnanswered(memory, [level], isHeard)) throw new Unsure('acknowledged already');
  note(telling, 'Acknowledged', at, { level });
  change(telling, at, { acknowledgements: [...memory.acknowledgements, { level, by, at, order }], order });
}

type Answers = CommandOf<'respond' | 'proposeResolution' | 'update'>;

export function answer(telling: Telling, command: Answers, kind: Answer['kind']): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt } = telling;
  const statedAt = 'statedAt' in command ? stated(telling, command.statedAt) : undefined;
  if (kind === 'proposal' && memory.revision.closeWhenSilentFor && silentProposal(memory)) {
    throw new Unsure('a second proposal into one silence');
  }
  const number = memory.answers.length;
  const level = levelOf(memory, command);
  const order = memory.order + 1;
  const said: Answer = { number, kind, level, occurredAt, statedAt, confirmed: false, dropped: false, order };
  const type = { response: 'Responded', proposal: 'ResolutionProposed', update: 'Updated' } as const;
  note(telling, type[kind], occurredAt, {
    response: number,
    level,
    statedAt: statedAt === undefined ? undefined : toInstant(statedAt),
  });
  withdrawing(telling, kind === 'update' ? undefined : said, () => {
    change(telling, occurredAt, { answers: [...memory.answers, said], order });
  });
}

export function confirmResponse(telling: Telling, command: CommandOf<'confirmResponse'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  const said = telling.memory.answers.find((one) => one.number === command.response);
  if (!said || said.kind === 'update') throw new No('no such response');
  if (said.statedAt === undefined) throw new No('no instant was stated');
  if (said.confirmed || said.dropped) throw new Unsure('confirmed twice, or dropped');
  const confirmed = { ...said, confirmed: true };
  note(telling, 'ResponseConfirmed', telling.occurredAt, { response: said.number });
  withdrawing(telling, confirmed, () => {
    const answers = telling.memory.answers.map((one) => (one === said ? confirmed : one));
    change(telling, telling.occurredAt, { answers });
  });
}

/** Learns of a response, and withdraws each due step whose silence it turns out to have broken in time. */
function withdrawing(telling: Telling, said: Answer | undefined, learn: () => void): void {
  const before = telling.memory;
  learn();
  if (!said) return;
  for (const due of before.due) {
    if (due.condition.kind === 'unsatisfied' || answerAt(said) >= due.dueAt) continue;
    if (yields(telling.memory, due)) continue;
    if (!yields(before, due)) throw new Unsure('the clock by which it fell due has gone already');
    change(telling, telling.occurredAt, { due: telling.memory.due.filter((one) => one !== due) });
    note(telling, 'StepWithdrawn', telling.occurredAt, { level: due.level });
  }
}

/** Whether the clock by which a step fell due still makes it due by then. */
function yields(memory: Memory, { condition, level, dueAt }: Due): boolean {
  const start = startOf(memory, level, condition);
  return start !== undefined && endOf(memory, condition, start.at) <= dueAt;
}

const endOf = (memory: Memory, limit: Condition, from: Minute): Minute =>
  overWithStops(memory.revision.calendars[limit.calendar]!, from, limit.span, stopsOf(memory)).end;
