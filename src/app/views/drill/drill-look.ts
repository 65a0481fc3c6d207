import type { Instant } from '../../../core/instant.ts';
import type { Person } from '../../ports/engine.ts';

/** What a link by which somebody says that they are there is found to be. */
export interface DrillLook {
  readonly contract: string;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly person: Pick<Person, 'personId' | 'name' | 'language'>;
  readonly level: number;
  readonly endAt: Instant;
  /** How long they took; undefined before they have answered. */
  readonly afterMs: number | undefined;
  /** Nothing is to be answered any more. */
  readonly isOver: boolean;
}
