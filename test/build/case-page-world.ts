import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { Role } from '../../src/app/authorise.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';
import type { PageParts } from '../../src/http/pages/page-parts.ts';
import { type AnswersWorld, answersWorld } from './answers-world.ts';
import { on } from './case.ts';

/** Who is what beside the people of every world: each signs in by their name. */
const MORE: readonly (readonly [person: string, role: Role, customer?: string])[] = [
  ['dora', 'customer', 'agency'],
  ['mia', 'customerManager', 'agency'],
  ['nils', 'customerManager', 'other'],
  ['ada', 'accountManager'],
  ['petra', 'programManager'],
  ['alan', 'auditor'],
  ['adam', 'administrator'],
];

/** A page as its reader gets it. */
interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: LightMyRequestResponse['headers'];
}

type Typed = Readonly<Record<string, string>>;

/** People of one contract at the page of a case, each with a browser of their own. */
export interface CasePageWorld extends AnswersWorld {
  readonly key: CaseKey;
  readonly path: string;
  /** Asks as somebody, by whatever `inject` takes. */
  ask(who: string | undefined, options: InjectOptions): Promise<Shown>;
  get(who: string | undefined, url: string): Promise<Shown>;
  post(who: string | undefined, url: string, fields: Typed): Promise<Shown>;
  /** The page of an act, by its query: `escalate?level=2`. */
  act(who: string, act: string): Promise<Shown>;
  /** Fills in the form of an act as it is shown now, and sends it. */
  does(who: string, act: string, typed?: Typed): Promise<Shown>;
  /** The page of the case. */
  look(who: string, query?: string): Promise<string>;
}

interface Changes {
  readonly at?: Instant;
  readonly revision?: Revision;
  readonly pages?: Partial<PageParts>;
  readonly opening?: Parameters<AnswersWorld['open']>[0];
  readonly isRung?: boolean;
}

/** A case that has just been opened by dana, on a Tuesday at nine, unless said otherwise. */
export async function casePageWorld(changes: Changes = {}): Promise<CasePageWorld> {
  const { at = on('Tue 09:00'), revision, pages, opening, isRung = false } = changes;
  const made = await answersWorld(at, { ...pages, isRung, ...(revision && { revision }) });
  const { contract, connection, server } = made;
  const { db } = connection;
  await sql`insert into customer values (${contract}, 'other', 'Another agency')`.execute(db);
  for (const [person, role, customer = null] of MORE) {
    await sql`insert into person (contract_id, person_id, name, email) values (${contract}, ${person}, ${person},
      ${`${person}@ladder.example`}) on conflict do nothing`.execute(db);
    await sql`insert into role values (${contract}, ${person}, ${role}, ${customer})`.execute(db);
  }
  const key = await made.open({ directory: { account: 'ada' }, ...opening });
  const path = `/contracts/${contract}/cases/${key.caseId}`;
  const cookies = new Map<string, string>();
  const cookieOf = async (who: string): Promise<string> => {
    const cookie = cookies.get(who) ?? (await made.stepIn(who));
    cookies.set(who, cookie);
    return cookie;
  };
  const ask: CasePageWorld['ask'] = async (who, options) => {
    const headers = { host: 'localhost', ...(who !== undefined && { cookie: await cookieOf(who) }) };
    const reply = await server.inject({
      ...options,
      headers: { ...headers, ...options.headers },
    });
    return { status: reply.statusCode, html: reply.body, headers: reply.headers };
  };
  const get: CasePageWorld['get'] = (who, url) => ask(who, { method: 'GET', url });
  const post: CasePageWorld['post'] = (who, url, fields) =>
    ask(who, {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const act: CasePageWorld['act'] = (who, name) => get(who, `${path}/acts/${name}`);
  return {
    ...made,
    ...{ key, path, ask, get, post, act },
    does: async (who, name, typed = {}) => {
      const shown = await act(who, name);
      const form = formIn(shown.html, `${path}/acts/${name.split('?')[0]}`);
      if (!form) throw new Error(`no form for ${name}: ${shown.status}\n${textOf(shown.html)}`);
      return post(who, form.action, { ...form.hidden, ...typed });
    },
    look: async (who, query = '') => {
      const { status, html } = await get(who, path + query);
      if (status !== 200) throw new Error(`${who} is answered ${status}`);
      return html;
    },
  };
}

/** The form that is sent to an address, with what it carries unseen. */
export function formIn(html: string, action: string): { action: string; hidden: Typed } | undefined {
  const forms = [...html.matchAll(/<form method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
  const found = forms.find(([, where]) => where === action);
  if (!found) return undefined;
  const inputs = found[2]?.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g) ?? [];
  return {
    action,
    hidden: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value])),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };

/** What a reader reads of the main part of a page, in lines. */
export const textOf = (html: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html)
    .replace(/<\/(?:p|li|h\d|dt|dd|summary|legend|label|button|tr|blockquote|div)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|#34|#39);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n+/g, '\n')
    .trim();
