import type { Instant } from '../../core/instant.ts';
import { LANGUAGES, type Language } from '../../core/message/catalogue.ts';
import type { Paper } from '../paper/paper.ts';
import { planPaper } from './plan-paper.ts';
import type { PlanParts } from './published-plan.ts';

/** A published plan as it is kept beside the database, to be shown while that cannot be reached. */
export interface KeptPlan {
  readonly contract: string;
  readonly title: string;
  /** The revision that was in force. */
  readonly number: number;
  readonly timeZone: string;
  /** When it was so. */
  readonly keptAt: Instant;
  readonly papers: Readonly<Record<Language, Paper>>;
}

/** The plans that are kept here, and whether they are all there is to show. */
export interface KeptPlans {
  /** The database did not answer when it was last asked. */
  isAway(): boolean;
  all(): readonly KeptPlan[];
  of(contract: string): KeptPlan | undefined;
}

/** What is kept of a plan: its words in every language, with no more of its people than its reader may see. */
export const keptPlan = (parts: PlanParts): KeptPlan => ({
  contract: parts.plan.contract.contract,
  title: parts.plan.contract.title,
  number: parts.plan.published.number,
  timeZone: parts.plan.rules.timeZone,
  keptAt: parts.plan.now,
  papers: Object.fromEntries(
    LANGUAGES.map((language) => [language, planPaper(parts, language)] as const),
  ) as Record<Language, Paper>,
});
