import { describe, expect, test } from 'vitest';
import { asInstant } from '../core/instant.ts';
import { Recent } from './recent.ts';

const settled = () => new Promise((done) => setImmediate(done));
const limits = { forMs: 10, whileMs: 60, max: 2 };
const at = (ms: number) => asInstant(1_000 + ms);

/** Finds another number each time it is asked. */
function counted(): { readonly find: () => Promise<number>; readonly times: () => number } {
  let times = 0;
  return {
    times: () => times,
    find: async () => {
      times += 1;
      return times;
    },
  };
}

describe('a recent answer', () => {
  test('is given again while it is young', async () => {
    const recent = new Recent<number>(limits);
    const { find, times } = counted();
    await recent.find('q', at(0), find);
    expect(await recent.find('q', at(9), find)).toEqual({ at: at(0), found: 1 });
    expect(times()).toBe(1);
  });

  test('is given while another is found, once however many ask', async () => {
    const recent = new Recent<number>(limits);
    const { find, times } = counted();
    await recent.find('q', at(0), find);
    const asked = await Promise.all([recent.find('q', at(10), find), recent.find('q', at(11), find)]);
    expect(asked.map(({ found }) => found)).toEqual([1, 1]);
    await settled();
    expect(await recent.find('q', at(12), find)).toEqual({ at: at(10), found: 2 });
    expect(times()).toBe(2);
  });

  test('is not given when it is old, or from a time to come', async () => {
    const recent = new Recent<number>(limits);
    const { find } = counted();
    await recent.find('q', at(0), find);
    expect(await recent.find('q', at(60), find)).toEqual({ at: at(60), found: 2 });
    expect(await recent.find('q', at(50), find)).toEqual({ at: at(50), found: 3 });
  });

  test('stays where finding another fails, and is sought again', async () => {
    const recent = new Recent<number>(limits);
    const { find } = counted();
    const failing = () => Promise.reject(new Error('no answer'));
    await expect(recent.find('q', at(0), failing)).rejects.toThrow('no answer');
    await recent.find('q', at(0), find);
    expect((await recent.find('q', at(10), failing)).found).toBe(1);
    await settled();
    expect((await recent.find('q', at(11), find)).found).toBe(1);
    await settled();
    expect((await recent.find('q', at(12), find)).found).toBe(2);
  });

  test('makes room for others', async () => {
    const recent = new Recent<number>(limits);
    const { find } = counted();
    for (const question of ['a', 'b', 'c']) await recent.find(question, at(0), find);
    expect((await recent.find('a', at(1), find)).found).toBe(4);
    expect((await recent.find('c', at(1), find)).found).toBe(3);
  });
});
