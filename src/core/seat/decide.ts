import type { EventBase } from '../case/event.ts';
import type { Instant } from '../instant.ts';
import type { FillingEvent, FillingEventOf, FillingEventType } from './event.ts';
import { evolveFilling, type FillingState, isToDecide, type LiveFilling } from './state.ts';

type Payload<T extends FillingEventType> = Omit<FillingEventOf<T>, keyof EventBase | 'type'>;

interface Payloads {
  fill: Payload<'SeatFilled'>;
  agree: { readonly text?: string | undefined };
  refuse: { readonly text?: string | undefined };
  holdUp: Record<never, never>;
  replace: Payload<'FillingReplaced'>;
  deadlineDue: Record<never, never>;
  noticeFailed: Payload<'NoticeFailed'>;
}

export type FillingCommand = {
  [T in keyof Payloads]: { readonly type: T } & EventBase & Payloads[T];
}[keyof Payloads];

/** Every no about a filling that was made, with the values its sentence names. */
export interface FillingRefusals {
  'seat-filling-unknown': Record<never, never>;
  'seat-filling-decided': Record<never, never>;
  'seat-filling-held-up': Record<never, never>;
  'seat-filling-too-late': Record<never, never>;
  'seat-filling-reason-missing': Record<never, never>;
  'seat-filling-own': Record<never, never>;
}

export type FillingRefusal = { readonly code: keyof FillingRefusals };

type FillingDecision =
  | { readonly accepted: true; readonly events: readonly FillingEvent[]; readonly state: FillingState }
  | { readonly accepted: false; readonly refusal: FillingRefusal };

/** Whoever filled a seat may hold up who fills it now for so long. */
export const HOLD_UP_MS = 72 * 3_600_000;

/**
 * What a command makes of a filling. First what is due by then falls due; then it is decided.
 *
 * It holds from the first instant. Oversight agrees afterwards, or refuses with a reason and the former holder is back;
 * the former holder may hold it up for 72 hours, and fills the seat until oversight has decided. Nobody decides about
 * themselves.
 */
export function decideFilling(state: FillingState, command: FillingCommand): FillingDecision {
  const due = fallDue(state, command);
  const now = due.reduce(evolveFilling, state);
  const told = decided(now, command);
  if ('code' in told) return { accepted: false, refusal: told };
  const events = [...due, ...told];
  return { accepted: true, events, state: events.reduce(evolveFilling, state) };
}

function fallDue(state: FillingState, { at, occurredAt }: FillingCommand): readonly FillingEvent[] {
  if (!isToDecide(state)) return [];
  const { isReminded, isLate, remindAt, dueAt } = state;
  const told = (type: 'AgreementReminded' | 'AgreementLate', due: Instant): FillingEvent => ({
    ...{ type, at, occurredAt: due, actor: 'oversight', by: 'ladder' },
    ...{ dueAt: due, latenessMs: at - due },
  });
  return [
    ...(!isReminded && remindAt <= occurredAt ? [told('AgreementReminded', remindAt)] : []),
    ...(!isLate && dueAt <= occurredAt ? [told('AgreementLate', dueAt)] : []),
  ];
}

function decided(state: FillingState, command: FillingCommand): readonly FillingEvent[] | FillingRefusal {
  const { at, occurredAt, actor, by, over } = command;
  const base = { at, occurredAt, actor, by, ...(over !== undefined && { over }) };
  switch (command.type) {
    case 'fill': {
      const { filling, remindAt, dueAt, text } = command;
      return [{ type: 'SeatFilled', ...base, ...said(text), filling, remindAt, dueAt }];
    }
    case 'deadlineDue':
      return [];
    case 'noticeFailed': {
      const { whom, delivery } = command;
      return state.status === 'none' ? [] : [{ type: 'NoticeFailed', ...base, whom, delivery }];
    }
    default:
      return state.status === 'none' ? { code: 'seat-filling-unknown' } : ofLive(state, command, base);
  }
}

type OfLive = Extract<FillingCommand, { type: 'agree' | 'refuse' | 'holdUp' | 'replace' }>;

function ofLive(
  state: LiveFilling,
  command: OfLive,
  base: EventBase,
): readonly FillingEvent[] | FillingRefusal {
  if (command.type === 'replace') {
    const isOver = state.status === 'refused' || state.status === 'replaced';
    return isOver ? [] : [{ type: 'FillingReplaced', ...base, filling: command.filling }];
  }
  if (!isToDecide(state)) return { code: 'seat-filling-decided' };
  if (command.type === 'holdUp') {
    if (state.status === 'heldUp') return { code: 'seat-filling-held-up' };
    if (command.occurredAt >= state.filledAt + HOLD_UP_MS) return { code: 'seat-filling-too-late' };
    return [{ type: 'FillingHeldUp', ...base }];
  }
  const { holder, before } = state.filling;
  if (base.by === holder || base.by === before || base.by === state.filledBy)
    return { code: 'seat-filling-own' };
  if (command.type === 'agree') return [{ type: 'FillingAgreed', ...base, ...said(command.text) }];
  if (command.text === undefined || command.text === '') return { code: 'seat-filling-reason-missing' };
  return [{ type: 'FillingRefused', ...base, text: command.text }];
}

const said = (text: string | undefined) => (text === undefined || text === '' ? {} : { text });
