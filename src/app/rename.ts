import { chosenContract } from './chosen-contract.ts';
import type { Contracts } from './ports/contracts.ts';
import { type Refused, refuse } from './refuse.ts';
import { isId, isLine, TEXT_CHARACTERS_MAX } from './text-field.ts';

interface PersonRenamed {
  readonly contract: string;
  readonly personId: string;
  readonly name: string;
  /** Empty: none. */
  readonly title: string;
}

type Renamed = { readonly accepted: true } | Refused;

/** Calls somebody otherwise. Addresses and numbers are changed on another road, for they are confirmed first. */
export async function renamePerson(
  contracts: Contracts,
  { contract, personId, name, title }: PersonRenamed,
): Promise<Renamed> {
  const charactersMax = TEXT_CHARACTERS_MAX;
  if (name === '') return refuse('person-field-missing', { personId, field: 'name' });
  if (!isLine(name)) return refuse('person-text-malformed', { field: 'name', value: name, charactersMax });
  if (title !== '' && !isLine(title)) {
    return refuse('person-text-malformed', { field: 'title', value: title, charactersMax });
  }
  return contracts.transaction(async (tx): Promise<Renamed> => {
    const chosen = await chosenContract(tx, contract);
    if ('refusal' in chosen) return chosen;
    const [person] = isId(personId) ? await tx.people(contract, [personId]) : [];
    if (!person) return refuse('person-not-known', { personId, contract });
    if (person.erasedAt !== undefined)
      return refuse('person-erased', { personId, erasedAt: person.erasedAt });
    const names = title === '' ? { name } : { name, title };
    if (person.name !== name || (person.title ?? '') !== title)
      await tx.renamePerson(contract, personId, names);
    return { accepted: true };
  });
}

/** Calls a customer otherwise; its id stays. */
export async function renameCustomer(
  contracts: Contracts,
  {
    contract,
    customerId,
    name,
  }: { readonly contract: string; readonly customerId: string; readonly name: string },
): Promise<Renamed> {
  if (!isLine(name)) return refuse('customer-name-malformed', { name, charactersMax: TEXT_CHARACTERS_MAX });
  return contracts.transaction(async (tx): Promise<Renamed> => {
    const chosen = await chosenContract(tx, contract);
    if ('refusal' in chosen) return chosen;
    const known = isId(customerId) ? await tx.customer(contract, customerId) : undefined;
    if (!known) return refuse('customer-not-known', { customerId, known: [] });
    if (known.name !== name) await tx.renameCustomer(contract, customerId, name);
    return { accepted: true };
  });
}
