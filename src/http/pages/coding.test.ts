import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codingFor, packed } from './coding.ts';

const PAGE = `<!doctype html>${'<p>ä and ñ</p>'.repeat(500)}`;

test.each([
  [undefined, undefined],
  ['', undefined],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.000', undefined],
  ['brotli', undefined],
])('of what a browser takes, %s, the best is chosen: %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});

test('a page comes out of its packing as it went in, and smaller', () => {
  for (const [coding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const { body, coding: used } = packed(PAGE, coding);
    expect([used, unpack(body as Buffer).toString()]).toEqual([coding, PAGE]);
    expect(body.length).toBeLessThan(PAGE.length / 5);
  }
});

test('a short page, and one for a browser that takes no packing, is sent as it is', () => {
  expect(packed('<p>no</p>', 'br')).toEqual({ body: '<p>no</p>' });
  expect(packed(PAGE, undefined)).toEqual({ body: PAGE });
});
