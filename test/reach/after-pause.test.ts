import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const START = on('Tue 09:00');
const MINUTE = 60_000;
const PAUSES = { reasons: ['access refused'], longest: '2 business days', calendar: 'business' };

let here: AnswersWorld;
let key: CaseKey;
beforeEach(async () => {
  here = await answersWorld(START, { revision: revisionWith({ pauses: PAUSES }) });
  key = await here.open({ by: 'dana' });
  await here.settle();
});
afterEach(() => here.close());

/** Who of level 1 was written to, with what, as time passes minute by minute. */
async function pass(from: number, to: number): Promise<readonly string[]> {
  const said: string[] = [];
  for (let minute = from; minute <= to; minute++) {
    await here.setClock(asInstant(START + minute * MINUTE));
    for (const { to: reader, subject } of await here.settle()) {
      const who = reader.address.split('@')[0] ?? '';
      if (who === 'ana' || who === 'desk') said.push(`${minute} ${who} ${subject.replace(/^\[.*?\] /, '')}`);
    }
  }
  return said;
}

const does = (actor: 'customer' | 'contractor', command: object): Promise<unknown> =>
  here.send({ key, caller: undefined, actor, command: command as never });

async function pause(): Promise<void> {
  await does('contractor', { type: 'requestPause', by: 'desk', reason: 'access refused' });
  await does('customer', { type: 'consentToPause', by: 'dana' });
}

test('a level that was asked and has not answered is told again, round by round, when a pause is over', async () => {
  await pass(1, 5);
  await pause();
  const paused = await pass(6, 100);
  expect(paused.filter((line) => !/pause/i.test(line))).toEqual([]);
  await does('contractor', { type: 'resume', by: 'desk' });
  const after = await pass(101, 150);
  const asked = after
    .filter((line) => !/pause|clocks/i.test(line))
    .map((line) => line.split(' ').slice(0, 2).join(' '));
  expect(asked.slice(0, 3).toSorted()).toEqual(['102 ana', '117 ana', '117 desk']);
  expect(new Set(asked).size).toBe(asked.length);
});

test('a pause of a few minutes makes no second row of rounds', async () => {
  await pass(1, 5);
  await pause();
  await pass(6, 8);
  await does('contractor', { type: 'resume', by: 'desk' });
  const after = await pass(9, 60);
  const ana = after.filter((line) => line.includes(' ana ')).map((line) => Number(line.split(' ')[0]));
  // That the pause is over; then a row from a minute later on.
  expect(ana).toEqual([9, 10, 25, 40, 55]);
});

test('a level that has answered is left in peace when a pause is over', async () => {
  await does('contractor', { type: 'respond', by: 'ana' });
  await pause();
  await pass(1, 10);
  await does('contractor', { type: 'resume', by: 'desk' });
  const after = await pass(11, 60);
  expect(after.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['11 ana']);
});
