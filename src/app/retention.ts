import type { Instant } from '../core/instant.ts';
import { formatInstant } from '../core/instant.ts';
import type { RecordRefusals } from '../core/message/record.ts';
import type { Erased, ErasureScope, Retention } from './ports/retention.ts';

type EraseRefusals = Pick<RecordRefusals, Extract<keyof RecordRefusals, `erase-${string}`>>;
type EraseRefusal = {
  [C in keyof EraseRefusals]: { readonly code: C; readonly values: EraseRefusals[C] };
}[keyof EraseRefusals];

interface Erasing {
  readonly scope: ErasureScope;
  /** Whether plans as written, and their personal values, go too: of superseded revisions alone. */
  readonly withSources: boolean;
  /** Only say what would be erased. */
  readonly dryRun: boolean;
  readonly at: Instant;
}

/**
 * Clears what people typed, addresses, the bodies of mails and people's own values; the record holds as before and
 * says when it was done. Running cases keep everything, and so does somebody who is still to be reached.
 */
export async function erase(
  retention: Retention,
  { scope, withSources, dryRun, at }: Erasing,
): Promise<Erased | { readonly refusal: EraseRefusal }> {
  const refusal = await refusalOf(retention, scope, at);
  if (refusal) return { refusal };
  return dryRun ? retention.count(scope, withSources) : retention.erase(scope, withSources, at);
}

async function refusalOf(
  retention: Retention,
  scope: ErasureScope,
  at: Instant,
): Promise<EraseRefusal | undefined> {
  if (scope.scope === 'before') {
    if (scope.before <= at) return undefined;
    const values = { date: dayOf(scope.before), today: dayOf(at) };
    return { code: 'erase-date-ahead', values };
  }
  if (scope.scope === 'case') {
    const status = await retention.caseStatus(scope.key);
    if (status === 'closed') return undefined;
    return { code: status === 'open' ? 'erase-case-running' : 'erase-case-unknown', values: scope.key };
  }
  const { contract, personId } = scope;
  const needed = await retention.needed(contract, personId);
  if (!needed) return { code: 'erase-person-unknown', values: { contract, personId } };
  const { seats, customers, cases } = needed;
  if (seats.length + customers.length + cases.length === 0) return undefined;
  return { code: 'erase-person-needed', values: { contract, personId, seats, customers, cases } };
}

const dayOf = (instant: Instant): string => formatInstant(instant).slice(0, 10);
