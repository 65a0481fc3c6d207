import { afterAll, beforeAll, expect, test } from 'vitest';
import { undertakePublished } from '../../src/app/obligation/undertake.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { mainText } from '../publication-papers/html-read.ts';
import { inOrder, readAloud, readPdf } from '../publication-papers/pdf-read.ts';

const DAYS = 'from=2026-11-01&until=2027-03-31';
const OVERSIGHT = 'tamsin-hale';

let here: PlanWorld;
let page: string;

beforeAll(async () => {
  here = await planWorld();
  await undertakePublished(here.store);
  page = `/contracts/${here.contract}/compliance`;
});
afterAll(() => here.close());

/** Blanks are where lines are broken, which each form does by itself. */
const dense = (text: string): string => text.replaceAll(/\s+/g, '');

test('those who answer for the contract or watch over it read it; nobody else knows of it', async () => {
  for (const person of [OVERSIGHT, 'lorcan-reed', 'solutions-architect'])
    expect([person, (await here.get(person, page)).statusCode]).toEqual([person, 200]);
  for (const path of ['', '/report.pdf', '/report.csv'])
    for (const person of ['dana-quill', 'emeric-stone', 'odile-marsh', 'ysolde-park'])
      expect([person, path, (await here.get(person, page + path)).statusCode]).toEqual([person, path, 404]);
  expect((await here.get(undefined, page)).statusCode).toBe(303);
});

test('each demand of the clause stands with its proof', async () => {
  const text = mainText((await here.get(OVERSIGHT, `${page}?${DAYS}`)).body);
  expect(text).toContain('At least 3 levelsYesThe check of revision 1 finds nothing against it.');
  expect(text).toContain('The plan is posted by the end of Sun 14 Jul 2019No');
  expect(text).toContain('The plan has roles and responsibilitiesYes');
  expect(text).toContain('Contacts are confirmed every 90 daysNot shownThis report does not count it.');
  expect(text).toContain('87 %: 7 of 8 are current.');
  const current = mainText((await here.get(OVERSIGHT, page.replace('compliance', 'currency'))).body);
  expect(current).toContain('87 %: 7 of 8 are current');
});

test.each(['en', 'es'])(
  'its PDF is tagged and says what the page says, in the same order: %s',
  async (language) => {
    const shown = await here.get(OVERSIGHT, `${page}?${DAYS}`, { 'accept-language': language });
    const got = await here.get(OVERSIGHT, `${page}/report.pdf?${DAYS}&language=${language}`);
    expect(got.headers['content-type']).toBe('application/pdf');
    const read = await readPdf(got.rawPayload);
    expect(read.isMarked).toBe(true);
    expect(dense(readAloud(read.roots))).toBe(dense(mainText(shown.body)));
    const roles = [...inOrder(read.roots)].map(({ role }) => role);
    expect(roles.filter((role) => role === 'H2')).toHaveLength(7);
    expect(roles).toContain('TH');
  },
);

test('its table has one number a line, and the obligations of these days', async () => {
  const got = await here.get(OVERSIGHT, `${page}/report.csv?${DAYS}`);
  expect(got.headers['content-disposition']).toContain('-compliance-2026-11-01-2027-03-31.csv');
  const lines = got.body.replace('\ufeff', '').split('\r\n');
  expect(lines[0]).toBe('part,subject,level,measure,value');
  expect(lines).toContain('demands,,,levels,holds');
  expect(lines).toContain('demands,,,section roles,holds');
  expect(lines).toContain('demands,,,levels proof,check');
  expect(lines).toContain('demands,,,posting proof,publication 2026-11-20');
  expect(lines).toContain('currency,,,current,7');
  expect(lines).toContain('currency,,,of,8');
  expect(lines.filter((line) => line.startsWith('obligations,'))).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith('satisfaction,'))).toHaveLength(5);
});

test('days that cannot be are refused by name, on the page and beside it', async () => {
  for (const path of ['', '/report.pdf', '/report.csv']) {
    const { statusCode, body } = await here.get(OVERSIGHT, `${page}${path}?from=yesterday`);
    expect([path, statusCode]).toEqual([path, 422]);
    expect(body).toContain('“yesterday” is no date');
  }
});
