import type { FindingCode, Severity } from '../core/finding.ts';
import type { Cli } from '../core/message/cli.ts';
import type { FileReport, FindingReport } from './check-report.ts';
import { findingHelp } from './finding-help.ts';
import { ladderVersion } from './version.ts';

/** A file that could not be read, with the sentence that says why. */
export interface Unread {
  readonly file: string;
  readonly message: string;
  readonly exit: number;
}

const LEVELS = { blocking: 'error', warning: 'warning', advice: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * All reports as one run of SARIF 2.1.0 (OASIS), for code review and code scanning.
 *
 * A rule that was not asked and a file that was not read are notifications of the invocation, so that a
 * clean list of results is never mistaken for a clean plan. Columns are UTF-16 units, as findings count them.
 */
export function sarif(reports: readonly FileReport[], unread: readonly Unread[], words: Cli): object {
  const codes = [...new Set(reports.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const help = findingHelp();
  const rules = codes.map((code) => {
    const said = help.get(code);
    return { id: code, ...(said && { shortDescription: { text: said.first }, help: helpOf(said.text) }) };
  });
  const index = new Map(codes.map((code, at) => [code, at]));
  const driver = {
    name: 'ladder',
    semanticVersion: ladderVersion(),
    fullDescription: { text: words.description },
    rules,
  };
  const run = {
    tool: { driver },
    invocations: [{ executionSuccessful: unread.length === 0, ...notifications(reports, unread, words) }],
    columnKind: 'utf16CodeUnits',
    results: reports.flatMap((report) =>
      report.findings.map((finding) => result(report.file, finding, index)),
    ),
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

const helpOf = (markdown: string): object => ({ text: markdown, markdown });

function result(file: string, finding: FindingReport, index: ReadonlyMap<FindingCode, number>): object {
  const { code, severity, message, advice, line, column } = finding;
  return {
    ruleId: code,
    ruleIndex: index.get(code) ?? -1,
    level: LEVELS[severity],
    message: { text: `${message} ${advice}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

function notifications(reports: readonly FileReport[], unread: readonly Unread[], words: Cli): object {
  const notAsked = reports.filter(({ notChecked }) => notChecked.length > 0);
  return {
    toolExecutionNotifications: unread.map(({ file, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [placeOf(file)],
    })),
    toolConfigurationNotifications: notAsked.map(({ file, notChecked }) => ({
      level: 'note',
      message: { text: words.check.notChecked(notChecked) },
      locations: [placeOf(file)],
    })),
  };
}

const placeOf = (file: string): object => ({
  physicalLocation: { artifactLocation: { uri: uriOf(file) } },
});

/** A path as a URI reference: each name escaped, the slashes kept. */
const uriOf = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join('/');
