import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { LIMITS } from '../../src/core/plan/reading/limits.ts';
import { textOf } from '../build/case-page-world.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';

const MANAGER = 'solutions-architect';
const MARKUP = 'Two <b>lines</b>\nof "words" & more.';

let here: PlanWorld;
afterEach(() => here.close());

interface Sent {
  readonly fields: Readonly<Record<string, string>>;
  /** Its field for a file comes first, as it does on some pages. */
  readonly file?: { readonly name: string; readonly text: string } | undefined;
}

/** Sends a form of several parts as a browser does. */
async function send(who: string | undefined, url: string, { fields, file }: Sent) {
  const form = new FormData();
  if (file) form.set('file', new Blob([file.text]), file.name);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return here.server.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      ...(who !== undefined && { cookie: await here.stepInto(here.contract, who) }),
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

/** Where a form leads, under the name that no object should have of its own. */
const going = (to: string): Readonly<Record<string, string>> => Object.fromEntries([['then', to]]);

const decoded = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&amp;', '&');

/** The form that a page gives back to be sent again. */
function formIn(html: string, action: string) {
  const [, head = '', body = ''] =
    [...html.matchAll(/<form ([^>]*)>([\s\S]*?)<\/form>/g)].find(([, head]) =>
      head?.includes(`action="${action}"`),
    ) ?? [];
  return {
    isInParts: head.includes('enctype="multipart/form-data"'),
    isFileWanted: /<input type="file"[^>]* required/.test(body),
    mayGoWithoutFile: body.includes('formnovalidate'),
    fields: Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, decoded(value)],
      ),
    ),
  };
}

describe('a form with a file, sent after its session has ended,', () => {
  let base: string;
  beforeEach(async () => {
    here = await planWorld();
    base = `/contracts/${here.contract}`;
  });

  /** What comes back, whatever the form: everything typed, and the place of a file that is wanted again. */
  async function kept(url: string, sent: Sent) {
    const reply = await send(undefined, url, sent);
    expect(reply.statusCode).toBe(401);
    const said = textOf(reply.body);
    expect(said).toContain('You were signed out: nothing is lost');
    const form = formIn(reply.body, url);
    expect(form).toMatchObject({ isInParts: true, fields: sent.fields });
    expect(form.isFileWanted).toBe(sent.file !== undefined);
    if (sent.file) expect(said).toContain(`What you sent had the file ${sent.file.name} with it.`);
    return form;
  }

  test('gives evidence of an obligation again, and it is handed over as it was written', async () => {
    await undertakePublished(here.store);
    const [found] = await here.ask(`select obligation_id from obligation
      where owner = 'contractor' and status = 'open' order by due_on limit 1`);
    const page = `${base}/obligations/${encodeURIComponent(String(found?.obligation_id))}`;
    const url = `${page}/deliver`;
    const shown = formIn((await here.get(MANAGER, page)).body, url);
    const file = { name: 'minutes <i>.txt', text: 'All were there.' };
    const fields = { ...shown.fields, text: MARKUP, link: '', doneOn: '2026-11-19' };
    const form = await kept(url, { fields, file });
    expect(form.mayGoWithoutFile).toBe(true);
    expect((await send(MANAGER, url, { fields: form.fields, file })).statusCode).toBe(303);
    const { body } = await here.get(MANAGER, page);
    expect(decoded(textOf(body))).toContain('of "words" & more.');
    expect(decoded(textOf(body))).toContain('File: minutes');
  });

  test('also where the file was bigger than any that is taken', async () => {
    const url = `${base}/obligations/any/deliver`;
    await kept(url, {
      fields: { text: MARKUP, doneOn: '2026-11-19' },
      file: { name: 'film.txt', text: 'x'.repeat(11 * 1024 * 1024) },
    });
  });

  test('gives for whom a file of a case was, and asks for the file', async () => {
    const file = { name: 'seen.txt', text: 'No dial tone' };
    const form = await kept(`${base}/cases/1/files`, { fields: { key: '', audience: 'oversight' }, file });
    expect(form.mayGoWithoutFile).toBe(false);
  });

  test('gives a table of customers again, pasted or as a file', async () => {
    const text = 'customerId;name\nlake-works;"Lake <Works>"';
    const url = `${base}/customers/table`;
    const form = await kept(url, { fields: { text } });
    expect(formIn((await send(MANAGER, url, form)).body, `${url}/take`).fields.text).toBe(text);
    await kept(url, { fields: { text: '' }, file: { name: 'customers.csv', text } });
  });

  test('asks for a document again, and gives a draft that was read from one', async () => {
    await kept(`${base}/import`, { fields: {}, file: { name: 'plan.md', text: '# A plan' } });
    const draft = `# ${'Read from "a document" & mended by hand.\n'.repeat(200)}`;
    expect(draft.length).toBeLessThan(LIMITS.bytesMax);
    const url = `${base}/import/draft`;
    const form = await kept(url, { fields: { draft, ...going('save') } });
    const saved = await send(MANAGER, url, form);
    expect([saved.statusCode, saved.body]).toEqual([200, draft]);
  });

  test('says so in Spanish too', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'acta.txt');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const reply = await here.server.inject({
      method: 'POST',
      url: `${base}/cases/1/files`,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'accept-language': 'es',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(textOf(reply.body)).toContain('Lo que usted envió llevaba el archivo acta.txt.');
  });
});

describe('what is typed stands on the page that asks who one is,', () => {
  beforeEach(async () => {
    here = await planWorld();
  });

  test('of one’s own details, and is saved when it is sent again', async () => {
    const fields = { name: 'Ines "The Desk" Calloway', language: 'es', timeZone: 'Europe/Berlin' };
    const reply = await here.post(undefined, '/account/details', fields);
    expect(reply.statusCode).toBe(401);
    const form = formIn(reply.body, '/account/details');
    expect(form).toMatchObject({ fields, isInParts: false });
    expect((await here.post(MANAGER, '/account/details', form.fields)).statusCode).toBe(303);
    expect(decoded((await here.get(MANAGER, '/account/details')).body)).toContain('Ines "The Desk" Calloway');
  });

  test('of a table of customers, where the proof is older than a quarter of an hour', async () => {
    const url = `/contracts/${here.contract}/customers/table/take`;
    const fields = { text: 'customerId;name\nlake-works;"Lake <Works>"', seen: 'as it was shown' };
    await here.stepInto(here.contract, MANAGER);
    await here.get(MANAGER, '/account');
    await here.ask(`update sign_in_session set authenticated_at = now() - interval '16 minutes'`);
    const reply = await here.post(MANAGER, url, fields);
    expect(reply.statusCode).toBe(401);
    expect(textOf(reply.body)).toContain('Prove once more who you are: nothing is lost');
    expect(formIn(reply.body, url).fields).toEqual(fields);
  });

  test('but a new password does not: that form is begun again', async () => {
    const fields = { password: 'correct horse battery', repeated: 'correct horse battery' };
    const reply = await here.post(undefined, '/account/password', fields);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in?then=%2Faccount']);
    expect(reply.body).not.toContain('correct horse');
  });
});

describe('what is typed stands on the page that says it came too often,', () => {
  const LATER = /Go on in (?:\d+ seconds?|60 minutes)\./;

  test('of a public form with a limit of its own, and it can be sent again later', async () => {
    here = await planWorld({ limits: { reportsPerHour: 1 } });
    const url = `/plans/${here.contract}/wrong-contact`;
    const fields = { text: MARKUP, seat: 'level-2', email: 'dana@agency.example' };
    await here.post(undefined, url, fields);
    const reply = await here.post(undefined, url, fields);
    expect(reply.statusCode).toBe(429);
    expect(textOf(reply.body)).toMatch(LATER);
    expect(textOf(reply.body)).toContain('Keep this page open, and send it again then.');
    expect(formIn(reply.body, url)).toMatchObject({ fields, isInParts: false });
    expect(reply.body).toContain('Send it again</button>');
  });

  test('of any form, one with a file too', async () => {
    here = await planWorld({ limits: { ratePerMinute: 2 } });
    const base = `/contracts/${here.contract}`;
    const fields = { text: MARKUP, doneOn: '2026-11-19' };
    const url = `${base}/obligations/any/deliver`;
    const file = { name: 'minutes.txt', text: 'All were there.' };
    for (let times = 0; times < 2; times++) await send(undefined, url, { fields });
    const often = await send(undefined, url, { fields, file });
    expect(often.statusCode).toBe(429);
    expect(textOf(often.body)).toMatch(LATER);
    expect(formIn(often.body, url)).toMatchObject({ fields, isInParts: true, isFileWanted: true });
    const note = { text: MARKUP };
    const other = await here.post(undefined, `${base}/cases/1/acts/addNote`, note);
    expect([other.statusCode, formIn(other.body, `${base}/cases/1/acts/addNote`).fields]).toEqual([
      429,
      note,
    ]);
  });

  test('but nothing secret, and nothing that another site has sent', async () => {
    here = await planWorld({ limits: { ratePerMinute: 1 } });
    const typed = { address: 'dana@agency.example', password: 'correct horse battery', ...going('/plans') };
    await here.post(undefined, '/sign-in/password', typed);
    const reply = await here.post(undefined, '/sign-in/password', typed);
    expect(reply.statusCode).toBe(429);
    expect(formIn(reply.body, '/sign-in/password').fields).toEqual({
      address: typed.address,
      ...going('/plans'),
    });
    expect(reply.body).not.toContain('correct horse');
    expect(textOf(reply.body)).toContain('What is secret does not stand here');
    const foreign = await here.server.inject({
      method: 'POST',
      url: '/sign-in/link',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
      },
      payload: 'email=planted%40words.example',
    });
    expect(foreign.statusCode).toBe(429);
    expect(foreign.body).not.toContain('planted');
  });
});
