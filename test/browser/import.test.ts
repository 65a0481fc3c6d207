import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApart } from '../../src/intake/apart/read-apart.ts';
import { on } from '../build/case.ts';
import { ROOT } from '../check/source.ts';
import { column, madePdf } from '../intake/made-pdf.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

/** So long that its progress is worth saying, and read within half a minute on a machine that does other things too. */
const PAGES = 60;
const longDocument = (): Promise<Uint8Array> =>
  madePdf(
    Array.from({ length: PAGES }, (_, page) =>
      column(60, 60, [
        ...(page === 0 ? ['Escalation Plan', 'Level 1', 'Name: Help Desk', 'Office: 916-555-0101'] : []),
        ...Array.from(
          { length: 40 },
          (_line, line) => `Sentence ${line} of page ${page} tells of the rooms.`,
        ),
      ]),
    ),
  );

describe.runIf(hasBrowser)('a draft from a document', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  /** Until it is resolved no document of many pages is read to its end, however fast the machine is. */
  let letEnd = (): void => undefined;
  beforeAll(async () => {
    here = await portalWorld(on('Tue 09:00'), {
      readDocument: async (bytes, head, tell) => {
        const held = new Promise<void>((resolve) => {
          letEnd = resolve;
        });
        const intake = await readApart(bytes, head, tell);
        if (intake.report?.pages === PAGES) await held;
        return intake;
      },
    });
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
      if (hasScript) await expectAccessible(page);
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

  test.each([
    ['with script', true],
    ['without script', false],
  ])(
    'a long one says how far it is until the draft stands there by itself, %s',
    async (name, script) => {
      const { page, visit } = await here.reader('pia', { script, width: 360 });
      await visit('/contracts/sample/import');
      const buffer = Buffer.from(await longDocument());
      await page.setInputFiles('#file', { name: 'long.pdf', mimeType: 'application/pdf', buffer });
      await page.locator('main form button').click();
      await page.waitForURL(/\/import\/readings\/[\w-]+$/);
      await page.locator('progress').waitFor();
      expect(await page.locator('main').innerText()).toContain('You need do nothing.');
      if (script) await expectAccessible(page);
      await picture(page, `import-reading ${name}`, [360]);
      letEnd();
      await page.locator('#draft-title').waitFor({ timeout: 60_000 });
      expect(await page.locator('main').innerText()).toContain('long.pdf');
      expect(await page.locator('progress').count()).toBe(0);
    },
    120_000,
  );
});
