import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeUpContacts } from '../../src/app/attestation/take-up-contacts.ts';
import { planView } from '../../src/app/views/plan/plan-view.ts';
import { ASSETS } from '../../src/http/pages/static-files.ts';
import { awayPage, keptPlanPage } from '../../src/portal/plan/away-pages.tsx';
import { type KeptPlan, keptPaper, keptPlan } from '../../src/render/publication/kept-plan.ts';
import { draftReading } from '../../src/store/contracts/draft-rows.ts';
import { postgresReading } from '../../src/store/views/reading.ts';
import { on } from '../build/case.ts';
import { textOf } from '../build/case-page-world.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { telephonesHere } from '../build/telephones.ts';
import { fillIn } from '../rights/fill-in.ts';
import { pageRoutes } from '../rights/page-routes.ts';
import { ASKERS, type Asker, type RightsWorld, rightsWorld } from '../rights/rights-world.ts';

const ZONE = 'Asia/Tokyo';
/** Between them they are shown every page. */
const READERS = [
  'reporter',
  'account manager',
  'contact',
  'program manager',
  'oversight',
  'administrator',
] as const satisfies readonly Asker[];

/** An instant in words: `Tue 24 Nov 2026, 9:00 am`. */
const INSTANT =
  /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}(?: \d{4})?, (?:\d{1,2}:\d\d(?::\d\d)? (?:am|pm)|12:00 (?:noon|midnight))/g;
/** What follows it: the contract's zone and the reader's behind it, or the reader's alone. */
const SHOWN_TWICE = /^ (?:Pacific|UTC)(?: \(UTC[^)]*\))? \([^()]*Asia\/Tokyo time\)|^ Asia\/Tokyo time/;
/** The instants of a page, and those among them that stand on one clock alone. */
function instantsOf(html: string): { readonly count: number; readonly alone: readonly string[] } {
  // A message to a channel is shown as it stands there, on the contract's clocks alone.
  const elsewhere = /<svg.*?<\/svg>|<article class="card" lang=.*?<\/article>/gs;
  const text = textOf(html.replaceAll(elsewhere, ''));
  const all = [...text.matchAll(INSTANT)];
  const alone = all.filter(({ 0: said, index }) => !SHOWN_TWICE.test(text.slice(index + said.length)));
  return {
    count: all.length,
    alone: alone.map(({ 0: said, index }) => text.slice(index - 30, index + said.length + 40)),
  };
}

/** Streams do not end, and what is not a page has no instants to be read. */
const NO_PAGE = /\/changes$|^\/static|\.(?:atom|css|csv|ics|js|json|pdf|svg|vcf)$/;
/** Each has instants: a walk that no longer meets them would prove nothing. */
const MET = [
  '/account',
  '/account/passkeys',
  '/admin/carriers',
  '/admin/checkpoints',
  '/clock',
  '/contracts/:contract/admin/sign-ins',
  '/contracts/:contract/admin/tokens',
  '/contracts/:contract/cases',
  '/contracts/:contract/cases/:caseId',
  '/contracts/:contract/cases/:caseId/why/*',
  '/contracts/:contract/chats',
  '/contracts/:contract/chats/:channel',
  '/contracts/:contract/contacts',
  '/contracts/:contract/contacts/changed/:change',
  '/contracts/:contract/contacts/filled/:filling',
  '/contracts/:contract/contacts/reported',
  '/contracts/:contract/contacts/reported/:report',
  '/contracts/:contract/contacts/seats',
  '/contracts/:contract/drafts/:draft',
  '/contracts/:contract/obligations/:obligation',
  '/contracts/:contract/overview',
  '/contracts/:contract/queue',
  '/contracts/:contract/record',
  '/contracts/:contract/record/:case',
  '/contracts/:contract/rota',
  '/contracts/:contract/rota/time-off',
  '/contracts/:contract/start/:caseId',
  '/contracts/:contract/work',
  '/outbox',
  '/outbox/:id',
  '/outbox/telephones/:number',
  '/plans/:contract',
  '/problems',
];
const MAIL = '01890a5d-ac96-774b-bcce-b302099a8057';

/** What pages of the installation and of an account tell of: something refused, a checkpoint, a carrier, a passkey. */
async function muchHappens({ connection: { db }, contract, key }: RightsWorld): Promise<void> {
  const at = '2026-11-17T18:00:00Z';
  await sql`insert into refused (contract_id, refused_id, case_id, at, command, actor, by_person, over, code)
    values (${contract}, ${MAIL}, ${key.caseId}, ${at}, 'satisfied', 'contractor', 'ana', 'portal', 'case-actor-wrong')`.execute(
    db,
  );
  await sql`insert into checkpoint (number, at, cases, events, listed, list_digest, previous, digest, public_key, signature)
    values (1, ${at}, 1, 1, 0, '\\x00', '\\x00', '\\x00', 'x', 'x')`.execute(db);
  await sql`insert into time_off_feed (contract_id, feed_id, person_id, sealed, host, time_zone, made_at, times, read_at,
      next_at, failing_since, reason)
    values (${contract}, ${MAIL}::uuid, 'ana', 'x', 'calendar.example', 'UTC', ${at},
      ${'["2026-11-18T18:00:00.000Z/2026-11-19T18:00:00.000Z"]'}::jsonb, ${at}, ${at}, ${at}, 'timeout')`.execute(
    db,
  );
  await sql`insert into carrier_news (carrier, done_at) values ('mailOut', ${at})`.execute(db);
  await sql`insert into sign_in_passkey
      (id, account_id, name, public_key, credential_id, counter, device_type, backed_up, created_at)
    select id, id, 'My telephone', 'x', id, 0, 'singleDevice', false, ${at} from sign_in_account`.execute(db);
}

describe('whoever has asked for their own zone', () => {
  let here: RightsWorld;
  let held: Awaited<ReturnType<typeof telephonesHere>>;
  beforeAll(async () => {
    held = await telephonesHere(on('Tue 09:00'));
    here = await rightsWorld({ pages: { isDemonstration: true, telephones: held.telephones } });
    const { db } = here.connection;
    await sql`update person set time_zone = ${ZONE}`.execute(db);
    // Nobody but the administrator has signed in yet.
    await sql`update sign_in_account set keeps_installation = true`.execute(db);
    await muchHappens(here);
    await sql`insert into delivery (contract_id, delivery_id, case_id, number, person_id, kind, means, state, queued_at)
      values (${here.contract}, ${MAIL}, ${here.key.caseId}, 1, 'ana', 'notice', 'email', 'queued',
        '2026-11-17T18:00:00Z')`.execute(db);
    await sql`insert into delivery_body (contract_id, delivery_id, address, subject, body_text, reply_to)
      values (${here.contract}, ${MAIL}, 'ana@ladder.example', 'A case', 'Please answer.', false)`.execute(
      db,
    );
  }, 60_000);
  afterAll(async () => {
    await here.close();
    await held.close();
  });

  test('reads each instant of every page on the clocks of both', async () => {
    const alone: unknown[] = [];
    const met = new Set<string>();
    const patterns = (await pageRoutes('GET')).filter((pattern) => !NO_PAGE.test(pattern));
    for (const pattern of patterns) {
      const path = fillIn(here, pattern, { id: MAIL });
      for (const asker of READERS) {
        const { status, html, headers } = await here.get(ASKERS[asker].person, path);
        if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
        const found = instantsOf(html);
        if (found.count > 0) met.add(pattern);
        if (found.alone.length > 0) alone.push([pattern, asker, found.alone]);
      }
    }
    expect(alone).toEqual([]);
    expect([...met]).toEqual(expect.arrayContaining(MET));
  }, 300_000);

  test('reads who is on duty on the clocks of both', async () => {
    const { html } = await here.get('petra', `/contracts/${here.contract}/rota?on=2026-11-16`);
    const text = textOf(html);
    expect(text).toContain(
      'on the clocks of the contract, Pacific; in brackets behind them stands Asia/Tokyo time.',
    );
    // The turn is handed over on Monday at nine, which is two on Tuesday in Tokyo.
    expect(text).toMatch(/00:00–09:00 \w+ \(17:00–Tue 02:00\)/);
    expect(text).toMatch(/09:00–24:00 \w+ \(Tue 02:00–17:00\)/);
  });

  test('sees on a picture whose clocks it is on, for it has no room for both', async () => {
    const { html } = await here.get('dana', `${here.path}/ladder.svg`);
    const drawn = [...html.matchAll(/<text[^>]*>\s*([^<]*)/g)].map(([, said = '']) => said);
    const instants = drawn.filter((said) => said.search(INSTANT) !== -1);
    expect(instants.length).toBeGreaterThan(1);
    // The line under the ladder has no room for it, and follows the lines of the levels.
    expect(instants.filter((said) => !/Pacific|^Time from /.test(said))).toEqual([]);
  });

  test('is found out where a page forgets it', () => {
    const { count, alone } = instantsOf('<main><p>Since Tue 17 Nov 2026, 9:00 am Pacific</p></main>');
    expect([count, alone.length]).toEqual([1, 1]);
  });
});

describe('on the sample plan, whoever has asked for their own zone', () => {
  let here: PlanWorld;
  beforeAll(async () => {
    here = await planWorld();
    await takeUpContacts(here.store);
    await here.ask(`update person set time_zone = $1`, [ZONE]);
    const opened = await here.post('dana-quill', `/contracts/${here.contract}/start`, {
      ...{ key: 'key-of-a-form', customer: 'harbor-safety', track: 'service-impacting' },
      ...{ text: 'No dial tone.', told: 'now', references: '', step: 'send' },
    });
    expect(opened.statusCode).toBe(303);
  }, 60_000);
  afterAll(() => here.close());

  test.each(['promises', 'currency', 'obligations', 'compliance'])('reads both on the %s', async (place) => {
    const { body } = await here.get('tamsin-hale', `/contracts/${here.contract}/${place}`);
    expect(instantsOf(body)).toMatchObject({ alone: [] });
    if (place === 'promises' || place === 'currency') expect(instantsOf(body).count).toBeGreaterThan(0);
  });
});

describe('while the database is away', () => {
  let here: PlanWorld;
  beforeAll(async () => {
    here = await planWorld();
  }, 60_000);
  afterAll(() => here.close());

  test('the copy of the plan, also as a file has it, is read on the clocks of both', async () => {
    const { db } = here;
    const now = () => here.store.transaction((tx) => tx.now());
    const reading = postgresReading({ db, revisions: here.store.revisions, now });
    const plan = await planView({ reading, drafts: draftReading(db) }, here.contract, undefined);
    if (!plan) throw new Error('the sample plan is published');
    const made = keptPlan({ plan, address: 'https://ladder.example/plans/k-1' });
    const kept = JSON.parse(JSON.stringify(made)) as KeptPlan;
    // What is kept to make the papers again makes the same.
    expect(keptPaper({ ...kept, timeZone: 'UTC' }, 'en', kept.timeZone)).toEqual(made.papers.en);
    const frame = { language: 'en', isDemonstration: false, places: [], assets: ASSETS } as const;
    const alone = instantsOf(keptPlanPage({ ...frame, kept }));
    expect(alone.alone).toHaveLength(alone.count);
    const both = instantsOf(keptPlanPage({ ...frame, kept, readerZone: ZONE }));
    expect([both.count > alone.count, both.alone]).toEqual([true, []]);
    const front = { ...frame, kept: [kept], wasSent: false, readerZone: ZONE };
    expect(instantsOf(awayPage(front)).alone).toEqual([]);
  });
});

describe('whoever is not signed in', () => {
  let here: PlanWorld;
  let plan: string;
  beforeAll(async () => {
    here = await planWorld();
    plan = `/plans/${here.contract}`;
  }, 60_000);
  afterAll(() => here.close());

  /** Chooses a zone on its page, and is then asked for with what the browser has kept. */
  const choose = async (to: string) => {
    const answer = await here.get(
      undefined,
      `/zone?${new URLSearchParams([
        ['to', to],
        ['then', plan],
      ])}`,
    );
    return { answer, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
  };

  test('chooses a zone from the plan, and reads the plan on the clocks of both from then on', async () => {
    const before = (await here.get(undefined, plan)).body;
    expect(instantsOf(before).alone.length).toBeGreaterThan(5);
    expect(before).toContain(`href="/zone?then=${encodeURIComponent(plan)}"`);
    const form = (await here.get(undefined, `/zone?then=${encodeURIComponent(plan)}`)).body;
    expect(form).toContain('<form method="get" action="/zone"');
    expect(form).toContain('<option value="Asia/Tokyo">Asia/Tokyo</option>');
    const { answer, cookie } = await choose(ZONE);
    expect([answer.statusCode, answer.headers.location, cookie]).toEqual([
      303,
      plan,
      'ladder_zone=Asia/Tokyo',
    ]);
    const { body } = await here.get(undefined, plan, { cookie });
    expect(instantsOf(body).alone).toEqual([]);
    expect(textOf(body)).toContain('in brackets behind them stands Asia/Tokyo time.');
  });

  test('reads the date on their clocks only where it is another', async () => {
    const at = (await choose(ZONE)).cookie;
    const asked = `${plan}?date=2026-11-20&at-date=2026-11-20&at-time=07%3A30`;
    const text = textOf((await here.get(undefined, asked, { cookie: at })).body);
    expect(text).toContain('opened Fri 20 Nov 2026, 7:30 am Pacific (Sat 21 Nov, 12:30 am Asia/Tokyo time)');
    const { cookie } = await choose('America/New_York');
    expect(textOf((await here.get(undefined, asked, { cookie })).body)).toContain(
      'opened Fri 20 Nov 2026, 7:30 am Pacific (10:30 am Eastern)',
    );
  });

  test('reads it in Spanish as well', async () => {
    const { cookie } = await choose(ZONE);
    const { body } = await here.get(undefined, plan, { cookie: `${cookie}; ladder_language=es` });
    expect(textOf(body)).toContain('hora del Pacífico (');
    expect(textOf(body)).toContain('entre paréntesis va la hora de Asia/Tokyo.');
  });

  test('gives the choice up again', async () => {
    const { answer } = await choose('');
    expect(answer.headers['set-cookie']).toBe('ladder_zone=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
  });

  test.each(['Mars/Olympus', '<b>', 'Asia/Tokyo; Path=/admin'])(
    'is told that there is no zone “%s”',
    async (to) => {
      const { answer } = await choose(to);
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([422, undefined]);
      expect(textOf(answer.body)).toContain('There is no time zone of that name. Choose one of the list.');
    },
  );

  test('is led to no other site by it, and a kept zone that is none is no zone', async () => {
    const away = await here.get(undefined, '/zone?to=UTC&then=https%3A%2F%2Felsewhere.example%2F');
    expect(away.headers.location).toBe('/');
    const { statusCode, body } = await here.get(undefined, plan, { cookie: 'ladder_zone=Mars/Olympus' });
    expect([statusCode, textOf(body).includes('in brackets')]).toEqual([200, false]);
  });

  test('who says of themselves where they are changes it there', async () => {
    await here.ask(`update person set time_zone = 'Asia/Tokyo' where person_id = 'dana-quill'`);
    const answer = await here.get('dana-quill', `/zone?then=${encodeURIComponent(plan)}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account/details']);
  });

  test('a case that is opened shows both before it is sent', async () => {
    await here.ask(`update person set time_zone = 'Asia/Tokyo' where person_id = 'dana-quill'`);
    const { body } = await here.post('dana-quill', `/contracts/${here.contract}/start`, {
      ...{ key: 'key-of-a-form', customer: 'harbor-safety', track: 'service-impacting' },
      ...{ text: 'No dial tone.', told: 'now', references: '', step: 'check' },
    });
    expect(instantsOf(body)).toMatchObject({ alone: [] });
    expect(instantsOf(body).count).toBeGreaterThan(1);
  });
});
