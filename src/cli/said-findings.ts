import type { Finding } from '../core/finding.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { findingSentences } from '../core/message/findings.ts';
import { findingFrames } from './check-text.ts';
import type { Io } from './io.ts';
import { painter } from './terminal-colour.ts';

interface Found {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Says what is wrong with the shape of a file, each with its place. */
export function saidFindings({ file, text, findings }: Found, io: Io): void {
  const said = catalogue('en');
  const reports = findings.map((finding) => {
    const { code, severity, line, column } = finding;
    return { code, severity, line, column, ...findingSentences(said.findings, finding) };
  });
  const report = { file, findings: reports, notChecked: [] };
  const frames = findingFrames(report, text, said.cli.check, painter(io.env, io.isTerminal));
  io.stderr.write(`${frames.join('\n\n')}\n\n`);
}
