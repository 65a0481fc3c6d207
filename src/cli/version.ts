import { readFileSync } from 'node:fs';

/** The version of this Ladder, from its package. */
export function ladderVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
