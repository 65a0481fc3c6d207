import { sql } from 'kysely';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import type { AnswersWorld } from '../build/answers-world.ts';

type Reply = Awaited<ReturnType<AnswersWorld['server']['inject']>>;

/** A browser at the door: it keeps the cookies it is given, as one does. */
export interface TestBrowser {
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<Reply>;
  cookie(): string;
  /** Puts a cookie in its jar, as somebody else might. */
  plant(cookie: string): void;
}

/** A browser of its own, at an address of its own. */
export function browserAt(here: AnswersWorld, address = '127.0.0.1', host = 'ladder.example'): TestBrowser {
  const jar = new Map<string, string>();
  const keep = (cookie: string): void => {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (attributes.some((one) => /^ *max-age=0$/i.test(one))) jar.delete(name);
    else jar.set(name, value);
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<Reply> => {
    const reply = await here.server.inject({
      method,
      url: path,
      remoteAddress: address,
      headers: {
        host,
        'user-agent': 'Test browser',
        ...(jar.size > 0 && { cookie: cookie() }),
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    for (const one of [reply.headers['set-cookie'] ?? []].flat()) keep(one);
    return reply;
  };
  return {
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, form = {}, headers = {}) => ask('POST', path, headers, new URLSearchParams(form).toString()),
    cookie,
    plant: keep,
  };
}

/** Where to go on, as a form says it. */
export const goOn = (to: string): Record<string, string> => Object.fromEntries([['then', to]]);

/** Asks for a link to an address, and answers the mails that come of it. */
export async function askForLink(
  here: AnswersWorld,
  browser: TestBrowser,
  email: string,
  to = '/',
): Promise<{ readonly asked: Reply; readonly mails: readonly OutgoingMail[] }> {
  const asked = await browser.post('/sign-in/link', { email, ...goOn(to) });
  await here.accounts.idle();
  return { asked, mails: await here.settle() };
}

/** The path in a mail that leads to a link's page. */
export function pathIn(mail: OutgoingMail | undefined): string {
  const found = /http:\/\/ladder\.example\/l\/([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (found === undefined) throw new Error(`no link in ${mail?.text}`);
  return `/sign-in/link/${found}`;
}

/** Signs a person in by a link, from asking to the button. */
export async function signInByLink(
  here: AnswersWorld,
  browser: TestBrowser,
  email: string,
  to = '/',
): Promise<Reply> {
  const { mails } = await askForLink(here, browser, email, to);
  return browser.post(pathIn(mails[0]));
}

/** What was noted at the door, in order. */
export async function noted(here: AnswersWorld): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from sign_in_log order by log_id`.execute(
    here.connection.db,
  );
  return rows.map(({ kind }) => kind);
}
