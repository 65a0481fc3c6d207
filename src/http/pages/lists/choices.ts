import type { Sight } from '../../../app/ports/reading.ts';
import type { PageParts } from '../page-parts.ts';
import type { Choices } from './case-query.ts';

/** More customers than these are found by searching, not by choosing from a list. */
const CUSTOMERS_MAX = 200;

/** What a reader may choose from, and the zone in which the contract's days begin; undefined where there is no such contract. */
export async function choicesFor(
  { reading }: PageParts,
  contract: string,
  sight: Sight,
): Promise<Choices | undefined> {
  const [found] = await reading.contracts(contract);
  if (!found) return undefined;
  const { timeZone, published } = found;
  const rules = published === undefined ? undefined : await reading.rules(contract, published);
  const tracks = Object.values(rules?.tracks ?? {}).map(({ id, title }) => ({ id, title }));
  const levels = (rules?.levels ?? []).map(({ number, title }) => ({ number, title }));
  const customers = await customersFor(reading, contract, sight);
  return { timeZone, now: await reading.now(), tracks, levels, customers };
}

async function customersFor(
  reading: PageParts['reading'],
  contract: string,
  { all, accounts, person }: Sight,
): Promise<Choices['customers']> {
  // Who sees only a customer of its own has nothing to choose.
  if (!all && !accounts) return [];
  const customers = await reading.customers(contract);
  const inSight = all
    ? customers
    : customers.filter(({ accounts: kept }) => Object.values(kept).includes(person));
  return inSight.length > CUSTOMERS_MAX ? [] : inSight;
}
