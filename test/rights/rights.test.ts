import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMAND_RESOURCES } from '../../src/app/schemas/commands.ts';
import { hashOf, linkToken } from '../../src/app/secret.ts';
import { stampOf } from '../../src/app/stamp.ts';
import { ACTS } from '../../src/app/views/case/acts.ts';
import type { CommandType } from '../../src/core/case/command.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import type { MailAction } from '../../src/core/message/mail.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { GIVEN, type Right, rightOf } from './rights-document.ts';
import { ALL, ASKERS, type Asker, type RightsWorld, rightsWorld } from './rights-world.ts';

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
      const body = { ...example, ...INSTEAD[command], ...more };
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

const LINKS: readonly MailAction[] = ['acknowledge', 'respond', 'satisfied', 'notSatisfied', 'escalate'];
const NOT_ALLOWED = catalogue('en').service.problems['command-not-allowed'];

describe('a link does what its holder may do on the day it is used, whoever it was made for', () => {
  test.each(LINKS)('%s', async (command) => {
    const cells: Record<string, Right> = {};
    const key = await here.open({ directory: { account: 'ada' } });
    for (const [index, asker] of ALL.entries()) {
      const path = await linkFor(ASKERS[asker].person, command, key.caseId, index);
      const { statusCode, body } = await here.server.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'text=A+word',
      });
      expect([asker, command, statusCode < 500]).toEqual([asker, command, true]);
      const { message } = NOT_ALLOWED({ command });
      cells[asker] = statusCode === 410 ? 'unseen' : body.includes(escaped(message)) ? 'no' : 'yes';
    }
    const shared: readonly Asker[] = ['stand-in', 'watcher'];
    // This case is shared with nobody: to those two it is another's.
    const wanted = { ...expected(command), ...Object.fromEntries(shared.map((one) => [one, 'unseen'])) };
    expect(cells).toEqual(wanted);
  });
});

const escaped = (text: string): string => text.replaceAll('"', '&#34;').replaceAll("'", '&#39;');

/** A link as a letter would bring it, good for the case as it stands. */
async function linkFor(person: string, command: MailAction, caseId: string, index: number): Promise<string> {
  const linkId = `00000000-0000-4000-8000-${String(LINKS.indexOf(command) * 100 + index).padStart(12, '0')}`;
  const token = linkToken(TEST_SECRET, linkId);
  const [locked] = await here.store.transaction((tx) => tx.lockCases([{ contract: here.contract, caseId }]));
  const stamp = stampOf(locked!.state);
  await sql`insert into action_link (contract_id, link_id, token_hash, case_id, person_id, command, level, stamp,
      made_at, expires_at) values (${here.contract}, ${linkId}, decode(${hashOf(token)}, 'hex'), ${caseId}, ${person},
      ${command}, ${command === 'escalate' ? 2 : 1}, ${stamp}, '2026-11-17T17:00Z', '2026-11-20T17:00Z')`.execute(
    here.connection.db,
  );
  return `/l/${token}`;
}
