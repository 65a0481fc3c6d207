import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken, listTokens, revokeToken } from '../../src/app/tokens.ts';
import { asInstant } from '../../src/core/instant.ts';
import { CONTRACT, type ContractsWorld, load, NOW, openWorld, planText } from './contracts-world.ts';

const ALL = { after: '', max: 100 };
const ana = { contract: CONTRACT, personId: 'ana' };
const withIdle = planText((plan) => {
  plan.contacts!.idle = {
    kind: 'person',
    name: 'Idle Example',
    title: 'Nothing',
    email: 'idle@lantern.example',
  };
  Object.assign(plan.contacts!.idle, { office: '+1 916-555-0150', mobile: '+1 916-555-0151' });
});

let world: ContractsWorld;
beforeAll(async () => {
  world = await openWorld(afterAll);
  await load(world, withIdle);
});

const made = async (asked: Omit<Parameters<typeof createToken>[1], 'at'>) => {
  const answer = await createToken(world.contracts, { at: NOW, ...asked });
  if (!answer.accepted) throw new Error(answer.refusal.code);
  return answer;
};

test('a token is shown once, and only its digest is kept', async () => {
  const { token, tokenId } = await made({ name: 'Ticket system', owner: ana });
  expect(token).toMatch(/^ladder_[A-Za-z0-9_-]{43}$/);
  const [row] = await world.ask('select * from api_token where token_id = $1', [tokenId]);
  expect(row!.token_hash).toEqual(createHash('sha256').update(token).digest());
  expect(JSON.stringify(row)).not.toContain(token.slice('ladder_'.length));
});

test('two tokens are never the same', async () => {
  const [one, other] = [await made({ name: 'One', owner: ana }), await made({ name: 'One', owner: ana })];
  expect(one.token).not.toBe(other.token);
  expect(one.tokenId).not.toBe(other.tokenId);
});

test("a person's token reads and writes, an administrator's does everything, unless less is asked for", async () => {
  const tokens = [
    await made({ name: 'Person', owner: ana }),
    await made({ name: 'Administrator', owner: undefined }),
    await made({
      name: 'Figures',
      owner: undefined,
      scopes: ['metrics', 'metrics'],
      expiresAt: asInstant(NOW + 1),
    }),
  ];
  const listed = await listTokens(world.contracts, ALL);
  const found = tokens.map(({ tokenId }) => listed.find((token) => token.tokenId === tokenId));
  expect(found.map((token) => token?.scopes)).toEqual([
    ['read', 'write'],
    ['read', 'write', 'admin', 'metrics'],
    ['metrics'],
  ]);
  expect(found.map((token) => token?.owner)).toEqual([ana, undefined, undefined]);
  expect(found[2]).toMatchObject({ madeAt: NOW, expiresAt: NOW + 1, revokedAt: undefined });
});

test.each([
  ['no name', { name: '', owner: ana }, 'token-name-malformed'],
  ['an unknown scope', { name: 'T', owner: ana, scopes: ['fly'] }, 'token-scope-not-known'],
  [
    "an administrator's scope for a person",
    { name: 'T', owner: ana, scopes: ['admin'] },
    'token-scope-not-held',
  ],
  ['an end that has passed', { name: 'T', owner: ana, expiresAt: NOW }, 'token-expiry-passed'],
  ['an unknown contract', { name: 'T', owner: { contract: 'other', personId: 'ana' } }, 'contract-not-known'],
  ['an unknown person', { name: 'T', owner: { contract: CONTRACT, personId: 'zoe' } }, 'person-not-known'],
  [
    'somebody without a role',
    { name: 'T', owner: { contract: CONTRACT, personId: 'idle' } },
    'person-role-missing',
  ],
])('%s is refused', async (_what, asked, code) => {
  const answer = await createToken(world.contracts, { ...asked, at: NOW });
  expect(answer).toMatchObject({ accepted: false, refusal: { code } });
});

test('a revoked token stays revoked from its first revocation on', async () => {
  const { contracts } = world;
  const { tokenId } = await made({ name: 'Lost', owner: ana });
  expect(await revokeToken(contracts, tokenId, NOW)).toMatchObject({ isNew: true });
  expect(await revokeToken(contracts, tokenId, asInstant(NOW + 5))).toMatchObject({
    isNew: false,
    token: { revokedAt: NOW },
  });
});

test.each(['nonsense', '00000000-0000-4000-8000-000000000000'])(
  '%s is no token to revoke',
  async (tokenId) => {
    expect(await revokeToken(world.contracts, tokenId, NOW)).toMatchObject({
      refusal: { code: 'token-not-known' },
    });
  },
);
