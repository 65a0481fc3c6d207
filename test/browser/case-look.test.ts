import { sql } from 'kysely';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { expectAccessible, openScreen, picture, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

describe.runIf(hasBrowser)('look', () => {
  let here: CasePageWorld;
  let screen: Screen;
  beforeAll(async () => {
    here = await casePageWorld({
      at: on('Fri 16:30'),
      opening: {
        text: 'No dial tone at the pilot station; the radio room has one mobile phone left.',
        references: ['HS-2041'],
      },
    });
    await sql`update person set office = '+1 916-555-0142', mobile = '+1 916-555-0143'`.execute(
      here.connection.db,
    );
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await screen.close();
    await here.close();
  });
  test('pictures', async () => {
    await here.settle();
    const dana = await screen.reader({ cookies: await here.stepIn('dana') });
    await dana.visit(here.path);
    await picture(dana.page, 'case-dana-new');
    await here.does('ana', 'acknowledge');
    await here.setClock(on('Fri 20:31'));
    await dana.visit(here.path);
    await picture(dana.page, 'case-dana-due');
    await dana.visit(`${here.path}/acts/escalate?level=2`);
    await picture(dana.page, 'case-dana-act');
    await dana.visit(`${here.path}/why/step/3`);
    await picture(dana.page, 'case-dana-why');
    await expectAccessible(dana.page);
    const ana = await screen.reader({ cookies: await here.stepIn('ana') });
    await ana.visit(here.path);
    await picture(ana.page, 'case-ana');
    await ana.visit(`${here.path}/acts/handOver`);
    await picture(ana.page, 'case-ana-hand');
    await expectAccessible(ana.page);
    await dana.visit(here.path);
    await expectAccessible(dana.page);
  });
});
