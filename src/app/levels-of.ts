import type { Revision } from '../core/plan/revision/revision.ts';

/** The levels at which somebody stands by the seats they fill: as who is reached, otherwise, or as a deputy of these. */
export function levelsOf({ levels, seats }: Revision, filled: readonly string[]): readonly number[] {
  const isFilled = (seat: string): boolean =>
    filled.includes(seat) || filled.includes(seats[seat]?.deputy ?? '');
  return levels
    .filter(({ reach, otherwise }) => [...reach, ...otherwise].some(isFilled))
    .map(({ number }) => number);
}
