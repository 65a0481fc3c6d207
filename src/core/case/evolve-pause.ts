import type { CaseEvent } from './event.ts';
import type { Draft } from './evolve.ts';
import type { Ask, Stop } from './state.ts';

/** Pauses and what is contested: time that may not have counted, instants that may not hold. */
export function evolvePause(next: Draft, event: CaseEvent): boolean {
  switch (event.type) {
    case 'PauseRequested':
      next.pauseRequest = { reason: event.reason, from: event.occurredAt };
      return true;
    case 'PauseRefused':
      next.pauseRequest = undefined;
      return true;
    case 'Paused': {
      const { pause: number, reason, occurredAt: from } = event;
      const stop: Stop = { kind: 'pause', number, reason, from, until: undefined, contest: 'none' };
      next.stops = [...next.stops, stop];
      next.pausesCount = number;
      next.pauseRequest = undefined;
      return true;
    }
    case 'Resumed':
      changePause(next, event.pause, { until: event.occurredAt });
      return true;
    case 'PauseContested':
      changePause(next, event.pause, { contest: 'open' });
      return true;
    case 'PauseDisputeDecided': {
      const pause = next.stops.find((stop) => isPause(stop, event.pause));
      const until = event.upheld ? (pause?.until ?? event.occurredAt) : pause?.until;
      changePause(next, event.pause, { contest: event.upheld ? 'upheld' : 'dismissed', until });
      return true;
    }
    case 'StatedInstantContested':
      changeAsk(next, event.ask, (ask) => ({ ...ask, contest: 'open' }));
      return true;
    case 'StatedInstantDecided':
      if (event.upheld) countFromReceipt(next, event.ask);
      else changeAsk(next, event.ask, (ask) => ({ ...ask, contest: 'dismissed' }));
      return true;
    default:
      return false;
  }
}

const isPause = (stop: Stop, number: number): boolean => stop.kind === 'pause' && stop.number === number;

function changePause(next: Draft, number: number, change: Partial<Stop>): void {
  next.stops = next.stops.map((stop) => (isPause(stop, number) ? { ...stop, ...change } : stop));
}

function changeAsk(next: Draft, number: number, change: (ask: Ask) => Ask): void {
  next.asks = next.asks.map((ask) => (ask.number === number ? change(ask) : ask));
}

/** Everything that counted from the stated instant counts from when it was received. */
function countFromReceipt(next: Draft, number: number): void {
  const received = next.asks.find((ask) => ask.number === number)!.occurredAt;
  changeAsk(next, number, (ask) => ({ ...ask, contest: 'upheld', from: received }));
  if (number === 0) next.openedFrom = received;
  next.contacted = next.contacted.map((one) => (one.ask === number ? { ...one, from: received } : one));
}
