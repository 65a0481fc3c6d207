import { beforeEach, describe, expect, test } from 'vitest';
import { giveDraft, keepDraft } from '../../src/app/publication/give-draft.ts';
import { takeEffect } from '../../src/app/publication/take-effect.ts';
import { asInstant, type Instant } from '../../src/core/instant.ts';
import { CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from '../app/contracts-world.ts';
import { verified } from '../record/record-world.ts';
import { ADMIN, type DraftInHand, draftFrom, ODO, OLA, PAT, PIA, person, roadOf } from './draft-world.ts';

const retitled = (title: string): string =>
  planText((plan) => {
    plan.levels![1]!.title = title;
  });
/** One question that nobody has settled. */
const questioned = planText((plan) => {
  plan.questions = [
    {
      about: 'levels.1.title',
      readings: [{ value: 'Service manager' }, { value: 'Second' }],
      taken: 1,
    },
  ];
});
/** A level fewer than the clause demands: blocking, and a matter the parties may judge. */
const tooFew = planText((plan) => {
  plan.requirements = { ...plan.requirements, levels: 4 };
});

let world: ContractsWorld;
let draft: DraftInHand;

/** A plan in force, and a draft of the next one by the program manager. */
beforeEach(async () => {
  world = await openWorld();
  await load(world);
  draft = await draftFrom(world, PAT, retitled('Another title'));
});

const refused = (code: string, values: object = {}) => ({ accepted: false, refusal: { code, values } });

async function agreed(by: DraftInHand = draft): Promise<void> {
  expect(await by.give(PAT, { type: 'propose' })).toMatchObject({ accepted: true });
  expect(await by.give(PAT, { type: 'agree' })).toMatchObject({ accepted: true });
  expect(await by.give(OLA, { type: 'agree' })).toMatchObject({ accepted: true });
}

describe('from a draft to a published plan', () => {
  test('proposed, agreed by both parties, published at once: new cases open on it', async () => {
    await agreed();
    expect(await draft.state()).toMatchObject({ status: 'agreed', fixed: { revision: 2 } });
    expect(await world.ask('select number, state from revision order by number')).toEqual([
      { number: 1, state: 'published' },
      { number: 2, state: 'agreed' },
    ]);
    expect(
      await draft.give(OLA, { type: 'publish', address: 'https://ladder.example/plans/sample' }),
    ).toMatchObject({
      accepted: true,
      state: { status: 'published', effectiveAt: NOW, address: 'https://ladder.example/plans/sample' },
    });
    expect(await world.ask('select number, state, agreed_by from revision order by number')).toEqual([
      { number: 1, state: 'superseded', agreed_by: ['ana', 'office'] },
      { number: 2, state: 'published', agreed_by: ['pat', 'ola'] },
    ]);
    const published = await world.store.transaction((tx) => tx.publishedRevision(CONTRACT));
    expect(published?.levels[1]?.title).toBe('Another title');
    expect(await verified(world.db)).toMatchObject({ broken: undefined });
  });

  test('each event says who, when and for which party', async () => {
    await agreed();
    await draft.give(OLA, { type: 'publish' });
    expect(
      await world.ask(`select number, type, body ->> 'by' as by, body ->> 'party' as party from draft_event
        where draft = ${draft.draft} order by number`),
    ).toEqual([
      { number: 1, type: 'DraftMade', by: 'pat', party: 'contractor' },
      { number: 2, type: 'DraftProposed', by: 'pat', party: 'contractor' },
      { number: 3, type: 'DraftAgreed', by: 'pat', party: 'contractor' },
      { number: 4, type: 'DraftAgreed', by: 'ola', party: 'oversight' },
      { number: 5, type: 'RulesFixed', by: 'ladder', party: null },
      { number: 6, type: 'PublicationSet', by: 'ola', party: 'oversight' },
      { number: 7, type: 'PlanPublished', by: 'ola', party: 'oversight' },
    ]);
  });

  test('a plan that is loaded with an agreement goes the same road', async () => {
    expect(await load(world, retitled('A third'))).toMatchObject({
      outcome: 'published',
      number: 2,
      superseded: 1,
    });
    expect(await world.ask('select draft, status, revision from draft order by draft')).toEqual([
      { draft: 1, status: 'superseded', revision: 1 },
      { draft: 2, status: 'draft', revision: null },
      { draft: 3, status: 'published', revision: 2 },
    ]);
    expect(await verified(world.db)).toMatchObject({ broken: undefined });
  });

  test('names and numbers are in no event: what was written stands apart and can be erased', async () => {
    await draft.give(OLA, { type: 'comment', text: 'Is ana.new@contractor.example right?' });
    const rows = await world.ask('select body::text as body from draft_event');
    expect(JSON.stringify(rows)).not.toMatch(/Example|\+1|555-01|@/);
    await world.ask('update draft_text set salt = null, text = null, erased_at = $1', [new Date(NOW)]);
    expect(await verified(world.db)).toMatchObject({ broken: undefined });
    expect(await draft.state()).toMatchObject({ text: undefined });
    expect(await draft.give(PAT, { type: 'propose' })).toMatchObject(refused('draft-text-erased'));
  });
});

describe('a plan that takes effect later', () => {
  const LATER = asInstant(NOW + 3 * 86_400_000);

  test('is published at its instant, and not before', async () => {
    await agreed();
    expect(await draft.give(PAT, { type: 'publish', effectiveAt: LATER })).toMatchObject({
      state: { status: 'agreed', effectiveAt: LATER },
    });
    expect(await takeEffect(roadOf(world.contracts))).toEqual([]);
    expect(await draft.state()).toMatchObject({ status: 'agreed' });
    expect(await takeEffect(roadOf(at(LATER)))).toEqual([]);
    expect(await draft.state()).toMatchObject({ status: 'published', effectiveAt: LATER });
    expect(await world.ask('select published_at from revision where number = 2')).toEqual([
      { published_at: new Date(LATER) },
    ]);
    expect(await takeEffect(roadOf(at(LATER)))).toEqual([]);
  });

  test('is not published where it was sent back meanwhile', async () => {
    await agreed();
    await draft.give(PAT, { type: 'publish', effectiveAt: LATER });
    await draft.give(OLA, { type: 'sendBack', text: 'The date is too early' });
    await takeEffect(roadOf(at(LATER)));
    expect(await draft.state()).toMatchObject({ status: 'draft', effectiveAt: undefined, fixed: undefined });
    expect(await world.ask('select number, state, agreed_by from revision order by number')).toMatchObject([
      { number: 1, state: 'published' },
      { number: 2, state: 'draft', agreed_by: [] },
    ]);
  });

  test.each([
    ['an instant that has passed', NOW - 1, 'draft-instant-passed'],
    ['an instant in two years', NOW + 800 * 86_400_000, 'draft-instant-far'],
  ])('is refused for %s', async (_what, effectiveAt, code) => {
    await agreed();
    expect(await draft.give(PAT, { type: 'publish', effectiveAt: asInstant(effectiveAt) })).toMatchObject(
      refused(code),
    );
  });

  /** The same contracts at another instant. */
  const at = (now: Instant): ContractsWorld['contracts'] => ({
    transaction: (work) => world.contracts.transaction((tx) => work({ ...tx, now: async () => now })),
  });
});

describe('four eyes', () => {
  test('who wrote it for the contractor does not agree for oversight, whatever they are now', async () => {
    await draft.give(PIA, { type: 'propose' });
    expect(await draft.give(person('pat', 'oversight'), { type: 'agree' })).toMatchObject(
      refused('draft-eyes-same', { who: 'pat', did: 'wrote' }),
    );
  });

  test('nor who proposed it', async () => {
    await draft.give(PIA, { type: 'propose' });
    expect(await draft.give(person('pia', 'oversight'), { type: 'agree' })).toMatchObject(
      refused('draft-eyes-same', { who: 'pia', did: 'proposed' }),
    );
  });

  test('nor who agreed for the other party', async () => {
    await draft.give(PAT, { type: 'propose' });
    await draft.give(PIA, { type: 'agree' });
    expect(await draft.give(person('pia', 'oversight'), { type: 'agree' })).toMatchObject(
      refused('draft-eyes-same', { who: 'pia', did: 'agreed' }),
    );
  });

  test('one of a party agrees; a second one of it has nothing to add, and the same one again changes nothing', async () => {
    await draft.give(PAT, { type: 'propose' });
    await draft.give(OLA, { type: 'agree' });
    expect(await draft.give(ODO, { type: 'agree' })).toMatchObject(
      refused('draft-agreed-already', { party: 'oversight', who: 'ola' }),
    );
    expect(await draft.give(OLA, { type: 'agree' })).toMatchObject({ accepted: true, isNew: false });
  });

  test('nobody publishes what only one party agreed to', async () => {
    await draft.give(PAT, { type: 'propose' });
    await draft.give(PAT, { type: 'agree' });
    expect(await draft.give(PAT, { type: 'publish' })).toMatchObject(
      refused('draft-not-agreed', { missing: ['oversight'] }),
    );
  });
});

describe('who may', () => {
  test.each([
    ['a contact of a level', person('bo', 'contact')],
    ['the desk', person('di', 'desk')],
    ['a customer', person('dora', 'customer')],
  ])('%s finds no draft', async (_who, caller) => {
    expect(await draft.give(caller, { type: 'comment', text: 'Hello' })).toMatchObject(
      refused('draft-not-found', { draft: draft.draft }),
    );
  });

  test('an auditor looks, and an administrator writes: neither speaks for a party', async () => {
    expect(await draft.give(person('al', 'auditor'), { type: 'comment', text: 'Hello' })).toMatchObject(
      refused('draft-not-allowed'),
    );
    expect(await draft.give(ADMIN, { type: 'edit', text: retitled('By hand') })).toMatchObject({
      accepted: true,
    });
    expect(await draft.give(ADMIN, { type: 'propose' })).toMatchObject(refused('draft-not-allowed'));
  });

  test('of another contract there is none', async () => {
    const key = { contract: 'elsewhere', draft: draft.draft };
    const asked = { type: 'comment', text: 'Hello' } as const;
    expect(await giveDraft(roadOf(world.contracts), PAT, key, asked)).toMatchObject(
      refused('draft-not-found'),
    );
  });
});

describe('an edit', () => {
  test('of a text that somebody else has changed meanwhile is refused, and says who', async () => {
    await draft.give(OLA, { type: 'edit', text: retitled('By oversight') });
    expect(await draft.give(PAT, { type: 'edit', base: 1, text: retitled('Mine') })).toMatchObject(
      refused('draft-changed', { by: 'ola', at: NOW }),
    );
  });

  test('that changes nothing leaves no trace', async () => {
    expect(await draft.give(PAT, { type: 'edit', text: retitled('Another title') })).toMatchObject({
      accepted: true,
      isNew: false,
    });
    expect((await draft.state()).events).toBe(1);
  });

  test('waits while the draft is proposed: it is sent back first, and both agree anew', async () => {
    await agreed();
    const text = retitled('After all');
    expect(await draft.give(PAT, { type: 'edit', text })).toMatchObject(
      refused('draft-not-open', { status: 'agreed' }),
    );
    await draft.give(OLA, { type: 'sendBack', text: 'Level 2 has another title' });
    expect(await draft.give(PAT, { type: 'edit', text })).toMatchObject({ accepted: true });
    await agreed();
    expect(await draft.give(PAT, { type: 'publish' })).toMatchObject({ state: { status: 'published' } });
    expect(await world.ask('select number, state from revision order by number')).toEqual([
      { number: 1, state: 'superseded' },
      { number: 2, state: 'draft' },
      { number: 3, state: 'published' },
    ]);
  });

  test('is said yes to only as it was read', async () => {
    await draft.give(PAT, { type: 'propose' });
    await draft.give(OLA, { type: 'sendBack', text: 'Shorter' });
    await draft.give(PAT, { type: 'edit', text: retitled('Short') });
    await draft.give(PAT, { type: 'propose' });
    expect(await draft.give(OLA, { type: 'agree', base: 1 })).toMatchObject(
      refused('draft-changed', { by: 'pat' }),
    );
  });

  test.each([
    ['nothing', '  \n', 'draft-text-missing'],
    ['half a character', 'a\ud800', 'draft-text-unstorable'],
    ['a null character', 'a\0', 'draft-text-unstorable'],
    ['more than a plan', 'é'.repeat(1_048_577), 'draft-text-too-long'],
  ])('to %s is refused', async (_what, text, code) => {
    expect(await draft.give(PAT, { type: 'edit', text })).toMatchObject(refused(code));
  });

  test('to what is no YAML is kept, for a draft may be broken, and not agreed to', async () => {
    expect(await draft.give(PAT, { type: 'edit', text: 'ladder: [1' })).toMatchObject({ accepted: true });
    await draft.give(PAT, { type: 'propose' });
    expect(await draft.give(PAT, { type: 'agree' })).toMatchObject(refused('draft-blocked'));
  });
});

describe('what keeps a plan from being agreed to', () => {
  test('a question that is open', async () => {
    await draft.give(PAT, { type: 'edit', text: questioned });
    await draft.give(PAT, { type: 'propose' });
    const answer = await draft.give(OLA, { type: 'agree' });
    expect(answer).toMatchObject(refused('draft-blocked'));
    const open = expect.objectContaining({ code: 'question-open' });
    expect(answer).toMatchObject({ refusal: { values: { findings: expect.arrayContaining([open]) } } });
  });

  test('that it is the plan of another contract', async () => {
    const text = planText((plan) => {
      plan.contract!.id = 'another';
    });
    await draft.give(PAT, { type: 'edit', text });
    await draft.give(PAT, { type: 'propose' });
    expect(await draft.give(PAT, { type: 'agree' })).toMatchObject(
      refused('draft-contract-other', { contract: CONTRACT, named: 'another' }),
    );
  });

  test('that it is what is in force', async () => {
    const copy = await draftFrom(world, PAT, undefined);
    await copy.give(PAT, { type: 'propose' });
    await copy.give(PAT, { type: 'agree' });
    expect(await copy.give(OLA, { type: 'agree' })).toMatchObject(refused('draft-same', { revision: 1 }));
    expect(await copy.state()).toMatchObject({ status: 'proposed', agreed: { contractor: { who: 'pat' } } });
  });
});

describe('a finding that both parties let stand', () => {
  const few = { finding: 'levels-too-few', path: 'levels' } as const;

  beforeEach(async () => {
    await draft.give(PAT, { type: 'edit', text: tooFew });
  });

  test('blocks no more, and one party alone is not enough', async () => {
    await draft.give(PAT, { type: 'override', ...few, text: 'Agreed by letter' });
    await draft.give(PAT, { type: 'propose' });
    expect(await draft.give(PAT, { type: 'agree' })).toMatchObject(refused('draft-blocked'));
    await draft.give(OLA, { type: 'override', ...few, text: 'We have the letter' });
    expect(await draft.give(PAT, { type: 'agree' })).toMatchObject({ accepted: true });
    expect((await draft.state()).overrides).toMatchObject([
      { ...few, by: { contractor: { by: 'pat', text: 'Agreed by letter' }, oversight: { by: 'ola' } } },
    ]);
  });

  test('blocks again once the plan says something else there', async () => {
    await draft.give(PAT, { type: 'override', ...few, text: 'Agreed by letter' });
    const text = planText((plan) => {
      plan.requirements = { ...plan.requirements, levels: 5 };
    });
    await draft.give(PAT, { type: 'edit', text });
    expect((await draft.state()).overrides).toEqual([]);
    await draft.give(PAT, { type: 'override', ...few, text: 'Agreed by letter' });
    await draft.give(PAT, { type: 'edit', text: text.replace('Example', 'Sample') });
    expect((await draft.state()).overrides).toHaveLength(1);
  });

  test('wants a reason, and a finding that is there', async () => {
    expect(await draft.give(PAT, { type: 'override', ...few, text: '' })).toMatchObject(
      refused('draft-reason-missing'),
    );
    expect(await draft.give(PAT, { type: 'override', ...few, path: 'tracks', text: 'No' })).toMatchObject(
      refused('draft-finding-unknown'),
    );
  });

  test('is never a question: that is settled by choosing a reading', async () => {
    await draft.give(PAT, { type: 'edit', text: questioned });
    const name = { finding: 'question-open', path: 'questions.0' } as const;
    expect(await draft.give(PAT, { type: 'override', ...name, text: 'Later' })).toMatchObject(
      refused('draft-finding-stays'),
    );
  });
});

describe('a draft', () => {
  test('is made once: the same text again is the draft that is there', async () => {
    const again = { contract: CONTRACT, text: retitled('Another title'), origin: 'text' } as const;
    expect(await keepDraft(world.contracts, PAT, again)).toMatchObject({ draft: draft.draft, isNew: false });
    expect(await keepDraft(world.contracts, OLA, again)).toMatchObject({
      draft: draft.draft + 1,
      isNew: true,
    });
  });

  test('that is dropped goes nowhere', async () => {
    await draft.give(PAT, { type: 'drop', text: 'Not needed' });
    expect(await draft.give(PAT, { type: 'propose' })).toMatchObject(
      refused('draft-over', { status: 'dropped' }),
    );
  });

  test('of a copy says which revision it is one of', async () => {
    const copy = await draftFrom(world, OLA, undefined);
    expect(await copy.state()).toMatchObject({ origin: 'copy', from: 1, text: planText() });
  });
});

describe('verify names', () => {
  test.each([
    [
      'an event that was changed',
      `update draft_event set body = replace(body::text, 'pat', 'eve')::json`,
      'record-draft-event-changed',
    ],
    [
      'an event that is gone',
      'delete from draft_event where draft = 2 and number = 2',
      'record-draft-event-missing',
    ],
    [
      'a text that was changed',
      `update draft_text set text = text || ' ' where draft = 2`,
      'record-draft-text-changed',
    ],
    ['a text that is gone', 'delete from draft_text where draft = 2', 'record-draft-text-changed'],
    [
      'a status that was changed',
      `update draft set status = 'dropped' where draft = 2`,
      'record-draft-row-unlike',
    ],
    [
      'an end that was cut off',
      'delete from draft_event where draft = 2 and number > 3',
      'record-draft-row-unlike',
    ],
  ])('%s', async (_what, change, code) => {
    await agreed();
    await world.ask('alter table draft_event disable trigger draft_event_append_only');
    await world.ask(change);
    expect((await verified(world.db)).broken).toMatchObject({ code });
  });

  test('rules that are not those which were agreed to', async () => {
    await agreed();
    const other = await load(world, retitled('Something else'));
    expect(other).toMatchObject({ number: 3 });
    await world.ask(`update revision set rules = jsonb_set(other.rules, '{number}', '2'), digest = other.digest
      from revision other where revision.number = 2 and other.number = 3`);
    expect((await verified(world.db)).broken).toMatchObject({ values: { revision: 2 } });
  });
});
