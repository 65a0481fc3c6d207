import { afterEach, expect, test } from 'vitest';
import { asInstant } from '../../src/core/instant.ts';
import { makeLetters } from '../../src/engine/make-letters.ts';
import { on } from '../build/case.ts';
import { engineParts } from '../build/engine-parts.ts';
import { revisionWith } from '../build/revision.ts';
import { type World, world } from '../build/world.ts';

let here: World;
afterEach(() => here.close());

/** Bo and Bea hand over at noon of each day of the test's week, and nobody is on duty on its Saturday. */
const revision = (from: string) =>
  revisionWith({
    rotas: {
      engineers: {
        layers: [
          {
            turns: ['bo', 'bea'],
            every: '1 day',
            from,
            handOver: '12:00',
            week: { 'sun-fri': ['00:00-24:00'] },
          },
        ],
      },
    },
    levels: [
      { title: 'Engineer', reach: ['engineers'], otherwise: ['desk'] },
      { title: 'Senior', reach: ['cy'] },
      { title: 'Director', reach: ['ana'] },
    ],
  });

const dateOf = (day: string): string => new Date(on(`${day} 12:00`)).toISOString().slice(0, 10);

async function toldIn(parts: ReturnType<typeof engineParts>): Promise<readonly string[]> {
  while ((await here.store.untilNext('notice')) === 0) await makeLetters(parts);
  const found = await here.store.takeDeliveries(100);
  return found
    .filter(({ level }) => level !== undefined)
    .map(({ personId, level }) => `${level} ${personId}`);
}

test('a case tells whoever is on duty, the case says who that was, and after the hand-over the next one is told', async () => {
  here = await world(on('Tue 11:50'), revision(dateOf('Mon')));
  const parts = engineParts(here.store);
  const key = await here.open();
  const contacted = (await here.events(key)).filter((event) => event.type === 'LevelContacted');
  expect(contacted.map(({ contacts }) => contacts)).toEqual([['bo']]);
  expect(await toldIn(parts)).toEqual(['1 bo']);
  await here.setClock(asInstant(on('Tue 11:50') + 15 * 60_000));
  expect(await toldIn(parts)).toContain('1 bea');
});

test('where nobody is on duty, those named otherwise are told', async () => {
  here = await world(on('Sat 10:00'), revision(dateOf('Mon')));
  const parts = engineParts(here.store);
  const key = await here.open();
  const contacted = (await here.events(key)).filter((event) => event.type === 'LevelContacted');
  expect(contacted.map(({ contacts }) => contacts)).toEqual([['desk']]);
  expect(await toldIn(parts)).toEqual(['1 desk']);
});
