import { type Caller, RIGHTS, type Role } from '../../authorise.ts';
import type { Person } from '../../ports/contracts.ts';
import type { Shown } from '../../ports/reading.ts';
import { isInside } from '../sight.ts';

/** As whom a plan is read: by anybody with the link, by one of its customers, or by its parties. */
export type PlanReader = Shown;

/** Those who read as one also read what is shown to everybody before it. */
const READERS: readonly PlanReader[] = ['public', 'customers', 'parties'];

/** Whoever is nobody in the contract reads what everybody may. */
export function planReader(caller: Caller | undefined): PlanReader {
  if (!caller) return 'public';
  return isInside(caller) ? 'parties' : 'customers';
}

/** The same of a person on file, by the roles they hold today. */
export const personReads = ({ roles }: Pick<Person, 'roles'>): PlanReader =>
  roles.some(({ role }) => RIGHTS[role as Role]?.party !== 'customer') ? 'parties' : 'customers';

/** Whether something that is shown to these may be read by this reader. */
export const isShownTo = (shown: Shown, reader: PlanReader): boolean =>
  READERS.indexOf(reader) >= READERS.indexOf(shown);
