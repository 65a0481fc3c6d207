import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;

let here: PlanWorld;
let drafts: string;
beforeAll(async () => {
  here = await planWorld();
  await here.setClock(FRIDAY);
  await here.ask(
    "insert into person (contract_id, person_id, name, email) values ($1, $2, 'Paula Reyes', 'paula.reyes@lantern.example')",
    [here.contract, PAULA],
  );
  await here.ask("insert into role values ($1, $2, 'programManager', null)", [here.contract, PAULA]);
  drafts = `/contracts/${here.contract}/drafts`;
});
afterEach(() => expect(here.faults()).toEqual([]));
afterAll(() => here.close());

const PAULA = 'paula-reyes';
const OVERSIGHT = 'tamsin-hale';
const read = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const baseIn = (html: string): string => /name="base" value="(\d+)"/.exec(html)?.[1] ?? '';
const textIn = (html: string): string =>
  (/<textarea[^>]*id="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A draft begun from the plan in force; its path. */
async function begun(): Promise<string> {
  const { statusCode, headers } = await here.post(PAULA, drafts, { from: 'published' });
  expect(statusCode).toBe(303);
  return String(headers.location).replace(/\?.*/, '');
}

/** Fills in a form of a draft as it stands now, and sends it. */
async function does(who: string, path: string, act: string, fields: Readonly<Record<string, string>> = {}) {
  const { body } = await here.get(who, path);
  return here.post(who, `${path}/${act}`, { base: baseIn(body), sure: 'yes', ...fields });
}

describe('drafts on the portal', () => {
  test('are for those who agree to plans and those who look on; for everybody else there is no such page', async () => {
    const path = await begun();
    for (const who of [PAULA, OVERSIGHT, 'lorcan-reed', 'ysolde-park']) {
      expect([who, (await here.get(who, drafts)).statusCode]).toEqual([who, 200]);
      expect([who, (await here.get(who, path)).statusCode]).toEqual([who, 200]);
    }
    for (const who of ['dana-quill', 'perpetua-lind', 'odile-marsh']) {
      expect([who, (await here.get(who, drafts)).statusCode]).toEqual([who, 404]);
      expect([who, (await here.get(who, path)).statusCode]).toEqual([who, 404]);
      expect([who, (await here.post(who, `${path}/agree`, { base: '1' })).statusCode]).toEqual([who, 404]);
    }
    expect((await here.get(PAULA, `${drafts}/999`)).statusCode).toBe(404);
    expect((await here.get(PAULA, `${drafts}/0`)).statusCode).toBe(404);
  });

  test('go from a text to a published plan: edited, proposed, sent back, mended, agreed to by two', async () => {
    const path = await begun();
    const edited = async (from: string, to: string): Promise<void> => {
      const { body } = await here.get(PAULA, `${path}/text`);
      const text = textIn(body);
      expect(text).toContain(from);
      const saved = await here.post(PAULA, `${path}/text`, {
        base: baseIn(body),
        text: text.replace(from, to).replaceAll('\n', '\r\n'),
      });
      expect([saved.statusCode, saved.headers.location]).toEqual([303, `${path}/text?done=edited`]);
    };
    const { body: before } = await here.get(PAULA, `${path}/text`);
    const title = /title: (.+)/.exec(textIn(before))?.[1] ?? '';
    await edited(`title: ${title}`, 'title: A plan that was renamed');
    expect(read((await here.get(OVERSIGHT, path)).body)).toContain('A plan that was renamed');
    expect((await does(PAULA, path, 'propose', { 'propose-text': HOSTILE })).statusCode).toBe(303);
    const proposed = await here.get(OVERSIGHT, path);
    expect(proposed.body).not.toContain(HOSTILE);
    expect(read(proposed.body)).toContain('It waits for the agreement of the contractor.');
    expect(
      (await does(OVERSIGHT, path, 'sendBack', { 'sendBack-text': 'The old title was better' })).statusCode,
    ).toBe(303);
    expect(read((await here.get(PAULA, path)).body)).toContain('The old title was better');
    await edited('title: A plan that was renamed', 'title: A better title');
    await does(PAULA, path, 'propose');
    await does(PAULA, path, 'agree');
    const agreed = await does(OVERSIGHT, path, 'agree');
    expect(agreed.headers.location).toBe(`${path}?done=agreedByBoth`);
    const published = await does(OVERSIGHT, path, 'publish', { effectiveAt: '' });
    expect(published.headers.location).toBe(`${path}?done=publish`);
    const { body: plan } = await here.get(undefined, `/plans/${here.contract}`);
    expect(plan).toContain('A better title');
  });

  test('judge a text while it is typed, and keep nothing of it', async () => {
    const path = await begun();
    const { body } = await here.get(PAULA, `${path}/text`);
    const typed = textIn(body).replace(/^ {2}timeZone: .*$/m, '  timeZone: Nowhere/Land');
    const judged = await here.post(PAULA, `${path}/findings`, { text: typed });
    // Findings are in English on every page, and a page in Spanish is read aloud in Spanish.
    expect(judged.body).toMatch(/<span lang="en">[^<]+/);
    expect(judged.body).toContain('<p class="quiet" lang="en">');
    expect(judged.statusCode).toBe(200);
    expect(read(judged.body)).toContain('Nowhere/Land');
    expect(judged.body).toMatch(/data-line="\d+"/);
    expect(textIn((await here.get(PAULA, `${path}/text`)).body)).not.toContain('Nowhere/Land');
    const hostile = await here.post(PAULA, `${path}/findings`, { text: `${typed}\n${HOSTILE}: 1\n` });
    expect(hostile.body).not.toContain(HOSTILE);
    expect((await here.post('dana-quill', `${path}/findings`, { text: typed })).statusCode).toBe(404);
  });

  test('are read as they would be published, with what each clock comes to, and said to be in force nowhere', async () => {
    const path = await begun();
    const { body } = await here.get(PAULA, `${path}/text`);
    const text = textIn(body).replace(/^ {2}title: .*$/m, '  title: A title of tomorrow');
    await here.post(PAULA, `${path}/text`, { base: baseIn(body), text });
    const shown = await here.get(
      OVERSIGHT,
      `${path}/preview?track=service-impacting&at-date=2026-11-27&at-time=16:30`,
    );
    expect(shown.statusCode).toBe(200);
    expect(read(shown.body)).toContain('A title of tomorrow');
    expect(read(shown.body)).toContain('Nothing of it is in force.');
    expect(read(shown.body)).toContain('opened Fri 27 Nov 2026, 4:30 pm Pacific');
    expect(read(shown.body)).toContain('Fri 27 Nov 2026, 8:30 pm Pacific The customer may contact level 2');
    expect(read(shown.body)).not.toContain('in force since');
    expect((await here.get('dana-quill', `${path}/preview`)).statusCode).toBe(404);
    const torn = text.replace(/^tracks:[\s\S]*?^(?=\w)/m, '');
    const { body: now } = await here.get(PAULA, `${path}/text`);
    await here.post(PAULA, `${path}/text`, { base: baseIn(now), text: torn });
    const { statusCode, body: unfinished } = await here.get(PAULA, `${path}/preview`);
    expect([statusCode, read(unfinished).includes('There is nothing to show yet')]).toEqual([200, true]);
  });

  test('let a finding stand for the reasons of both, which the published plan shows', async () => {
    const none = 'No finding that would have stopped publication was overridden.';
    const published = async () => (await here.get(undefined, `/plans/${here.contract}`)).body;
    expect(read(await published())).toContain(none);
    const path = await begun();
    const { body } = await here.get(PAULA, `${path}/text`);
    const text = textIn(body).replace(/^( {2}levels: )\d+$/m, '$17');
    await here.post(PAULA, `${path}/text`, { base: baseIn(body), text });
    const shown = read((await here.get(PAULA, path)).body);
    expect(shown).toContain('1 of');
    const at = /name="at" value="(\d+)"/.exec((await here.get(PAULA, path)).body)?.[1] ?? '';
    const finding = { at, finding: 'levels-too-few', path: 'levels' };
    const bare = await does(PAULA, path, 'override', finding);
    expect([bare.statusCode, read(bare.body).includes('No reason was given.')]).toEqual([422, true]);
    const one = await does(PAULA, path, 'override', {
      ...finding,
      [`override-${at}`]: `By letter ${HOSTILE}`,
    });
    expect(one.headers.location).toBe(`${path}?done=override`);
    await does(OVERSIGHT, path, 'override', { ...finding, [`override-${at}`]: 'We have the letter' });
    await does(PAULA, path, 'propose');
    await does(PAULA, path, 'agree');
    await does(OVERSIGHT, path, 'agree');
    const done = await does(OVERSIGHT, path, 'publish', { effectiveAt: '' });
    expect(done.headers.location).toBe(`${path}?done=publish`);
    const plan = await published();
    expect(plan).not.toContain(HOSTILE);
    expect(read(plan)).not.toContain(none);
    expect(read(plan)).toContain('Paula Reyes, for the contractor By letter');
    expect(read(plan)).toContain('We have the letter');
  });

  test('say what was wrong where it was typed, and keep it', async () => {
    const path = await begun();
    const none = await does(PAULA, path, 'propose');
    expect(none.statusCode).toBe(303);
    const back = await does(OVERSIGHT, path, 'sendBack', { 'sendBack-text': ' ' });
    expect([back.statusCode, read(back.body).includes('No reason was given.')]).toEqual([422, true]);
    const unstorable = await does(OVERSIGHT, path, 'comment', { 'comment-text': 'a\u0000b' });
    expect([unstorable.statusCode, read(unstorable.body).includes('characters that are no text')]).toEqual([
      422,
      true,
    ]);
    const stale = await here.post(OVERSIGHT, `${path}/agree`, { base: '77', sure: 'yes' });
    expect([stale.statusCode, read(stale.body).includes('after you had opened it')]).toEqual([422, true]);
    await does(OVERSIGHT, path, 'sendBack', { 'sendBack-text': 'Again' });
    const { body } = await here.get(PAULA, `${path}/text`);
    const empty = await here.post(PAULA, `${path}/text`, { base: baseIn(body), text: ' ' });
    expect([empty.statusCode, read(empty.body).includes('Nothing was written.')]).toEqual([422, true]);
  });

  test('take a plan that is longer than other forms', async () => {
    const text = `ladder: 1\n${`# ${'x'.repeat(98)}\n`.repeat(4_000)}`;
    const { statusCode, headers } = await here.post(PAULA, drafts, { text });
    expect(statusCode).toBe(303);
    const { body } = await here.get(PAULA, String(headers.location));
    expect(read(body)).toMatch(/of \d+ findings block it/);
  });

  test('settle a question by a reading, which is written into the plan with its comments kept', async () => {
    const path = await begun();
    const { body } = await here.get(PAULA, `${path}/text`);
    const question = [
      'questions:',
      '  - about: document.title',
      '    readings:',
      '      - { value: One title }',
      '      - { value: Another title }',
      '    taken: 1',
    ];
    const text = textIn(body).replace(/^questions:\n(?: .*\n|\n)*/m, '');
    const asked = `${text.trimEnd()}\n# Two titles are in the paper.\n${question.join('\n')}\n`;
    await here.post(PAULA, `${path}/text`, { base: baseIn(body), text: asked });
    const shown = await here.get(PAULA, path);
    expect(read(shown.body)).toContain('What holds for document.title?');
    const unchosen = await does(PAULA, path, 'settle', { question: '0', 'because-0': 'It says so' });
    expect([unchosen.statusCode, read(unchosen.body).includes('Choose the reading that holds.')]).toEqual([
      422,
      true,
    ]);
    const chosen = { question: '0', 'reading-0': '2', 'because-0': 'The cover has it' };
    expect((await does(PAULA, path, 'settle', chosen)).statusCode).toBe(303);
    const { body: after } = await here.get(PAULA, `${path}/text`);
    const settled = textIn(after);
    expect(settled).toContain('title: Another title');
    expect(settled).toContain('# Two titles are in the paper.');
    expect(settled).toContain('because: The cover has it');
    expect(settled).toContain('taken: 2');
  });
});
