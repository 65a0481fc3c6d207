import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { mainText } from './html-read.ts';
import { inOrder, type ReadPdf, readAloud, readPdf, type Tagged } from './pdf-read.ts';

const SAMPLE = new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url);

let here: PlanWorld;
let plan: string;
beforeAll(async () => {
  here = await planWorld();
  plan = `/plans/${here.contract}`;
});
afterAll(() => here.close());
afterEach(() => expect(here.faults()).toEqual([]));

async function paper(person: string | undefined, path: string): Promise<ReadPdf> {
  const got = await here.get(person, `${plan}${path}`);
  expect([got.statusCode, got.headers['content-type']]).toEqual([200, 'application/pdf']);
  return readPdf(got.rawPayload);
}

/** Blanks are where lines are broken, which each form does by itself. */
const dense = (text: string): string => text.replaceAll(/\s+/g, '');
const rolesOf = ({ roots }: ReadPdf): readonly string[] => [...inOrder(roots)].map(({ role }) => role);
const textOf = (one: Tagged): string => readAloud([one]);

describe('the PDF of a plan', () => {
  test.each([
    ['anybody, in English', undefined, 'en'],
    ['anybody, in Spanish', undefined, 'es'],
    ['its customers', 'dana-quill', 'en'],
    ['its parties', 'tamsin-hale', 'es'],
  ] as const)('says to %s what the page says, in the same order', async (_who, person, language) => {
    const page = await here.get(person, plan, { 'accept-language': language });
    const read = await paper(person, `.pdf?language=${language}`);
    expect(dense(readAloud(read.roots))).toBe(dense(mainText(page.body)));
  });

  test('has a title, a language, bookmarks, and headings that skip no rank', async () => {
    const read = await paper(undefined, '.pdf?language=es');
    expect(read).toMatchObject({
      title: 'Customer Escalation Process Plan',
      language: 'es-US',
      isMarked: true,
    });
    expect(read.outline).toContain('A quién se contacta');
    const ranks = rolesOf(read)
      .flatMap((role) => /^H([1-6])$/.exec(role)?.[1] ?? [])
      .map(Number);
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks[0]).toBe(1);
    expect(ranks.every((rank, at) => at === 0 || rank <= (ranks[at - 1] ?? 0) + 1)).toBe(true);
  });

  test('has tables with headings, lists with items, and words for every picture', async () => {
    const read = await paper(undefined, '.pdf?language=en');
    const parts = [...inOrder(read.roots)];
    const holds = (role: string, ...inside: readonly string[]): void => {
      const found = parts.filter((one) => one.role === role);
      expect(found.length, role).toBeGreaterThan(0);
      for (const one of found)
        expect(inside).toEqual(expect.arrayContaining([...new Set(one.children.map((child) => child.role))]));
    };
    holds('Table', 'TR', 'Caption');
    holds('TR', 'TH', 'TD');
    holds('L', 'LI');
    holds('LI', 'Lbl', 'LBody');
    const figures = parts.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([
      expect.stringContaining('The ladder of “Service Impacting Escalations”'),
      expect.stringContaining('The ladder of “Bill or Contract Impacting Escalations”'),
    ]);
    const raw = (await here.get(undefined, `${plan}.pdf`)).rawPayload.toString('latin1');
    expect(raw).toContain('/Scope /Column');
    expect(raw).toContain('/Scope /Row');
    expect(raw).toContain('pdfuaid:part');
  });

  test('calls, writes and leads to the plan by its links, and shows no number that is kept from its reader', async () => {
    const anybody = await paper(undefined, '.pdf');
    expect(anybody.links).toEqual(
      expect.arrayContaining(['tel:911', 'tel:+18005550100', `http://localhost${plan}`]),
    );
    expect(readAloud(anybody.roots)).not.toContain('916-555-0142');
    const customer = await paper('dana-quill', '.pdf');
    expect(customer.links).toContain('tel:+19165550142');
  });

  test('says on every sheet which revision it is, for the eye alone', async () => {
    const read = await paper(undefined, '.pdf?language=en');
    expect(read.pages).toBeGreaterThan(2);
    const seen = read.artifacts.join('');
    const feet = seen.match(/Customer Escalation Process Plan, revision 1, digest [0-9a-f]{12}/g);
    expect(feet).toHaveLength(read.pages);
    expect(seen).toContain(`Page 2 of ${read.pages}`);
  });

  test('is the same, byte for byte, as long as the plan is', async () => {
    const [one, other] = [await here.get(undefined, `${plan}.pdf`), await here.get(undefined, `${plan}.pdf`)];
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true);
  });

  test('is not there for a contract that is not', async () => {
    for (const path of ['.pdf', '/wall-a4.pdf', '/wall-letter.pdf'])
      expect((await here.get(undefined, `/plans/nowhere${path}`)).statusCode).toBe(404);
  });
});

describe('letters', () => {
  test('that the first typeface has not are taken from the second, and those that none has are written by number and said', async () => {
    const own = await planWorld();
    const text = (await readFile(SAMPLE, 'utf8')).replace(
      'Services that are down or impaired, and security',
      'Σύστημα ✓ 東',
    );
    const agreed = ['solutions-architect', 'contract-office'];
    await loadPlan(own.contracts, { text, agreed, at: FRIDAY, by: 'tester', facts: {} });
    const read = await readPdf(
      (await own.get(undefined, `/plans/${own.contract}.pdf?language=en`)).rawPayload,
    );
    const said = readAloud(read.roots);
    expect(said).toContain('Σύστημα ✓ [U+6771]');
    expect(dense(said)).toContain(dense('One sign of the text is in no typeface of this paper.'));
    await own.close();
  });
});

describe('the page for the wall', () => {
  test.each(['a4', 'letter'])(
    'is one sheet of %s with everybody’s number, from when, and which revision it is',
    async (size) => {
      const read = await paper('dana-quill', `/wall-${size}.pdf?language=en`);
      expect(read.pages).toBe(1);
      const said = readAloud(read.roots);
      for (const words of [
        'Nobody helps? Go higher.',
        'Where life is in danger: Call 911',
        '+1 800-555-0100',
        '+1 916-555-0142',
        '+1 707-555-0118',
        'Revision 1 in force since',
      ])
        expect(said).toContain(words);
      const headings = [...inOrder(read.roots)].filter(({ role }) => role === 'H2').map(textOf);
      expect(headings.map(dense)).toEqual([
        'Level1:AccountManager',
        'Level2:SolutionsArchitect',
        'Level3:SolutionsManager',
      ]);
    },
  );
});

describe('the calendar of a plan', () => {
  test('has what is owed by a date and the holidays, each whole day with its stamp, and ids that stay', async () => {
    const got = await here.get(undefined, `${plan}.ics?language=en`);
    expect([got.statusCode, got.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = got.body.replaceAll('\r\n ', '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    const owed = lines.indexOf('UID:obligation-plan-agreed@calnet-3-category-9-1.ladder');
    expect(lines.slice(owed, owed + 8)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20261215',
        'SUMMARY:Due: Version 2.0 of the plan agreed by contractor and contract office (The contractor)',
      ]),
    );
    // Published on 20 November 2026: what comes every 90 days comes so to the end of the term, on 30 June 2028.
    const again = lines.filter((line) => line.startsWith('UID:obligation-plan-current.'));
    expect([again.length, again[0], again.at(-1)]).toEqual([
      ...[6, 'UID:obligation-plan-current.2027-02-18@calnet-3-category-9-1.ladder'],
      'UID:obligation-plan-current.2028-05-13@calnet-3-category-9-1.ladder',
    ]);
    expect(lines).toContain('SUMMARY:Due: Contacts attested and plan reviewed (The contractor)');
    expect(lines).toContain('UID:closed-business-2026-11-26@calnet-3-category-9-1.ladder');
    expect(lines).toContain('SUMMARY:Closed: Thanksgiving Day (calendar “business”)');
    expect(
      lines.filter((line) => line.startsWith('DESCRIPTION:Revision 1 in force since')).length,
    ).toBeGreaterThan(20);
    expect((await here.get(undefined, `${plan}.ics?language=en`)).body).toBe(got.body);
  });
});
