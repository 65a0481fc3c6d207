import type { Command, CommandOf } from '../../src/core/case/command.ts';
import { onlyFor, onlyOpen, openOrUnsure } from './naive-guards.ts';
import { pauseNow } from './naive-state.ts';
import { change, endPause, No, note, type Telling, Unsure } from './naive-telling.ts';

/** A request for a pause that was pending when the case closed: nobody says what becomes of it. */
export const OPEN_WHEN_CLOSED = '?';

export function requestPause(telling: Telling, command: CommandOf<'requestPause'>): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt } = telling;
  if (!memory.revision.pauses?.reasons.includes(command.reason)) throw new No('no such reason');
  if (pauseNow(memory)) throw new No('paused already');
  if (memory.pauseRequest !== undefined) throw new Unsure('asked for already');
  change(telling, occurredAt, { pauseRequest: command.reason });
  note(telling, 'PauseRequested', occurredAt, { reason: command.reason });
}

export function consentToPause(telling: Telling, command: CommandOf<'consentToPause'>): void {
  const reason = pendingRequest(telling, command);
  const { memory, occurredAt } = telling;
  const number = memory.pauses.length + 1;
  const pause = { number, reason, from: occurredAt, until: undefined, contest: 'none' } as const;
  change(telling, occurredAt, { pauseRequest: undefined, pauses: [...memory.pauses, pause] });
  note(telling, 'Paused', occurredAt, { pause: number, reason });
}

export function refusePause(telling: Telling, command: CommandOf<'refusePause'>): void {
  pendingRequest(telling, command);
  change(telling, telling.occurredAt, { pauseRequest: undefined });
  note(telling, 'PauseRefused', telling.occurredAt, {});
}

function pendingRequest(telling: Telling, command: Command): string {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  const { pauseRequest } = telling.memory;
  if (pauseRequest === undefined) throw new No('nobody asked for a pause');
  if (pauseRequest === OPEN_WHEN_CLOSED) throw new Unsure('asked for before the case closed');
  return pauseRequest;
}

export function resume(telling: Telling, command: CommandOf<'resume'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer', 'contractor']);
  if (!pauseNow(telling.memory)) throw new No('not paused');
  endPause(telling, telling.occurredAt, {});
}

export function contestPause(telling: Telling, command: CommandOf<'contestPause'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['customer']);
  const pause = telling.memory.pauses.find((one) => one.number === command.pause);
  if (!pause) throw new No('no such pause');
  if (pause.contest !== 'none') throw new Unsure('contested already');
  pauseContest(telling, command.pause, 'open');
  note(telling, 'PauseContested', telling.occurredAt, { pause: command.pause });
}

export function decidePauseDispute(telling: Telling, command: CommandOf<'decidePauseDispute'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['oversight']);
  const pause = telling.memory.pauses.find((one) => one.number === command.pause);
  if (!pause || pause.contest === 'none') throw new No('not contested');
  if (pause.contest !== 'open' || pause.until === undefined)
    throw new Unsure('decided already, or it still lasts');
  note(telling, 'PauseDisputeDecided', telling.occurredAt, { pause: command.pause, upheld: command.upheld });
  pauseContest(telling, command.pause, command.upheld ? 'upheld' : 'dismissed');
}

function pauseContest(telling: Telling, number: number, contest: 'open' | 'upheld' | 'dismissed'): void {
  const pauses = telling.memory.pauses.map((one) => (one.number === number ? { ...one, contest } : one));
  change(telling, telling.occurredAt, { pauses });
}

export function contestStatedInstant(telling: Telling, command: CommandOf<'contestStatedInstant'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['contractor']);
  const ask = telling.memory.asks[command.ask];
  if (ask?.statedAt === undefined) throw new No('nothing stated there');
  if (ask.contest !== 'none' || ask.dropped) throw new Unsure('contested already, or dropped');
  askContest(telling, command.ask, 'open');
  note(telling, 'StatedInstantContested', telling.occurredAt, { ask: command.ask });
}

export function decideStatedInstant(telling: Telling, command: CommandOf<'decideStatedInstant'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['oversight']);
  const ask = telling.memory.asks[command.ask];
  if (!ask || ask.contest === 'none') throw new No('not contested');
  if (ask.contest !== 'open' || ask.dropped) throw new Unsure('decided already, or dropped');
  note(telling, 'StatedInstantDecided', telling.occurredAt, { ask: command.ask, upheld: command.upheld });
  askContest(telling, command.ask, command.upheld ? 'upheld' : 'dismissed');
}

function askContest(telling: Telling, number: number, contest: 'open' | 'upheld' | 'dismissed'): void {
  const asks = telling.memory.asks.map((one, index) => (index === number ? { ...one, contest } : one));
  change(telling, telling.occurredAt, { asks });
}
