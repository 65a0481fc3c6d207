import { createHash } from 'node:crypto';

/** An event as it lies in the record, whichever store holds it. */
export interface LinkOfChain {
  readonly number: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly digest: string;
  readonly text: { readonly salt: string; readonly text: string } | undefined;
}

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keys in order, nothing that is undefined: written a second time, so that one mistake is not made twice. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The first link that does not hold, in words; undefined where the chain is whole. `start` is what it hangs on. */
export function brokenLink(start: string, links: readonly LinkOfChain[]): string | undefined {
  let before = start;
  for (const [index, { number, body, digest, text }] of links.entries()) {
    if (number !== index + 1) return `event ${index + 1} is missing`;
    if (hex(`${before}\n${number}\n${JSON.stringify(sorted(body))}`) !== digest)
      return `event ${number} is another`;
    if (text && hex(`${text.salt}\n${text.text}`) !== body.textDigest)
      return `the text of ${number} is another`;
    if ((text === undefined) !== (body.textDigest === undefined)) return `the text of ${number} is missing`;
    before = digest;
  }
  return undefined;
}
