import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { erase } from '../../src/app/retention.ts';
import { openRetention } from '../../src/store/record/retention.ts';
import { on } from '../build/case.ts';
import { verified } from '../record/record-world.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS } from './conversation-world.ts';

const SAYS = 'No dial tone at the pilot station';

let here: ConversationWorld;
let key: CaseKey;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
  const phone = here.phone(NUMBERS.dana);
  await phone.call(OURS);
  for (const press of ['1', '2', '1']) await phone.press(press);
  await phone.speak(SAYS, { key: '#' });
  await phone.hangUp();
  await here.bring();
  const [row] = await here.rows<{ case_id: string }>('select case_id from "case"');
  key = { contract: here.contract, caseId: row!.case_id };
}, 60_000);
afterEach(() => here.close());

const path = () => `/contracts/${key.contract}/cases/${key.caseId}`;
async function asks(who: string, url: string) {
  const cookie = await here.stepIn(who);
  return here.server.inject({ url, headers: { host: 'localhost', cookie } });
}
/** The file as the page of the case leads to it. */
async function recordingPath(): Promise<string> {
  const { body } = await asks('dana', path());
  const [, found] = /<a href="([^"]*\/files\/[^"]+)"[^>]*>What the caller says\.wav/.exec(body) ?? [];
  if (found === undefined) throw new Error('the case names no recording');
  return found;
}
const clear = (scope: Parameters<typeof erase>[1]['scope'], at: string) =>
  erase(openRetention(here.connection.db), { scope, dryRun: false, withSources: false, at: on(at) });

test('what was said is a file of the case: whoever sees the case may play it, and nobody else', async () => {
  const file = await recordingPath();
  for (const who of ['dana', 'ana', 'desk', 'olga']) {
    const { statusCode, rawPayload, headers } = await asks(who, file);
    expect([who, statusCode, headers['content-type']]).toEqual([who, 200, expect.stringMatching(/^audio\//)]);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(rawPayload.subarray(0, 4).toString()).toBe('RIFF');
    expect(rawPayload.equals(here.carrier.recordings[0]!.wav)).toBe(true);
  }
  await sql`insert into person (contract_id, person_id, name) values (${here.contract}, 'eve', 'Eve')`.execute(
    here.connection.db,
  );
  await sql`insert into customer values (${here.contract}, 'elsewhere', 'Another agency')`.execute(
    here.connection.db,
  );
  await sql`insert into role values (${here.contract}, 'eve', 'customer', 'elsewhere')`.execute(
    here.connection.db,
  );
  expect((await asks('eve', file)).statusCode).toBe(404);
});

test('it goes with the case: erased, its bytes and the numbers of its calls are gone, and the record holds', async () => {
  const file = await recordingPath();
  const { db } = here.connection;
  expect(await verified(db)).toMatchObject({ broken: undefined });
  const phone = here.phone(NUMBERS.dana);
  await phone.call(OURS);
  await phone.hangUp();
  await here.send({ key, command: { type: 'withdraw', by: 'dana' }, caller: undefined, actor: 'customer' });
  await here.settle();
  await here.setClock(on('next Mon 09:00'));
  expect(await clear({ scope: 'case', key }, 'next Mon 09:00')).not.toHaveProperty('refusal');
  expect(await here.rows('select 1 from case_file where bytes is not null or name is not null')).toEqual([]);
  expect(await here.rows(`select 1 from telephone_call where case_id = '${key.caseId}'`)).toEqual([]);
  expect((await asks('dana', file)).statusCode).not.toBe(200);
  expect(await verified(db)).toMatchObject({ broken: undefined, erased: expect.any(Number) });
});

test('what is older than the retention goes by itself, what is younger stays', async () => {
  await here.send({ key, command: { type: 'withdraw', by: 'dana' }, caller: undefined, actor: 'customer' });
  await here.settle();
  const whole = () => here.rows('select 1 as one from case_file where bytes is not null');
  // A PIN that was tried of no case at all leaves nothing either.
  const tried = () => here.rows(`select 1 from telephone_line where contract_id = ''`);
  await here.phone(NUMBERS.ana).text(OURS, '999999 000000');
  await here.setClock(on('next Mon 09:00'));
  await clear({ scope: 'before', before: on('Tue 08:59') }, 'next Mon 09:00');
  expect(await whole()).toHaveLength(1);
  expect(await tried()).toHaveLength(1);
  await clear({ scope: 'before', before: on('Wed 00:00') }, 'next Mon 09:00');
  expect(await whole()).toEqual([]);
  expect(await tried()).toEqual([]);
  expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
});
