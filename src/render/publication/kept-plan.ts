import type { Instant } from '../../core/instant.ts';
import { LANGUAGES, type Language } from '../../core/message/catalogue.ts';
import type { Question } from '../../core/plan/format/schema-contract.ts';
import type { Paper, PaperPerson } from '../paper/paper.ts';
import { livePlan } from './live-plan.ts';
import { planPaper } from './plan-paper.ts';
import type { PlanParts, PublishedPlan, PublishedSeat } from './published-plan.ts';

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
  /** What they are made of, for whoever reads them on clocks of their own. */
  readonly made: KeptParts;
}

/** The parts of a plan's papers as a file has them. */
interface KeptParts extends Omit<PlanParts, 'plan'> {
  readonly plan: Omit<PublishedPlan, 'seats' | 'names'> & {
    readonly seats: readonly (readonly [string, PublishedSeat])[];
    readonly names: readonly (readonly [string, string])[];
  };
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
  made: { ...parts, plan: keptParts(parts.plan) },
});

/** No more than the papers say: what they keep from their reader is on no disk either. */
const keptParts = (plan: PublishedPlan): KeptParts['plan'] => ({
  ...plan,
  written: plan.written && { ...livePlan(plan), questions: [] },
  questions: plan.questions.map((one) =>
    one.isKept ? { ...one, question: withoutReadings(one.question) } : one,
  ),
  overrides: plan.overrides.map((one) =>
    one.isKept
      ? {
          ...one,
          finding: undefined,
          reasons: one.reasons.map((reason) => ({ ...reason, because: undefined })),
        }
      : one,
  ),
  seats: [...plan.seats],
  names: [...plan.names],
});

const withoutReadings = ({ about, taken, settled }: Question): Question => ({
  ...(about !== undefined && { about }),
  ...(taken !== undefined && { taken }),
  ...(settled && { settled: { by: settled.by, date: settled.date } }),
});

/** The paper of a kept plan, its instants on the clocks of its reader too where they have asked for another zone. */
export function keptPaper(
  { papers, made, timeZone }: KeptPlan,
  language: Language,
  readerZone: string | undefined,
): Paper {
  if (readerZone === undefined || readerZone === timeZone) return papers[language];
  const { plan, address } = made;
  const live = { ...plan, seats: new Map(plan.seats), names: new Map(plan.names), readerZone };
  return planPaper({ plan: live, address }, language);
}

/** Everybody on a paper who can be reached, each once, the lowest level first. */
export function whomToCall({ sections }: Paper): readonly PaperPerson[] {
  const people = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.is === 'people' ? block.people : [])),
  );
  const found = people.filter(({ office, mobile, email }) => office ?? mobile ?? email);
  return [...new Map(found.map((one) => [one.seat ?? one.name, { ...one, seat: undefined }])).values()];
}
