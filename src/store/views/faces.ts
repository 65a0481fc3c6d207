import { type Kysely, sql } from 'kysely';
import type { Face, Faces } from '../../app/ports/reading.ts';
import type { ReportedTimes } from '../../core/contact-report/state.ts';
import { type ReachedRow, reachedFrom } from './reached-row.ts';
import { REPORTED } from './reported.ts';

interface FaceRow extends ReachedRow {
  readonly kind: 'seat' | 'person';
  readonly asked: string;
  readonly shown: Face['shown'];
  readonly reported: ReportedTimes | null;
}

interface FacesRow {
  readonly faces: readonly FaceRow[] | null;
  readonly customer: string | null;
  readonly published: number | null;
}

interface Asked {
  readonly seats: readonly string[];
  readonly people: readonly string[];
  readonly customer: string;
}

/** Whom the page of a case names, as they are today: one question, for the page is asked for often. */
export async function findFaces(
  db: Kysely<unknown>,
  contract: string,
  { seats, people, customer }: Asked,
): Promise<Faces> {
  const { rows } = await sql<FacesRow>`
    select
      (select name from customer where contract_id = ${contract} and customer_id = ${customer}) as customer,
      (select max(number) from revision where contract_id = ${contract} and state = 'published') as published,
      (select json_agg(json_build_object('kind', kind, 'asked', asked, 'person_id', person.person_id, 'name', name,
          'title', title, 'office', office, 'mobile', mobile, 'email', email, 'shown', shown, 'reported', ${REPORTED}))
        from (
          select 'seat' as kind, seat_id as asked, person_id from seat
          where contract_id = ${contract} and seat_id = any(${[...seats]}::text[])
          union all select 'person', one, one from unnest(${[...people]}::text[]) as one
        ) as wanted join person on person.contract_id = ${contract} and person.person_id = wanted.person_id) as faces
    `.execute(db);
  const [found] = rows;
  const of = (kind: FaceRow['kind']): ReadonlyMap<string, Face> =>
    new Map((found?.faces ?? []).flatMap((row) => (row.kind === kind ? [[row.asked, faceOf(row)]] : [])));
  return {
    seats: of('seat'),
    people: of('person'),
    customerName: found?.customer ?? undefined,
    published: found?.published ?? undefined,
  };
}

const faceOf = (row: FaceRow): Face => ({
  ...reachedFrom(row),
  shown: row.shown,
  reported: row.reported ?? undefined,
});
