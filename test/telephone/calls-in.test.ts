import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { casePin, customerCode } from '../../src/app/secret.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';
import { type ConversationWorld, conversationWorld, NUMBERS, OURS, STRANGER } from './conversation-world.ts';

let here: ConversationWorld;
beforeEach(async () => {
  here = await conversationWorld(on('Tue 09:00'));
}, 60_000);
afterEach(async () => {
  expect(here.carrier.problems).toEqual([]);
  expect(here.logged.filter((line) => line.includes('fault'))).toEqual([]);
  await here.close();
});

const cases = () => here.rows<{ case_id: string }>(`select case_id from "case" order by case_id`);
const opened = async () => {
  const [one] = (await cases()).slice(-1);
  if (!one) throw new Error('no case');
  const key = { contract: here.contract, caseId: one.case_id };
  return { key, pin: casePin(TEST_SECRET, key), events: () => here.events(key) };
};
const spelt = (digits: string) => [...digits].join(', ');

/** Dana rings from her own number and opens a case on the first track. */
async function danaOpens(says?: string) {
  const phone = here.phone(NUMBERS.dana);
  await phone.call(OURS);
  for (const key of ['1', '2', '1']) await phone.press(key);
  if (says !== undefined) await phone.speak(says, { key: '#' });
  return phone;
}

describe('a case opened by telephone', () => {
  test('by somebody whose number is on file tells number and PIN twice, what comes next, and keeps what was said', async () => {
    const phone = await danaOpens('All lines are dead since eight.');
    const { key, pin, events } = await opened();
    const told = here.heard(NUMBERS.dana);
    expect(told).toContain('To open the case for them, press 1');
    expect(told.split(spelt(key.caseId)).length).toBeGreaterThan(2);
    expect(told.split(spelt(pin))).toHaveLength(3);
    expect(told).toContain('Level 1, Service manager, is told now');
    expect(told).toContain(
      'From Tuesday 17 November, 1:00 pm Pacific, you may go on to level 2, Senior service manager.',
    );
    expect(told).toContain(
      'From Wednesday 18 November, 9:00 am Pacific, oversight may go on to level 3, Director.',
    );
    await phone.press('9');
    expect(here.heard(NUMBERS.dana).split(spelt(pin))).toHaveLength(5);
    await phone.hangUp();
    await here.bring();
    expect(await events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'CaseOpened',
          by: 'dana',
          over: 'call',
          customer: 'agency',
          track: 'service',
        }),
        expect.objectContaining({ type: 'FileAttached', by: 'dana', over: 'call' }),
      ]),
    );
    expect(await here.rows('select kind, size > 44 as is_whole from case_file')).toEqual([
      { kind: 'wav', is_whole: true },
    ]);
    expect(await here.rows('select * from telephone_recording')).toEqual([]);
  });

  test('is told to its person at the address on file, for the number alone proves nothing', async () => {
    await danaOpens('Dead.');
    const letters = await here.settle();
    expect(letters.find(({ to }) => to.address === 'dana@ladder.example')?.subject).toContain('Case opened');
  });

  test('of a customer by its code from any number', async () => {
    const phone = here.phone(STRANGER);
    await phone.call(OURS);
    await phone.press('1');
    await phone.press('1');
    await phone.press(`${customerCode(TEST_SECRET, { contract: here.contract, customerId: 'agency' })}#`);
    await phone.speak('No dial tone', { key: '#' });
    expect(here.heard(STRANGER)).toContain('Your case is open');
    const [first] = await (await opened()).events();
    expect(first).toMatchObject({ type: 'CaseOpened', by: 'dana', customer: 'agency', over: 'call' });
  });

  test('by nobody knows whom waits for the desk, which hears what was said and opens it', async () => {
    const phone = here.phone(STRANGER);
    await phone.call(OURS);
    for (const key of ['1', '1', '0#']) await phone.press(key);
    await phone.speak('No dial tone', { key: '#' });
    expect(here.heard(STRANGER)).toContain('No case is open yet');
    expect(await cases()).toEqual([]);
    const letters = await here.bring();
    expect(letters.map(({ to }) => to.address)).toEqual(['desk@ladder.example']);
    expect(letters[0]?.text.replaceAll(/\s+/g, ' ')).toContain(`A call from ${STRANGER} wants a case opened`);
    expect(await here.rows('select kind, outcome, why from opening_mail')).toEqual([
      { kind: 'call', outcome: 'held', why: 'byTelephone' },
    ]);
    expect(await here.rows(`select name from mail_file where bytes is not null`)).toHaveLength(1);
  });

  test('where nothing is said is opened all the same', async () => {
    const phone = here.phone(NUMBERS.dana);
    await phone.call(OURS);
    for (const key of ['1', '2', '1']) await phone.press(key);
    await phone.speak('', { seconds: 1, key: '#' }).catch(() => undefined);
    await phone.hangUp();
    expect(await cases()).toHaveLength(1);
  });

  test('whose caller hangs up while speaking is opened', async () => {
    const phone = here.phone(NUMBERS.dana);
    await phone.call(OURS);
    for (const key of ['1', '2', '1']) await phone.press(key);
    await phone.speak('All lines', { thenHangsUp: true });
    expect(await cases()).toHaveLength(1);
  });
});

describe('number and PIN', () => {
  const ring = async (number: string, caseId: string, pin: string) => {
    const phone = here.phone(number);
    await phone.call(OURS);
    await phone.press('2');
    await phone.press(`${caseId}#`);
    await phone.press(`${pin}#`);
    return phone;
  };

  test('from any number: where it stands, ask again, move, satisfied, undone', async () => {
    const key = await here.open({ by: 'dana', text: 'x' });
    const pin = casePin(TEST_SECRET, key);
    const phone = await ring(STRANGER, key.caseId, pin);
    expect(here.heard(STRANGER)).toContain('owes the customer an answer');
    await phone.press('2');
    expect(here.heard(STRANGER)).toContain('you ask again');
    await here.setClock(on('Tue 13:01'));
    await here.settle();
    await phone.press('9');
    expect(here.heard(STRANGER)).toContain('To go on to level 2, press 5');
    await phone.press('5');
    await phone.press('1');
    await phone.press('3');
    await phone.press('1');
    expect(here.heard(STRANGER)).toContain('the case is closed');
    const letters = (await here.settle()).filter(({ to }) => to.address === 'dana@ladder.example');
    expect(letters.map(({ text }) => text).join()).toContain('take it back until');
    await phone.press('6');
    await phone.hangUp();
    const events = await here.events(key);
    const said = events.filter(({ over }) => over === 'call').map(({ type, by }) => `${type} ${by}`);
    expect(said).toEqual(
      expect.arrayContaining([
        'CustomerAsked dana',
        'Escalated dana',
        'Satisfied dana',
        'SatisfactionUndone dana',
      ]),
    );
  });

  test('five wrong ones end the call', async () => {
    const key = await here.open({ by: 'dana' });
    const phone = await ring(STRANGER, key.caseId, '000000');
    for (let more = 0; more < 4; more++) {
      await phone.press(`${key.caseId}#`);
      await phone.press('000001#');
    }
    expect(here.heard(STRANGER)).toContain('wrong too often');
    expect(phone.current).toBeUndefined();
  });

  test('ten an hour, over many calls and numbers, lock the telephone line of the case and nothing else', async () => {
    const key = await here.open({ by: 'dana' });
    const pin = casePin(TEST_SECRET, key);
    for (let tried = 0; tried < 10; tried++) {
      const number = `+1202555015${tried % 10}`;
      const phone = await ring(number, key.caseId, '000000');
      if (phone.current) await phone.hangUp();
    }
    await ring(STRANGER, key.caseId, pin);
    expect(here.heard(STRANGER)).toContain('telephone line is closed');
    const answers = await here.send({
      ...{ key, command: { type: 'ask', by: 'dana' }, caller: undefined, actor: 'customer' },
    });
    expect(answers[0]?.accepted).toBe(true);
    await here.setClock(on('Tue 10:01'));
    const phone = await ring(STRANGER, key.caseId, pin);
    expect(here.heard(STRANGER)).toContain('owes the customer an answer');
    await phone.hangUp();
  });

  test('a number that no case has is answered as a wrong PIN', async () => {
    const phone = await ring(STRANGER, '999999', '000000');
    expect(here.heard(STRANGER)).toContain('do not belong together');
    await phone.hangUp();
  });
});

describe('being connected', () => {
  test('rings who is on duty, who takes the call by a key, and the case has it with its length', async () => {
    const phone = await danaOpens('Dead.');
    const { events } = await opened();
    const ana = here.phone(NUMBERS.ana);
    await phone.press('1');
    await ana.answer();
    expect(here.heard(NUMBERS.ana)).toContain('To take the call, press 1');
    await ana.press('1');
    await ana.hangUp();
    const call = (await events()).find(({ type }) => type === 'CallRecorded');
    expect(call).toMatchObject({
      by: 'ladder',
      reached: true,
      contact: 'ana',
      telephone: 'mobile',
      level: 1,
    });
    expect(call).toHaveProperty('lastedSeconds');
    expect(call).toHaveProperty('text', 'Ladder rang +1 202 555 0121 for a caller from +1 202 555 0111.');
  });

  test('falls through to the next, and takes a message that the case and its people get', async () => {
    for (const number of Object.values(NUMBERS)) here.phone(number).habit = 'busy';
    const phone = await danaOpens('Dead.');
    const { events } = await opened();
    await phone.press('1');
    expect(here.heard(NUMBERS.dana)).toContain('Nobody could be reached');
    await phone.speak('Call me back', { key: '#' });
    expect(here.heard(NUMBERS.dana)).toContain('Your message is kept');
    const letters = await here.bring();
    const all = await events();
    expect(all.filter(({ type }) => type === 'CallRecorded')).not.toEqual([]);
    expect(all.some((event) => event.type === 'NoteAdded' && event.text?.includes('nobody picked up'))).toBe(
      true,
    );
    expect(all.filter(({ type }) => type === 'FileAttached')).toHaveLength(2);
    expect(letters.length).toBeGreaterThan(0);
  });

  test('without a case reaches level 1, and a message waits for the desk', async () => {
    for (const number of Object.values(NUMBERS)) here.phone(number).habit = 'busy';
    const phone = here.phone(STRANGER);
    await phone.call(OURS);
    await phone.press('3');
    expect(here.phone(NUMBERS.ana).calls.length).toBeGreaterThan(0);
    await phone.speak('Call me back', { key: '#' });
    await here.bring();
    expect(await here.rows('select kind, why, outcome from opening_mail')).toEqual([
      { kind: 'call', why: 'message', outcome: 'held' },
    ]);
    expect(await cases()).toEqual([]);
  });
});

test('on a clock that goes on between two readings what was said is on the case too, and so is a message', async () => {
  here.letClockRun();
  for (const number of Object.values(NUMBERS)) here.phone(number).habit = 'busy';
  const phone = await danaOpens('No dial tone at the pilot station');
  await phone.press('1');
  await phone.speak('Call me back', { key: '#' });
  await here.bring();
  const { events } = await opened();
  const files = (await events()).filter(({ type }) => type === 'FileAttached');
  expect(files).toHaveLength(2);
  expect(await here.rows('select code from refused')).toEqual([]);
});

test('a carrier that says everything twice has everything done once', async () => {
  here.carrier.faults.repeatsCallbacks = 1;
  const phone = await danaOpens('Dead.');
  await phone.press('2');
  await phone.press('2');
  await phone.hangUp();
  expect(await cases()).toHaveLength(1);
  const { events } = await opened();
  expect((await events()).filter(({ type }) => type === 'CustomerAsked')).toHaveLength(1);
});
