import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { on } from '../build/case.ts';
import { KEPT } from '../build/files.ts';
import { expectAccessible, picture } from './browser.ts';
import { portalWorld } from './portal-world.ts';

let here: Awaited<ReturnType<typeof portalWorld>>;
let key: CaseKey;
let path: string;
let folder: string;

beforeAll(async () => {
  here = await portalWorld(on('Tue 09:00'));
  const { contract, connection } = here;
  for (const [person, name] of [
    ['lee', 'Lee Okafor'],
    ['kim', 'Kim Ferreira-Oyelaran'],
  ]) {
    await sql`insert into person (contract_id, person_id, name, email) values (${contract}, ${person}, ${name},
      ${`${person}@ladder.example`})`.execute(connection.db);
    await sql`insert into role values (${contract}, ${person}, 'customer', 'agency')`.execute(connection.db);
  }
  key = await here.open({ text: 'No dial tone' });
  path = `/contracts/${contract}/cases/${key.caseId}`;
  folder = mkdtempSync(join(tmpdir(), 'ladder-files-'));
  for (const [, bytes, name] of KEPT) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}, 90_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await here.close();
});

test.each([true, false])(
  'a case is shared, with script: %s',
  async (script) => {
    const dana = await here.reader('dana', { script });
    await dana.visit(path);
    await dana.page.getByRole('link', { name: 'Change who shares this case' }).click();
    await dana.page.getByLabel('Who is to watch').selectOption({ label: 'Lee Okafor' });
    await dana.page.getByRole('button', { name: 'Let them watch' }).click();
    await dana.page.getByText('They watch the case from now on').waitFor();
    await dana.page.getByLabel('Who is to stand in').selectOption({ label: 'Kim Ferreira-Oyelaran' });
    await dana.page.getByLabel('Date').fill('2026-11-20');
    await dana.page.getByLabel('Time', { exact: true }).fill('17:00');
    await dana.page.getByRole('button', { name: 'Let them stand in' }).click();
    await dana.page.getByText('Kim Ferreira-Oyelaran, until Fri 20 Nov 2026, 5:00 pm Pacific').waitFor();
    const kim = await here.reader('kim', { script });
    expect(await kim.visit(path)).toBe(200);
    await kim.page.getByRole('link', { name: 'I am waiting for an answer' }).waitFor();
    if (script) {
      await expectAccessible(dana.page);
      await picture(dana.page, 'case-people');
      await kim.visit(`${path}/people`);
      await expectAccessible(kim.page);
      await kim.visit(path);
      await expectAccessible(kim.page);
      await picture(kim.page, 'case-with-extras');
    }
    await dana.page.getByRole('button', { name: 'End this' }).click();
    await dana.page.getByText('Nobody stands in any more').waitFor();
    await dana.page.getByRole('button', { name: 'Remove Lee Okafor' }).click();
    await dana.page.getByText('They watch the case no longer').waitFor();
    expect(await kim.visit(path)).toBe(404);
  },
  180_000,
);

test.each([true, false])(
  'a file is added and fetched, with script: %s',
  async (script) => {
    const dana = await here.reader('dana', { script });
    await dana.visit(`${path}/files`);
    if (script) await expectAccessible(dana.page);
    await dana.page.getByLabel('File', { exact: true }).setInputFiles(join(folder, 'drawing.svg'));
    await dana.page.getByRole('button', { name: 'Add the file' }).click();
    await dana.page.getByText('of no kind that is kept').first().waitFor();
    if (script) {
      await expectAccessible(dana.page);
      await picture(dana.page, 'case-files-refused');
    }
    await dana.page.getByLabel('File', { exact: true }).setInputFiles(join(folder, 'rack.png'));
    await dana.page.getByLabel('The contractor alone').check();
    await dana.page.getByRole('button', { name: 'Add the file' }).click();
    await dana.page.getByText('rack.png is on the case').waitFor();
    const ana = await here.reader('ana', { script });
    await ana.visit(`${path}/files`);
    if (script) {
      await expectAccessible(ana.page);
      await picture(ana.page, 'case-files');
    }
    const fetched = ana.page.waitForEvent('download');
    await ana.page.getByRole('link', { name: 'rack.png' }).last().click();
    expect((await fetched).suggestedFilename()).toBe('rack.png');
  },
  180_000,
);

test('both pages say in Spanish what they say in English', async () => {
  const dana = await here.reader('dana', { language: 'es' });
  for (const place of ['people', 'files']) {
    expect(await dana.visit(`${path}/${place}`)).toBe(200);
    await expectAccessible(dana.page);
  }
  await dana.page.getByRole('heading', { name: 'Archivos', exact: true }).waitFor();
}, 180_000);
