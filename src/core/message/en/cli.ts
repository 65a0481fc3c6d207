import type { Cli } from '../cli.ts';

export const cli: Cli = {
  description:
    "Runs a contract's customer escalation process: one plan, checked, published, run, and proved.",
};
