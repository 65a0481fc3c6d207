import { beforeEach, describe, expect, test } from 'vitest';
import { erase } from '../../src/app/retention.ts';
import { asInstant } from '../../src/core/instant.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from '../app/contracts-world.ts';
import { verified } from './record-world.ts';

const DAY_MS = 86_400_000;

let world: ContractsWorld;
const broken = async () => (await verified(world.db)).broken;

/** Two revisions, the second published. */
beforeEach(async () => {
  world = await openWorld();
  await load(world);
  const second = planText((plan) => {
    plan.contacts!.ana!.email = 'ana.new@contractor.example';
    plan.levels![1]!.title = 'Another title';
  });
  expect(await load(world, second)).toMatchObject({ accepted: true, number: 2, outcome: 'published' });
  expect(await broken()).toBeUndefined();
});

describe('verify names', () => {
  test.each([
    [
      'the rules of a revision that were changed',
      `update revision set rules = jsonb_set(rules, '{levels,0,title}', '"Somebody else"') where number = 2`,
      'record-revision-changed',
      { revision: 2 },
    ],
    [
      'a digest that was changed',
      `update revision set digest = '\\x00' where number = 1`,
      'record-revision-changed',
      { revision: 1 },
    ],
    [
      'a revision put in the place of another',
      `update revision set rules = other.rules, digest = other.digest from revision other
        where revision.number = 2 and other.number = 1`,
      'record-revision-changed',
      { revision: 2 },
    ],
    [
      'a personal value that was changed',
      `update revision_personal set value = 'eve@contractor.example'
        where number = 1 and path = 'contacts.ana.email'`,
      'record-revision-value-changed',
      { revision: 1, path: 'contacts.ana.email' },
    ],
    [
      'a personal value that was changed with its digest',
      `update revision_personal set value = 'eve@contractor.example',
          digest = sha256(convert_to(encode(salt, 'hex') || chr(10) || 'eve@contractor.example', 'UTF8'))
        where number = 1 and path = 'contacts.ana.email'`,
      'record-revision-changed',
      { revision: 1 },
    ],
    [
      'a personal value that is gone without a word',
      `update revision_personal set value = null, salt = null where number = 2 and path = 'contacts.ana.email'`,
      'record-revision-value-missing',
      { revision: 2, path: 'contacts.ana.email' },
    ],
    [
      'a personal value that was struck out with its digest',
      `delete from revision_personal where number = 2 and path = 'contacts.ana.email'`,
      'record-revision-changed',
      { revision: 2 },
    ],
    [
      'a plan as written that was changed',
      `update revision_source set source = source || '# and so on' where number = 1`,
      'record-revision-value-changed',
      { revision: 1, path: 'source' },
    ],
    [
      'a plan as written that is gone',
      'delete from revision_source where number = 2',
      'record-revision-value-missing',
      { revision: 2, path: 'source' },
    ],
  ])('%s', async (_what, change, code, values) => {
    await world.ask(change);
    expect(await broken()).toEqual({ code, values: { contract: CONTRACT, ...values } });
  });
});

test('what was erased is fine, and the rest still holds together', async () => {
  const scope = { scope: 'before', before: asInstant(NOW + DAY_MS) } as const;
  const asked = { scope, dryRun: false, withSources: true, at: asInstant(NOW + 2 * DAY_MS) };
  // What was taken in is kept with the revision, and with the draft that it was.
  expect(await erase(openRetention(world.db), asked)).toMatchObject({ counts: { sources: 2 } });
  const [left] = await world.ask(
    'select count(*)::int as count from revision_personal where number = 1 and value is not null',
  );
  expect(left).toEqual({ count: 0 });
  expect(await broken()).toBeUndefined();
  await world.ask(
    `update revision set rules = jsonb_set(rules, '{levels,0,title}', '"Else"') where number = 1`,
  );
  expect(await broken()).toMatchObject({ code: 'record-revision-changed', values: { revision: 1 } });
});
