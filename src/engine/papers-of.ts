import { seatsOf } from '../app/notices/who.ts';
import type { CasePapers, EngineTransaction } from '../app/ports/engine.ts';
import type { CaseKey } from '../app/ports/store.ts';

/** The case's papers, with the people of every seat its rules name. */
export const papersOf = (tx: EngineTransaction, key: CaseKey): Promise<CasePapers> => tx.papers(key, seatsOf);
