import { randomUUID } from 'node:crypto';
import type { Caller, Role } from '../../src/app/authorise.ts';
import type { Contracts } from '../../src/app/ports/contracts.ts';
import {
  copyPublished,
  type DraftAnswer,
  type DraftAsk,
  type DraftRoad,
  giveDraft,
  keepDraft,
} from '../../src/app/publication/give-draft.ts';
import type { DraftState } from '../../src/core/publication/draft-state.ts';
import { composeDraft } from '../../src/render/mail/compose-draft.ts';
import { CONTRACT, type ContractsWorld } from '../app/contracts-world.ts';

/** The road of drafts, its letters composed as the service composes them. */
export const roadOf = (contracts: Contracts): DraftRoad => ({
  contracts,
  compose: composeDraft,
  newId: randomUUID,
});

/** Somebody of the contract as they come by the portal. */
export const person = (personId: string, ...roles: readonly Role[]): Caller => ({
  contract: CONTRACT,
  personId,
  grants: roles.map((role) => ({ role })),
  over: 'portal',
  seats: [],
});

/** The contractor's program manager and one at oversight, each with a colleague. */
export const PAT = person('pat', 'programManager');
export const PIA = person('pia', 'programManager');
export const OLA = person('ola', 'oversight');
export const ODO = person('odo', 'oversight');
export const ADMIN = person('ada', 'administrator');

type Unbased<T> = T extends { readonly base: number } ? Omit<T, 'base'> & { readonly base?: number } : T;
type Asked = Unbased<DraftAsk>;

/** A draft in the hands of several people. */
export interface DraftInHand {
  readonly draft: number;
  /** Asked by somebody who has read the text as it is now, unless the ask says otherwise. */
  give(who: Caller, asked: Asked): Promise<DraftAnswer>;
  state(): Promise<DraftState>;
}

export async function draftFrom(
  { contracts }: ContractsWorld,
  who: Caller,
  text: string | undefined,
): Promise<DraftInHand> {
  const kept =
    text === undefined
      ? await copyPublished(contracts, who)
      : await keepDraft(contracts, who, { contract: CONTRACT, text, origin: 'text' });
  if (!kept.accepted) throw new Error(kept.refusal.code);
  const { draft } = kept;
  const key = { contract: CONTRACT, draft };
  const state = async (): Promise<DraftState> => {
    const found = await contracts.transaction((tx) => tx.draft(key));
    if (!found) throw new Error('the draft is there');
    return found.state;
  };
  const give = async (caller: Caller, asked: Asked): Promise<DraftAnswer> =>
    giveDraft(roadOf(contracts), caller, key, { base: (await state()).textNumber, ...asked } as DraftAsk);
  return { draft, give, state };
}
