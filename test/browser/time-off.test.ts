import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const DAY_MS = 86_400_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe.runIf(hasBrowser)('time off by a calendar', () => {
  let here: AnswersWorld;
  let screen: Screen;
  let calendars: Server;
  const now = on('Tue 09:00');
  /** Ana and Bo hand over each day at noon; it is Bo's turn until then. */
  const revision = revisionWith({
    rotas: {
      crew: {
        layers: [{ turns: ['ana', 'bo'], every: '1 day', from: dateOf(now - 2 * DAY_MS), handOver: '12:00' }],
      },
    },
    levels: [
      { title: 'Engineer', reach: ['crew'], otherwise: ['desk'] },
      { title: 'Senior', reach: ['bo'] },
      { title: 'Director', reach: ['cy'] },
    ],
  });
  const calendar = [
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', 'SUMMARY:Away'],
    `DTSTART;VALUE=DATE:${dateOf(now + DAY_MS).replaceAll('-', '')}`,
    ...['DURATION:P2D', 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\r\n');

  beforeAll(async () => {
    here = await answersWorld(now, { revision });
    const { db } = here.connection;
    await sql`update person set name = 'Ana Aldous' where person_id = 'ana'`.execute(db);
    await sql`update person set name = 'Bo Brandt' where person_id = 'bo'`.execute(db);
    calendars = createServer(({ url }, reply) => reply.end(url === '/bo.ics' ? calendar : '<!doctype html>'));
    await new Promise<void>((done) => calendars.listen(0, '127.0.0.1', done));
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await screen.close();
    calendars.close();
    await here.close();
  });

  test.each([
    ['with script', true],
    ['without', false],
  ])('is given, seen beside the rota, and ended: %s', async (_, script) => {
    const { page, visit } = await screen.reader({ cookies: await here.stepIn('bo'), script });
    page.setDefaultTimeout(25_000);
    // What looks at a page runs as a script in it.
    const sound = async () => (script ? expectAccessible(page) : undefined);
    const address = (path: string) => `http://127.0.0.1:${(calendars.address() as AddressInfo).port}${path}`;
    await visit('/contracts/sample/rota');
    await page.getByRole('link', { name: 'Your time off' }).click();
    await sound();
    await page.getByLabel('Address of the calendar').fill(address('/page'));
    await page.getByRole('button', { name: 'Read this calendar' }).click();
    await page.getByRole('alert').waitFor();
    await sound();
    await picture(page, `time-off-refused-${script}`);
    expect(await page.getByLabel('Address of the calendar').inputValue()).toBe('');
    await page.getByLabel('Address of the calendar').fill(address('/bo.ics'));
    await page.getByRole('button', { name: 'Read this calendar' }).press('Enter');
    await page.getByText('was read: 1 absence').waitFor();
    await sound();
    await picture(page, `time-off-${script}`);
    await page.getByText('crew: nobody instead of you').waitFor();
    await visit('/contracts/sample/rota');
    await page.getByText('away: Bo Brandt').first().waitFor();
    await sound();
    await picture(page, `time-off-rota-${script}`);
    await visit('/contracts/sample/rota?view=month');
    await page.getByText('away: Bo Brandt').first().waitFor();
    await sound();
    await picture(page, `time-off-month-${script}`);
    await visit('/contracts/sample/rota/time-off');
    await page.getByRole('button', { name: 'Stop reading 127.0.0.1' }).click();
    await page.getByText('The calendar is read no more').waitFor();
    await sound();
    await page.getByText('Never, as far as is known.').waitFor();
  });
});
