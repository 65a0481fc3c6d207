import { afterEach, beforeEach, expect, test } from 'vitest';
import { poison } from '../set-aside/poison.ts';
import { type ListsWorld, listsWorld } from './lists-world.ts';

let here: ListsWorld;
beforeEach(async () => {
  here = await listsWorld();
});
afterEach(() => here.close());

const NOTICE = 'A fault in Ladder keeps the lines of these cases from being shown:';
const partsOf = (body: string) => {
  const [above = '', below = ''] = body.split(NOTICE);
  return { isSaid: body.includes(NOTICE), above, below };
};

test('a case whose line cannot be made keeps no other out of a list, and is named there itself', async () => {
  const broken = await here.open();
  const sound = await here.open();
  await here.settle();
  const heal = await poison(here.connection, broken.caseId);
  for (const [who, list] of [
    ['dana', 'cases'],
    ['olga', 'cases'],
    ['desk', 'queue'],
  ] as const) {
    const { status, body } = await here.get(who, list);
    const { isSaid, below } = partsOf(body);
    expect([who, list, status, isSaid]).toEqual([who, list, 200, true]);
    expect(body).toContain(`/cases/${sound.caseId}"`);
    expect(below).toContain(`/cases/${broken.caseId}">Case ${broken.caseId}</a>`);
  }
  const table = (await here.get('olga', 'cases.csv')).body.split('\r\n');
  expect(table.filter((line) => line.startsWith(`${broken.caseId},`))).toEqual([
    `${broken.caseId}${','.repeat(14)}`,
  ]);
  expect(table.some((line) => line.startsWith(`${sound.caseId},`))).toBe(true);
  await heal();
  expect(partsOf((await here.get('dana', 'cases')).body).isSaid).toBe(false);
});

test('a list of which no line can be made is not said to be empty', async () => {
  const { caseId } = await here.open();
  await here.until('Wed 12:00');
  await poison(here.connection, caseId);
  for (const [who, list, empty] of [
    ['dana', 'cases', 'You have no cases'],
    ['desk', 'queue', 'Nothing waits'],
    ['olga', 'work', 'Nothing waits'],
  ] as const) {
    const { status, body } = await here.get(who, list);
    expect([list, status, partsOf(body).isSaid, body.includes(empty)]).toEqual([list, 200, true, false]);
  }
});
