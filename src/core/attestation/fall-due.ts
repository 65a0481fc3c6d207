import type { Instant } from '../instant.ts';
import type { AttestationCommand } from './command.ts';
import { type AttestationDeadline, attestationDeadlines } from './deadlines.ts';
import type { AttestationEvent } from './event.ts';
import { evolveAttestation } from './evolve.ts';
import type { AttestationState, LiveAttestation } from './state.ts';

/** One asking is reminded of twice and is unanswered once, then the next round comes. */
const FALLING_MAX = 8;

/** Everything that falls due by a command's instant, in order. */
export function fallDue(
  state: AttestationState,
  { at, occurredAt }: Pick<AttestationCommand, 'at' | 'occurredAt'>,
): readonly AttestationEvent[] {
  const events: AttestationEvent[] = [];
  let now = state;
  for (let count = 0; count < FALLING_MAX; count++) {
    const [next] = attestationDeadlines(now);
    if (!next || next.dueAt > occurredAt || now.status === 'none') break;
    const event = eventOf(next, now, { at, before: state.status === 'none' ? at : state.lastAt });
    events.push(event);
    now = evolveAttestation(now, event);
  }
  return events;
}

function eventOf(
  deadline: AttestationDeadline,
  { standing }: LiveAttestation,
  { at, before }: { readonly at: Instant; readonly before: Instant },
): AttestationEvent {
  const { dueAt } = deadline;
  const latenessMs = at - Math.max(dueAt, Math.min(before, at));
  const base = { at, occurredAt: dueAt, actor: 'contractor', by: 'ladder', dueAt, latenessMs } as const;
  switch (deadline.kind) {
    case 'round':
      return { type: 'AttestationAsked', ...base, because: 'round', details: standing.details };
    case 'reminder':
      return { type: 'AttestationReminded', ...base, reminder: deadline.reminder };
    case 'unanswered':
      return { type: 'AttestationUnanswered', ...base };
  }
}
