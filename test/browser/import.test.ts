import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { ROOT } from '../check/source.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

describe.runIf(hasBrowser)('a draft from a document', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'));
    const { db } = here.connection;
    await sql`insert into person (contract_id, person_id, name, email)
      values ('sample', 'pia', 'pia', 'pia@ladder.example')`.execute(db);
    await sql`insert into role values ('sample', 'pia', 'programManager', null)`.execute(db);
  });
  afterAll(() => here.close());

  test.each([
    ['in English', {}],
    ['in Spanish', { language: 'es-US' }],
    ['without script', { script: false }],
  ] as const)(
    'is read, shown with its questions and taken along, %s',
    async (name, options) => {
      const hasScript = !('script' in options);
      const { page, visit } = await here.reader('pia', { ...options, width: 360 });
      expect(await visit('/contracts/sample/import')).toBe(200);
      await page.locator('main form button').click();
      expect(await page.locator('.field-error').count()).toBe(1);
      if (hasScript) await expectAccessible(page, [320]);
      await page.setInputFiles('#file', `${ROOT}docs/source/calnet-3-category-9.1.md`);
      await page.locator('main form button').click();
      await page.locator('#draft-title').waitFor();
      expect(await page.locator('main').textContent()).toContain('3rd level, Jory Pellinger');
      if (hasScript) await expectAccessible(page);
      await picture(page, `import-${name}`);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('main form button').last().click(),
      ]);
      expect(file.suggestedFilename()).toBe('sample-draft.plan.yaml');
      await page.locator('main form button').first().click();
      await page.waitForURL(/\/contracts\/sample\/drafts\/\d+\?done=made$/);
      expect(await page.locator('#questions').count()).toBe(1);
    },
    180_000,
  );
});
