import type { EventBase } from '../case/event.ts';
import type { ContactStanding, Detail } from './standing.ts';
import type { DetailTimes } from './state.ts';

interface Payloads {
  /** Where a contact stands by now; without `standing` at no level. */
  takeUp: {
    readonly standing: ContactStanding | undefined;
    readonly revisionNumber: number;
    /** When each number and address as used today was confirmed. */
    readonly known: DetailTimes;
    /** The contract had contacts before: who is new or stands elsewhere is asked at once. */
    readonly isChange: boolean;
  };
  attest: { readonly details: readonly Detail[] };
  deadlineDue: Record<never, never>;
  noticeFailed: { readonly whom: string; readonly delivery: string };
}

type AttestationCommandType = keyof Payloads;
export type AttestationCommand = {
  [T in AttestationCommandType]: { readonly type: T } & EventBase & Payloads[T];
}[AttestationCommandType];
export type AttestationCommandOf<T extends AttestationCommandType> = Extract<AttestationCommand, { type: T }>;
