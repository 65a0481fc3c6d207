import type { ReachedPerson } from '../../app/ports/reading.ts';

/** The columns of a person by which they are called and reached; all but the id are empty once they are erased. */
export interface ReachedRow {
  readonly person_id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly office: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
}

export const reachedFrom = (row: ReachedRow): ReachedPerson => ({
  personId: row.person_id,
  name: row.name ?? undefined,
  title: row.title ?? undefined,
  office: row.office ?? undefined,
  mobile: row.mobile ?? undefined,
  email: row.email ?? undefined,
});
