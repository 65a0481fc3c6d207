import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operations } from '../../src/cli/operations.ts';
import { play } from '../cli/play.ts';
import { type ContractsWorld, NOW, openWorld, planText } from './contracts-world.ts';

const SAMPLE = 'plans/calnet-3-category-9.1.plan.yaml';
const CONTRACT = 'calnet-3-category-9-1';

let world: ContractsWorld;
beforeAll(async () => {
  world = await openWorld(afterAll);
});

/** A command line in an installation that stands open. */
function ladder(line: readonly string[], stdin?: string) {
  const within: Operations['within'] = (_io, work) =>
    work({ kind: 'real', now: async () => NOW, ...world } as unknown as Parameters<typeof work>[0]);
  const load = async () => ({ within }) as Operations;
  return play(line, stdin === undefined ? { load } : { load, stdin });
}

const words = (line: string): readonly string[] => line.split(' ');

test('a plan, a customer, people and a token are taken in one after the other', async () => {
  const drafted = await ladder(['plan', 'load', SAMPLE]);
  expect(drafted.out).toContain(`Revision 1 of ${CONTRACT} is kept as a draft`);
  expect(drafted.exit).toBe(0);
  const agreed = await ladder(['plan', 'load', SAMPLE, '--agreed', 'solutions-architect, contract-office']);
  expect(agreed.out).toContain(
    `Revision 1 of ${CONTRACT} is published, agreed by solutions-architect and contract-office.`,
  );
  expect(agreed.out).toMatch(/^Digest [0-9a-f]{64}$/m);
  expect((await ladder(['plan', 'load', SAMPLE])).out).toContain('Nothing changes: this is revision 1');

  const email = 'perpetua@pacific-lantern.example';
  const person = [
    'person',
    'add',
    'perpetua',
    '--name',
    'Perpetua Lind',
    '--email',
    email,
    '--role',
    'accountManager',
  ];
  expect((await ladder(person)).out).toBe('perpetua is added as accountManager.\n');
  expect((await ladder(person)).out).toBe('perpetua is accountManager already.\n');
  const customer = ['customer', 'add', 'harbor', '--name', 'Harbor Safety', '--account-manager', 'perpetua'];
  expect((await ladder(customer)).out).toBe(
    'Customer harbor (Harbor Safety) is added.\n' +
      'perpetua keeps the account of harbor from now on. Running cases keep who they were opened with.\n',
  );
  expect((await ladder(['customer', 'list'])).out).toBe(
    'Customer  Name           Account manager\nharbor    Harbor Safety  perpetua\n',
  );
  expect((await ladder(['person', 'list'])).out).toMatch(
    /^perpetua +Perpetua Lind +perpetua@pacific-lantern.example +accountManager$/m,
  );

  const made = await ladder(['token', 'create', '--name', 'Desk', '--person', `${CONTRACT}/perpetua`]);
  expect(made.out).toMatch(/^Token [0-9a-f-]{36} \(Desk\) is made:\nladder_[\w-]{43}\n$/);
  const { tokenId } = JSON.parse((await ladder(['token', 'list', '--json'])).out);
  expect((await ladder(['token', 'revoke', tokenId])).out).toBe(`Token ${tokenId} (Desk) is revoked.\n`);
  expect((await ladder(['token', 'revoke', tokenId])).out).toContain('already');
  expect((await ladder(['token', 'list'])).out).toContain('revoked 2026-11-16T17:00:00.000Z');
});

test('what blocks a plan is shown where it stands in the file', async () => {
  const text = planText((plan) => {
    plan.contacts!.ana!.email = 'nowhere';
  });
  const { exit, err, out } = await ladder(['plan', 'load', '-'], text);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toMatch(/^-:\d+:\d+ {2}blocking {2}contact-email-invalid$/m);
  expect(err).toContain('ladder: The plan was not taken in: one finding blocks it.');
});

test.each([
  ['token create --name T', 1, "either one person's or an administrator's"],
  ['token create --name T --person zoe', 1, "either one person's or an administrator's"],
  ['token create --name T --admin --expires someday', 2, 'someday'],
  ['token create --name T --admin --expires 2020-01-01', 1, 'ended before it began'],
  ['token create --admin', 2, '--name'],
  ['token create --name T --admin --scope fly', 1, '"fly"'],
  ['person add eda --email eda@agency.example', 2, '--role'],
  ['person add eda --role king', 1, '"king" is no role'],
  ['person add eda --role auditor --name E --email e@a.example --language tlh', 1, '"tlh" is no language'],
  ['customer add a/b --name B', 1, '"a/b"'],
  ['customer list --contract other', 1, 'There is no contract "other"'],
  ['token revoke x', 1, 'There is no token "x"'],
])('ladder %s is refused with what to do', async (line, exit, says) => {
  const answer = await ladder(words(line));
  expect({ exit: answer.exit, out: answer.out }).toEqual({ exit, out: '' });
  expect(answer.err).toContain(says);
  expect(answer.err.trim().split('\n').length).toBeGreaterThan(1);
});

test('a person is added with a language, which is listed with them and changed when it is said again', async () => {
  const languages = async () =>
    (await ladder(['person', 'list', '--json'])).out
      .split('\n')
      .filter((line) => line.includes('"personId":"ezra"'))
      .map((line) => JSON.parse(line).language);
  const add = (...more: string[]) => ladder(['person', 'add', 'ezra', '--role', 'auditor', ...more]);
  const named = ['--name', 'Ezra Example', '--email', 'ezra@agency.example'];
  expect((await add(...named, '--language', 'es')).exit).toBe(0);
  expect(await languages()).toEqual(['es']);
  expect((await add()).exit).toBe(0);
  expect(await languages()).toEqual(['es']);
  expect((await add('--language', 'en')).exit).toBe(0);
  expect(await languages()).toEqual(['en']);
});

test('a command of commands alone lists them', async () => {
  const { exit, out } = await ladder(['token']);
  expect(exit).toBe(0);
  expect(out).toMatch(/token create[\s\S]*token list[\s\S]*token revoke/);
});
