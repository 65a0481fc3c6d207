import type { Finding } from '../core/finding.ts';
import { type Catalogue, catalogue } from '../core/message/catalogue.ts';
import { findingSentences } from '../core/message/findings.ts';
import { check as checkPlan } from '../core/plan/check.ts';
import { type Facts, factsSchema } from '../core/plan/facts.ts';
import { parseFacts } from '../core/plan/reading/parse-facts.ts';
import { countBySeverity, type FileReport, type FindingReport } from './check-report.ts';
import { checkText, findingFrames } from './check-text.ts';
import { CliRefusal } from './cli-refusal.ts';
import { failure } from './failure.ts';
import type { Io } from './io.ts';
import { sarif, type Unread } from './sarif.ts';
import { painter } from './terminal-colour.ts';

export interface CheckOptions {
  readonly at?: string;
  readonly facts?: string;
  readonly format?: Format;
  readonly json?: boolean;
}

type Format = 'text' | 'json' | 'sarif';

/** One file's findings with the text they point into. */
interface Read {
  readonly report: FileReport;
  readonly text: string;
}

/**
 * `ladder check`: every finding of every file, and 1 if any of them blocks publication.
 *
 * A file that cannot be read is said on standard error and does not keep the others from being checked;
 * the gravest exit code of all is answered.
 */
export async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const words = catalogue('en');
  const format = formatOf(options);
  refuseTwiceRead([...files, ...(options.facts === undefined ? [] : [options.facts])]);
  const facts = await factsOf(options, words, io);
  const reports: FileReport[] = [];
  const unread: Unread[] = [];
  for (const file of files) {
    try {
      const read = await checkFile(file, facts, words, io);
      reports.push(read.report);
      io.stdout.write(shown(read, format, words, io, reports.length > 1));
    } catch (error) {
      if (!(error instanceof CliRefusal)) throw error;
      const { text, message, code } = failure(error, words.cli, io);
      unread.push({ file, message, exit: code });
      io.stderr.write(text);
    }
  }
  if (format === 'sarif') io.stdout.write(`${JSON.stringify(sarif(reports, unread, words.cli), null, 2)}\n`);
  const blocked = reports.some((report) => countBySeverity(report).blocking > 0);
  return Math.max(blocked ? 1 : 0, ...unread.map(({ exit }) => exit));
}

function formatOf({ format, json }: CheckOptions): Format {
  if (!json) return format ?? 'text';
  if (format === undefined || format === 'json') return 'json';
  throw new CliRefusal('cli-options-conflict', { option: '--json', other: `--format ${format}` });
}

async function checkFile(file: string, facts: Facts, words: Catalogue, io: Io): Promise<Read> {
  const text = await io.readText(file);
  const { findings, notChecked } = checkPlan(text, facts);
  return { report: { file, findings: findings.map((one) => inWords(one, words)), notChecked }, text };
}

function shown({ report, text }: Read, format: Format, words: Catalogue, io: Io, isLater: boolean): string {
  if (format === 'sarif') return '';
  if (format === 'json') return `${JSON.stringify(report)}\n`;
  const between = isLater ? '\n' : '';
  return between + checkText(report, text, words.cli.check, painter(io.env, io.isTerminal));
}

function inWords(finding: Finding, words: Catalogue): FindingReport {
  const { code, severity, line, column } = finding;
  return { code, severity, line, column, ...findingSentences(words.findings, finding) };
}

/** Facts given by file, and the day given by `--at`, which counts where both name one. */
async function factsOf(options: CheckOptions, words: Catalogue, io: Io): Promise<Facts> {
  const given = options.facts === undefined ? {} : await factsIn(options.facts, words, io);
  if (options.at === undefined) return given;
  if (!factsSchema.shape.today.safeParse(options.at).success) {
    throw new CliRefusal('cli-date-not-understood', { option: '--at', value: options.at });
  }
  return { ...given, today: options.at };
}

/** The facts in a file; what of it cannot be read is said, and the file refused. */
export async function factsIn(file: string, words: Catalogue, io: Io): Promise<Facts> {
  const text = await io.readText(file);
  const { facts, findings } = parseFacts(text);
  if (findings.length === 0) return facts;
  const report = { file, findings: findings.map((one) => inWords(one, words)), notChecked: [] };
  const frames = findingFrames(report, text, words.cli.check, painter(io.env, io.isTerminal));
  io.stderr.write(`${frames.join('\n\n')}\n\n`);
  throw new CliRefusal('facts-not-understood', { file });
}

function refuseTwiceRead(files: readonly string[]): void {
  if (files.filter((file) => file === '-').length > 1) {
    throw new CliRefusal('cli-input-used-twice', { file: '-' });
  }
}
