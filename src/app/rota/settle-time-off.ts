import { asInstant } from '../../core/instant.ts';
import { plainEvent } from '../../core/plain-event.ts';
import { evolveLive } from '../../core/rota/live/evolve-live.ts';
import type { LiveEvent } from '../../core/rota/live/live-event.ts';
import { decideTimeOff } from '../../core/rota/live/time-off.ts';
import { rotaChainStart } from '../ports/chain-start.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import { chainOf } from '../record.ts';
import { dutySeats } from './duty-seats.ts';

/** Who is said to have changed what no calendar says any more. */
const NOBODY = 'ladder';

/**
 * Brings what the record says of time off to what the calendars say of whoever fills each seat today. Asked under the
 * lock of the contract; where nothing differs, nothing is written.
 */
export async function settleTimeOff(tx: ContractsTransaction, contract: string): Promise<void> {
  const feeds = await tx.timeOffFeeds(contract);
  const { state, row } = await tx.liveRotas(contract);
  if (feeds.length === 0 && state.timeOff.length === 0) return;
  const published = await tx.publishedRevision(contract);
  const holders = await tx.seats(contract);
  const at = asInstant(Math.max(await tx.now(), state.lastAt));
  const seats = new Set([
    ...(published ? dutySeats(published.rules) : []),
    ...state.timeOff.map(({ who }) => who),
  ]);
  const events: LiveEvent[] = [];
  let now = state;
  for (const who of seats) {
    const own = feeds.filter(({ personId }) => personId === holders.get(who));
    const by = own[0]?.personId ?? NOBODY;
    const event = decideTimeOff(now, { at, by, who, times: own.flatMap(({ times }) => times) });
    if (!event) continue;
    events.push(event);
    now = evolveLive(now, event);
  }
  const end = { head: row?.head ?? rotaChainStart(contract), number: state.events };
  await tx.recordLive({ contract, events: chainOf(end, events, plainEvent) });
}
