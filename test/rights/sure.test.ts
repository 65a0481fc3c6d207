import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillIn } from './fill-in.ts';
import { pageRoutes } from './page-routes.ts';
import { type RightsWorld, rightsWorld } from './rights-world.ts';

type Typed = Readonly<Record<string, string>>;

/**
 * Why nobody loses anything by a form that they sent too soon.
 *
 * `asks`: sent for the first time it does nothing and asks, somebody who may do it and somebody who may not.
 * `page`: the form stands alone on a page of its own, at the same address, which says what it does.
 * `because`: it can be taken back, or takes nothing away.
 */
type Held =
  | { readonly asks: Typed; readonly by: string; readonly not?: string; readonly named?: Typed }
  | { readonly page: true }
  | { readonly because: string };

const page: Held = { page: true };
const because = (why: string): Held => ({ because: why });
const ofDraft = (typed: Typed = {}): Held => ({
  asks: { base: '1', ...typed },
  by: 'petra',
  not: 'alan',
});
const ofOneself = (typed: Typed = {}): Held => ({ asks: typed, by: 'dana' });

const PASSKEY = 'a-passkey';
const CONTRACT = '/contracts/:contract';
/** What happens on it is what a real one would do. */
const TELEPHONE = because('it is a telephone of a demonstration');
const OFTEN = because('the next one can be asked for at once');

const FORMS: Readonly<Record<string, Held>> = {
  '/account/details': because('the fields can be filled in again'),
  '/account/passkeys': because('it adds one, which can be removed'),
  '/account/passkeys/options': because('it only asks the device'),
  '/account/passkeys/remove': ofOneself({ passkey: PASSKEY }),
  '/account/password': page,
  '/account/password/remove': ofOneself(),
  '/account/second-factor': page,
  '/account/second-factor/codes': ofOneself(),
  '/account/second-factor/remove': ofOneself(),
  '/account/sessions/end': ofOneself(),
  '/admin/carriers/test-mail': because('it sends one mail to whoever presses it'),
  '/admin/carriers/test-text': because('it sends one text to the number that was typed'),
  '/attest/:token': page,
  '/clock': page,
  '/contact-change/:token': page,
  '/drill/:token': page,
  [`${CONTRACT}/admin/customers/:customer/account`]: because('another account manager can be named again'),
  [`${CONTRACT}/admin/customers/:customer/domains`]: because('it adds one, which can be withdrawn'),
  [`${CONTRACT}/admin/customers/:customer/domains/:domain/withdraw`]: page,
  [`${CONTRACT}/admin/customers/:customer/name`]: because('the name can be given again'),
  [`${CONTRACT}/admin/customers/new`]: page,
  [`${CONTRACT}/admin/language`]: because('the other language can be chosen again'),
  [`${CONTRACT}/admin/people/:person/invite`]: OFTEN,
  [`${CONTRACT}/admin/people/:person/language`]: because('the other language can be chosen again'),
  [`${CONTRACT}/admin/people/:person/names`]: because('the names can be given again'),
  [`${CONTRACT}/admin/people/:person/roles`]: because('it adds one, which can be withdrawn'),
  [`${CONTRACT}/admin/people/:person/roles/:role/withdraw`]: page,
  [`${CONTRACT}/admin/people/:person/sign-out`]: page,
  [`${CONTRACT}/admin/people/new`]: page,
  [`${CONTRACT}/admin/tokens/:token/revoke`]: page,
  [`${CONTRACT}/admin/tokens/new`]: page,
  [`${CONTRACT}/cases/:caseId/acts/:act`]: page,
  [`${CONTRACT}/cases/:caseId/files`]: page,
  [`${CONTRACT}/cases/:caseId/people/stand-in`]: because('it can be ended'),
  [`${CONTRACT}/cases/:caseId/people/stand-in/end`]: because('the same person can be named again'),
  [`${CONTRACT}/cases/:caseId/people/watchers`]: because('they can be removed'),
  [`${CONTRACT}/cases/:caseId/people/watchers/remove`]: because('they can be added again'),
  [`${CONTRACT}/cases/:caseId/pin`]: page,
  [`${CONTRACT}/chats/:channel/disconnect`]: because('the person can connect the user again'),
  [`${CONTRACT}/chats/:channel/secrets`]: page,
  [`${CONTRACT}/chats/:channel/turn`]: because('it can be turned on and off again'),
  [`${CONTRACT}/chats/connect/:token`]: page,
  [`${CONTRACT}/chats/mine`]: because('the user can be connected again'),
  [`${CONTRACT}/chats/new/:kind`]: page,
  [`${CONTRACT}/contacts/changed/:change/call`]: because('the person can change the number again'),
  [`${CONTRACT}/contacts/changed/:change/judge`]: {
    asks: { verdict: 'use' },
    by: 'petra',
    not: 'alan',
    named: { change: '3' },
  },
  [`${CONTRACT}/contacts/reported/:report/answer`]: {
    asks: { answer: 'unfounded', text: 'I rang' },
    by: 'petra',
    not: 'alan',
  },
  [`${CONTRACT}/contacts/seats/:seat`]: {
    asks: { who: 'person', person: 'ada', reason: 'She knows it' },
    by: 'petra',
    not: 'alan',
  },
  [`${CONTRACT}/contacts/filled/:filling/decide`]: { asks: { verdict: 'agree' }, by: 'olga', not: 'alan' },
  [`${CONTRACT}/contacts/confirm`]: page,
  [`${CONTRACT}/contacts/own/:field`]: because(
    'it can be taken back until it is confirmed, and changed again',
  ),
  [`${CONTRACT}/contacts/own/:field/code`]: because('the person can change the address again'),
  [`${CONTRACT}/contacts/own/:field/take-back`]: because('the change can be begun again'),
  [`${CONTRACT}/contacts/own/rules`]: because('the rules can be changed again, or given up'),
  [`${CONTRACT}/customers/table`]: because('it keeps nothing'),
  [`${CONTRACT}/customers/table/take`]: because(
    'it does what the page that has it shows, line by line, and accounts can be given to others again',
  ),
  [`${CONTRACT}/drafts`]: because('it begins one, which can be dropped'),
  [`${CONTRACT}/drills`]: { asks: { level: '2', when: 'now', within: '60' }, by: 'petra', not: 'alan' },
  [`${CONTRACT}/drills/:drill/stop`]: { asks: {}, by: 'olga', not: 'alan' },
  [`${CONTRACT}/drafts/:draft/agree`]: ofDraft(),
  [`${CONTRACT}/drafts/:draft/comment`]: because('another comment can stand beside it'),
  [`${CONTRACT}/drafts/:draft/drop`]: ofDraft({ 'drop-text': 'Not needed any more' }),
  [`${CONTRACT}/drafts/:draft/findings`]: because('it keeps nothing'),
  [`${CONTRACT}/drafts/:draft/forms/:part/:entry`]: because(
    'the draft can be edited again; a removal asks by itself',
  ),
  [`${CONTRACT}/drafts/:draft/forms/:part/:entry/shown`]: because('it keeps nothing'),
  [`${CONTRACT}/drafts/:draft/override`]: ofDraft({ at: '0', 'override-0': 'The building has one door' }),
  [`${CONTRACT}/drafts/:draft/propose`]: because('it can be sent back'),
  [`${CONTRACT}/drafts/:draft/publish`]: ofDraft(),
  [`${CONTRACT}/drafts/:draft/sendBack`]: because('it can be proposed again'),
  [`${CONTRACT}/drafts/:draft/settle`]: because('the draft can be edited again'),
  [`${CONTRACT}/drafts/:draft/text`]: because('the draft can be edited again'),
  [`${CONTRACT}/import`]: because('it keeps nothing'),
  [`${CONTRACT}/import/draft`]: because('it begins a draft, which can be dropped'),
  [`${CONTRACT}/mail/:mail/aside`]: { asks: { reason: 'Advertising' }, by: 'desk', not: 'alan' },
  [`${CONTRACT}/mail/:mail/open`]: because('the case can be withdrawn'),
  [`${CONTRACT}/obligations/:obligation/act`]: { asks: { act: 'accept' }, by: 'olga', not: 'alan' },
  [`${CONTRACT}/obligations/:obligation/deliver`]: because(
    'more can be handed over, and it can be sent back',
  ),
  [`${CONTRACT}/people/:person/invite`]: OFTEN,
  [`${CONTRACT}/people/:person/roles/:role/withdraw`]: page,
  [`${CONTRACT}/people/new`]: page,
  [`${CONTRACT}/plan-webhooks/:webhook/again`]: because('the program drops what it has by its id'),
  [`${CONTRACT}/plan-webhooks/:webhook/deliveries/:delivery/again`]: because(
    'the program drops what it has by its id',
  ),
  [`${CONTRACT}/plan-webhooks/:webhook/end`]: { asks: {}, by: 'dana', not: 'olga' },
  [`${CONTRACT}/plan-webhooks/:webhook/secret`]: { asks: {}, by: 'dana', not: 'olga' },
  [`${CONTRACT}/plan-webhooks/:webhook/turn`]: because('it can be turned on and off again'),
  [`${CONTRACT}/plan-webhooks/new`]: page,
  [`${CONTRACT}/queue`]: because('it says that somebody has a case, which can be handed over'),
  [`${CONTRACT}/record/verify`]: because('it changes nothing'),
  [`${CONTRACT}/rota/calendars`]: because('an address can be ended'),
  [`${CONTRACT}/rota/calendars/:feed/end`]: because('another address can be made'),
  [`${CONTRACT}/rota/changes/:entry`]: because('another change of the rota can be made'),
  [`${CONTRACT}/rota/mails`]: because('it can be turned on again'),
  [`${CONTRACT}/rota/override`]: because('it can be withdrawn'),
  [`${CONTRACT}/rota/time-off`]: because('a calendar can be ended'),
  [`${CONTRACT}/rota/time-off/:feed/end`]: because('the calendar can be given again'),
  [`${CONTRACT}/rota/swap`]: because('it can be withdrawn, and waits for the other person'),
  [`${CONTRACT}/start`]: because('the case can be withdrawn'),
  [`${CONTRACT}/webhooks/:webhook/again`]: because('the program drops what it has by its id'),
  [`${CONTRACT}/webhooks/:webhook/deliveries/:delivery/again`]: because(
    'the program drops what it has by its id',
  ),
  [`${CONTRACT}/webhooks/:webhook/secret`]: {
    asks: {},
    by: 'petra',
    not: 'olga',
  },
  [`${CONTRACT}/webhooks/:webhook/turn`]: because('it can be turned on and off again'),
  [`${CONTRACT}/webhooks/new`]: page,
  '/l/:token': page,
  '/l/:token/fresh': OFTEN,
  '/outbox/:id/reply': because('it is a demonstration’s own mail'),
  '/outbox/telephones/:number/answer': TELEPHONE,
  '/outbox/telephones/:number/call': TELEPHONE,
  '/outbox/telephones/:number/hang-up': TELEPHONE,
  '/outbox/telephones/:number/press': TELEPHONE,
  '/outbox/telephones/:number/speak': TELEPHONE,
  '/outbox/telephones/:number/text': TELEPHONE,
  '/outbox/telephones/:number/turn-away': TELEPHONE,
  '/outbox/telephones/:number/voicemail': TELEPHONE,
  '/plans/:contract/subscribe': because('it is ended by a click'),
  '/plans/:contract/subscribe/end': because('it can be asked for again'),
  '/problems/letters': because('it tries again what was not written'),
  '/plans/:contract/wrong-contact': page,
  '/problems/deadlines': because('it tries again what was not decided'),
  '/problems/seen': because('the lists stay as they are, and what is late after that is told again'),
  '/reported/:token': page,
  '/seat-filling/:token': page,
  '/sign-in/code': OFTEN,
  '/sign-in/link': OFTEN,
  '/sign-in/link/:token': page,
  '/slack/:contract/:channel': because('Slack asks it, by its signature'),
  '/telephone/gateway/texts': because('a gateway asks it, by its token'),
  '/telephone/status/:contract/:delivery': because('a carrier asks it, by its signature'),
  '/sign-in/passkey': OFTEN,
  '/sign-in/passkey/options': because('it only asks the device'),
  '/sign-in/password': OFTEN,
  '/sign-out': because('one can sign in again'),
  '/swap/:token': page,
  '/subscribe/:token': page,
  '/unsubscribe/:token': page,
  '/step-in': because('one can sign out again'),
};

let here: RightsWorld;
beforeAll(async () => {
  here = await rightsWorld();
  const { db } = here.connection;
  await here.stepIn('dana');
  const password = 'a barge under the seventh bridge';
  expect((await here.post('dana', '/account/password', { password, repeated: password })).status).toBe(303);
  // The session that set it stays; another one is begun beside it.
  await here.stepIn('dana');
  const { rows } = await sql<{ id: string }>`
    select id from sign_in_account where email = 'dana@ladder.example'`.execute(db);
  const account = rows[0]?.id ?? '';
  await sql`insert into sign_in_passkey (id, account_id, name, public_key, credential_id, counter, device_type, backed_up)
    values (${PASSKEY}, ${account}, 'My telephone', 'x', 'x', 0, 'singleDevice', false)`.execute(db);
  await sql`insert into sign_in_second_factor (account_id, secret, made_at, confirmed_at)
    values (${account}, 'x', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')`.execute(db);
});
afterAll(() => here.close());

const held = Object.entries(FORMS);
const asking = held.flatMap(([path, one]) => ('asks' in one ? [[path, one] as const] : []));

/** All that a form which was only asked about has to leave as it is. */
async function everything(): Promise<unknown> {
  const { rows } = await sql`select (select count(*) from event) as events,
      (select count(*) from sign_in_passkey) as passkeys, (select count(*) from sign_in_second_factor) as factors,
      (select count(*) from sign_in_identity where password is not null) as passwords,
      (select count(*) from sign_in_session) as sessions, (select count(*) from sign_in_recovery_code) as codes`.execute(
    here.connection.db,
  );
  return rows[0];
}

describe('every form of the pages', () => {
  test('is known: it asks once more, has a page of its own, or can be taken back', async () => {
    expect(Object.keys(FORMS).sort()).toEqual(await pageRoutes('POST'));
  });

  test('that is said to have a page of its own has one, at its own address', async () => {
    const pages = new Set(await pageRoutes('GET'));
    const alone = held.filter(([, one]) => 'page' in one).map(([path]) => path);
    expect(
      alone.filter((path) => !pages.has(path.replace('/cases/:caseId/files', '/cases/:caseId'))),
    ).toEqual([]);
  });

  test.each(asking)('asks once more, and does nothing: %s', async (path, { asks, by, named }) => {
    // Whoever comes for the first time is signed in first.
    await here.get(by, '/account');
    const before = await everything();
    const url = fillIn(here, path, named);
    const { status, html } = await here.post(by, url, { ...asks, hidden: 'a "word" <b>' });
    expect([status, html]).toEqual([
      200,
      expect.stringContaining('<button type="submit" class="grave" name="sure" value="yes">'),
    ]);
    expect(html).toMatch(/<h1[^>]*>[^<]*\?<\/h1>/);
    expect(html).toContain('Go back without doing it');
    // Everything that was typed goes along.
    expect(html).toContain('value="a &#34;word&#34; &lt;b&gt;"');
    for (const [name, value] of Object.entries(asks))
      expect(html).toContain(`<input type="hidden" name="${name}" value="${value}">`);
    expect(html).toContain(`action="${url}"`);
    expect(await everything()).toEqual(before);
  });

  test.each([
    [
      'drop',
      { 'drop-text': 'Not "needed" any more' },
      'drop-text',
      '>Not &#34;needed&#34; any more</textarea>',
    ],
    ['override', { at: '0', 'override-0': 'One door' }, 'override-0', undefined],
    ['publish', { 'effectiveAt-date': '2027-03-01', 'effectiveAt-time': '08:00' }, 'effectiveAt', undefined],
  ] as const)('leads back with what was typed, and does nothing: %s', async (act, typed, field, kept) => {
    const url = fillIn(here, `${CONTRACT}/drafts/:draft/${act}`);
    const asked = await here.post('petra', url, { base: '1', ...typed });
    expect(asked.html).toContain(
      `class="as-link" name="sure" value="not-yet" formaction="${url}#${field}">Go back without doing it</button>`,
    );
    const before = await everything();
    const { status, html } = await here.post('petra', url, { base: '1', ...typed, sure: 'not-yet' });
    expect([status, await everything()]).toEqual([200, before]);
    expect(html).not.toContain('name="sure"');
    if (kept) expect(html).toContain(kept);
  });

  test.each(asking.flatMap(([path, one]) => (one.not === undefined ? [] : [[path, one, one.not] as const])))(
    'asks nobody who may not do it: %s',
    async (path, { asks, named }, not) => {
      const { status, html } = await here.post(not, fillIn(here, path, named), asks);
      expect([403, 404]).toContain(status);
      expect(html).not.toContain('name="sure"');
    },
  );
});
