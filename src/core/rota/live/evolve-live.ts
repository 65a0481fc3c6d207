import { asInstant } from '../../instant.ts';
import type { Override } from '../rota.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveEntry, LiveRotas } from './live-rotas.ts';
import { merged, timesFrom, until } from './time-off.ts';

export const NO_CHANGES: LiveRotas = { events: 0, lastAt: asInstant(0), entries: [], timeOff: [] };

/** What the live changes are after one more event. */
export function evolveLive(state: LiveRotas, event: LiveEvent): LiveRotas {
  const number = state.events + 1;
  const now = { ...state, events: number, lastAt: event.at };
  if (event.type === 'TimeOffRead') return { ...now, timeOff: timeOffAfter(state, event) };
  return { ...now, entries: entriesAfter(state.entries, event, number) };
}

function timeOffAfter(
  { timeOff }: LiveRotas,
  { at, who, times }: Extract<LiveEvent, { type: 'TimeOffRead' }>,
): LiveRotas['timeOff'] {
  const own = timeOff.filter((one) => one.who === who);
  const after = merged([...until(own, at), ...timesFrom(times)]).map((time) => ({ who, ...time }));
  return [...timeOff.filter((one) => one.who !== who), ...after];
}

type EntryEvent = Exclude<LiveEvent, { type: 'TimeOffRead' }>;

function entriesAfter(
  entries: readonly LiveEntry[],
  event: EntryEvent,
  number: number,
): readonly LiveEntry[] {
  const { at, by } = event;
  const made = { entry: number, by, madeAt: at, endedAt: undefined } as const;
  const changed = (entry: number, change: Partial<Pick<LiveEntry, 'status' | 'heldAt' | 'endedAt'>>) =>
    entries.map((one): LiveEntry => (one.entry === entry ? { ...one, ...change } : one));
  switch (event.type) {
    case 'OverrideSet': {
      const { rota } = event;
      const override = overrideOf(event);
      return [...entries, { ...made, kind: 'override', rota, status: 'holds', heldAt: at, override }];
    }
    case 'SwapAsked': {
      const { rota, first, firstFromAt, firstUntilAt, second, secondFromAt, secondUntilAt } = event;
      const between = [
        { who: first, from: firstFromAt, until: firstUntilAt },
        { who: second, from: secondFromAt, until: secondUntilAt },
      ] as const;
      return [...entries, { ...made, kind: 'swap', rota, status: 'asked', heldAt: undefined, between }];
    }
    case 'SwapAccepted':
      return changed(event.entry, { status: 'holds', heldAt: at });
    case 'SwapDeclined':
      return changed(event.entry, { status: 'declined', endedAt: at });
    case 'EntryWithdrawn':
      return changed(event.entry, { status: 'withdrawn', endedAt: at });
  }
}

function overrideOf(event: Extract<LiveEvent, { type: 'OverrideSet' }>): Override {
  const { kind, who, people, fromAt: from, untilAt: until } = event;
  if (kind !== 'replace') return { kind, people, from, until };
  if (who === undefined) throw new Error('an override that replaces says whom');
  return { kind, who, by: people, from, until };
}
