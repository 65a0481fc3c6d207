import { sql } from 'kysely';
import type { Caller, Grant } from '../../src/app/authorise.ts';
import type { Request } from '../../src/app/handle.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

/** The customer's people besides dana, and one of another customer. */
const COLLEAGUES = [
  ['lee', 'customer', 'agency'],
  ['kim', 'customer', 'agency'],
  ['mia', 'customerManager', 'agency'],
  ['zoe', 'customer', 'other'],
] as const;

/** A world in which dana has colleagues. */
export async function sharingWorld(): Promise<AnswersWorld> {
  const here = await answersWorld(on('Tue 09:00'));
  const { contract, connection } = here;
  await sql`insert into customer values (${contract}, 'other', 'Another agency')`.execute(connection.db);
  for (const [person, role, customer] of COLLEAGUES) {
    await sql`insert into person (contract_id, person_id, name, email)
      values (${contract}, ${person}, ${person}, ${`${person}@ladder.example`})`.execute(connection.db);
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(connection.db);
  }
  return here;
}

const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  dana: [{ role: 'customer', customerId: 'agency' }],
  lee: [{ role: 'customer', customerId: 'agency' }],
  kim: [{ role: 'customer', customerId: 'agency' }],
  mia: [{ role: 'customerManager', customerId: 'agency' }],
  zoe: [{ role: 'customer', customerId: 'other' }],
  ana: [{ role: 'contact' }],
  olga: [{ role: 'oversight' }],
};

/** Somebody of that world at the portal. */
export const callerOf = (personId: string, contract = 'sample'): Caller => ({
  contract,
  personId,
  grants: GRANTS[personId] ?? [],
  over: 'portal',
  seats: personId === 'ana' ? ['ana'] : [],
});

/** Somebody gives a command on the portal: whether it was taken, else why not. */
export async function gives(
  { send }: AnswersWorld,
  who: string,
  key: CaseKey,
  command: Readonly<Record<string, unknown>> & { readonly type: string },
): Promise<string> {
  const whole = { ...command, by: who, over: 'portal' } as unknown as Request['command'];
  const [answer] = await send({ key, caller: callerOf(who), command: whole });
  if (!answer) throw new Error('one command has one answer');
  return answer.accepted ? 'done' : answer.refusal.code;
}
