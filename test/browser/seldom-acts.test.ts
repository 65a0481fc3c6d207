import { afterEach, describe, expect, test } from 'vitest';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';
import { expectAccessible, picture } from './browser.ts';
import { hasBrowser } from './chromium.ts';
import { portalWorld } from './portal-world.ts';

const CLOSING = { silentFor: '4 business days', calendar: 'business' };

describe.runIf(hasBrowser)('acts that are seldom', () => {
  let here: Awaited<ReturnType<typeof portalWorld>>;
  afterEach(() => here.close());

  test.each([true, false])('a call made outside Ladder is put on record, with script: %s', async (script) => {
    here = await portalWorld(on('Tue 09:00'));
    const { caseId } = await here.open({ text: 'No dial tone' });
    const dana = await here.reader('dana', { script });
    await dana.visit(`/contracts/${here.contract}/cases/${caseId}`);
    await dana.page.getByText('More', { exact: true }).click();
    await dana.page.getByRole('link', { name: 'I rang them' }).click();
    await dana.page.getByLabel('Which number you rang').selectOption('1/other');
    await dana.page.getByRole('radio', { name: 'Nobody picked up, or it was engaged' }).check();
    await dana.page.getByLabel('Date').fill('2026-11-17');
    await dana.page.getByLabel('Time', { exact: true }).fill('08:50');
    await dana.page.getByLabel('What you want to say').fill('It rang out.');
    if (script) {
      await expectAccessible(dana.page);
      await picture(dana.page, 'record-call');
    }
    await dana.page.getByRole('button', { name: 'I rang them' }).click();
    await dana.page.getByText('The call stands on the case').waitFor();
    await dana.page.getByText('It rang out.').waitFor();
    if (script) await expectAccessible(dana.page);
  });

  test.each([true, false])(
    'oversight closes for silence once it has lasted, with script: %s',
    async (script) => {
      here = await portalWorld(on('Tue 09:00'), { revision: revisionWith({ closing: CLOSING }) });
      const { caseId } = await here.open({ text: 'No dial tone' });
      const path = `/contracts/${here.contract}/cases/${caseId}`;
      const ana = await here.reader('ana', { script });
      await ana.visit(`${path}/acts/proposeResolution`);
      await ana.page.getByLabel('What you want to say').fill('The line is replaced.');
      await ana.page.getByRole('button', { name: 'Propose a resolution' }).click();
      await ana.page.getByText('Your proposal is on the case').waitFor();
      const olga = await here.reader('olga', { script });
      await olga.visit(`${path}/acts/close`);
      expect(await olga.page.getByRole('radio', { name: /silent|silence/i }).count()).toBe(0);
      await here.setClock(on('next Mon 09:00'));
      await here.settle();
      await olga.visit(`${path}/acts/close`);
      await olga.page.getByRole('radio', { name: /silent|silence/i }).check();
      await olga.page.getByLabel('What you want to say').fill('Nobody says a word.');
      if (script) {
        await expectAccessible(olga.page);
        await picture(olga.page, 'close-for-silence');
      }
      await olga.page.getByRole('button', { name: 'Close the case' }).click();
      await olga.page.getByText('The case is closed').first().waitFor();
      const dana = await here.reader('dana', { script });
      await dana.visit(path);
      await dana.page.getByText('Nobody says a word.').waitFor();
      if (script) await expectAccessible(dana.page);
      expect((await here.events({ contract: here.contract, caseId })).at(-1)?.type).toBe('CaseClosed');
    },
  );
});
