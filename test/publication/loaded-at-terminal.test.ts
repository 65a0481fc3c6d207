import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { TERMINAL } from '../../src/app/ports/contracts.ts';
import { composeDraft } from '../../src/render/mail/compose-draft.ts';
import { type PlanWorld, planWorld } from '../build/plan-world.ts';
import { sampleWith } from '../obligation/sample.ts';

const PM = 'solutions-architect';

let here: PlanWorld;
beforeEach(async () => {
  here = await planWorld();
  await here.settle();
});
afterEach(() => here.close());

const load = async (agreed: readonly string[] | undefined) => {
  const text = await sampleWith([['  attestation: { every: 90 days, after: publication }\n', '']]);
  const at = await here.store.transaction((tx) => tx.now());
  const letters = { compose: composeDraft, newId: randomUUID };
  return loadPlan(here.contracts, { text, agreed, at, by: TERMINAL, facts: {}, letters });
};
const plan = async (language: string): Promise<string> => {
  const got = await here.get(undefined, `/plans/${here.contract}`, { 'accept-language': language });
  return got.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
};

test('a plan that is put in force at the terminal says on whose word, and both parties’ people hear of it', async () => {
  expect(await load([PM, 'contract-office'])).toMatchObject({ outcome: 'published', superseded: 1 });
  const page = await plan('en');
  // Of the revision before, which was not loaded there, nothing is said.
  expect(page.match(/by the word of the operator of this installation, who loaded it/g)).toHaveLength(1);
  expect(page).toMatch(/Agreed by [^.]+, by the word of the operator/);
  expect(await plan('es')).toContain('según quien opera esta instalación, que la cargó en la terminal');
  const json = JSON.parse((await here.get(undefined, `/plans/${here.contract}.json`)).body);
  expect(json.revision).toMatchObject({ number: 2, isAgreedByWord: true });
  expect(json.revisions).toMatchObject([{ isAgreedByWord: true }, { isAgreedByWord: false }]);
  const mails = (await here.settle()).filter(({ subject }) => subject.includes('loaded and is in force'));
  const readers = mails.map(({ to }) => to.address);
  expect(readers).toContain('tamsin.hale@contract-office.example');
  expect(readers).toContain('ines.calloway@pacific-lantern.example');
  expect(mails[0]?.text.replace(/\s+/g, ' ')).toContain(
    'By the operator’s word it was agreed to by Ines Calloway and CALNET CMO duty desk; neither agreed to it here.',
  );
  const agreed = await here.ask(
    `select body ->> 'by' as by, body ->> 'who' as who from draft_event where type = 'DraftAgreed' and body ->> 'by' = $1 order by number`,
    [TERMINAL],
  );
  expect(agreed).toEqual([
    { by: TERMINAL, who: PM },
    { by: TERMINAL, who: 'contract-office' },
  ]);
});

test('a draft that is loaded there is told of to nobody', async () => {
  expect(await load(undefined)).toMatchObject({ outcome: 'drafted' });
  expect(await here.settle()).toEqual([]);
});
