import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Packer } from './packer.ts';

/** A text of so many bytes that packs badly, the same for each number. */
function textOf(bytes: number): Buffer {
  let seed = bytes + 1;
  return Buffer.from(
    Array.from({ length: bytes }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 251;
    }),
  );
}

test('what is packed comes out as it went in, whatever was packed before it and beside it', async () => {
  const packer = new Packer();
  const page = Buffer.from(`<!doctype html>${'<p>ä and ñ</p>'.repeat(500)}`);
  const texts = [page, ...Array.from({ length: 60 }, (_, turn) => textOf(turn * 997)), page, page];
  const packed = await Promise.all(texts.map((text) => packer.pack(text)));
  expect(packed.map((one) => gunzipSync(one!))).toEqual(texts);
  expect(packed[0]!.length).toBeLessThan(page.length / 5);
  expect(packed.at(-1)).toEqual(packed[0]);
  packer.close();
});

test('one that was closed packs again', async () => {
  const packer = new Packer();
  await packer.pack(textOf(2000));
  packer.close();
  expect(gunzipSync((await packer.pack(textOf(3000)))!)).toEqual(textOf(3000));
  packer.close();
});
