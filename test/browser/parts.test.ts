import fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Language, languageOf } from '../../src/core/message/catalogue.ts';
import { staticRoutes } from '../../src/http/pages/static-routes.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { partsPage } from './parts-page.tsx';

describe.runIf(hasBrowser)('what pages are made of', () => {
  const server = fastify({ forceCloseConnections: true });
  let said = '';
  let tell: () => void = () => undefined;
  let screen: Screen;

  beforeAll(async () => {
    staticRoutes(server);
    server.get<{ Querystring: { language?: string } }>('/parts', async ({ query }, reply) => {
      const language: Language = languageOf(query.language) ?? 'en';
      return reply.type('text/html; charset=utf-8').send(partsPage(language, said));
    });
    server.get('/changes', (_request, { raw }) => {
      raw.writeHead(200, { 'content-type': 'text/event-stream' });
      raw.write(': here\n\n');
      tell = () => raw.write('event: changed\ndata: 2\n\n');
    });
    screen = await openScreen(await server.listen({ host: '127.0.0.1', port: 0 }));
  });
  beforeEach(() => {
    said = 'It waits.';
  });
  afterAll(async () => {
    await screen.close();
    await server.close();
  });

  test.each([
    ['as it comes', {}],
    ['in the dark', { colours: 'dark' }],
    ['in forced colours', { isForced: true }],
  ] as const)('has no accessibility finding %s, and does not scroll sideways', async (name, options) => {
    const { page, visit } = await screen.reader(options);
    await visit('/parts');
    await expectAccessible(page);
    await picture(page, `parts-${name}`);
    await visit('/parts?language=es');
    await expectAccessible(page);
  });

  test('is all there without script, its clocks as plain instants and its menu opening', async () => {
    const { page, visit } = await screen.reader({ script: false, width: 360 });
    await visit('/parts');
    await picture(page, 'parts-without-script');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.locator('#clocks').textContent()).toBe(
      'Wed 25 Nov 2026, 4:30 pm Pacific (in 4 hours) Wed 25 Nov 2026, 12:30 pm Pacific (4 hours ago)',
    );
    expect(await page.getByRole('link', { name: 'Outbox' }).count()).toBe(0);
    await page.locator('summary', { hasText: 'Menu' }).click();
    expect(await page.getByRole('link', { name: 'Outbox' }).count()).toBe(1);
  });

  test('an error summary leads to each of its fields', async () => {
    const { page, visit } = await screen.reader({ script: false });
    await visit('/parts');
    for (const [text, field] of [
      ['Write what happened.', 'wrong'],
      ['Choose what the case is about.', 'track'],
      ['2:30 am was skipped', 'since'],
    ] as const) {
      await page.locator('.errors a', { hasText: text }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe(field);
      expect(await page.locator(`#${field}`).evaluate((one) => one.closest('.has-error') !== null)).toBe(
        true,
      );
    }
  });

  test('a clock counts by the second and is said aloud only now and then', async () => {
    const { page, visit } = await screen.reader();
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await visit('/parts');
    const [left, heard] = [
      page.locator('#clocks [data-clock-left]').first(),
      page.locator('#clocks .only-read-out').first(),
    ];
    await page.clock.runFor('01:00');
    expect(await left.textContent()).toBe('3:59:01');
    expect(await heard.textContent()).toBe('in 4 hours');
    await page.clock.fastForward('02:59:30');
    await page.clock.runFor('00:02');
    expect(await left.textContent()).toBe('0:59:29');
    expect(await heard.textContent()).toBe('1 hour');
    await page.clock.fastForward('01:00:00');
    await page.clock.runFor('00:02');
    expect(await left.textContent()).toBe('−0:00:33');
    expect(await heard.textContent()).toBe('now');
  });

  test('what may still be typed is counted, and nothing is cut in silence', async () => {
    const { page, visit } = await screen.reader();
    await visit('/parts');
    const counter = page.locator('#counted + .counter');
    await page.locator('#counted').fill('123456789 123456789 123');
    expect(await counter.textContent()).toBe('3 characters too many');
    await page.locator('#counted').fill('123456789');
    expect(await counter.textContent()).toBe('11 characters left');
  });

  test('a field left empty says that it is wanted, until something is typed', async () => {
    const { page, visit } = await screen.reader();
    await visit('/parts');
    const field = page.locator('#plain');
    await field.focus();
    await field.blur();
    expect(await page.locator('#plain-missing').textContent()).toBe('Fill this in.');
    expect(await field.getAttribute('aria-describedby')).toBe('plain-hint plain-missing');
    await field.fill('CIR-4711');
    expect(await page.locator('#plain-missing').count()).toBe(0);
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    expect(await field.getAttribute('aria-describedby')).toBe('plain-hint');
  });

  test('a change comes in by itself, and keeps what is typed and where its writer is', async () => {
    const { page, visit } = await screen.reader();
    const opened = page.waitForRequest('**/changes?*');
    await visit('/parts');
    await (await opened).response();
    await page.locator('#kept').fill('half a sent');
    said = 'Level 2 has it.';
    tell();
    await page.locator('#said', { hasText: 'Level 2 has it.' }).waitFor();
    expect(await page.locator('#answer input[name=seen]').inputValue()).toBe('Level 2 has it.');
    expect(await page.locator('#kept').inputValue()).toBe('half a sent');
    await page.keyboard.type('ence');
    expect(await page.locator('#kept').inputValue()).toBe('half a sentence');
    expect(await page.locator('[data-changed]').isHidden()).toBe(true);
  });

  test('a change is said aloud in one sentence, politely, and once', async () => {
    const { page, visit } = await screen.reader();
    const opened = page.waitForRequest('**/changes?*');
    await visit('/parts');
    await (await opened).response();
    await page.evaluate(`
      globalThis.heard = [];
      const said = document.querySelector('[data-said]');
      new MutationObserver(() => heard.push(said.textContent)).observe(said, { childList: true });
    `);
    expect(await page.locator('[data-said]').getAttribute('role')).toBe('status');
    said = 'Level 2 has it.';
    tell();
    await page.locator('#said', { hasText: said }).waitFor();
    said = 'Level 2 has answered.';
    tell();
    await page.locator('#said', { hasText: said }).waitFor();
    expect(await page.evaluate('heard')).toEqual(['Level 2 has it.', 'Level 2 has answered.']);
    expect(await page.locator('[data-region] [role=status]').count()).toBe(0);
  });

  test('whoever had the focus in what is gone goes on from the same part of the page', async () => {
    const { page, visit } = await screen.reader();
    const opened = page.waitForRequest('**/changes?*');
    await visit('/parts');
    await (await opened).response();
    await page.locator('#kept').focus();
    said = '';
    tell();
    await page.locator('#answer:focus').waitFor({ state: 'attached' });
  });

  test('where what was typed has no place any more nothing is replaced, and the page says that it has changed', async () => {
    const { page, visit } = await screen.reader();
    const opened = page.waitForRequest('**/changes?*');
    await visit('/parts');
    await (await opened).response();
    await page.locator('#kept').fill('half a sentence');
    said = '';
    tell();
    await page.locator('[data-changed]').waitFor();
    expect(await page.locator('[data-said]').textContent()).toBe('What is shown here has changed.');
    expect(await page.locator('#kept').inputValue()).toBe('half a sentence');
    await expectAccessible(page);
  });
});
