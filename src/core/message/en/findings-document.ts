import type { FindingWords } from '../findings.ts';
import type { DocumentFindings } from '../findings-document.ts';

export const documentFindings: FindingWords<DocumentFindings> = {
  'contract-execution-missing': {
    message: () =>
      'The day the contract was executed is missing, so nobody can say by when the plan was due.',
    advice: () => 'Write the date under `contract.executed`, as 2026-07-01.',
  },
};
