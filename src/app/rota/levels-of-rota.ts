import type { Revision } from '../../core/plan/revision/revision.ts';

/** The levels that reach a rota; one that has the name of a seat is reached by none. */
export const levelsOfRota = (
  { levels, seats }: Pick<Revision, 'levels' | 'seats'>,
  rota: string,
): readonly number[] =>
  Object.hasOwn(seats, rota)
    ? []
    : levels.flatMap(({ number, choices = [] }) => (choices.includes(rota) ? [number] : []));
