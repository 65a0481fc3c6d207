import { basename } from 'node:path';
import { catalogue } from '../core/message/catalogue.ts';
import { readApart } from '../intake/apart/read-apart.ts';
import { CliRefusal } from './cli-refusal.ts';
import { importJson, importText } from './import-text.ts';
import type { Io } from './io.ts';
import { readBytes } from './terminal.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';
import { writeNew } from './write-new.ts';

export interface ImportOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * `ladder import FILE`: a draft plan from a document, on standard output or in a new file, and a report of what was read
 * from where. It ends with 0 once there is a draft, whatever was found; a file that cannot be read is refused.
 */
export async function importDocument(
  [file = '']: readonly string[],
  { out, json = false }: ImportOptions,
  io: Io,
): Promise<number> {
  const words = catalogue('en').intake;
  const bytes = await readBytes(file, io.cwd, io.stdin);
  const { report, problem } = await readApart(
    bytes,
    ` ${words.draftHead({ file: printable(basename(file)) })}`,
  );
  if (!report) throw new CliRefusal('document-not-read', { file, problem });
  if (out !== undefined) await writeNew(out, report.draft, io);
  const text = json ? importJson(report) : importText(report, file, painter(io.env, io.isTerminal));
  if (json) {
    io.stdout.write(text);
  } else if (out === undefined) {
    io.stdout.write(report.draft);
    io.stderr.write(text);
  } else {
    io.stdout.write(`${text}\n${words.written({ file: out })} ${words.next({ file: out })}\n`);
  }
  return 0;
}
