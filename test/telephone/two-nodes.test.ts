import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/app/ports/clock.ts';
import { casePin } from '../../src/app/secret.ts';
import { connect } from '../../src/store/connect.ts';
import { openStore } from '../../src/store/open-store.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { settleAll } from '../build/settle.ts';
import { type CarrierFront, startFront } from '../faults/carrier-front.ts';
import { listenToCarrier } from '../faults/node-telephone.ts';
import { verified } from '../record/record-world.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
let front: CarrierFront;
/** Whether the next answer is lost, once it was given. */
let loses: () => boolean;
const closing: (() => Promise<unknown>)[] = [];

/** A node of its own: its own connections to the database, and nothing in memory that another has. */
async function node() {
  const connection = connect<unknown>(here.url, { max: 4, applicationName: 'test' });
  const clock: Clock = here.store.clock;
  const store = await openStore({ connection, clock });
  const { account, token, url, number } = here.carrier;
  const { letters } = here.parts;
  const { port, close } = await listenToCarrier(
    { account, token, url, number },
    { store, connection, letters },
  );
  closing.push(connection.close, store.close, close);
  return { isReady: true, port };
}

beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
  loses = () => false;
  front = await startFront([await node(), await node()], () => loses());
  closing.push(front.close);
  here.carrier.ladderAt({ url: 'http://ladder.example', listensAt: front.url });
}, 60_000);
afterEach(async () => {
  const [one = 0, other = 0] = front.answeredBy.values();
  expect(Math.min(one, other)).toBeGreaterThan(0);
  expect(here.carrier.problems).toEqual([]);
  expect(await verified(here.connection.db)).toMatchObject({ broken: undefined });
  await here.carrier.settled();
  for (const close of closing.splice(0).reverse()) await close();
  await here.close();
});

const cases = () => here.rows<{ case_id: string }>('select case_id from "case" order by case_id');
const spelt = (digits: string): string => [...digits].join(', ');

/** A call that opens a case; each turn of it is taken by the node that did not take the one before. */
async function danaOpens() {
  const phone = here.phone(NUMBERS.dana);
  await phone.call(OURS);
  for (const key of ['1', '2', '1']) await phone.press(key);
  await phone.speak('All lines are dead.', { key: '#' });
  const [one, ...others] = await cases();
  expect(others).toEqual([]);
  return { contract: here.contract, caseId: one!.case_id };
}

/** Number and PIN, then: ask again. */
async function strangerAsks(caseId: string, pin: string) {
  const phone = here.phone(STRANGER);
  await phone.call(OURS);
  for (const keys of ['2', caseId, pin, '2']) {
    await phone.press(phone.current?.awaited === 'keys' && keys.length > 1 ? `${keys}#` : keys);
  }
  return phone;
}

describe.each([
  ['are all heard', () => () => false],
  [
    'are lost every other time, and are asked for again of the other node',
    () => {
      let given = 0;
      return () => given++ % 2 === 0;
    },
  ],
])('two nodes take the turns of one call in turn, and their answers %s', (_what, losing) => {
  beforeEach(() => {
    loses = losing();
  });

  test('a case is opened, once', async () => {
    const key = await danaOpens();
    const told = here.heard(NUMBERS.dana);
    expect(told).toContain(spelt(key.caseId));
    expect(told).toContain(spelt(casePin(TEST_SECRET, key)));
    await here.bring();
    const types = (await here.events(key)).filter(({ over }) => over === 'call').map(({ type }) => type);
    expect(types.filter((type) => type === 'CaseOpened' || type === 'FileAttached')).toEqual([
      'CaseOpened',
      'FileAttached',
    ]);
  });

  test('with number and PIN it is asked again, once', async () => {
    const key = await here.open({ by: 'dana' });
    await strangerAsks(key.caseId, casePin(TEST_SECRET, key));
    expect(here.heard(STRANGER)).toContain('you ask again');
    const asks = (await here.events(key)).filter(({ type }) => type === 'CustomerAsked');
    expect(asks).toHaveLength(1);
  });

  test('a call that Ladder placed is acknowledged and answered, each once', async () => {
    const key = await here.open();
    await settleAll(here.parts, here.store);
    await here.setClock(on('Tue 09:05'));
    await settleAll(here.parts, here.store);
    await here.carrier.settled();
    const phone = here.phone(NUMBERS.ana);
    await phone.answer();
    await phone.press('1');
    expect(here.heard(NUMBERS.ana)).toContain('you have the case');
    await phone.press('2');
    await phone.speak('A crew is on its way.', { key: '#' });
    await here.carrier.settled();
    await here.bring();
    const spoken = (await here.events(key)).filter(({ over }) => over === 'call').map(({ type }) => type);
    expect(spoken).toEqual(['Acknowledged', 'Responded', 'FileAttached']);
    const [call] = await here.rows<{ state: string; answered: boolean }>(
      `select state, answered_at is not null as answered from delivery where means = 'call' and person_id = 'ana'`,
    );
    expect(call).toEqual({ state: 'delivered', answered: true });
  });

  test('texts that are handed over to both are taken once', async () => {
    await here.phone(NUMBERS.dana).text(OURS, 'OPEN All lines are dead');
    await here.phone(NUMBERS.dana).text(OURS, '2');
    await here.phone(NUMBERS.dana).text(OURS, '1');
    expect(await cases()).toHaveLength(1);
    expect(here.lastText(NUMBERS.dana)).toContain('is open. PIN');
  });
});
