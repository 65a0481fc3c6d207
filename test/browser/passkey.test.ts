import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { expectAccessible, picture } from './browser.ts';
import { portalWorld } from './portal-world.ts';

let here: Awaited<ReturnType<typeof portalWorld>>;
afterEach(() => here.close());

/** A device of the browser's own that keeps passkeys and knows who holds it, or does not. */
async function device(page: Page, isUserVerified: boolean): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is added, signs in, is listed, and is taken away again', async () => {
  here = await portalWorld(on('Tue 09:00'));
  const { page, visit } = await here.reader('dana');
  await device(page, true);
  await visit('/account/passkeys');
  await expectAccessible(page);
  await page.getByLabel('Name').fill('My telephone');
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await page.getByText('Your account is changed').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await visit('/sign-in?then=%2Faccount');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Your account', level: 1 }).waitFor();
  expect(await page.getByText('a passkey', { exact: true }).count()).toBe(1);
  await visit('/account/passkeys');
  await page.getByRole('button', { name: 'Remove the passkey My telephone' }).click();
  await page.getByText('It is your only passkey.').waitFor();
  await expectAccessible(page);
  await picture(page, 'sure-passkey');
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await page.getByText('Your account is changed').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await visit('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('The passkey was not taken').first().waitFor();
}, 60_000);

test('a device that does not know who holds it lets nobody in', async () => {
  here = await portalWorld(on('Tue 09:00'));
  const { page, visit } = await here.reader('dana');
  await device(page, false);
  await visit('/account/passkeys');
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await page.getByText('The device gave no passkey').waitFor();
}, 60_000);

test('without script nothing of it is shown, and every other way in is', async () => {
  here = await portalWorld(on('Tue 09:00'));
  const { page, visit } = await here.reader(undefined, { script: false });
  await visit('/sign-in');
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  for (const name of ['Mail me a link', 'Sign in']) {
    expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(true);
  }
}, 60_000);
