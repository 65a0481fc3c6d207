import { randomUUID } from 'node:crypto';
import type { DraftRoad } from '../app/publication/give-draft.ts';
import { composeDraft } from '../render/mail/compose-draft.ts';
import type { HttpParts } from './parts.ts';

/** The road of drafts, as somebody of a contract walks it. */
export const draftRoad = (
  { contractsFor }: Pick<HttpParts, 'contractsFor'>,
  personId: string,
): DraftRoad => ({
  contracts: contractsFor({ kind: 'person', personId }),
  compose: composeDraft,
  newId: randomUUID,
});
