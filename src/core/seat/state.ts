import type { Instant } from '../instant.ts';
import type { Filling, FillingEvent } from './event.ts';

/** `heldUp`: the former holder fills the seat until oversight has decided. */
type FillingStatus = 'waiting' | 'heldUp' | 'agreed' | 'refused' | 'replaced';

export interface LiveFilling {
  readonly status: FillingStatus;
  readonly filling: Filling;
  /** Who named the holder. */
  readonly filledBy: string;
  readonly filledAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  readonly isReminded: boolean;
  readonly isLate: boolean;
  /** When the status became what it is. */
  readonly since: Instant;
  readonly lastAt: Instant;
}

export type FillingState = { readonly status: 'none' } | LiveFilling;

export const noFilling: FillingState = { status: 'none' };

/** Whether oversight has still to decide. */
export const isToDecide = (state: FillingState): state is LiveFilling =>
  state.status === 'waiting' || state.status === 'heldUp';

/** The filling after one more event. */
export function evolveFilling(state: FillingState, event: FillingEvent): FillingState {
  const { at } = event;
  if (event.type === 'SeatFilled') {
    const { filling, by, remindAt, dueAt } = event;
    return {
      ...{ status: 'waiting', filling, filledBy: by, filledAt: at, remindAt, dueAt },
      ...{ isReminded: false, isLate: false, since: at, lastAt: at },
    };
  }
  if (state.status === 'none') return noFilling;
  switch (event.type) {
    case 'AgreementReminded':
      return { ...state, isReminded: true, lastAt: at };
    case 'AgreementLate':
      return { ...state, isReminded: true, isLate: true, lastAt: at };
    case 'FillingAgreed':
      return { ...state, status: 'agreed', since: at, lastAt: at };
    case 'FillingRefused':
      return { ...state, status: 'refused', since: at, lastAt: at };
    case 'FillingHeldUp':
      return { ...state, status: 'heldUp', since: at, lastAt: at };
    case 'FillingReplaced':
      return { ...state, status: 'replaced', since: at, lastAt: at };
    case 'NoticeFailed':
      return { ...state, lastAt: at };
  }
}

/** What is still to happen by itself, by name. */
export function fillingDeadlines(state: FillingState): Readonly<Record<string, Instant>> {
  if (!isToDecide(state) || state.isLate) return {};
  const late = { late: state.dueAt };
  return state.isReminded ? late : { reminder: state.remindAt, ...late };
}
