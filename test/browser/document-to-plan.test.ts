import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { afterEach, describe, expect, test } from 'vitest';
import { type Document, parseDocument } from 'yaml';
import { takeEffect } from '../../src/app/publication/take-effect.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { ROOT } from '../check/source.ts';
import { roadOf } from '../publication/draft-world.ts';
import { expectAccessible, openScreen, picture, type Reader, type Screen } from './browser.ts';
import { hasBrowser } from './chromium.ts';

const MANAGER = 'paula-reyes';
const OVERSIGHT = 'tamsin-hale';
const CUSTOMER = 'dana-quill';
/** Monday, 23 November 2026, 08:00 Pacific: a business day after the Friday on which all is done. */
const MONDAY = asInstant(Date.UTC(2026, 10, 23, 16));
/** More questions than the document leaves open. */
const QUESTIONS_MAX = 20;

/** What the document leaves out and its parties know, by where the plan has it. */
const KNOWN: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [
  [['contract', 'executed'], '2019-04-15'],
  [['contract', 'term'], { from: '2019-07-01', until: '2028-06-30' }],
  [['contract', 'portal'], 'https://portal.pacific-lantern.example/calnet-3/escalation'],
  [['contract', 'parties', 'oversight', 'reach'], ['contract-office']],
  [
    ['contacts', 'contract-office'],
    {
      ...{ kind: 'desk', name: 'CALNET CMO duty desk', title: 'Contract Management Office' },
      ...{ office: '+1 916-555-0160', mobile: '+1 916-555-0161', email: 'cmo@contract-office.example' },
      shown: 'parties',
    },
  ],
  [['contacts', 'customer-support-center', 'mobile'], '+1 916-555-0101'],
  [['contacts', 'lead-solutions-architect', 'deputy'], 'contract-deputy'],
  [['contacts', 'lanternnet-solutions-consultant', 'deputy'], 'contract-deputy'],
  [
    ['contacts', 'contract-deputy'],
    {
      ...{ kind: 'person', name: 'Bram Otterley', title: 'Solutions Architect' },
      ...{ office: '+1 916-555-0144', mobile: '+1 916-555-0145' },
      email: 'bram.otterley@pacific-lantern.example',
    },
  ],
  ...['service-impacting', 'bill-or-contract-impacting'].map(
    (track) =>
      [
        ['tracks', track, 'steps', 2, 'when'],
        [
          { allSilent: [1, 2], for: '2 business days', calendar: 'business' },
          { unsatisfiedFor: '5 business days', calendar: 'business', since: 'levelBelow' },
        ],
      ] as const,
  ),
  [
    ['promises'],
    ['service-impacting', 'bill-or-contract-impacting'].flatMap((track) =>
      [1, 2, 3].map((level) => ({
        ...{ track, level, acknowledgeWithin: '15 minutes', respondWithin: '1 hour' },
        ...{ updateEvery: '4 hours', calendar: 'always' },
      })),
    ),
  ],
  [['contacts', 'lead-solutions-architect', 'mobile'], '+1 916-555-0143'],
  [['contacts', 'lanternnet-solutions-consultant', 'mobile'], '+1 707-555-0119'],
  [['levels', 0, 'responsibility'], 'Takes the problem up and brings in whoever can repair it'],
  [['levels', 1, 'responsibility'], 'Directs engineering, dispatch and billing'],
  [['levels', 2, 'responsibility'], 'Commits people and money until the problem is settled'],
  [
    ['tracks', 'service-impacting', 'steps', 2, 'means'],
    ['call', 'email'],
  ],
  [
    ['tracks', 'bill-or-contract-impacting', 'steps', 2, 'means'],
    ['call', 'email'],
  ],
  [
    ['roles'],
    [
      { role: 'Customer', party: 'customer', does: ['open the case'] },
      { role: 'Account Manager', party: 'contractor', does: ['answer first'] },
      { role: 'CALNET CMO', party: 'oversight', does: ['contact level 3'] },
    ],
  ],
  [
    ['obligations'],
    [
      {
        ...{ id: 'plan-agreed', kind: 'milestone', title: 'The plan agreed by both parties' },
        ...{ due: '2026-12-15', owner: 'contractor', acceptedBy: 'oversight' },
      },
      {
        ...{ id: 'escalation-process', kind: 'deliverable', title: 'Customer Escalation Process, posted' },
        ...{ due: { days: 90, after: 'execution' }, owner: 'contractor', acceptedBy: 'oversight' },
      },
    ],
  ],
];

describe.runIf(hasBrowser)('from a document to a published plan', () => {
  let here: PlanWorld;
  let screen: Screen;
  let baseUrl = '';
  afterEach(async () => {
    await screen.close();
    await here.close();
  });

  const reader = async (who: string, script: boolean): Promise<Reader> => {
    const opened = await screen.reader({ script, cookies: await here.stepInto(here.contract, who) });
    // A plan that is wholly new makes the longest pages there are.
    opened.page.setDefaultTimeout(60_000);
    return opened;
  };

  async function begin(): Promise<void> {
    here = await planWorld({ isDemonstration: true, baseUrl: () => baseUrl });
    await here.ask(
      "insert into person (contract_id, person_id, name, email) values ($1, $2, 'Paula Reyes', 'paula.reyes@lantern.example')",
      [here.contract, MANAGER],
    );
    await here.ask("insert into role values ($1, $2, 'programManager', null)", [here.contract, MANAGER]);
    const address = await here.server.listen({ host: '127.0.0.1', port: 0 });
    baseUrl = address.replace('127.0.0.1', 'localhost');
    screen = await openScreen(baseUrl);
  }

  test.each([
    ['with script', true],
    ['without script', false],
  ] as const)(
    'the twin is read, settled, mended, agreed on and published, %s',
    async (name, script) => {
      await begin();
      const { contract } = here;
      const manager = await reader(MANAGER, script);
      const oversight = await reader(OVERSIGHT, script);
      const customer = await reader(CUSTOMER, script);
      const look = async (page: Page, what: string): Promise<void> => {
        if (script) await expectAccessible(page);
        await picture(page, `life-${what}-${name}`);
      };

      await customer.visit(`/contracts/${contract}/cases/100001`);
      const before = await revisionOf('100001');

      const draft = await keepTwin(manager, contract);
      await look(manager.page, 'kept');

      const settled = await settleAll(manager, 'first');
      expect(settled).toBe(9);
      await look(manager.page, 'settled');

      await manager.visit(`${draft}/text`);
      await changeText(manager.page, (document) => {
        for (const [path, value] of KNOWN) document.setIn(path, document.createNode(value));
        document.setIn(['document', 'title'], 'Customer Escalation Process Plan of the twin');
      });
      await look(manager.page, 'mended');
      await manager.visit(draft);
      expect(await manager.page.locator('main').textContent()).toContain('Nothing blocks it.');

      await press(manager.page, 'Propose the draft', { '#propose-text': 'As we spoke about on Monday' });
      await look(manager.page, 'proposed');
      await oversight.visit(draft);
      expect(await oversight.page.locator('main').textContent()).toContain('As we spoke about on Monday');
      await look(oversight.page, 'to-agree');
      await press(oversight.page, 'Send it back', { '#sendBack-text': 'Its title was a working title' });

      await manager.visit(draft);
      expect(await manager.page.locator('main').textContent()).toContain('Its title was a working title');
      await manager.visit(`${draft}/text`);
      await changeText(manager.page, (document) => {
        document.setIn(['document', 'title'], 'Escalation plan of the twin');
        document.setIn(['document', 'version'], '2.1');
      });
      await manager.visit(draft);
      await press(manager.page, 'Propose the draft');
      await manager.page.getByRole('button', { name: 'Agree to the draft', exact: true }).click();
      await look(manager.page, 'agree-sure');
      await press(manager.page, 'Yes, agree to it');
      await oversight.visit(draft);
      await oversight.page.getByRole('button', { name: 'Agree to the draft', exact: true }).click();
      await press(oversight.page, 'Yes, agree to it');
      expect(new URL(oversight.page.url()).search).toBe('?done=agreedByBoth');
      await look(oversight.page, 'agreed');
      await oversight.page.fill('#effectiveAt', '2026-11-23');
      await oversight.page.fill('#effectiveAt-time', '08:00');
      await oversight.page.getByRole('button', { name: 'Publish the plan' }).click();
      expect(await oversight.page.locator('main').textContent()).toContain('On Mon 23 Nov 2026');
      await look(oversight.page, 'publish-sure');
      await oversight.page.getByRole('button', { name: 'Yes, publish it' }).click();
      expect(new URL(oversight.page.url()).search).toBe('?done=set');
      await look(oversight.page, 'set');

      const anybody = await screen.reader({ script });
      const plan = `/plans/${contract}`;
      await anybody.visit(plan);
      expect(await anybody.page.locator('main').textContent()).not.toContain('Escalation plan of the twin');
      await here.setClock(MONDAY);
      expect(await takeEffect(roadOf(here.contracts))).toEqual([]);
      await anybody.visit(plan);
      expect(await anybody.page.locator('h1').textContent()).toContain('Escalation plan of the twin');
      expect(await anybody.page.locator('main').textContent()).toContain('Paula Reyes');
      await look(anybody.page, 'published');

      const paper = await anybody.context.request.get(`${plan}.pdf`);
      const { text } = await extractText(new Uint8Array(await paper.body()), { mergePages: true });
      expect(text.replaceAll(/\s+/g, ' ')).toContain('Escalation plan of the twin');
      expect(text).toContain('Wren Halloway');
      expect(await revisionOf('100001')).toBe(before);
      await customer.visit(`/contracts/${contract}/cases/100001`);
      expect(await customer.page.locator('main').textContent()).toContain('No dial tone');
      await manager.visit(draft);
      expect(await manager.page.locator('main').textContent()).toContain('published');
      await look(manager.page, 'in-force');
      expect(here.faults()).toEqual([]);
    },
    600_000,
  );

  test('every other reading of the twin is written into the plan as well', async () => {
    await begin();
    const manager = await reader(MANAGER, false);
    const draft = await keepTwin(manager, here.contract);
    expect(await settleAll(manager, 'last')).toBe(9);
    await manager.visit(`${draft}/text`);
    const text = await manager.page.locator('#text').inputValue();
    for (const line of [
      '    office: +1 800-555-0150 # line 58',
      '    name: Jory Pellinger # line 58',
      '          anySilent:',
      '    businessDay: hours',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).not.toContain('          allSilent:');
    expect(here.faults()).toEqual([]);
  }, 300_000);

  /** The revision that a case runs on. */
  async function revisionOf(caseId: string): Promise<unknown> {
    const [row] = await here.ask('select revision from "case" where contract_id = $1 and case_id = $2', [
      here.contract,
      caseId,
    ]);
    return row?.revision;
  }
});

/** The twin imported and kept as a draft of the contract: where it is. */
async function keepTwin({ page, visit }: Reader, contract: string): Promise<string> {
  await visit(`/contracts/${contract}/import`);
  await page.setInputFiles('#file', `${ROOT}docs/source/calnet-3-category-9.1.md`);
  await page.locator('main form button').click();
  await page.getByRole('button', { name: 'Keep as draft' }).click();
  await page.waitForURL(/\/drafts\/\d+\?done=made$/);
  return new URL(page.url()).pathname;
}

/** Settles every open question by its first reading or by its last; how many there were. */
async function settleAll({ page }: Reader, which: 'first' | 'last'): Promise<number> {
  for (let settled = 0; settled < QUESTIONS_MAX; settled++) {
    const form = page.locator('form[action$="/settle"]').first();
    if ((await form.count()) === 0) return settled;
    await form.locator('input[type=radio]')[which]().check();
    await form.locator('textarea').fill('Both parties read it so');
    await form.locator('button').click();
    await page.waitForURL(/done=settle$/);
  }
  throw new Error('there is always one more question');
}

/** Changes the text of a draft as somebody at its editor does, and saves it. */
async function changeText(page: Page, change: (document: Document) => void): Promise<void> {
  const document = parseDocument(await page.locator('#text').inputValue());
  change(document);
  await page.fill('#text', document.toString({ lineWidth: 0 }));
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.waitForURL(/done=edited$/);
}

/** Fills in the form of a button, and presses it. */
async function press(
  page: Page,
  button: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [field, value] of Object.entries(fields)) await page.fill(field, value);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('.notice.success').waitFor();
}
