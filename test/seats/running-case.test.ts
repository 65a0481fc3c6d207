import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillSeat, type SeatHolder } from '../../src/app/seats/fill-seat.ts';
import { asInstant } from '../../src/core/instant.ts';
import { openContracts } from '../../src/store/contracts/open-contracts.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { TEST_SECRET } from '../build/engine-parts.ts';

const START = on('Tue 09:00');
const AGAIN_MS = 16 * 60_000;

let here: AnswersWorld;
beforeEach(async () => {
  here = await answersWorld(START);
});
afterEach(() => here.close());

/** Somebody, or nobody, is put into the seat of level 1 by hand of the program manager. */
async function named(holder: SeatHolder): Promise<void> {
  const rules = await here.store.transaction((tx) => tx.publishedRevision('sample'));
  if (!rules) throw new Error('no plan is in force');
  const parts = { contract: 'sample', rules, written: {}, secret: TEST_SECRET, newId: randomUUID };
  const contracts = openContracts(here.store);
  const asked = { seat: 'ana', holder, reason: 'Ana is away', by: 'ana' };
  expect(await fillSeat({ ...parts, contracts }, asked)).toEqual({ filling: 1 });
}

const toldAgain = async (): Promise<readonly string[]> => {
  await here.settle();
  await here.setClock(asInstant(START + AGAIN_MS));
  return (await here.settle()).map(({ to }) => to.address);
};

test('a case that runs tells whoever fills the seat by now, and no longer whoever filled it', async () => {
  await here.open();
  expect((await here.settle()).map(({ to }) => to.address)).toContain('ana@ladder.example');
  await named({
    ...{ is: 'new', personId: 'mina', name: 'Mina Rowe', title: '', email: 'mina@ladder.example' },
    ...{ office: '', mobile: '' },
  });
  const told = await toldAgain();
  expect(told).toContain('mina@ladder.example');
  expect(told).not.toContain('ana@ladder.example');
});

test('a case that runs tells whom the level names next, where nobody fills the seat', async () => {
  await here.open();
  await here.settle();
  await named({ is: 'nobody' });
  const told = await toldAgain();
  expect(told).not.toContain('ana@ladder.example');
  expect(told.length).toBeGreaterThan(0);
});
