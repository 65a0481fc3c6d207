import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportPath } from '../../src/app/contact-reports/report-paths.ts';
import { operations } from '../../src/service/operations.ts';
import { expectAccessible, openScreen } from '../browser/browser.ts';
import { hasBrowser } from '../browser/chromium.ts';
import { publishedPlanSchemaText } from '../build/published-plan-schema.ts';
import { play } from '../cli/play.ts';
import { readAloud, readPdf } from './pdf-read.ts';

const SAMPLE = 'plans/calnet-3-category-9.1.plan.yaml';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'published-copy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const publish = (...args: readonly string[]) => play(['publish', ...args], { load: async () => operations });

/** Every file of a folder, by its path. */
async function filesOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [file.slice(path.length + 1), await readFile(file)] as const),
    ),
  );
}

const planJsonIn = (files: ReadonlyMap<string, Buffer>): unknown =>
  JSON.parse(files.get('plan.json')?.toString() ?? 'null');

/** Asks the schema of the reference whether a JSON is that of a plan. */
function isPublishedPlan(): (json: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv.compile(JSON.parse(publishedPlanSchemaText()) as object);
}

describe('ladder publish', () => {
  test('writes every form of the plan, each with its stamp, and the same bytes again for the same plan', async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    const first = await publish(SAMPLE, '--out', one, '--revision', '4');
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toContain('Revision 4 of calnet-3-category-9-1 is in');
    await publish(SAMPLE, '--out', other, '--revision', '4');
    const [files, again] = [await filesOf(one), await filesOf(other)];
    expect([...files.keys()]).toEqual([
      'contacts/customer-support.vcf',
      'copy.json',
      'index-es.html',
      'index.html',
      'ladder.css',
      ...['bill-or-contract-impacting', 'service-impacting'].flatMap((track) => [
        `ladders/${track}-en.svg`,
        `ladders/${track}-es.svg`,
      ]),
      ...['plan-en.ics', 'plan-en.pdf', 'plan-es.ics', 'plan-es.pdf', 'plan.json'],
      ...['wall-a4-en.pdf', 'wall-a4-es.pdf', 'wall-letter-en.pdf', 'wall-letter-es.pdf'],
    ]);
    for (const [path, bytes] of files) expect(bytes.equals(again.get(path) ?? Buffer.of()), path).toBe(true);
    const digest = /Digest: ([0-9a-f]{64})/.exec(first.out)?.[1] ?? 'none';
    for (const path of ['index.html', 'index-es.html', 'plan.json', 'copy.json'])
      expect(files.get(path)?.toString(), path).toContain(digest);
    expect(files.get('contacts/customer-support.vcf')?.toString().replaceAll('\r\n ', '')).toContain(
      digest.slice(0, 12),
    );
    expect((await readPdf(files.get('wall-a4-es.pdf') ?? Buffer.of())).language).toBe('es-US');
  });

  test('says that it is of a file and in force nowhere, and leads to nothing that no installation serves', async () => {
    const copy = join(folder, 'of-a-file');
    await publish(SAMPLE, '--out', copy);
    const files = await filesOf(copy);
    const said = (path: string): string =>
      (files.get(path)?.toString() ?? '')
        .replaceAll('\r\n ', '')
        .replaceAll('\\', '')
        .replaceAll(/<[^>]*>/g, '');
    const OF_A_FILE = 'Made from a file; not published by an installation.';
    for (const path of ['index.html', 'contacts/customer-support.vcf', 'plan-en.ics']) {
      expect(said(path), path).toContain(`${OF_A_FILE} Revision 1, meant to hold from`);
      expect(said(path), path).toContain(
        'The file names as its address https://portal.pacific-lantern.example',
      );
      expect(said(path), path).toContain('People and numbers are those of the file.');
    }
    expect(said('index.html').indexOf(OF_A_FILE)).toBeLessThan(said('index.html').indexOf('On this page'));
    expect(said('index-es.html')).toContain('Hecha a partir de un archivo; no la ha publicado ninguna');
    expect(said('index.html')).toContain('Nobody recorded when it was posted.');
    for (const [path, bytes] of files) {
      const text = path.endsWith('.pdf') ? readAloud((await readPdf(bytes)).roots) : said(path);
      expect(text, path).not.toMatch(
        /in force since|en vigor desde|Published at|Publicada en|wrong-contact/i,
      );
    }
    const json = planJsonIn(files);
    expect(json).toMatchObject({
      fromFile: { holdsFrom: '2026-10-12T07:00:00.000Z' },
      ...{ revision: { publishedAt: null }, revisions: [], reportWrongContact: null },
    });
    expect(isPublishedPlan()(json)).toBe(true);
  });

  test.each(['https://ladder.example', 'https://ladder.example/plans/calnet-3-category-9-1/'])(
    'leads to the installation that is named as %s, and to the page for reports there',
    async (address) => {
      const copy = join(folder, 'addressed');
      await publish(SAMPLE, '--out', copy, '--address', address);
      const files = await filesOf(copy);
      const page = 'https://ladder.example/plans/calnet-3-category-9-1';
      const html = files.get('index.html')?.toString() ?? '';
      expect(html).toContain(`What is in force stands at <a href="${page}" class="address">`);
      expect(html).toContain(`<a href="${page}/wrong-contact" class="address">`);
      expect(planJsonIn(files)).toMatchObject({ address: page, reportWrongContact: `${page}/wrong-contact` });
      expect(reportPath('calnet-3-category-9-1')).toBe(new URL(`${page}/wrong-contact`).pathname);
    },
  );

  test('shows to whom it is for the numbers that they may see, and to nobody else', async () => {
    const [anybody, customers] = [join(folder, 'public'), join(folder, 'customers')];
    await publish(SAMPLE, '--out', anybody);
    await publish(SAMPLE, '--out', customers, '--for', 'customers');
    for (const [path, bytes] of await filesOf(anybody))
      expect(bytes.includes('916-555-0142'), path).toBe(false);
    expect((await readFile(join(customers, 'index.html'), 'utf8')).includes('+1 916-555-0142')).toBe(true);
  });

  test('takes away what an earlier copy had and this one has not, and touches no folder of somebody else', async () => {
    const own = join(folder, 'customers-then-public');
    await publish(SAMPLE, '--out', own, '--for', 'customers');
    await publish(SAMPLE, '--out', own);
    expect(await readdir(join(own, 'contacts'))).toEqual(['customer-support.vcf']);
    const foreign = join(folder, 'foreign');
    await mkdir(foreign);
    await writeFile(join(foreign, 'letter.txt'), 'mine');
    expect(await publish(SAMPLE, '--out', foreign)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('is no empty folder and no copy of a plan'),
    });
    await writeFile(join(foreign, 'copy.json'), JSON.stringify({ files: { '../letter.txt': 'x' } }));
    expect((await publish(SAMPLE, '--out', foreign)).exit).toBe(2);
    expect(await readFile(join(foreign, 'letter.txt'), 'utf8')).toBe('mine');
  });

  test.each([
    ['blocking findings', ['plans/calnet-3-category-9.1.uncured.plan.yaml'], 1, 'contact-number-doubled'],
    ['no folder', [SAMPLE], 2, 'needs the option "--out"'],
    ['a day that is none', [SAMPLE, '--effective', '2026-02-30'], 2, '2026-02-30'],
    ['an address that leads nowhere', [SAMPLE, '--address', 'ladder.example'], 2, '"ladder.example" is none'],
    ['a revision that is no number', [SAMPLE, '--revision', 'two'], 2, '"--revision" cannot be "two"'],
  ] as const)('refuses %s, and writes nothing', async (_what, args, exit, says) => {
    const out = join(folder, 'refused');
    const played = await publish(...args, ...(says.includes('--out') ? [] : ['--out', out]));
    expect([played.exit, played.err]).toEqual([exit, expect.stringContaining(says)]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });
});

describe.runIf(hasBrowser)('a copy on a stick', () => {
  test('opens without network and script, shows style and pictures, asks for nothing outside, and is accessible', async () => {
    const copy = join(folder, 'stick');
    await publish(SAMPLE, '--out', copy, '--for', 'customers');
    const screen = await openScreen('http://unreachable.example');
    const { context, page } = await screen.reader({ script: true, width: 360 });
    await context.setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(copy, 'index.html')).href);
    await page.locator('.picture img').last().scrollIntoViewIfNeeded();
    await page.waitForFunction('[...document.images].every((one) => one.complete && one.naturalWidth > 0)');
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.card')).borderStyle")).not.toBe(
      'none',
    );
    expect(await page.getByRole('link', { name: 'Call +1 916-555-0142' }).count()).toBe(1);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Español' }).click();
    expect(await page.locator('h2').first().textContent()).toBe('En esta página');
    expect(asked.filter((url) => !url.startsWith(pathToFileURL(copy).href))).toEqual([]);
    await screen.close();
  });
});
