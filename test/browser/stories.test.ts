import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { type CasePageWorld, casePageWorld } from '../build/case-page-world.ts';
import { englishIn } from '../message/english.ts';
import {
  expectAccessible,
  openScreen,
  picture,
  type Reader,
  type ReaderOptions,
  type Screen,
} from './browser.ts';
import { hasBrowser } from './chromium.ts';

const heading = (page: Page): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();
/** Of the whole page: an answer that has begun to come has no words yet. */
async function words(page: Page): Promise<string> {
  await page.waitForLoadState();
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

describe.runIf(hasBrowser)('people at their browsers', { timeout: 240_000 }, () => {
  let here: CasePageWorld;
  let screen: Screen;

  beforeEach(async () => {
    here = await casePageWorld({
      at: on('Fri 16:30'),
      pages: { isDemonstration: true },
      opening: { text: 'Sin tono de marcar.', references: ['HS-2041'] },
    });
    screen = await openScreen(await here.server.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterEach(async () => {
    await screen.close();
    await here.close();
  });

  const reader = async (who: string, options: ReaderOptions = {}): Promise<Reader> =>
    screen.reader({ ...options, cookies: await here.stepIn(who) });
  const notes = async (): Promise<number> =>
    (await here.events(here.key)).filter(({ type }) => type === 'NoteAdded').length;

  describe('in Spanish', () => {
    const spanish = { language: 'es-US' } as const;
    beforeEach(() => sql`update person set language = 'es'`.execute(here.connection.db));

    /** The page says nothing in English, and what it says of itself is Spanish. */
    async function expectSpanish({ page }: Reader): Promise<void> {
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      expect([page.url(), englishIn(await words(page))]).toEqual([page.url(), undefined]);
    }
    /** Somebody's mail about something; none of theirs has a word of English. */
    function mailTo(mails: readonly OutgoingMail[], who: string, about: RegExp): OutgoingMail {
      const own = mails.filter(({ to: { address } }) => address.startsWith(`${who}@`));
      expect(own.map(({ text }) => englishIn(text))).toEqual(own.map(() => undefined));
      const found = own.find(({ subject }) => about.test(subject));
      if (!found) throw new Error(`no mail ${about}: ${own.map(({ subject }) => subject).join()}`);
      return found;
    }

    test('a case goes from its opening to satisfaction and back, without script', async () => {
      const without = { ...spanish, script: false };
      const [dana, ana, bo] = [
        await reader('dana', without),
        await screen.reader({ script: false, width: 360 }),
        await reader('bo', without),
      ];
      const opened = await here.settle();
      mailTo(opened, 'dana', /HS-2041\] Caso abierto$/);

      await ana.visit(linkIn(mailTo(opened, 'ana', /Se le contacta a usted/), /^Acusar recibo/));
      await expectSpanish(ana);
      await ana.page.getByRole('button', { name: 'Acusar recibo' }).click();
      expect(await heading(ana.page)).toBe('Hecho: Acusar recibo');
      await expectSpanish(ana);

      await dana.visit(here.path);
      await expectSpanish(dana);
      expect(await words(dana.page)).toContain(
        'El nivel 1 (Service manager) le debe una respuesta al cliente desde el viernes 20 de noviembre de 2026, 4:30 p. m., hora del Pacífico.',
      );
      expect(await words(dana.page)).toContain('El nivel 1 (Service manager) acusa recibo del caso.');

      await here.setClock(on('Fri 20:31'));
      mailTo(await here.settle(), 'dana', /Ya se puede contactar al nivel 2$/);
      await dana.visit(here.path);
      await dana.page.getByRole('link', { name: /^Contactar ahora al nivel 2/ }).click();
      await expectSpanish(dana);
      await dana.page.getByRole('button', { name: /^Contactar ahora al nivel 2/ }).click();
      expect(await words(dana.page)).toContain('El caso pasó al nivel 2');
      await expectSpanish(dana);

      await bo.visit(here.path);
      await bo.page.getByRole('link', { name: 'Responder' }).click();
      await bo.page.getByLabel('Lo que quiere decir').fill('Se cambió el equipo; ya hay tono.');
      await bo.page.getByRole('button', { name: 'Responder' }).click();
      await expectSpanish(bo);

      mailTo(await here.settle(), 'dana', /El nivel 2 respondió$/);
      await dana.visit(here.path);
      expect(await words(dana.page)).toContain('Se cambió el equipo; ya hay tono.');
      await press(dana, /^Satisfecho/);
      expect(await words(dana.page)).toContain(
        'El caso está cerrado. Puede deshacerlo en un plazo de 24 horas.',
      );
      await expectSpanish(dana);
      await press(dana, 'Deshacer “Satisfecho”');
      expect(await words(dana.page)).toContain('El caso sigue como si nunca se hubiera dicho.');
      const types = (await here.events(here.key)).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining(['Escalated', 'Responded', 'Satisfied', 'SatisfactionUndone']),
      );
    });

    test('its pages have no accessibility finding', async () => {
      const dana = await reader('dana', spanish);
      for (const path of [
        here.path,
        `${here.path}/acts/addNote`,
        `${here.path}/why/step/2`,
        '/outbox',
        '/clock',
      ]) {
        await dana.visit(path);
        await expectSpanish(dana);
        await expectAccessible(dana.page);
        await picture(dana.page, `es-${path.split('/').slice(-2).join('-')}`);
      }
      const path = linkIn(to(await here.settle(), 'ana'), /^Responder/);
      await dana.visit(path);
      await expectSpanish(dana);
      await expectAccessible(dana.page);
      await picture(dana.page, 'es-link');
    });
  });

  /** Presses a button, or a link to a page with that button and then the button. */
  async function press({ page }: Reader, name: string | RegExp): Promise<void> {
    const link = page.getByRole('link', { name });
    if ((await link.count()) > 0) await link.first().click();
    await page.getByRole('button', { name }).first().click();
  }

  test('a session that ends in mid-form loses nothing that was typed', async () => {
    const dana = await reader('dana');
    await dana.visit(`${here.path}/acts/addNote`);
    await dana.page.getByLabel('What you want to say').fill('The radio room has <one> telephone left.');
    await dana.page.getByLabel('Everybody on the case').check();
    const beside = await dana.context.newPage();
    await beside.goto(here.path);
    await beside.getByRole('button', { name: 'Sign out' }).click();

    await dana.page.getByRole('button', { name: 'Write a note' }).click();
    expect(await heading(dana.page)).toBe('You were signed out: nothing is lost');
    expect(await words(dana.page)).toContain('The radio room has <one> telephone left.');
    await expectAccessible(dana.page);
    await picture(dana.page, 'kept-form');
    expect(await notes()).toBe(0);

    await dana.page.getByRole('button', { name: 'Send it again' }).click();
    expect(await heading(dana.page)).toBe('You were signed out: nothing is lost');
    await dana.keep(await here.stepIn('dana'));
    await dana.page.getByRole('button', { name: 'Send it again' }).click();
    expect(await words(dana.page)).toContain('The note stands on the case.');
    const [note] = (await here.events(here.key)).filter(({ type }) => type === 'NoteAdded');
    expect(note).toMatchObject({ text: 'The radio room has <one> telephone left.', audience: 'all' });
    expect(await notes()).toBe(1);
  });

  test('of two who act at once the second learns what happened, and keeps what was typed', async () => {
    await here.setClock(on('Fri 20:31'));
    await here.settle();
    const [dana, ana] = [await reader('dana'), await reader('ana')];
    await dana.visit(`${here.path}/acts/ask`);
    await ana.visit(`${here.path}/acts/proposeResolution`);
    await dana.page.getByLabel('What you want to say').fill('Still down at noon.');
    await ana.page.getByLabel('What you want to say').fill('The line card was replaced.');
    await ana.page.getByRole('button', { name: 'Propose a resolution' }).click();
    expect(await words(ana.page)).toContain('Your proposal is on the case');

    await dana.page.getByRole('button', { name: /waiting for an answer/ }).click();
    expect(await words(dana.page)).toContain('Something has happened on this case since you opened the page');
    expect(await words(dana.page)).toContain('Level 1 (Service manager) proposes a resolution.');
    expect(await dana.page.getByLabel('What you want to say').inputValue()).toBe('Still down at noon.');
    await expectAccessible(dana.page);
    await dana.page.getByRole('button', { name: /waiting for an answer/ }).click();
    expect(await words(dana.page)).toContain('Every level contacted so far is asked again.');
    const said = (await here.events(here.key)).filter(({ type }) => type === 'CustomerAsked');
    expect(said).toHaveLength(1);
  });

  test('the keyboard alone asks again and writes a note', async () => {
    const { page, visit } = await reader('dana');
    await visit(here.path);
    await tabTo(page, /^I am waiting for an answer/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'I am waiting for an answer' }).waitFor();
    await tabTo(page, /^I am waiting for an answer/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Case / }).waitFor();
    expect(await words(page)).toContain('Every level contacted so far is asked again.');

    await tabTo(page, /^Write a note$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Write a note' }).waitFor();
    await tabTo(page, /^text$/);
    await page.keyboard.type('At the gate by nine.');
    await tabTo(page, /^audience$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Write a note$/);
    await page.keyboard.press('Enter');
    await page.getByText('The note stands on the case.').waitFor();
    expect(await notes()).toBe(1);
  });

  /** Presses Tab until what has the focus is so called, by its text or by the name of its field. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(
        "(document.activeElement.name || document.activeElement.textContent || '').trim()",
      );
      const text = await page.evaluate("(document.activeElement.textContent || '').trim()");
      if (name.test(String(focused)) || name.test(String(text))) return;
    }
    throw new Error(`the keyboard does not get to ${name} on ${page.url()}`);
  }
});
