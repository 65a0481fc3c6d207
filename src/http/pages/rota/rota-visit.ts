import { randomUUID } from 'node:crypto';
import { readinessPath } from '../../../app/attestation/attestation-paths.ts';
import { seesReadiness } from '../../../app/authorise.ts';
import type { Contracts } from '../../../app/ports/contracts.ts';
import { giveLive } from '../../../app/rota/give-live.ts';
import type { SwapLetterParts } from '../../../app/rota/swap-letters.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { LiveAsk, LiveRefusal } from '../../../core/rota/live/live-command.ts';
import type { RotaFrame } from '../../../portal/rota/rota-frame.tsx';
import { composeSwap } from '../../../render/mail/compose-swap.ts';
import type { PageParts } from '../page-parts.ts';
import { rotaPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** What they change is recorded as theirs. */
export const contractsOf = ({ parts, visitor }: SignedVisit): Contracts =>
  parts.contractsFor({ kind: 'person', personId: visitor.caller.personId });

const DONE = ['override', 'asked', 'untold', 'accepted', 'declined', 'withdrawn'] as const;
type Done = (typeof DONE)[number];

export function rotaFrame({ frame, visitor, query, language }: SignedVisit): RotaFrame {
  const done = DONE.find((one) => one === query.text('done'));
  const mails = (['sent', 'stopped'] as const).find((one) => one === query.text('mails'));
  const { caller } = visitor;
  return {
    ...frame,
    base: rotaPath(caller.contract),
    readinessPath: seesReadiness(caller) && readinessPath(caller.contract),
    readerZone: frame.readerZone,
    done: mails ? catalogue(language).dutyMail.done[mails] : done && catalogue(language).rota.done[done],
  };
}

/** What mails about swaps are written with. */
export const swapLettersOf = ({ secret, isDemonstration }: PageParts): SwapLetterParts => ({
  ...{ secret, isDemonstration, rotaPath, newId: randomUUID, compose: composeSwap },
});

/** Gives an ask the road, and leads back to the page; a no is for the caller to show. */
export async function giveAsk(
  visit: SignedVisit,
  ask: LiveAsk,
  done: Done,
): Promise<PageAnswer | { readonly refusal: LiveRefusal }> {
  const letters = swapLettersOf(visit.parts);
  const answer = await giveLive(contractsOf(visit), visit.visitor.caller, ask, letters);
  if (!answer.accepted) return { refusal: answer.refusal };
  const said = done === 'asked' && !answer.isTold ? 'untold' : done;
  return { seeOther: `${rotaPath(visit.visitor.caller.contract)}?done=${said}` };
}
