import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { STATIC_FILES } from '../../src/http/pages/static-files.ts';
import { type Answered, rightBy } from './answered.ts';
import { fillIn } from './fill-in.ts';
import { ALL, ASKERS, type Asker, type RightsWorld } from './rights-world.ts';

/** Whoever may ask for what is of no contract: also nobody, and who keeps the installation and has no role in a contract. */
export const ANYBODY = ['nobody', ...ALL, 'keeper'] as const;
export type Anybody = Asker | 'nobody' | 'keeper';
/** `proof`: a proof is asked for first, by signing in or by a token. */
export type AnsweredElsewhere = Answered | 'proof';
export type WalkedElsewhere = ReadonlyMap<string, ReadonlyMap<Anybody, AnsweredElsewhere>>;

/** What is there for nobody in a real installation that has no organisation's directory, or by a token alone. */
export const FOR_NOBODY: readonly string[] = [
  'GET /*',
  'GET /metrics',
  'GET /sign-in/organisation',
  'GET /sign-in/organisation/back',
  'GET /step-in',
  // Slack proves itself by its signature.
  'POST /slack/:contract/:channel',
  'POST /step-in',
  // So does a carrier of texts and calls, where one is set.
  'POST /telephone/call',
  'POST /telephone/call/notice/:contract/:delivery',
  'POST /telephone/call/whisper',
  'POST /telephone/gateway/texts',
  'POST /telephone/status/:contract/:delivery',
  'POST /telephone/text',
];

/** Whose right is the token in the address: each kind of link is asked for by itself. */
export const isOfLink = (route: string): boolean => !isOfContract(route) && route.includes('/:token');

export const isOfContract = (route: string): boolean => / \/contracts\/:contract(?:\/|$)/.test(route);
export const isOfApi = (route: string): boolean => route.includes(' /api/v1/');
export const isStatic = (route: string): boolean => STATIC_FILES.some(({ path }) => route === `GET ${path}`);

/** All that is of no contract. */
export const elsewhere = (routes: readonly string[]): readonly string[] =>
  routes.filter((one) => ![isOfContract, isOfApi, isStatic, isOfLink].some((is) => is(one)));

/** What an address needs beside itself, so that it is about who asks. */
const ASKED: Readonly<Record<string, string>> = { 'GET /language': '?to=en&then=/' };

/** Each as its own browser: with a session of this walk alone, which ends in it, and from a place of its own. */
export type Browsers = ReadonlyMap<Anybody, Pick<InjectOptions, 'headers' | 'remoteAddress'>>;

export async function browsersOf(here: RightsWorld): Promise<Browsers> {
  const browsers = new Map<Anybody, Pick<InjectOptions, 'headers' | 'remoteAddress'>>();
  for (const [place, who] of ANYBODY.entries()) {
    const cookie = await cookieOf(here, who);
    const headers = { host: 'localhost', accept: 'text/html', ...(cookie !== undefined && { cookie }) };
    browsers.set(who, { headers, remoteAddress: `10.0.0.${place + 1}` });
  }
  return browsers;
}

async function cookieOf(here: RightsWorld, who: Anybody): Promise<string | undefined> {
  if (who === 'nobody') return undefined;
  if (who !== 'keeper') return here.stepIn(ASKERS[who].person);
  const { connection, contract } = here;
  const [keeper, email] = ['kay', 'kay@ladder.example'];
  await sql`insert into person (contract_id, person_id, name, email)
    values (${contract}, ${keeper}, ${keeper}, ${email})`.execute(connection.db);
  await sql`insert into role values (${contract}, ${keeper}, 'auditor')`.execute(connection.db);
  const cookie = await here.stepIn(keeper);
  await sql`delete from role where person_id = ${keeper}`.execute(connection.db);
  await sql`update sign_in_account set keeps_installation = true where email = ${email}`.execute(
    connection.db,
  );
  return cookie;
}

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** Asks for an address as somebody; forms are sent empty. */
export async function asksAs(
  { server }: RightsWorld,
  browsers: Browsers,
  who: Anybody,
  { method, url }: { readonly method: 'GET' | 'POST'; readonly url: string },
): Promise<Reply> {
  const browser = browsers.get(who);
  const form = method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' };
  const headers = { ...browser?.headers, ...form };
  const { statusCode, headers: sent, body } = await server.inject({ ...browser, method, url, headers });
  return { status: statusCode, location: sent.location?.toString(), body };
}

/** What everybody is answered who asks for what is of no contract. */
export async function walkElsewhere(
  here: RightsWorld,
  routes: readonly string[],
  browsers: Browsers,
): Promise<WalkedElsewhere> {
  const id = await letterToAnswer(here, browsers);
  const walked = new Map<string, ReadonlyMap<Anybody, AnsweredElsewhere>>();
  const last = (route: string): number => (route === 'POST /sign-out' ? 1 : 0);
  for (const route of elsewhere(routes).toSorted((one, other) => last(one) - last(other))) {
    const [method, pattern] = route.split(' ') as ['GET' | 'POST', string];
    const url = `${fillIn(here, pattern, { id, seat: 'ana' })}${ASKED[route] ?? ''}`;
    const cells = new Map<Anybody, AnsweredElsewhere>();
    for (const who of ANYBODY) {
      cells.set(who, answeredTo(route, who, await asksAs(here, browsers, who, { method, url })));
    }
    walked.set(route, cells);
  }
  return walked;
}

/** A letter in the outbox that its reader may answer. */
async function letterToAnswer(here: RightsWorld, browsers: Browsers): Promise<string> {
  await here.settle();
  const keeperSees = async (url: string): Promise<string> =>
    (await asksAs(here, browsers, 'keeper', { method: 'GET', url })).body;
  for (const [, id = ''] of (await keeperSees('/outbox')).matchAll(/"\/outbox\/([\w-]+)"/g)) {
    if ((await keeperSees(`/outbox/${id}`)).includes(`"/outbox/${id}/reply"`)) return id;
  }
  throw new Error('there is no letter in the outbox that can be answered');
}

/** A form that has done what it says leads on as well; one that was not taken leads to sign in. */
function answeredTo(route: string, who: Anybody, { status, location = '' }: Reply): AnsweredElsewhere {
  if (status === 401) return 'proof';
  if (status === 303) {
    return route.startsWith('GET ') || location.startsWith('/sign-in?') ? 'elsewhere' : 'yes';
  }
  // A form by which one signs in is taken from anybody; this is said of what was typed into it, which is nothing.
  if (status === 403 && route.startsWith('POST /sign-in/')) return 'yes';
  return rightBy(`${route} by ${who}`, status);
}
