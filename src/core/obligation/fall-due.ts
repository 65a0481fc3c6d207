import { asInstant, type Instant } from '../instant.ts';
import type { ObligationCommand } from './command.ts';
import { type ObligationDeadline, obligationDeadlines, weeksSince } from './deadlines.ts';
import type { ObligationEvent } from './event.ts';
import { evolveObligation } from './evolve.ts';
import type { LiveObligation, ObligationState } from './state.ts';

/** Of one obligation there are a dozen reminders, its lateness and what is told by the week. */
const FALLING_MAX = 16;

/** Everything that falls due by a command's instant, in order. */
export function fallDue(
  state: ObligationState,
  { at, occurredAt }: Pick<ObligationCommand, 'at' | 'occurredAt'>,
): readonly ObligationEvent[] {
  const events: ObligationEvent[] = [];
  let now = state;
  for (let count = 0; count < FALLING_MAX; count++) {
    const [next] = obligationDeadlines(now);
    if (!next || next.dueAt > occurredAt || now.status === 'none') break;
    const event = eventOf(next, now, at, occurredAt);
    events.push(event);
    now = evolveObligation(now, event);
  }
  return events;
}

function eventOf(
  deadline: ObligationDeadline,
  { terms, lastAt }: LiveObligation,
  at: Instant,
  occurredAt: Instant,
): ObligationEvent {
  const { dueAt } = deadline;
  const actor = deadline.kind === 'awaited' ? terms.acceptedBy : terms.owner;
  // What only a command made due was nobody's to act on before.
  const latenessMs = at - Math.max(dueAt, Math.min(lastAt, at));
  const base = { at, occurredAt: dueAt, actor, by: 'ladder', dueAt, latenessMs };
  switch (deadline.kind) {
    case 'reminder':
      return { type: 'DueReminded', ...base, daysBefore: deadline.daysBefore };
    case 'late':
      return { type: 'BecameLate', ...base };
    case 'stillLate':
    case 'awaited': {
      // Weeks that nobody acted on are told once, as the last of them.
      const weeks = deadline.weeks + weeksSince(asInstant(dueAt), occurredAt);
      return { type: deadline.kind === 'stillLate' ? 'StillLate' : 'AcceptanceAwaited', ...base, weeks };
    }
  }
}
