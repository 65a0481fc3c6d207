import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMAND_RESOURCES } from '../../src/app/schemas/commands.ts';
import { ACTS } from '../../src/app/views/case/acts.ts';
import type { CommandType } from '../../src/core/case/command.ts';
import { inTestNames } from '../http/sample-names.ts';
import { GIVEN, type Right, rightOf } from './rights-document.ts';
import { ALL, ASKERS, type RightsWorld, rightsWorld } from './rights-world.ts';

let here: RightsWorld;
beforeAll(async () => {
  here = await rightsWorld();
}, 180_000);
afterAll(() => here.close());

/** What changes with whom the case is shared is mended before the next cell. */
const SHARING: ReadonlySet<CommandType> = new Set([
  'addWatcher',
  'removeWatcher',
  'nameStandIn',
  'endStandIn',
]);

/** Examples that would change who is who, or that name what is not there, with what says the same and does not. */
const INSTEAD: Readonly<Partial<Record<CommandType, object>>> = {
  addWatcher: { person: 'kim' },
  removeWatcher: { person: 'nobody' },
  nameStandIn: { person: 'lee' },
  proposeRevision: { revision: 1 },
  moveToRevision: { revision: 1 },
};

type Cells = Readonly<Record<string, Right>>;
const expected = (command: CommandType, onBehalf = false): Cells =>
  Object.fromEntries(ALL.map((asker) => [asker, rightOf(asker, command, onBehalf)]));

describe('over the API each command is for whom the table says', () => {
  const given = GIVEN.filter((type) => type !== 'attach') as (keyof typeof COMMAND_RESOURCES)[];
  const asked = async (command: (typeof given)[number], more: object): Promise<Cells> => {
    const { path, example } = COMMAND_RESOURCES[command];
    const cells: Record<string, Right> = {};
    for (const asker of ALL) {
      const body = { ...inTestNames(example), ...INSTEAD[command], ...more };
      const reply = await here.api(asker, 'POST', `/${path}`, body);
      expect([asker, command, reply.statusCode < 500]).toEqual([asker, command, true]);
      const { code } = reply.json() as { code?: string };
      cells[asker] = code === 'case-not-found' ? 'unseen' : code === 'command-not-allowed' ? 'no' : 'yes';
      if (SHARING.has(command)) await here.share();
    }
    return cells;
  };
  test.each(given)('%s', async (command) => {
    expect(await asked(command, {})).toEqual(expected(command));
  });
  test.each(given.filter((command) => rightOf('desk', command, true) === 'yes'))(
    '%s, recorded for a caller',
    async (command) => {
      expect(await asked(command, { onBehalfOf: 'customer' })).toEqual(expected(command, true));
    },
  );
  test('attach', async () => {
    const cells: Record<string, Right> = {};
    for (const asker of ALL) {
      const reply = await here.api(asker, 'POST', '/files?name=seen.txt', 'Nothing');
      cells[asker] = ({ 201: 'yes', 403: 'no', 404: 'unseen' } as const)[reply.statusCode] ?? 'no';
    }
    expect(cells).toEqual(expected('attach'));
  });
});

describe('over the API whoever sees the case sees every part of it, and nobody else any', () => {
  test.each(['', '/events', '/deadlines', '/contacts', '/forecast', '/deliveries', '/files'])(
    '%s',
    async (part) => {
      for (const asker of ALL) {
        const { statusCode } = await here.api(asker, 'GET', part);
        expect([asker, statusCode]).toEqual([asker, rightOf(asker, 'addNote') === 'unseen' ? 404 : 200]);
      }
    },
  );
});

describe('on the portal each act is for whom the table says', () => {
  test.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('%s', async (act) => {
    const cells: Record<string, Right> = {};
    for (const asker of ALL) {
      const { person } = ASKERS[asker];
      const page = await here.act(person, act);
      expect([asker, act, page.status < 500]).toEqual([asker, act, true]);
      const sent = await here.post(person, `${here.path}/acts/${act}`, { text: 'A word' });
      expect([asker, act, sent.status < 500]).toEqual([asker, act, true]);
      const isThere = page.status !== 404;
      // What is refused and what is not there differ only for who sees the case; its page says which.
      const sees = (await here.get(person, here.path)).status === 200;
      cells[asker] = isThere ? 'yes' : sees ? 'no' : 'unseen';
      if (!isThere) expect([asker, act, [403, 404].includes(sent.status)]).toEqual([asker, act, true]);
    }
    expect(cells).toEqual(expected(act));
  });
});
