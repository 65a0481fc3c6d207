/** Findings about the document, the contract, what it requires and what its parties owe. */
export interface DocumentFindings {
  'contract-execution-missing': Record<never, never>;
}
