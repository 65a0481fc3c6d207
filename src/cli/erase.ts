import type { ErasureScope } from '../app/ports/retention.ts';
import { parseInstant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';
import type { RecordOperations } from './record-operations.ts';
import { recordRefused } from './record-refused.ts';
import { refusedBy } from './refused.ts';

interface EraseOptions {
  readonly before?: string;
  readonly case?: string;
  readonly person?: string;
  readonly sources?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `ladder erase`: clears what people typed, mails and people's values; the record holds as before. */
export function erase(
  options: EraseOptions,
  io: Io,
  operations: Pick<RecordOperations, 'erase'>,
): Promise<number> {
  return refusedBy(io, async () => {
    const { sources = false, dryRun = false, json } = options;
    const erased = await operations.erase(io, { scope: scopeOf(options), withSources: sources, dryRun });
    const text = json
      ? JSON.stringify({ dryRun, ...erased })
      : catalogue('en').record.erased({ ...erased, dryRun });
    io.stdout.write(`${text}\n`);
    return 0;
  });
}

function scopeOf(options: EraseOptions): ErasureScope {
  const { before, case: named, person } = options;
  const given = Object.entries({ '--before': before, '--case': named, '--person': person }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length !== 1) throw recordRefused('erase-scope-unclear', { given: given.map(([name]) => name) });
  if (before !== undefined) return { scope: 'before', before: startOfDay(before) };
  if (named !== undefined) {
    const [contract, caseId] = twoNames('--case', named);
    return { scope: 'case', key: { contract, caseId } };
  }
  const [contract, personId] = twoNames('--person', person ?? '');
  return { scope: 'person', contract, personId };
}

function startOfDay(value: string) {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseInstant(`${value}T00:00Z`) : undefined;
  if (start === undefined) throw new CliRefusal('cli-date-not-understood', { option: '--before', value });
  return start;
}

function twoNames(option: string, value: string): readonly [string, string] {
  const [, contract, name] = /^([^/\s]+)\/([^/\s]+)$/.exec(value) ?? [];
  if (contract === undefined || name === undefined)
    throw recordRefused('erase-name-not-understood', { option, value });
  return [contract, name];
}
