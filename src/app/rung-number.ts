import { shownByCall } from '../core/case/call.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { type CaseState, isContact } from '../core/case/state.ts';
import { entryOf } from '../core/entry-of.ts';
import type { AttestationRequest } from './attestation/handle-attestations.ts';
import type { Request } from './handle.ts';
import type { StandingPerson } from './ports/reading.ts';
import type { Transaction } from './ports/store.ts';
import { isInside } from './views/sight.ts';

/** Whose number a call went to, as it is used today; `unknown` where that contact has none that the caller may see. */
export async function rungPerson(
  tx: Transaction,
  { key, command, caller }: Request,
  state: CaseState,
): Promise<StandingPerson | 'unknown' | undefined> {
  if (command.type !== 'recordCall' || state.status !== 'open') return undefined;
  const { contact, telephone } = command;
  if (contact === undefined || telephone === undefined || telephone === 'other') return undefined;
  // What the plan does not know the case itself refuses.
  if (!isContact(state, contact)) return undefined;
  const person = await tx.standingPerson(key.contract, entryOf(state.directory, contact) ?? contact);
  const isHidden = person?.shown === 'parties' && caller !== undefined && !isInside(caller);
  return person?.[telephone] === undefined || isHidden ? 'unknown' : person;
}

/**
 * What a call that was recorded says about the number: it is in doubt, or it is not any more. What was confirmed since
 * somebody rang is not doubted by that call.
 */
export function saidByCall(
  { contract, caseId }: Request['key'],
  events: readonly CaseEvent[],
  { personId, confirmed = {} }: StandingPerson,
): readonly AttestationRequest[] {
  const key = { contract, personId };
  return events.flatMap((event): AttestationRequest[] => {
    const shown = event.type === 'CallRecorded' ? shownByCall(event) : undefined;
    if (event.type !== 'CallRecorded' || !shown) return [];
    const { telephone: detail, failure } = shown;
    const rungAt = event.statedAt ?? event.occurredAt;
    if (failure === undefined) {
      return [{ key, command: { type: 'answered', by: 'ladder', over: 'call', detail, sentAt: rungAt } }];
    }
    if ((confirmed[detail] ?? Number.NEGATIVE_INFINITY) > rungAt) return [];
    return [{ key, command: { type: 'doubt', by: 'ladder', over: 'call', detail, failure, caseId } }];
  });
}
