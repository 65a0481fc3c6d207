import { readFileSync } from 'node:fs';
import { inProject } from '../project.ts';

/** The version of this Ladder, from its package. */
export function ladderVersion(): string {
  const text = readFileSync(inProject('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
