import type { CaseEvent } from './event.ts';
import type { Ask, OpenState, Stop } from './state.ts';

/** Pauses and what is contested: time that may not have counted, instants that may not hold. */
export function evolvePause(state: OpenState, event: CaseEvent): OpenState | undefined {
  switch (event.type) {
    case 'PauseRequested':
      return { ...state, pauseRequest: { reason: event.reason } };
    case 'PauseRefused':
      return { ...state, pauseRequest: undefined };
    case 'Paused': {
      const { pause: number, reason, occurredAt: from } = event;
      const stop: Stop = { kind: 'pause', number, reason, from, until: undefined, contest: 'none' };
      return { ...state, stops: [...state.stops, stop], pausesCount: number, pauseRequest: undefined };
    }
    case 'Resumed':
      return withPause(state, event.pause, { until: event.occurredAt });
    case 'PauseContested':
      return withPause(state, event.pause, { contest: 'open' });
    case 'PauseDisputeDecided': {
      const contest = event.upheld ? 'upheld' : 'dismissed';
      const pause = state.stops.find((stop) => isPause(stop, event.pause));
      const until = event.upheld ? (pause?.until ?? event.occurredAt) : pause?.until;
      return withPause(state, event.pause, { contest, until });
    }
    case 'StatedInstantContested':
      return withAskChanged(state, event.ask, (ask) => ({ ...ask, contest: 'open' }));
    case 'StatedInstantDecided':
      return decided(state, event.ask, event.upheld);
    default:
      return undefined;
  }
}

const isPause = (stop: Stop, number: number): boolean => stop.kind === 'pause' && stop.number === number;

const withPause = (state: OpenState, number: number, change: Partial<Stop>): OpenState => ({
  ...state,
  stops: state.stops.map((stop) => (isPause(stop, number) ? { ...stop, ...change } : stop)),
});

const withAskChanged = (state: OpenState, number: number, change: (ask: Ask) => Ask): OpenState => ({
  ...state,
  asks: state.asks.map((ask) => (ask.number === number ? change(ask) : ask)),
});

/** Where the contest is upheld, everything that counted from the stated instant counts from when it was received. */
function decided(state: OpenState, number: number, upheld: boolean): OpenState {
  if (!upheld) return withAskChanged(state, number, (ask) => ({ ...ask, contest: 'dismissed' }));
  const received = state.asks.find((ask) => ask.number === number)!.occurredAt;
  const next = withAskChanged(state, number, (ask) => ({ ...ask, contest: 'upheld', from: received }));
  return {
    ...next,
    openedFrom: number === 0 ? received : state.openedFrom,
    contacted: state.contacted.map((one) => (one.ask === number ? { ...one, from: received } : one)),
  };
}
