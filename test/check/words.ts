import { createHash } from 'node:crypto';
import type { SourceFile } from './source.ts';

/**
 * Names, numbers and addresses of real people and companies that must not enter the repository, as SHA-256,
 * so that the list itself does not bring them in. Words are in lower case; numbers are their last ten digits.
 */
const FORBIDDEN: ReadonlySet<string> = new Set([
  '041c97b8bbcbd3550fb81e64906ccb3bf0ea5a8a14b89a4fdd5994095a94405c',
  '0f7e77255f2a6bc70858f4684a5678de1be1537971710ef5bb78a3c4a10c67ee',
  '11488771e1e314ec826bfe355224d11b8144a25848b87d46320e1a3645ac00ce',
  '231a336d8fe1a822e33d3d1e37899222e3eb0824b18fe81106384c02dba574a1',
  '24964a2764be8975c0958a4fa05e4040f9f76adb6f50bb8e290349ecc31f7a5f',
  '3da8348e00b9f75b6c1767363758c05b9426d734c4fd06f419935830de05cc40',
  '58e099d3467751a2f3e5e26c9d1c7b14ee6cdef7d7f1374fb1bafbc9b0ab1bfe',
  '8fdaa7660ac83a7e2d0732b3d316d742c187c1f33b2a864f75acc2c9a2ce2646',
  'b55e1037cf055af8d80a24ffab1c69ccf228ec5161d0751c307c6320520f01d2',
  'ca75819cada8553113205db8175de9b6e1d634181efae7e6c690d61ef7a65cbc',
  'e0d80ef80e0ef6b1ec588e5d26df174de4d1d42ea27916ff71e188af540dca12',
  'f745a15153c4dacf0ea4bbf57265e73283941f8335939b33c693975315cf5916',
  'fb0f00141e6ce1aebe2c0236cac48142a91a92c37bae31bb01e2a064c2dda69b',
]);

const WORD = /[a-z0-9&]+/g;
const NUMBER = /\+?\d(?:[\s().-]{0,2}\d){9,14}/g;

/** Each forbidden word or number as `file:line`; the word itself is not repeated. */
export function forbiddenWords(files: readonly SourceFile[], forbidden = FORBIDDEN): readonly string[] {
  const known = new Map<string, boolean>();
  const isForbidden = (token: string): boolean => {
    const before = known.get(token);
    if (before !== undefined) return before;
    const found = forbidden.has(createHash('sha256').update(token).digest('hex'));
    known.set(token, found);
    return found;
  };
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (tokensOf(line).some(isForbidden) ? [`${path}:${at + 1}`] : [])),
  );
}

function tokensOf(line: string): readonly string[] {
  const words = line.toLowerCase().replaceAll('&amp;', '&').match(WORD) ?? [];
  const numbers = (line.match(NUMBER) ?? []).map((number) => number.replaceAll(/\D/g, '').slice(-10));
  return [...words, ...numbers];
}
