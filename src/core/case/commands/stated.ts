import type { Instant } from '../../instant.ts';
import { asInstant } from '../../instant.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

const HOUR_MS = 3_600_000;
/** How far back a person's own word may reach. */
const STATED_HOURS_MAX = 24;

/** Why an instant a person states cannot count, or undefined where it can (or none is stated). */
export function statedProblem(
  { statedAt, occurredAt }: { readonly statedAt?: Instant; readonly occurredAt: Instant },
  openedAt: Instant | undefined,
): CaseRefusal | undefined {
  if (statedAt === undefined) return undefined;
  if (statedAt > occurredAt) return refusal('case-stated-ahead', { statedAt, occurredAt });
  if (statedAt < asInstant(occurredAt - STATED_HOURS_MAX * HOUR_MS)) {
    return refusal('case-stated-too-old', { statedAt, occurredAt, hours: STATED_HOURS_MAX });
  }
  if (openedAt !== undefined && statedAt < openedAt) {
    return refusal('case-stated-before-opening', { statedAt, openedAt });
  }
  return undefined;
}
