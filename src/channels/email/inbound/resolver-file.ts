import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { MailResolver } from './mail-resolver.ts';

const Records = z.record(
  z.string(),
  z.record(z.string(), z.array(z.union([z.string(), z.array(z.string())]))),
);
type Records = z.output<typeof Records>;

/**
 * A resolver that knows the names of one file and no other; for a demonstration and for tests.
 *
 * The file is read anew for each question, so that a key can be added while the service runs.
 *
 *     { "example.org": { "TXT": ["v=spf1 -all"] }, "_dmarc.example.org": { "TXT": ["v=DMARC1; p=reject"] } }
 */
export function resolverFromFile(path: string): MailResolver {
  return async (name, type) =>
    answerFrom(Records.parse(JSON.parse(await readFile(path, 'utf8'))), name, type);
}

/** The same from records at hand. */
export function resolverOf(records: Records): MailResolver {
  return async (name, type) => answerFrom(records, name, type);
}

/** Answers and refuses as `dns.resolve` does: the code of the error tells no such name from no such record. */
function answerFrom(records: Records, name: string, type: string): string[][] | string[] {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const entry = Object.entries(records).find(([key]) => key.toLowerCase() === wanted)?.[1];
  if (!entry) throw noRecord('ENOTFOUND');
  const found = entry[type];
  if (!found) throw noRecord('ENODATA');
  return type === 'TXT'
    ? found.map((value) => (typeof value === 'string' ? [value] : value))
    : found.map((value) => (typeof value === 'string' ? value : value.join('')));
}

const noRecord = (code: 'ENOTFOUND' | 'ENODATA'): Error => Object.assign(new Error(code), { code });
