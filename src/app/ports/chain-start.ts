import { createHash } from 'node:crypto';
import type { CaseKey } from './store.ts';

/** What a case's chain of digests starts from, hex: its own name, so that no chain can be given to another case. */
export const chainStart = ({ contract, caseId }: CaseKey): string =>
  createHash('sha256').update(`${contract}/${caseId}`).digest('hex');
