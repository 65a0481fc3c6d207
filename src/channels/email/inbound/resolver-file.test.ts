import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolverFromFile } from './resolver-file.ts';

test('names of a file are answered as the domain name system does, and read anew each time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ladder-names-'));
  const file = join(folder, 'names.json');
  const resolve = resolverFromFile(file);
  await writeFile(
    file,
    JSON.stringify({ 'District.example': { TXT: ['one', ['two ', 'halves']], MX: ['mx.example'] } }),
  );
  expect(await resolve('district.EXAMPLE.', 'TXT')).toEqual([['one'], ['two ', 'halves']]);
  expect(await resolve('district.example', 'MX')).toEqual(['mx.example']);
  await expect(resolve('district.example', 'A')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(resolve('elsewhere.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await writeFile(file, '{}');
  await expect(resolve('district.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await rm(folder, { recursive: true });
});
