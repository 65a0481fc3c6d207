import type { DatesCut } from '../obligation/due-dates.ts';
import type { Section } from '../plan/format/schema-contract.ts';
import type { Party } from '../plan/format/schema-values.ts';

type Nothing = Record<never, never>;

/** Findings about the document, the contract, what its clause requires, its open questions, and what its parties owe. */
export interface DocumentFindings {
  'plan-format-missing': { format: number };
  'plan-upkeep-missing': Nothing;
  'document-key-missing': { key: 'title' | 'version' | 'dated' };
  'document-version-repeated': { version: string; date: string | undefined; firstDate: string | undefined };
  'document-version-unlisted': { version: string };
  'contract-key-missing': { key: 'id' | 'title' | 'clause' };
  'contract-zone-missing': Nothing;
  'contract-execution-missing': Nothing;
  'contract-term-missing': { key: 'from' | 'until' | undefined };
  'contract-term-reversed': { from: string; until: string };
  'contract-term-over': { until: string; today: string };
  'contract-portal-missing': { place: string | undefined };
  'contract-portal-invalid': { portal: string };
  'party-name-missing': { party: Party };
  'party-reach-missing': { party: Party };
  'requirements-missing': Nothing;
  'requirement-section-missing': { section: Section };
  'requirement-promise-missing': {
    track: string;
    level: number;
    promise: DemandedPromiseKey;
    required: string;
  };
  'requirement-promise-longer': { promise: DemandedPromiseKey; promised: string; required: string };
  'requirement-expedited-missing': { triggers: readonly string[] };
  'requirement-reissue-missing': { after: string | undefined };
  'posting-late': { postedOn: string; dueOn: string };
  'attestation-lapsed': { contact: string; on: string | undefined; dueOn: string | undefined };
  'obligation-key-missing': { obligation: string; key: 'id' | 'kind' | 'title' };
  'obligation-id-repeated': { id: string };
  'obligation-owner-missing': { obligation: string };
  'obligation-acceptor-missing': { obligation: string };
  'obligation-self-accepted': { obligation: string; party: Party };
  'obligation-date-missing': { obligation: string };
  'obligation-date-unclear': { obligation: string };
  'obligation-date-outside-term': { obligation: string; date: string };
  'obligation-dates-cut': { obligation: string; cut: DatesCut; count: number; last: string };
  'obligation-calendar-unknown': { calendar: string; suggestion: string | undefined };
  'role-incomplete': { role: string; key: 'role' | 'party' | 'does' };
  'role-absent': { party: Party };
  'question-open': {
    about: string;
    readings: readonly string[];
    quote: string | undefined;
    taken: string | undefined;
  };
  'question-settlement-incomplete': { about: string; key: 'by' | 'date' | 'because' };
  'question-about-unknown': { about: string | undefined };
  'question-reading-unclear': { about: string; taken: number | undefined; readings: number };
  'question-reading-differs': { about: string; reading: string };
}

/** The promises a clause may demand of every level. */
export type DemandedPromiseKey = 'longestAtLevel' | 'updateEvery';
