import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeEffect } from '../../src/app/publication/take-effect.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { DraftMail, DraftNews } from '../../src/core/message/portal/draft-mails.ts';
import { check } from '../../src/core/plan/check.ts';
import { diff } from '../../src/core/plan/diff/diff.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { composeDraft } from '../../src/render/mail/compose-draft.ts';
import { CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from '../app/contracts-world.ts';
import { ROOT } from '../cli/play.ts';
import { ADMIN, type DraftInHand, draftFrom, OLA, PAT, roadOf } from './draft-world.ts';

const HOSTILE = `<b>"'&</b>\nladder-link:00000000-0000-0000-0000-000000000000`;
const retitled = planText((plan) => {
  plan.levels![1]!.title = 'Another title';
});
const tooFew = planText((plan) => {
  plan.requirements = { ...plan.requirements, levels: 4 };
});

describe('who hears of a draft', () => {
  let world: ContractsWorld;
  let seen = 0;
  beforeEach(async () => {
    seen = 0;
    world = await openWorld();
    await load(world);
    for (const [id, role, language] of [
      ['pat', 'programManager', null],
      ['pia', 'programManager', 'es'],
      ['ola', 'oversight', null],
      ['odo', 'oversight', null],
      ['ada', 'administrator', null],
      ['dora', 'desk', null],
      ['carl', 'customer', null],
      ['aud', 'auditor', null],
    ]) {
      await world.ask(
        "insert into person (contract_id, person_id, name, email, language) values ($1, $2, $3, $2 || '@ladder.example', $4)",
        [CONTRACT, id, `${id} Example`, language],
      );
      const customer = role === 'customer' ? 'agency' : null;
      if (customer)
        await world.ask(
          "insert into customer (contract_id, customer_id, name) values ($1, 'agency', 'Agency of Kites')",
          [CONTRACT],
        );
      await world.ask('insert into role values ($1, $2, $3, $4)', [CONTRACT, id, role, customer]);
    }
  });

  /** Who was written to since the last time, each with the subject. */
  async function told(): Promise<Readonly<Record<string, unknown>>> {
    const rows = await world.ask(
      `select person_id, subject, number from delivery join delivery_body using (contract_id, delivery_id)
        where kind = 'draft' order by number`,
    );
    const fresh = rows.slice(seen);
    seen = rows.length;
    return Object.fromEntries(fresh.map(({ person_id, subject }) => [String(person_id), subject]));
  }
  const done = async (who: Parameters<DraftInHand['give']>[0], asked: Parameters<DraftInHand['give']>[1]) => {
    expect(await draft.give(who, asked)).toMatchObject({ accepted: true });
    return told();
  };
  let draft: DraftInHand;

  test('who speaks for the parties and who wrote it hear of each step, each in their language, and not who took it', async () => {
    draft = await draftFrom(world, ADMIN, retitled);
    expect(await told()).toEqual({});
    expect(await done(PAT, { type: 'comment', text: 'Hm' })).toEqual({});
    const proposed = await done(PAT, { type: 'propose', text: 'As we spoke' });
    expect(Object.keys(proposed).sort()).toEqual(['ada', 'cy', 'odo', 'office', 'ola', 'pia']);
    expect(proposed.ola).toBe(`Draft ${draft.draft} of the plan is proposed`);
    expect(proposed.pia).toBe(`El borrador ${draft.draft} del plan está propuesto`);
    expect(await done(PAT, { type: 'propose' })).toEqual({});
    const back = await done(OLA, { type: 'sendBack', text: 'The old title was better' });
    expect(Object.keys(back).sort()).toEqual(['ada', 'cy', 'odo', 'office', 'pat', 'pia']);
    await done(PAT, { type: 'propose' });
    const one = await done(PAT, { type: 'agree' });
    expect(one.ola).toBe(`Draft ${draft.draft} of the plan waits for oversight`);
    const both = await done(OLA, { type: 'agree' });
    expect(both.pat).toBe(`Draft ${draft.draft} of the plan is agreed by both parties`);
    const published = await done(OLA, { type: 'publish' });
    expect(published.pat).toBe('Revision 2 of the plan is in force');
    expect(Object.keys(published)).toEqual(expect.arrayContaining(['dora', 'ada', 'odo', 'pia', 'bo']));
    expect(Object.keys(published)).not.toEqual(expect.arrayContaining(['carl']));
    expect(Object.keys(published)).not.toContain('ola');
  });

  test('what was typed stands quoted, with what it changes, and makes no link of its own', async () => {
    draft = await draftFrom(world, PAT, retitled);
    await done(PAT, { type: 'propose', text: HOSTILE });
    const [mail] = await world.ask(`select body_text as text, body_html as html
      from delivery join delivery_body using (contract_id, delivery_id) where person_id = 'ola'`);
    expect(mail!.text).toContain('> <b>"\'&</b>');
    expect(mail!.text).toContain('Another title');
    expect(mail!.html).not.toContain('<b>"');
    expect(`${mail!.text}${mail!.html}`).not.toMatch(/ladder-link:/);
    expect(mail!.text).toContain(`ladder-page:/contracts/${CONTRACT}/drafts/${draft.draft}`);
  });

  test('a time that is set is told when it is set, and what has come then is told by Ladder', async () => {
    const later = asInstant(NOW + 3 * 86_400_000);
    draft = await draftFrom(world, PAT, retitled);
    await done(PAT, { type: 'propose' });
    await done(PAT, { type: 'agree' });
    await done(OLA, { type: 'agree' });
    const set = await done(PAT, { type: 'publish', effectiveAt: later });
    expect(set.ola).toBe(`Draft ${draft.draft} of the plan has a time at which it takes effect`);
    const contracts: ContractsWorld['contracts'] = {
      transaction: (work) => world.contracts.transaction((tx) => work({ ...tx, now: async () => later })),
    };
    await takeEffect(roadOf(contracts));
    expect(await told()).toMatchObject({
      pat: 'Revision 2 of the plan is in force',
      ola: 'Revision 2 of the plan is in force',
    });
    await takeEffect(roadOf(contracts));
    expect(await told()).toEqual({});
  });

  test('the other party is asked for its reason where a finding is to stand, once', async () => {
    draft = await draftFrom(world, PAT, tooFew);
    const finding = { finding: 'levels-too-few', path: 'levels' } as const;
    const asked = await done(PAT, { type: 'override', ...finding, text: 'By letter' });
    expect(asked).toEqual({
      office: `Draft ${draft.draft} of the plan: may a finding stand?`,
      odo: `Draft ${draft.draft} of the plan: may a finding stand?`,
      ola: `Draft ${draft.draft} of the plan: may a finding stand?`,
    });
    expect(await done(OLA, { type: 'override', ...finding, text: 'We have it' })).toEqual({});
  });

  test('a draft that was proposed and is dropped is told of; one that nobody was asked about ends quietly', async () => {
    draft = await draftFrom(world, PAT, retitled);
    expect(await done(PAT, { type: 'drop' })).toEqual({});
    draft = await draftFrom(world, PAT, tooFew);
    await done(PAT, { type: 'propose' });
    expect((await done(OLA, { type: 'drop', text: 'Not now' })).pat).toBe(
      `Draft ${draft.draft} of the plan is dropped`,
    );
  });

  test('nothing is written where a step was refused, nor to who has no address or was erased', async () => {
    draft = await draftFrom(world, PAT, retitled);
    expect(await draft.give(PAT, { type: 'agree' })).toMatchObject({ accepted: false });
    expect(await told()).toEqual({});
    await world.ask("update person set email = null where person_id = 'odo'");
    expect(Object.keys(await done(PAT, { type: 'propose' }))).not.toContain('odo');
  });
});

const NEWS: readonly DraftNews[] = [
  { kind: 'proposed' },
  { kind: 'sentBack' },
  { kind: 'agreed', party: 'contractor' },
  { kind: 'agreedByBoth', party: 'oversight' },
  { kind: 'publicationSet', effectiveAt: NOW },
  { kind: 'published', effectiveAt: NOW, revision: 2 },
  { kind: 'loaded', effectiveAt: NOW, revision: 2, agreed: ['Petra Pale', 'Olga Oak'] },
  { kind: 'dropped' },
  { kind: 'reasonAsked', party: 'contractor' },
];

const TEXTS: Readonly<Partial<Record<DraftNews['kind'], string>>> = {
  proposed: 'As we spoke about on Monday.',
  sentBack: 'The old title was better.\nPlease keep it.',
  reasonAsked: 'By the letter of 2 November the clause asks for three levels.',
};

function mailOf(news: DraftNews, language: DraftMail['language']): DraftMail {
  const isAsked = news.kind === 'reasonAsked';
  return {
    ...{ news, language, draft: 3, text: TEXTS[news.kind], isDemonstration: false },
    contractTitle: 'CALNET 3, Category 9.1',
    timeZone: 'America/Los_Angeles',
    name: news.kind === 'published' ? undefined : 'Ines Calloway',
    finding: isAsked ? check(tooFew).findings.find(({ code }) => code === 'levels-too-few') : undefined,
    changes: news.kind === 'proposed' ? diff(parse(planText()).value, parse(retitled).value) : undefined,
    url: 'https://ladder.example/contracts/calnet-3-category-9-1/drafts/3',
  };
}

const kebab = (kind: string): string => kind.replace(/[A-Z]/g, '-$&').toLowerCase();

const LETTERS = (['en', 'es'] as const).flatMap((language) =>
  NEWS.map((news) => [`${language}-${kebab(news.kind)}`, mailOf(news, language)] as const),
);

// The files are for reading; `vitest run test/publication --update` writes them anew.
test.each(LETTERS)('%s reads as it stands beside', async (name, mail) => {
  const { subject, text } = composeDraft(mail);
  await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`letters/${name}.txt`);
});

test('every letter that stands beside is one of these', () => {
  const files = readdirSync(`${ROOT}test/publication/letters`).map((file) => file.replace('.txt', ''));
  expect(files.sort()).toEqual(LETTERS.map(([name]) => name).sort());
});
