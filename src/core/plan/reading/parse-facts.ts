import type { Finding } from '../../finding.ts';
import { type Facts, factsSchema } from '../facts.ts';
import { parseAs } from './parse.ts';

/** The facts in a text, YAML or JSON, and what of it is none; positions are those of that text. */
export function parseFacts(text: string): { readonly facts: Facts; readonly findings: readonly Finding[] } {
  const { value, findings } = parseAs(factsSchema, text);
  return { facts: value, findings };
}
