import type { Means } from '../../core/plan/revision/revision.ts';
import type { Request } from '../handle.ts';
import type { CaseKey } from '../ports/store.ts';
import type { deliveryWhy } from './delivery-why.ts';

interface ResultOf extends CaseKey {
  readonly deliveryId: string;
  /** Whom it was for: a person, or where nobody could be found, whom it was to reach. */
  readonly personId: string;
  readonly level: number | undefined;
  readonly means: Means;
}

/** What became of a delivery, as a command to its case: an event there, and no answer of anybody's. */
export const deliveryResult = (
  { contract, caseId, deliveryId, personId, level, means }: ResultOf,
  result: 'handedOver' | 'delivered' | 'failed',
  why?: ReturnType<typeof deliveryWhy>,
): Request => ({
  key: { contract, caseId },
  caller: undefined,
  actor: 'contractor',
  command: {
    ...{ type: 'deliveryResult', by: 'ladder', delivery: deliveryId, contact: personId },
    ...(level === undefined ? {} : { level }),
    ...{ means, result },
    ...(why !== undefined && { why }),
  },
});
