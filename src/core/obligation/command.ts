import type { LocalDate } from '../calendar/calendar.ts';
import type { EventBase } from '../case/event.ts';
import type { Proposed } from './event.ts';
import type { Occasion } from './occasions.ts';

interface Payloads {
  undertake: { readonly occasion: Occasion; readonly revisionNumber: number; readonly timeZone: string };
  revise: { readonly occasion: Occasion; readonly revisionNumber: number };
  drop: { readonly revisionNumber: number };
  deliver: {
    readonly text?: string;
    readonly doneOn?: LocalDate;
    readonly links?: readonly string[];
    readonly files?: readonly { readonly file: string; readonly name: string; readonly fileDigest: string }[];
  };
  accept: { readonly text?: string };
  sendBack: { readonly text: string };
  propose: { readonly proposed: Proposed; readonly text: string };
  agree: { readonly proposal: number; readonly text?: string };
  decline: { readonly proposal: number; readonly text?: string };
  withdrawProposal: { readonly proposal: number };
  deadlineDue: Record<never, never>;
  noticeFailed: { readonly whom: string; readonly delivery: string };
}

export type ObligationCommandType = keyof Payloads;
export type ObligationCommand = {
  [T in ObligationCommandType]: { readonly type: T } & EventBase & Payloads[T];
}[ObligationCommandType];
export type ObligationCommandOf<T extends ObligationCommandType> = Extract<ObligationCommand, { type: T }>;
