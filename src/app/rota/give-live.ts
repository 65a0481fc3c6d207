import { asInstant } from '../../core/instant.ts';
import { plainEvent } from '../../core/plain-event.ts';
import { decideLive } from '../../core/rota/live/decide-live.ts';
import type { LiveAsk, LiveRefusal } from '../../core/rota/live/live-command.ts';
import type { LiveRotas } from '../../core/rota/live/live-rotas.ts';
import { authoriseRota, type Caller } from '../authorise.ts';
import { rotaChainStart } from '../ports/chain-start.ts';
import type { Contracts } from '../ports/contracts.ts';
import { chainOf } from '../record.ts';
import { dutySeats } from './duty-seats.ts';
import { type SwapLetterParts, writeSwapLetters } from './swap-letters.ts';

export type LiveAnswer =
  /** `isNew`: whether it changed anything; `isTold`: whether nobody whom it concerns is without a mail address. */
  | { readonly accepted: true; readonly state: LiveRotas; readonly isNew: boolean; readonly isTold: boolean }
  | { readonly accepted: false; readonly refusal: LiveRefusal };

/**
 * The only way in which a contract's rotas change while its plan is in force: one ask, decided and written, and with it
 * the letters to those whom a swap concerns. Without parts for letters nobody is written to.
 */
export function giveLive(
  contracts: Contracts,
  caller: Caller,
  ask: LiveAsk,
  letters?: SwapLetterParts,
): Promise<LiveAnswer> {
  return contracts.transaction(async (tx): Promise<LiveAnswer> => {
    const { contract, personId: by } = caller;
    const right = authoriseRota(caller);
    if (!right.allowed) return { accepted: false, refusal: { code: 'rota-not-allowed', values: {} } };
    await tx.lockContract(contract);
    const published = await tx.publishedRevision(contract);
    const { state, row } = await tx.liveRotas(contract);
    const now = await tx.now();
    const at = asInstant(Math.max(now, state.lastAt));
    const { manages, seats } = right;
    const people = new Set(published ? dutySeats(published.rules) : []);
    const rotas = published?.rules.rotas ?? {};
    const decision = decideLive(state, ask, { at, by, manages, seats, people, rotas });
    if (!decision.accepted) return decision;
    const end = { head: row?.head ?? rotaChainStart(contract), number: state.events };
    await tx.recordLive({ contract, events: chainOf(end, decision.events, plainEvent) });
    const after = { contract, by, state: decision.state, published, at };
    let isTold = true;
    if (letters)
      for (const event of decision.events)
        isTold = (await writeSwapLetters(letters, tx, { ...after, event })) && isTold;
    return { accepted: true, state: decision.state, isNew: decision.events.length > 0, isTold };
  });
}
