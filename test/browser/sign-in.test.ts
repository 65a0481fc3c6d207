import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { administratorLink } from '../../src/accounts/administrator-link.ts';
import { counterAt, timeCode } from '../../src/accounts/time-code.ts';
import { askOutside } from '../../src/channels/outgoing/ask-outside.ts';
import { machineNow } from '../../src/clock/machine.ts';
import { accountBook } from '../../src/store/accounts/account-book.ts';
import { askForLink, browserAt, pathIn, signInByLink, type TestBrowser } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { findingsOf, openScreen, picture, type Reader, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { flawsOf } from './walk.ts';

const DANA = 'dana@ladder.example';
const PASSWORD = 'a gate made of rain';
const PLANS = '/plans';
const KEEPER = {
  accountId: undefined,
  browser: { cookies: undefined, address: '127.0.0.1', agent: undefined },
};
/** More than are let through, also where a new quarter of an hour begins meanwhile. */
const TRIES_MAX = 200;

describe.runIf(hasBrowser)('the way in', { timeout: 240_000 }, () => {
  let here: AnswersWorld;
  let screen: Screen;
  let somebody: Reader;
  const found: string[] = [];
  beforeEach(() => {
    found.length = 0;
  });

  beforeAll(async () => {
    here = await answersWorld(on('Tue 09:00'), {
      organisation: {
        // Nobody listens there: that a directory cannot be asked is one of the states.
        directory: {
          name: 'the county',
          issuer: 'http://127.0.0.1:9',
          clientId: 'ladder',
          clientSecret: 'a word between them',
          domains: ['ladder.example'],
        },
        ask: askOutside(['127.0.0.1']),
      },
    });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    somebody = await screen.reader();
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  /** Holds the page as it stands against everything that holds for each. */
  async function look(page: Page, name: string, title: string, helpPath = PLANS): Promise<void> {
    expect(await page.locator('h1').textContent()).toBe(title);
    const wrong = [...(await findingsOf(page)), ...(await flawsOf(page, helpPath))];
    found.push(...wrong.map((one) => `${name}: ${one}`));
    await picture(page, `door-${name}`);
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  test('by a link looks right when it is asked for, followed, wrong, used and over', async () => {
    const { page, visit } = somebody;
    await visit('/sign-in');
    await look(page, 'ask', 'Sign in');
    await press(page, 'Mail me a link');
    await page.locator('.errors').waitFor();
    await look(page, 'address-missing', 'Sign in');
    await page.locator('#email').fill('olga@ladder.example');
    await press(page, 'Mail me a link');
    await look(page, 'sent', 'Look into your mailbox');
    await here.accounts.idle();
    const [mail] = await here.settle();
    await visit(pathIn(mail));
    await look(page, 'link', 'Sign in');
    await press(page, 'Sign in');
    await page.waitForURL(/\/work$|\/overview$/);
    await visit('/sign-in?then=%2Faccount');
    await look(page, 'again', 'Prove once more who you are', `/plans/${here.contract}`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await look(page, 'signed-out', 'You are signed out');
    await visit(pathIn(mail));
    await look(page, 'used', 'This link has been used');
    const { mails } = await askForLink(here, browserAt(here), DANA);
    await sql`update sign_in_link set expires_at = made_at where used_at is null`.execute(here.connection.db);
    await visit(pathIn(mails[0]));
    await look(page, 'expired', 'This link has run out');
    await visit('/sign-in/link/nothing-like-a-token');
    await look(page, 'wrong', 'This link leads nowhere');
    expect(found).toEqual([]);
  });

  test('by an invitation, by a domain and as the first administrator says who one is', async () => {
    const { page, visit } = somebody;
    await here.accountKeeping.invite({ contract: here.contract, personId: 'bo' }, 'en', KEEPER);
    const [invitation] = await here.settle();
    await visit(pathIn(invitation));
    await look(page, 'invitation', 'You are invited');
    await sql`insert into customer_domain values (${here.contract}, 'agency', 'agency.example', '2026-01-01T00:00Z')`.execute(
      here.connection.db,
    );
    const { mails } = await askForLink(here, browserAt(here), 'new.colleague@agency.example');
    await visit(pathIn(mails[0]));
    await look(page, 'domain', 'Come in as a customer');
    await press(page, 'Sign in');
    await page.locator('.errors').waitFor();
    await look(page, 'name-missing', 'Come in as a customer');
    const url = await administratorLink({
      book: accountBook(here.store, here.connection.db),
      ...{ secret: TEST_SECRET, newId: randomUUID, baseUrl: '' },
    });
    await visit(url);
    await look(page, 'administrator', 'Become the administrator');
    expect(found).toEqual([]);
  });

  test('by a password, a second factor and one’s organisation says what was not taken', async () => {
    const { page, visit } = somebody;
    const owner = browserAt(here);
    await signInByLink(here, owner, DANA);
    await owner.post('/account/password', { password: PASSWORD, repeated: PASSWORD });
    await visit('/sign-in');
    await page.locator('#address').fill(DANA);
    await page.locator('#password').fill('not the password');
    await press(page, 'Sign in');
    await page.locator('.errors').waitFor();
    await look(page, 'password-wrong', 'Sign in');
    await page.getByRole('link', { name: 'Sign in with the county' }).click();
    await look(page, 'organisation-failed', 'Sign in');
    await turnOn(owner);
    await visit('/sign-in');
    await page.locator('#address').fill(DANA);
    await page.locator('#password').fill(PASSWORD);
    await press(page, 'Sign in');
    await look(page, 'code', 'Enter your code');
    await page.locator('#code').fill('000000');
    await press(page, 'Go on');
    await page.locator('.errors').waitFor();
    await look(page, 'code-wrong', 'Enter your code');
    const title = page.locator('h1');
    for (let tries = 0; tries < TRIES_MAX && (await title.textContent()) === 'Enter your code'; tries++) {
      await page.locator('#code').fill('000000');
      await press(page, 'Go on');
    }
    await look(page, 'code-over', 'This sign-in is over');
    expect(found).toEqual([]);
  });

  test('tells whoever tries too often how long to wait, and whoever is nobody here whom to ask', async () => {
    const { page, visit } = somebody;
    const ana = await screen.reader({ cookies: await here.stepIn('ana') });
    await sql`update account_person set address = 'other@ladder.example' where person_id = 'ana'`.execute(
      here.connection.db,
    );
    await ana.visit('/');
    await look(ana.page, 'nobody', 'You are nobody here yet');
    await ana.context.close();

    const door = browserAt(here);
    await untilTooOften(() => door.post('/sign-in/link', { email: 'a@elsewhere.example' }));
    await visit('/sign-in');
    await page.locator('#email').fill(DANA);
    await press(page, 'Mail me a link');
    await page.locator('.errors').waitFor();
    await look(page, 'link-too-often', 'Sign in');
    await untilTooOften(() => door.get('/sign-in/link/nothing-like-a-token'));
    expect(await visit('/sign-in/link/nothing-like-a-token')).toBe(429);
    await look(page, 'too-often', 'Too many tries from here');
    expect(found).toEqual([]);
  });

  test('reads as well in Spanish', async () => {
    const { page, visit, context } = await screen.reader({ language: 'es-US' });
    for (const path of ['/sign-in', '/sign-in/sent', '/sign-in/code', '/sign-in?then=%2Faccount']) {
      await visit(path);
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      found.push(...(await findingsOf(page, [320])).map((one) => `${path} in Spanish: ${one}`));
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

async function turnOn(browser: TestBrowser): Promise<void> {
  const { body } = await browser.get('/account/second-factor');
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(body)?.[1]?.replaceAll(' ', '') ?? '';
  const shown = await browser.post('/account/second-factor', {
    code: timeCode(secret, counterAt(machineNow())),
  });
  expect(shown.statusCode).toBe(200);
}

async function untilTooOften(attempt: () => Promise<{ readonly statusCode: number }>): Promise<void> {
  for (let tries = 0; tries < TRIES_MAX; tries++) if ((await attempt()).statusCode === 429) return;
  throw new Error('one may try for ever');
}
