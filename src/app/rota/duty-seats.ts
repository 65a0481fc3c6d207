import type { Revision } from '../../core/plan/revision/revision.ts';

/** Who can be put on duty: every seat that is the same for all customers, those of oversight left out. */
export const dutySeats = ({ seats, tells = {} }: Pick<Revision, 'seats' | 'tells'>): readonly string[] =>
  Object.values(seats)
    .filter(({ id, kind }) => kind !== 'directory' && !tells.oversight?.includes(id))
    .map(({ id }) => id);
