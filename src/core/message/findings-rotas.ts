import type { Instant } from '../instant.ts';

/** A dated entry of a rota, by the list it stands in. */
export type RotaEntry = 'timeOff' | 'swap' | 'override';

/** Findings about who is on duty when. `number` and `layer` count from 1. */
export interface RotaFindings {
  /** The first time of the gravest kind, and how many more there are; `names` are reached otherwise, or on duty. */
  'level-uncovered': {
    level: number;
    cover: 'nobody' | 'otherwise' | 'thin';
    from: Instant;
    until: Instant;
    timeZone: string;
    more: number;
    names: readonly string[];
    /** Attestations were given, and only what they confirm counts. */
    isConfirmed: boolean;
  };
  'rota-empty': { rota: string };
  'rota-entry-incomplete': { rota: string; entry: RotaEntry; number: number; key: 'who' | 'from' | 'until' };
  'rota-hours-doubled': { rota: string; layer: number };
  'rota-id-taken': { rota: string };
  'rota-layer-incomplete': { rota: string; layer: number; key: 'turns' | 'every' | 'from' | 'handOver' };
  'rota-override-unclear': { rota: string; number: number; kinds: readonly string[] };
  'rota-period-reversed': { rota: string; entry: RotaEntry; number: number; from: string; until: string };
  'rota-swap-open': { rota: string; number: number; names: readonly string[] };
  'rota-unused': { rota: string };
}
