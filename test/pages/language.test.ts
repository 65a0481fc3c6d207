import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld, linkIn, to } from '../build/answers-world.ts';
import { on } from '../build/case.ts';

let here: AnswersWorld;
afterEach(() => here.close());

const language = async (url: string, headers: Record<string, string>): Promise<string | undefined> => {
  const reply = await here.server.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } });
  expect(reply.body).toContain(`<html lang="${String(reply.headers['content-language'])}"`);
  return reply.headers['content-language'] as string | undefined;
};

const reads = (who: string, what: string) =>
  sql`update person set language = ${what} where person_id = ${who}`.execute(here.connection.db);

test('a page is in the first language of the browser that Ladder speaks, or in English', async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  for (const [asked, given] of [
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr, ES;q=0.9', 'es'],
    ['en-US,es', 'en'],
    ['fr', 'en'],
    [',;q=', 'en'],
    ['', 'en'],
  ] as const) {
    expect([asked, await language('/outbox', { 'accept-language': asked })]).toEqual([asked, given]);
    expect(await language('/clock', { 'accept-language': asked })).toBe(given);
    expect(await language('/outbox/none', { 'accept-language': asked })).toBe(given);
  }
});

test('a choice made here goes before what the browser asks for', async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  const asks = { 'accept-language': 'en' };
  expect(await language('/outbox', { ...asks, cookie: 'a=1; ladder_language=es' })).toBe('es');
  expect(await language('/outbox', { ...asks, cookie: 'ladder_language=xx' })).toBe('en');
  expect(await language('/outbox', { ...asks, cookie: 'my_ladder_language=es' })).toBe('en');
});

test('mails, and the pages behind their links, are in the language of the person', async () => {
  here = await answersWorld(on('Tue 09:00'));
  await reads('dana', 'es');
  await reads('ana', 'xx');
  await here.open();
  const mails = await here.settle();
  expect(to(mails, 'dana').html).toContain('<html lang="es"');
  expect(to(mails, 'ana').html).toContain('<html lang="en"');
  const mine = linkIn(to(mails, 'dana'), /^Satisfecho\./);
  expect(await language(mine, { 'accept-language': 'en' })).toBe('es');
  expect(await language(mine, { cookie: 'ladder_language=en' })).toBe('en');
  expect(await language('/l/none', { 'accept-language': 'es' })).toBe('es');
});

test('what somebody chooses at their own account holds for their mails too', async () => {
  here = await answersWorld(on('Tue 09:00'), { isDemonstration: true });
  await here.stepIn('dana');
  await sql`update sign_in_account set language = 'es', time_zone = 'Europe/Berlin'`.execute(
    here.connection.db,
  );
  await here.open();
  const mails = await here.settle();
  const mail = to(mails, 'dana');
  expect(mail.subject).toMatch(/Caso abierto$/);
  expect(mail.text.replace(/\s+/g, ' ')).toContain('hora del Pacífico (10:00 p. m., hora de Europe/Berlin)');
  expect(to(mails, 'ana').html).toContain('<html lang="en"');
  const mine = linkIn(mail, /^Satisfecho/);
  expect(await language(mine, { 'accept-language': 'en' })).toBe('es');
});
