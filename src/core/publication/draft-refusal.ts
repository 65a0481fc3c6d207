import type { Finding } from '../finding.ts';
import type { Instant } from '../instant.ts';
import type { DraftCommandType } from './draft-command.ts';
import type { Agreeing, DraftStatus } from './draft-state.ts';

/** Every no to what is asked of a plan on its way, with what its sentence names. */
export interface DraftRefusals {
  'draft-not-found': { draft: number };
  'draft-not-allowed': { command: DraftCommandType };
  'draft-nothing-published': { contract: string };
  /** It says what the plan in force says. */
  'draft-same': { revision: number };
  /** Somebody the plan names cannot be what it makes of them. */
  'draft-people-refused': { personId: string };
  /** It is published, superseded or dropped. */
  'draft-over': { status: DraftStatus };
  'draft-not-open': { status: DraftStatus };
  'draft-not-proposed': { status: DraftStatus };
  'draft-not-agreed': { missing: readonly Agreeing[] };
  'draft-changed': { by: string; at: Instant };
  'draft-full': { eventsMax: number };
  'draft-text-erased': Record<never, never>;
  'draft-text-missing': Record<never, never>;
  'draft-text-unstorable': Record<never, never>;
  'draft-text-too-long': { bytesMax: number };
  'draft-reason-missing': Record<never, never>;
  'draft-agreed-already': { party: Agreeing; who: string };
  'draft-eyes-same': { who: string; did: 'wrote' | 'proposed' | 'agreed' };
  'draft-blocked': { findings: readonly Finding[] };
  'draft-uncountable': { gaps: readonly string[] };
  'draft-contract-other': { contract: string; named: string | undefined };
  'draft-instant-passed': { effectiveAt: Instant };
  'draft-instant-far': { daysMax: number };
  'draft-finding-unknown': { finding: string; path: string };
  'draft-finding-stays': { finding: string };
}

export type DraftRefusalCode = keyof DraftRefusals;
export type DraftRefusal = {
  [C in DraftRefusalCode]: { readonly code: C; readonly values: DraftRefusals[C] };
}[DraftRefusalCode];
