import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { browserAt } from '../accounts/door.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { checkpoint, tamper, verified } from '../record/record-world.ts';

const RULES = '/contracts/sample/contacts/own/rules';
const START = on('Tue 09:00');
const MINUTE = 60_000;
const LATE = { urgency1: 'any', email1: '8', again1: '20' };

describe('somebody’s own rules', () => {
  let here: AnswersWorld;
  beforeEach(async () => {
    here = await answersWorld(START);
  });
  afterEach(() => here.close());

  async function as(who: string) {
    const browser = browserAt(here);
    for (const pair of (await here.stepIn(who)).split('; ')) browser.plant(pair);
    return browser;
  }

  /** Who of level 1 was written to, each so many minutes after the opening. */
  async function told(minutes: readonly number[]): Promise<readonly string[]> {
    const said: string[] = [];
    for (const minute of minutes) {
      await here.setClock(asInstant(START + minute * MINUTE));
      const mails = await here.settle();
      const names = mails.map(({ to }) => to.address.split('@')[0] ?? '').sort();
      said.push(...names.filter((who) => who === 'ana' || who === 'desk').map((who) => `${who} ${minute}`));
    }
    return said;
  }

  test('are used by the engine: tried later, again as they say, and the next of the level as ever', async () => {
    expect((await (await as('ana')).post(RULES, { ...LATE, do: 'use' })).headers.location).toBe(
      `${RULES}?done=set`,
    );
    await here.open();
    expect(await told([0, 7, 8, 14, 15, 27, 28, 30])).toEqual(['ana 8', 'desk 15', 'ana 28', 'desk 30']);
  });

  test('without them mail goes at once and every quarter of an hour', async () => {
    await here.open();
    expect(await told([0, 8, 15, 28, 30])).toEqual(['ana 0', 'ana 15', 'desk 15', 'ana 30', 'desk 30']);
  });

  test('are shown with what they would mean, and used only when that is asked for', async () => {
    const ana = await as('ana');
    const looked = await ana.post(RULES, { ...LATE, text1: '0', do: 'look' });
    expect(looked.statusCode).toBe(200);
    expect(looked.body).toContain('They are not used yet');
    expect(looked.body).toContain(
      'No carrier for texts is set up: the text at once is passed over. Mail at once instead.',
    );
    expect((await ana.get(RULES)).body).toContain('You have set nothing');
  });

  test('beyond the limits are refused with the rule and the value, and nothing is lost of what was typed', async () => {
    const refused = await (await as('ana')).post(RULES, { ...LATE, email1: '12', again1: '45', do: 'use' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Rule 1: The first try would come after 12 minutes.');
    expect(refused.body).toContain('Rule 1: The next round would come after 45 minutes.');
    expect(refused.body).toContain('value="12"');
    const { rows } = await sql`select * from notice_rules`.execute(here.connection.db);
    expect(rows).toEqual([]);
  });

  test.each([
    ['words for minutes', { email1: 'soon' }, '“soon” is no number of minutes.'],
    ['an urgency that is none', { urgency1: 'vexed' }, '“vexed” is none of the choices.'],
    ['half of the hours', { from1: '22:00' }, 'only one end is given: 22:00'],
  ])('with %s are refused', async (_title, change, said) => {
    const refused = await (await as('ana')).post(RULES, { ...LATE, ...change, do: 'use' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(said);
  });

  test('are given up again, and nothing is recorded where nothing changes', async () => {
    const ana = await as('ana');
    for (const wish of ['use', 'use', 'reset', 'reset']) await ana.post(RULES, { ...LATE, do: wish });
    const { rows } = await sql<{ type: string }>`
      select type from event where case_id = 'notice-rules:ana' order by number`.execute(here.connection.db);
    expect(rows.map(({ type }) => type)).toEqual(['NoticeRulesSet', 'NoticeRulesReset']);
  });

  test('stand in the record: walked, signed, and a change behind its back is found', async () => {
    const { db } = here.connection;
    await (await as('ana')).post(RULES, { ...LATE, do: 'use' });
    const signed = await checkpoint(db, START);
    expect(signed).toMatchObject({ cases: 1, events: 1 });
    expect(await verified(db, [signed!])).toMatchObject({ broken: undefined, events: 1 });
    await tamper(db, (trx) =>
      sql`update notice_rules set state = '{"status":"set","rules":[]}'`.execute(trx),
    );
    expect((await verified(db, [signed!])).broken).toBeDefined();
  });

  test('are not a customer’s to set', async () => {
    expect((await (await as('dana')).get(RULES)).statusCode).toBe(404);
  });
});
