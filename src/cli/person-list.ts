import { listPeople } from '../app/people.ts';
import type { RoleHeld } from '../app/ports/contracts.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { accepted, allOf, sayList } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

interface ListOptions {
  readonly contract?: string;
  readonly json?: true;
}

/** `ladder person list`: the people of a contract with their roles. */
export function personList({ contract, json }: ListOptions, operations: Operations, io: Io): Promise<number> {
  return refusedBy(io, async () => {
    const { news, labels } = catalogue('en').people;
    const people = await operations.within(io, ({ contracts }) =>
      allOf(
        async (page) => accepted(await listPeople(contracts, contract, page)),
        ({ personId }) => personId,
      ),
    );
    sayList(
      io,
      json,
      people,
      [
        ['personId', (one) => one.personId],
        ['name', (one) => one.name ?? (one.erasedAt === undefined ? labels.nothing : labels.erased)],
        ['email', (one) => one.email ?? labels.nothing],
        ['roles', (one) => one.roles.map(roleText).join(', ') || labels.nothing],
      ],
      news['list-empty']({ of: 'people' }),
    );
    return 0;
  });
}

const roleText = ({ role, customerId }: RoleHeld): string =>
  customerId === undefined ? role : `${role} (${customerId})`;
