import type { Instant } from '../../instant.ts';
import type { OverrideKind, PersonId, PersonTime, RotaRules } from '../rota.ts';

interface Commands {
  setOverride: {
    readonly rota: string;
    readonly kind: OverrideKind;
    /** Of `replace`: in whose place the others are. */
    readonly who?: PersonId | undefined;
    readonly people: readonly PersonId[];
    /** Where it lies behind `at`, the override begins at `at`. */
    readonly from: Instant;
    readonly until: Instant;
  };
  askSwap: { readonly rota: string; readonly first: PersonTime; readonly second: PersonTime };
  acceptSwap: { readonly entry: number };
  declineSwap: { readonly entry: number };
  withdraw: { readonly entry: number };
}

/** What is asked about who is on duty. */
export type LiveAsk = { [T in keyof Commands]: { readonly type: T } & Commands[T] }[keyof Commands];
export type LiveAskType = LiveAsk['type'];

/** When, by whom, and what the plan in force says. */
export interface LiveContext {
  readonly at: Instant;
  readonly by: string;
  /** Whether whoever asks answers for the whole rota, and not only for their own duty. */
  readonly manages: boolean;
  /** The seats that whoever asks fills today. */
  readonly seats: readonly PersonId[];
  /** The plan's rotas, without what was changed since. */
  readonly rotas: Readonly<Record<string, RotaRules>>;
  /** Everybody whom an override may put on duty. */
  readonly people: ReadonlySet<PersonId>;
}

/** Every no, with what its sentence names. */
export interface LiveRefusals {
  'rota-not-found': { rota: string };
  'rota-not-allowed': Record<never, never>;
  'rota-people-missing': Record<never, never>;
  'rota-person-unknown': { person: string };
  'rota-times-missing': Record<never, never>;
  'rota-times-turned': Record<never, never>;
  'rota-times-past': Record<never, never>;
  'rota-times-far': { daysMax: number };
  'rota-times-long': { daysMax: number };
  'rota-full': { entriesMax: number };
  'rota-entry-unknown': { entry: number };
  'rota-entry-over': { entry: number };
  'rota-entry-withdrawn': { entry: number };
  'rota-swap-others': Record<never, never>;
  'rota-swap-alone': Record<never, never>;
  'rota-swap-idle': { person: string };
}
export type LiveRefusalCode = keyof LiveRefusals;
export type LiveRefusal = {
  [C in LiveRefusalCode]: { readonly code: C; readonly values: LiveRefusals[C] };
}[LiveRefusalCode];
