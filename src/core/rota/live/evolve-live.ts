import { asInstant } from '../../instant.ts';
import type { Override } from '../rota.ts';
import type { LiveEvent } from './live-event.ts';
import type { LiveEntry, LiveRotas } from './live-rotas.ts';

export const NO_CHANGES: LiveRotas = { events: 0, lastAt: asInstant(0), entries: [] };

/** What the live changes are after one more event. */
export function evolveLive({ events, entries }: LiveRotas, event: LiveEvent): LiveRotas {
  const number = events + 1;
  return { events: number, lastAt: event.at, entries: entriesAfter(entries, event, number) };
}

function entriesAfter(entries: readonly LiveEntry[], event: LiveEvent, number: number): readonly LiveEntry[] {
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
