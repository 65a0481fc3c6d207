import { createHash } from 'node:crypto';
import type { DraftKey } from './drafts.ts';
import type { CaseKey } from './store.ts';

/** What a case's chain of digests starts from, hex: its own name, so that no chain can be given to another case. */
export const chainStart = ({ contract, caseId }: CaseKey): string => startOf(`${contract}/${caseId}`);

/** The same of a plan on its way; no case is called so. */
export const draftChainStart = ({ contract, draft }: DraftKey): string =>
  startOf(`draft/${contract}/${draft}`);

/** The same of what was changed about a contract's rotas. */
export const rotaChainStart = (contract: string): string => startOf(`rota/${contract}`);

const startOf = (name: string): string => createHash('sha256').update(name).digest('hex');
