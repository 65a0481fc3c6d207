import { addPerson, type PersonToAdd } from '../app/people.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { CliRefusal } from './cli-refusal.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';

type PersonAddOptions = Partial<Omit<PersonToAdd, 'personId'>> & { readonly json?: true };

/** `ladder person add`: somebody with a role, or another role for somebody. */
export function personAdd(
  [personId = '']: readonly string[],
  { json, role, ...options }: PersonAddOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    if (role === undefined) {
      throw new CliRefusal('cli-option-missing', { option: '--role <ROLE>', within: 'ladder person add' });
    }
    const added = accepted(
      await operations.within(io, ({ contracts }) => addPerson(contracts, { personId, role, ...options })),
    );
    const { news } = catalogue('en').people;
    const codes = { person: 'person-added', role: 'role-added', unchanged: 'role-kept' } as const;
    say(io, json, added, [news[codes[added.outcome]]({ personId, role })]);
    return 0;
  });
}
