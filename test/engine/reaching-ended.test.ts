import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const START = on('Tue 09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let here: AnswersWorld;
let mails: string[];
beforeEach(async () => {
  mails = [];
  here = await answersWorld(START, {
    revision: { ...revisionWith(), tells: { contractor: ['desk'], oversight: ['olga'] } },
  });
});
afterEach(() => here.close());

async function settle(): Promise<void> {
  for (const { to, subject } of await here.settle()) mails.push(`${to.address.split('@')[0]}: ${subject}`);
}

/** Lets time pass in steps of some minutes, from one instant to another. */
async function pass(from: number, to: number): Promise<void> {
  for (let at = from; at < to; ) {
    at = Math.min(to, at + 5 * MINUTE);
    await here.setClock(asInstant(at));
    await settle();
  }
}

async function open(): Promise<CaseKey> {
  const key = await here.open({ by: 'dana' });
  await settle();
  return key;
}

const endings = async (key: CaseKey): Promise<readonly string[]> =>
  (await here.events(key)).flatMap((event) =>
    event.type === 'ReachingEnded'
      ? [`${event.by} level ${event.level} ${(event.occurredAt - START) / HOUR} h`]
      : [],
  );

const told = (): readonly string[] => mails.filter((line) => /not been reached in eight hours/.test(line));

const page = async (key: CaseKey, person: string): Promise<string> =>
  (
    await here.server.inject({
      url: `/contracts/${here.contract}/cases/${key.caseId}`,
      headers: { cookie: await here.stepIn(person) },
    })
  ).body.replaceAll(/<[^>]*>/g, ' ');

test('that a level is told no more after eight hours is on the case, and told once to those who can do something about it', async () => {
  const key = await open();
  await pass(START, START + 8 * HOUR - 5 * MINUTE);
  expect(await endings(key)).toEqual([]);
  expect(told()).toEqual([]);
  await pass(START + 8 * HOUR - 5 * MINUTE, START + 10 * HOUR);
  expect(await endings(key)).toEqual(['ladder level 1 8 h']);
  expect(
    told()
      .map((line) => line.split(':')[0])
      .toSorted(),
  ).toEqual(['desk', 'olga']);
  for (const person of ['dana', 'olga'])
    expect(await page(key, person)).toContain(
      'For eight hours level 1 (Service manager) was told, and nobody there took or answered the case in that time.',
    );
  // Asked again, the level is reached anew, and it is said anew that this ends.
  await here.send({ key, caller: undefined, actor: 'customer', command: { type: 'ask', by: 'dana' } });
  await settle();
  await pass(START + 10 * HOUR, START + 19 * HOUR);
  expect(await endings(key)).toEqual(['ladder level 1 8 h', 'ladder level 1 18 h']);
});

test('of a level that has answered, or acknowledged for now, nothing ends in silence and nothing is said', async () => {
  const [answered, taken] = [await open(), await open()];
  await pass(START, START + HOUR);
  const by = { caller: undefined, actor: 'contractor' } as const;
  await here.send({ ...by, key: answered, command: { type: 'respond', by: 'ana' } });
  await here.send({ ...by, key: taken, command: { type: 'acknowledge', by: 'ana' } });
  await pass(START + HOUR, START + 8 * HOUR + 30 * MINUTE);
  expect(await endings(answered)).toEqual([]);
  expect(await endings(taken)).toEqual([]);
  // What was acknowledged is none of the eight hours, from the next look on.
  await pass(START + 8 * HOUR + 30 * MINUTE, START + 9 * HOUR + 5 * MINUTE);
  expect(await endings(taken)).toEqual(['ladder level 1 8.75 h']);
});
