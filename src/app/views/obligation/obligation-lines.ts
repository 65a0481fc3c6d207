import type { Instant } from '../../../core/instant.ts';
import { partiesToMove, type Standing, standingAt } from '../../../core/obligation/standing.ts';
import { isSettled, type LiveObligation } from '../../../core/obligation/state.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import { type Caller, RIGHTS } from '../../authorise.ts';
import type { FoundObligation, ObligationReading } from '../../ports/obligation-reading.ts';

/** An obligation in a list. */
export interface ObligationLine {
  readonly state: LiveObligation;
  readonly standing: Standing;
  readonly waits: readonly Party[];
  /** Whether it is the reader's own party whose move it is. */
  readonly isReaders: boolean;
}

/** What a list may be narrowed to. */
export const OBLIGATION_CHOICES = ['open', 'due', 'late', 'mine', 'delivered', 'settled'] as const;
export type ObligationChoice = (typeof OBLIGATION_CHOICES)[number];

/** A plan counts at most 400 dates of each obligation: fifty of them, whole. */
const LIST_MAX = 20_000;

/** The obligations of a contract by date, as one reader sees them. */
export async function obligationLines(
  reading: ObligationReading,
  { contract, grants }: Pick<Caller, 'contract' | 'grants'>,
  now: Instant,
): Promise<readonly ObligationLine[]> {
  const parties = new Set(grants.flatMap(({ role }) => RIGHTS[role].party ?? []));
  return (await reading.list(contract, LIST_MAX)).map((found) => lineOf(found, parties, now));
}

function lineOf({ state }: FoundObligation, parties: ReadonlySet<Party>, now: Instant): ObligationLine {
  const waits = partiesToMove(state);
  return {
    state,
    standing: standingAt(state, now),
    waits,
    isReaders: waits.some((party) => parties.has(party)),
  };
}

/** Whether a line is among those that somebody chose to see; without a choice all are. */
export function isChosen(
  { state, standing, isReaders }: ObligationLine,
  choice: ObligationChoice | undefined,
): boolean {
  switch (choice) {
    case undefined:
      return true;
    case 'open':
      return !isSettled(state);
    case 'due':
    case 'late':
    case 'delivered':
      return standing === choice;
    case 'mine':
      return isReaders && standing !== 'ahead';
    case 'settled':
      return isSettled(state);
  }
}
