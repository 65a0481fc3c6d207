import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planDrill } from '../../src/app/drills/handle-drills.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { hashOf } from '../../src/app/secret.ts';
import { askedIn } from '../attestation/asked-in.ts';
import { on } from '../build/case.ts';
import { STRANGER, telephonesHere } from '../build/telephones.ts';
import { pageRoutes } from '../rights/page-routes.ts';
import { CHANNEL, DOMAIN, type RightsWorld, rightsWorld } from '../rights/rights-world.ts';
import { type FoundForm, formsIn, linksIn } from './forms.ts';

/** What stands in every field and every name. Nothing of ours ever writes a `<b>`. */
const MARK = `<b>"'&`;
const MARKED = /<b>|onload=x/;
const HOST = 'localhost';

let here: RightsWorld;
let phones: Awaited<ReturnType<typeof telephonesHere>>;
const seen: { what: string; html: string }[] = [];
const bad: string[] = [];
const mails: OutgoingMail[] = [];
/** Every address that answered as one that is there, by its method. */
const reached: Record<'GET' | 'POST', Set<string>> = { GET: new Set(), POST: new Set() };

beforeAll(async () => {
  const opening = { text: `${MARK} No dial tone`, references: [`${MARK} INC-1`] };
  const sendReply = async (): Promise<undefined> => undefined;
  phones = await telephonesHere(on('Tue 09:00'));
  const { telephones } = phones;
  const pages = { isDemonstration: true, baseUrl: () => `http://${HOST}`, sendReply, telephones };
  here = await rightsWorld({ opening, pages });
  const { db } = here.connection;
  await sql`update sign_in_account set keeps_installation = true where email = 'adam@ladder.example'`.execute(
    db,
  );
  await sql`insert into installation (kind, made_at, secret_fingerprint)
    values ('demonstration', '2026-01-01T00:00:00Z', 'x')`.execute(db);
  await sql`update person set name = ${MARK} || ' ' || person_id, title = ${MARK}`.execute(db);
  await sql`update chat_channel set name = ${MARK} || ' Desk'`.execute(db);
  await sql`insert into chat_invitation (contract_id, token_hash, channel_id, team_id, user_id, user_name, expires_at)
    values (${here.contract}, decode(${hashOf(CHAT_TOKEN)}, 'hex'), ${CHANNEL}, 'T0', 'U0', ${MARK}, '2030-01-01T00:00:00Z')`.execute(
    db,
  );
  await sql`insert into chat_user (contract_id, channel_id, team_id, user_id, person_id, at)
    values (${here.contract}, ${CHANNEL}, 'T0', 'U1', 'desk', '2026-01-01T00:00:00Z')`.execute(db);
  await sql`update customer set name = ${MARK} || ' ' || customer_id`.execute(db);
  await sql`update contract set title = ${MARK} || ' Network services'`.execute(db);
  await askedIn(here, 'ana');
  await here.swapped('bo');
  const held = { by: 'petra', actor: 'contractor', level: 2, startAt: undefined, every: undefined } as const;
  await planDrill(here.store, here.contract, { ...held, answerWithinMs: 86_400_000 });
}, 180_000);
afterAll(async () => {
  await here.close();
  await phones.close();
});

/** Nobody, and somebody of each kind. */
const ASKERS = [undefined, 'dana', 'mia', 'desk', 'ana', 'petra', 'olga', 'adam'] as const;
type Asker = (typeof ASKERS)[number];
/** Ends the session that is being used, or takes somebody's rights away: done last, once each. */
const LEAVES = /^\/(?:account\/sessions\/end|step-in)|\/roles\/[^/]+\/withdraw$|\/revoke$|\/sign-out$/;
/** Moves time, and with it every session and link out of its time. */
const MOVES_TIME = /^\/clock$/;
/** Ends what other forms need; done in the second round. */
const ENDS = /\/(?:withdraw|satisfied|close|end|remove|fresh)$/;
/** Streams have no end; papers and calendars are no pages, are dear to make, and have tests of their own. */
const NO_PAGES = /\/changes$|\.(?:pdf|ics)(?:\?|$)/;
/** Of pages that differ by names alone one is like the other. */
const OF_A_KIND_MAX = 2;

const cookies = new Map<string, string>();

async function headersOf(asker: Asker): Promise<Readonly<Record<string, string>>> {
  if (asker === undefined) return { host: HOST };
  const cookie = cookies.get(asker) ?? (await here.stepIn(asker));
  cookies.set(asker, cookie);
  return { host: HOST, cookie };
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

async function ask(asker: Asker, sent: Sent): Promise<LightMyRequestResponse> {
  const { method, url } = sent;
  const reply = await here.server.inject({
    ...sent,
    headers: { ...(await headersOf(asker)), ...sent.headers },
  });
  if (reply.statusCode !== 404) reached[method].add(url.split('?')[0] ?? url);
  look(`${asker} ${method} ${url}`, reply);
  return reply;
}

/** A file is for a program, and has what was typed as it was; everything else is read by a browser. */
function look(what: string, { statusCode, body, headers }: LightMyRequestResponse): void {
  const type = String(headers['content-type'] ?? '');
  if (statusCode >= 500) bad.push(`${what}: ${statusCode}`);
  if (!/html|svg/.test(type)) return;
  seen.push({ what, html: body });
  const at = MARKED.exec(body)?.index;
  if (at !== undefined) bad.push(`${what}: …${body.slice(Math.max(0, at - 80), at + 40)}`);
}

/** What stands for the parts of an address that name something. */
const NAMED: Readonly<Record<string, string>> = {
  '*': 'step/2',
  act: 'addNote',
  channel: CHANNEL,
  kind: 'slack',
  number: STRANGER,
  customer: 'agency',
  domain: DOMAIN,
  entry: '_new',
  field: 'mobile',
  part: 'contacts',
  person: 'dana',
  role: 'customer',
  seat: 'ana',
  track: 'service',
};

/** Of a user of a channel who has just pressed a button there. */
const CHAT_TOKEN = 'c'.repeat(43);

const fillIn = (pattern: string): string =>
  pattern.replace(/:(\w+)|\*/g, (whole, name: string | undefined) => {
    if (name === 'contract') return here.contract;
    if (name === 'caseId' || name === 'case') return here.key.caseId;
    if (name === 'token') return pattern.includes('/chats/') ? CHAT_TOKEN : here.token;
    if (name === 'file') return pattern.includes('/cases/') ? here.file : 'cases.csv';
    return NAMED[name ?? whole] ?? '1';
  });

/** Where an address leads, with the names and numbers in it left out. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const kind = pathname
    .replace(/\/[\w-]*\d[\w-]*(?=\/|$)/g, '/:one')
    .replace(/(?<=\/(?:people|customers)\/)[^/]+/, ':one');
  return `${kind}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}

/** Looks at every page there is, and at whatever its links lead to; the forms that were found. */
async function walk(asker: Asker, seeds: readonly string[]): Promise<readonly FoundForm[]> {
  const waiting = [...seeds];
  const known = new Set(waiting);
  const kinds = new Map<string, number>();
  const forms = new Map<string, FoundForm>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { body, headers } = await ask(asker, { method: 'GET', url: path });
    const isPage = String(headers['content-type']).includes('html');
    for (const form of isPage ? formsIn(body) : []) forms.set(form.action, form);
    const next = [
      ...(isPage ? linksIn(body) : []),
      ...(typeof headers.location === 'string' ? [headers.location] : []),
    ];
    for (const link of next.filter((one) => one.startsWith('/') && !NO_PAGES.test(one) && !known.has(one))) {
      known.add(link);
      const count = (kinds.get(kindOf(link)) ?? 0) + 1;
      kinds.set(kindOf(link), count);
      if (count <= OF_A_KIND_MAX) waiting.push(link);
    }
  }
  return [...forms.values()];
}

/** Types into every field there is, and sends the form; what comes back is a page like any other. */
async function fillOut(asker: Asker, { action, isMultipart, fields, typed }: FoundForm): Promise<void> {
  // The case goes on between two forms of one page; who sends them here does not mind.
  const unseen = { expected: '' };
  const words = { ...Object.fromEntries(typed.map((name) => [name, `${MARK} ${name}`])), ...unseen };
  const all = { ...fields, ...words };
  const form = isMultipart ? fileForm(all) : new URLSearchParams(all);
  const sent = new Request('http://localhost/', { method: 'POST', body: form });
  await ask(asker, {
    method: 'POST',
    url: action,
    headers: { 'content-type': sent.headers.get('content-type') ?? '', origin: `http://${HOST}` },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

function fileForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([`${MARK} in a file`]), `${MARK} seen.txt`);
  return form;
}

/** Of the links in mails so many of the first, which sign in and are used by then, and of the latest. */
const MAIL_LINKS_MAX = 12;

/** Every page by its own address; for who is not signed in also those behind the links of mails. */
async function seedsOf(asker: Asker): Promise<readonly string[]> {
  const routes = (await pageRoutes('GET')).filter((path) => !NO_PAGES.test(path));
  const inMails = mails.flatMap(
    ({ text }) => text.match(/(?<=http:\/\/[\w.]+)\/(?:l|sign-in)\/[\w/-]+/g) ?? [],
  );
  const some = new Set([...inMails.slice(0, MAIL_LINKS_MAX), ...inMails.slice(-MAIL_LINKS_MAX)]);
  return [...routes.map(fillIn), ...(asker === undefined ? some : [])];
}

/** Everybody fills in what they find; letters about it are written. */
async function round(chosen: (form: FoundForm) => boolean): Promise<void> {
  for (const asker of ASKERS) {
    const forms = await walk(asker, await seedsOf(asker));
    const now = forms.filter(({ action }) => !LEAVES.test(action) && !MOVES_TIME.test(action));
    for (const form of now.filter(chosen)) await fillOut(asker, form);
    await here.accounts.idle();
    mails.push(...(await here.settle()));
  }
}

/** What ends a session or a right, once each kind, and everybody comes back for the next; then time moves. */
async function leave(): Promise<void> {
  const done = new Set<string>();
  let clock: FoundForm | undefined;
  for (const asker of ['dana', 'mia', 'adam'] as const) {
    for (const form of await walk(asker, await seedsOf(asker))) {
      if (MOVES_TIME.test(form.action)) clock = form;
      const kind = patternOf('POST', form.action) ?? form.action;
      if (!LEAVES.test(form.action) || done.has(kind)) continue;
      done.add(kind);
      await fillOut(asker, form);
      cookies.clear();
    }
  }
  if (clock) await fillOut('adam', clock);
}

/** A form that is shown to nobody here, such as one to remove a passkey, is sent as who does not use our pages would send it. */
async function unshown(): Promise<void> {
  const fields = Object.fromEntries(['id', 'name', 'code', 'passkey', 'person'].map((name) => [name, MARK]));
  for (const pattern of patterns.POST.filter((one) => !isReached('POST', one) && !LEAVES.test(one))) {
    const action = fillIn(pattern);
    if (MOVES_TIME.test(action)) continue;
    for (const asker of ['dana', 'adam'] as const)
      await fillOut(asker, { action, isMultipart: false, fields, typed: [] });
  }
}

const isReached = (method: 'GET' | 'POST', pattern: string): boolean =>
  [...reached[method]].some((path) => patternOf(method, path) === pattern);

const patterns: Record<'GET' | 'POST', readonly string[]> = { GET: [], POST: [] };

/** The route that an address is of: of those that fit, the one that says most. */
const patternOf = (method: 'GET' | 'POST', path: string): string | undefined =>
  patterns[method]
    .filter((pattern) => {
      const form = pattern.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*');
      return new RegExp(`^${form}$`).test(path);
    })
    .sort((a, b) => said(b) - said(a))[0];

const said = (pattern: string): number => pattern.replace(/:\w+|\*/g, '').length;

/** What is not reached here, and why. */
const NOT_REACHED: Readonly<Record<string, string>> = {
  'GET /sign-in/organisation': 'leads away to a directory; there is none here',
  'GET /sign-in/organisation/back': 'comes from a directory; there is none here',
  'POST /slack/:contract/:channel': 'hears Slack alone, by its signature',
  'POST /telephone/gateway/texts': 'takes what its gateway has shown its token for, and there is none here',
  'POST /telephone/status/:contract/:delivery':
    'takes what its carrier has signed, and no carrier is configured here',
};

test('markup typed into every field, on every page, stays text on every page and in every mail', async () => {
  patterns.GET = await pageRoutes('GET');
  patterns.POST = await pageRoutes('POST');
  // One who is known, and one who may come by their address: they are asked what they are called.
  for (const email of ['dana@ladder.example', `rhea@${DOMAIN}`])
    await fillOut(undefined, { action: '/sign-in/link', isMultipart: false, fields: { email }, typed: [] });
  await here.accounts.idle();
  mails.push(...(await here.settle()));
  await round(({ action }) => !ENDS.test(action));
  await round(({ action }) => ENDS.test(action));
  await unshown();
  await leave();
  expect(bad).toEqual([]);
  const missed = (['GET', 'POST'] as const).flatMap((method) =>
    patterns[method]
      .filter((pattern) => !NO_PAGES.test(pattern) && !isReached(method, pattern))
      .map((pattern) => `${method} ${pattern}`),
  );
  expect(missed).toEqual(Object.keys(NOT_REACHED));
  expect(seen.filter(({ html }) => html.includes('&lt;b&gt;')).length).toBeGreaterThan(200);
  const typed = await sql<{ type: string }>`select distinct type from event join event_text
    using (contract_id, case_id, number) where text like ${`%${MARK}%`} order by 1`.execute(
    here.connection.db,
  );
  expect(typed.rows.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['CaseOpened', 'CustomerAsked', 'NoteAdded', 'Responded', 'ResolutionProposed']),
  );
  expect(mails.length).toBeGreaterThan(10);
  for (const { html, subject } of mails) {
    expect(html).not.toMatch(MARKED);
    expect(subject).not.toMatch(/[\r\n]/);
  }
  expect(mails.some(({ html }) => html.includes('&lt;b&gt;'))).toBe(true);
}, 300_000);
