import { type Kysely, sql } from 'kysely';

/** Where a text was found: in the numbers of these cases, in the names of these customers. */
export interface Found {
  readonly caseIds: readonly string[];
  readonly customers: readonly string[];
  /**
   * Set where so many cases begin with the text that they are not listed: then each case is looked at in its turn,
   * and soon one is met that does.
   */
  readonly prefix: string | undefined;
}

/** So many cases are named one by one; beyond them it is cheaper to look at cases in their order. */
const NAMED_MAX = 1_000;
/** A contract has a few hundred customers; a text that so many of them share narrows nothing. */
const CUSTOMERS_MAX = 1_000;

/** Cases whose number or reference begins with a text, capitals or not, and customers with it in their name. */
export async function findText(db: Kysely<unknown>, contract: string, text: string): Promise<Found> {
  const { rows } = await sql<{ kind: 'case' | 'customer'; id: string }>`
    (select 'case' as kind, case_id as id from case_reference
      where contract_id = ${contract} and lower(reference) collate "C" ^@ lower(${text}) limit ${NAMED_MAX + 1})
    union all
    (select 'case', case_id from "case" where contract_id = ${contract} and ${numbered(text)} limit ${NAMED_MAX + 1})
    union all
    (select 'customer', customer_id from customer
      where contract_id = ${contract} and strpos(lower(name), lower(${text})) > 0 limit ${CUSTOMERS_MAX})`.execute(
    db,
  );
  const caseIds = new Set(rows.flatMap(({ kind, id }) => (kind === 'case' ? [id] : [])));
  const customers = rows.flatMap(({ kind, id }) => (kind === 'customer' ? [id] : []));
  if (caseIds.size > NAMED_MAX) return { caseIds: [], customers, prefix: text };
  return { caseIds: [...caseIds], customers, prefix: undefined };
}

/** Numbers of cases are digits, which every collation sorts alike. */
const numbered = (text: string) =>
  /^\d{1,18}$/.test(text)
    ? sql`case_id between ${text} and ${text.padEnd(24, '9')} and starts_with(case_id, ${text})`
    : sql`case_id = ${text}`;
