import { sql } from 'kysely';
import type { Role } from '../../src/app/authorise.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

/** Who is there besides dana, the contacts, the desk and oversight. */
const PEOPLE: readonly (readonly [person: string, role: Role, customer?: string])[] = [
  ['dora', 'customer', 'agency'],
  ['mia', 'customerManager', 'agency'],
  ['otto', 'customer', 'other'],
  ['ada', 'accountManager'],
  ['petra', 'programManager'],
  ['alan', 'auditor'],
  ['adam', 'administrator'],
];

interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly type: string;
}

export interface ListsWorld extends AnswersWorld {
  get(who: string | undefined, path: string): Promise<Page>;
  post(who: string, path: string, form: Readonly<Record<string, string>>): Promise<Page>;
  /** Lets whatever is due by then happen, and stands there. */
  until(text: string): Promise<void>;
}

/** Pages of a contract with promises, with people of every role in it. */
export async function listsWorld(): Promise<ListsWorld> {
  const revision = revisionWith({
    promises: [
      {
        track: 'service',
        level: 1,
        acknowledgeWithin: '15 minutes',
        respondWithin: '1 hour',
        calendar: 'always',
      },
    ],
  });
  const made = await answersWorld(on('Tue 09:00'), { revision });
  const { contract, connection } = made;
  await sql`insert into customer values (${contract}, 'other', 'Another agency')`.execute(connection.db);
  for (const [person, role, customer = null] of PEOPLE) {
    await sql`insert into person (contract_id, person_id, name, email) values
      (${contract}, ${person}, ${person}, ${`${person}@ladder.example`})`.execute(connection.db);
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(connection.db);
  }
  const cookies = new Map<string, string>();
  const headersOf = async (who: string | undefined): Promise<Record<string, string>> => {
    if (who === undefined) return {};
    const cookie = cookies.get(who) ?? (await made.stepIn(who));
    cookies.set(who, cookie);
    return { cookie };
  };
  const ask = async (method: 'GET' | 'POST', who: string | undefined, path: string, payload?: string) => {
    const headers = await headersOf(who);
    if (payload !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
    const url = path.startsWith('/') ? path : `/contracts/${contract}/${path}`;
    const reply = await made.server.inject({
      method,
      url,
      headers,
      ...(payload !== undefined && { payload }),
    });
    return {
      status: reply.statusCode,
      body: reply.body,
      location: reply.headers.location,
      type: String(reply.headers['content-type']),
    };
  };
  return {
    ...made,
    get: (who, path) => ask('GET', who, path),
    post: (who, path, form) => ask('POST', who, path, new URLSearchParams(form).toString()),
    until: async (text) => {
      await made.setClock(on(text));
      await made.settle();
    },
  };
}
