import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { type FoundForm, formsIn, linksIn } from './forms.ts';

/** What stands in every field and every name. Nothing of ours ever writes a `<b>`. */
const MARK = `<b>"'&`;
const MARKED = /<b>|onload=x/;

let here: CasePageWorld;
const seen: { asker: string; path: string; html: string }[] = [];
const bad: string[] = [];
const mails: OutgoingMail[] = [];

beforeAll(async () => {
  here = await casePageWorld({ opening: { text: `${MARK} No dial tone`, references: [`${MARK} INC-1`] } });
  const { db } = here.connection;
  await sql`update person set name = ${MARK} || ' ' || person_id, title = ${MARK}`.execute(db);
  await sql`update customer set name = ${MARK} || ' ' || customer_id`.execute(db);
  await sql`update contract set title = ${MARK} || ' Network services'`.execute(db);
}, 60_000);
afterAll(() => here.close());

const ASKERS = ['dana', 'mia', 'desk', 'ana', 'olga', 'adam'] as const;
/** Ends the session that is being used, or takes somebody's rights away. */
const LEAVES = /^\/(?:sign-out|account\/sessions\/end)|\/roles\/[^/]+\/withdraw$|\/revoke$/;
/** Nothing to be read as a page, or no end to it. */
const NO_PAGES = /\/changes$|\.(?:csv|ics|json|svg|vcf|pdf)(?:\?|$)|\/files\/|^\/language|^\/api|^\/account$/;
/** Ends what other forms need; done in the second round. */
const ENDS = /\/(?:withdraw|satisfied|close|end|remove)$/;
const PAGES_MAX = 60;

/** Looks at every page that somebody can reach, and at every form on them. */
async function walk(asker: string): Promise<readonly FoundForm[]> {
  const waiting = [here.path, `/contracts/${here.contract}`, '/account'];
  const known = new Set(waiting);
  const forms = new Map<string, FoundForm>();
  for (let path = waiting.shift(); path !== undefined && known.size < PAGES_MAX; path = waiting.shift()) {
    const { status, html, headers } = await here.get(asker, path);
    look(asker, path, status, html);
    for (const form of formsIn(html)) forms.set(form.action, form);
    const next = [...linksIn(html), ...(typeof headers.location === 'string' ? [headers.location] : [])];
    for (const link of next.filter((one) => one.startsWith('/') && !NO_PAGES.test(one) && !known.has(one))) {
      known.add(link);
      waiting.push(link);
    }
  }
  return [...forms.values()].filter(({ action }) => !LEAVES.test(action));
}

function look(asker: string, path: string, status: number, html: string): void {
  seen.push({ asker, path, html });
  if (status >= 500) bad.push(`${asker} ${path}: ${status}`);
  const at = MARKED.exec(html)?.index;
  if (at !== undefined) bad.push(`${asker} ${path}: …${html.slice(Math.max(0, at - 80), at + 40)}`);
}

/** Types into every field there is, and sends the form; what comes back is a page like any other. */
async function fillIn(asker: string, { action, isMultipart, fields, typed }: FoundForm): Promise<void> {
  // The case goes on between two forms of one page; who sends them here does not mind.
  const unseen = { expected: '' };
  const words = { ...Object.fromEntries(typed.map((name) => [name, `${MARK} ${name}`])), ...unseen };
  if (!isMultipart) {
    const { status, html } = await here.post(asker, action, { ...fields, ...words });
    return look(asker, `POST ${action}`, status, html);
  }
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...words })) form.set(name, value);
  form.set('file', new Blob([`${MARK} in a file`]), `${MARK} seen.txt`);
  const sent = new Request('http://localhost/', { method: 'POST', body: form });
  const reply = await here.server.inject({
    method: 'POST',
    url: action,
    headers: {
      host: 'localhost',
      cookie: await here.stepIn(asker),
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  look(asker, `POST ${action}`, reply.statusCode, reply.body);
}

/** Everybody fills in what they find; letters about it are written. */
async function round(chosen: (form: FoundForm) => boolean): Promise<void> {
  for (const asker of ASKERS) {
    for (const form of (await walk(asker)).filter(chosen)) await fillIn(asker, form);
    mails.push(...(await here.settle()));
  }
}

test('markup typed into every field, on every page, stays text on every page and in every mail', async () => {
  await round(({ action }) => !ENDS.test(action));
  await round(({ action }) => ENDS.test(action));
  for (const asker of ASKERS) await walk(asker);
  expect(bad).toEqual([]);
  const shown = seen.filter(({ html }) => html.includes('&lt;b&gt;'));
  expect(shown.length).toBeGreaterThan(50);
  expect(new Set(seen.map(({ path }) => path)).size).toBeGreaterThan(40);
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
}, 120_000);
