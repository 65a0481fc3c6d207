import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const HOUR_MS = 3_600_000;
const PAGE = '/contracts/sample/overview';

describe.runIf(hasBrowser)('the overview', () => {
  let here: AnswersWorld;
  let screen: Screen;
  let cookies: string;

  beforeAll(async () => {
    here = await answersWorld(on('Tue 09:00'));
    await answered(here);
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
    cookies = await here.stepIn('olga');
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });

  test('has no accessibility finding in light, dark and forced colours, and does not scroll sideways', async () => {
    for (const options of [{}, { colours: 'dark' }, { isForced: true }] as const) {
      const { page, visit } = await screen.reader({ ...options, cookies });
      expect(await visit(PAGE)).toBe(200);
      await expectAccessible(page);
      await picture(page, `overview-${JSON.stringify(options).replaceAll(/\W+/g, '')}`);
    }
    const { page, visit } = await screen.reader({ cookies, language: 'es' });
    await visit(`${PAGE}?from=x`);
    await expectAccessible(page);
    await picture(page, 'overview-es');
  });

  test('the record has no accessibility finding either', async () => {
    const { page, visit } = await screen.reader({ cookies });
    for (const path of [
      '/contracts/sample/record',
      '/contracts/sample/record?case=1',
      '/contracts/sample/record/100001',
    ]) {
      await visit(path);
      await expectAccessible(page);
      await picture(page, `record${path.split('record')[1]?.replaceAll(/\W/g, '-')}`);
    }
  });

  test('works without script: another answer, another clock, other days', async () => {
    const { page, visit } = await screen.reader({ cookies, script: false });
    await visit(PAGE);
    await page.getByRole('link', { name: 'First acknowledgement' }).click();
    await page.getByRole('link', { name: 'Plain hours' }).click();
    await page.getByLabel('First day').fill('2026-11-09');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(page.url()).toContain('from=2026-11-09&until=2026-11-17');
    expect(page.url()).toContain('answer=acknowledged&clock=plain');
    await page.getByText('These bars as a table').click();
    await page.getByRole('table', { name: 'How often it took how long' }).waitFor();
  });
});

/** Cases of many weeks, answered sooner and later: rows as the record would have them. */
async function answered(here: AnswersWorld): Promise<void> {
  const { db } = here.connection;
  for (let at = 0; at < 6; at++) await here.open({ track: at % 2 === 0 ? 'service' : 'billing' });
  const begun = on('Mon 08:10');
  const rows = Array.from({ length: 240 }, (_, index) => {
    const ms = Math.round((((index * 37) % 97) / 10) ** 2 * 0.35 * HOUR_MS) + 4 * 60_000;
    const from = asInstant(begun - index * 7.3 * HOUR_MS);
    return { id: `x${index}`, from: new Date(from).toISOString(), ms, open: Math.round(ms * 0.6) };
  });
  await sql`insert into answer_time (contract_id, case_id, customer_id, track, opened_from, is_open, acknowledged_ms,
      acknowledged_open_ms, responded_ms, responded_open_ms, satisfied_ms, satisfied_open_ms)
    select ${here.contract}, id, 'agency', 'service', "from", false, ms / 8, open / 8, ms, open, ms * 3, open * 3
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (id text, "from" timestamptz, ms bigint, open bigint)`.execute(
    db,
  );
}
