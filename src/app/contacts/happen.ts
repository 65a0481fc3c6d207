import { type ContactChange, type ContactEvent, evolveContact } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import { plainEvent } from '../../core/plain-event.ts';
import type { KeptChange } from '../ports/contacts.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import { chainOf } from '../record.ts';

/** Writes what has happened to a change, and uses the value that counts from then on. */
export async function happen(
  tx: ContractsTransaction,
  kept: KeptChange,
  events: readonly ContactEvent[],
): Promise<ContactChange> {
  const { contract, newValue, oldValue } = kept;
  const { personId, field, status: before } = kept.state;
  const state = events.reduce<ContactChange>(evolveContact, kept.state);
  const end = { head: kept.head, number: kept.events.length };
  await tx.recordContact(kept, chainOf(end, events, plainEvent), state);
  if (state.status === 'done') {
    await tx.useMeans(contract, personId, field, newValue);
    await tx.noteConfirmed(contract, personId, field, confirmedAt([...kept.events, ...events]));
  } else if (before === 'done') {
    await tx.useMeans(contract, personId, field, oldValue);
    await tx.noteConfirmed(contract, personId, field, undefined);
  }
  return state;
}

/** When the new value was proved by a code or a call; the parties' agreement proves nothing. */
const confirmedAt = (events: readonly ContactEvent[]): Instant | undefined =>
  events.findLast((event) => event.type === 'ContactChanged' && event.over !== 'agreement')?.at;
