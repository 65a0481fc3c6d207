import type { Severity } from '../core/finding.ts';
import type { CheckWords } from '../core/message/cli.ts';
import { RULES } from '../core/plan/rules/all.ts';
import { codeFrame, linesOf } from './check-frame.ts';
import { countBySeverity, type FileReport, type FindingReport } from './check-report.ts';
import type { Colour, Paint } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

const COLOURS: Readonly<Record<Severity, readonly Colour[]>> = {
  blocking: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  advice: ['cyan'],
};

/** The findings of one file for a person: a frame each, what could not be asked, and the verdict on the last line. */
export function checkText(report: FileReport, text: string, words: CheckWords, paint: Paint): string {
  const counts = countBySeverity(report);
  const parts = findingFrames(report, text, words, paint);
  if (report.notChecked.length > 0) parts.push(paint('dim', whyNotChecked(report, words)));
  const verdict = counts.blocking > 0 ? COLOURS.blocking : (['green', 'bold'] as const);
  const summary = words.summary({
    ...counts,
    file: printable(report.file),
    notChecked: report.notChecked.length,
  });
  parts.push(paint(verdict, summary));
  return `${parts.join('\n\n')}\n`;
}

/** A broken text keeps every rule from being asked, and naming them all would help nobody. */
function whyNotChecked({ notChecked }: FileReport, words: CheckWords): string {
  const needFacts = new Set(RULES.filter(({ needs = [] }) => needs.length > 0).map(({ code }) => code));
  const isBroken = notChecked.some((code) => !needFacts.has(code));
  return isBroken ? words.notCheckedAtAll : words.notChecked(notChecked);
}

/** One block a finding: where, how grave, its code; the line; what is wrong; what to do. */
export function findingFrames(report: FileReport, text: string, words: CheckWords, paint: Paint): string[] {
  const lines = linesOf(text);
  const gutter = String(Math.max(0, ...report.findings.map(({ line }) => line))).length;
  return report.findings.map((finding) => block(report.file, finding, lines, { words, paint, gutter }));
}

interface Setting {
  readonly words: CheckWords;
  readonly paint: Paint;
  readonly gutter: number;
}

function block(file: string, finding: FindingReport, lines: readonly string[], setting: Setting): string {
  const { paint, words, gutter } = setting;
  const { severity, code, line, column } = finding;
  const frame = codeFrame(lines, finding);
  const colours = COLOURS[severity];
  return [
    `${paint('bold', `${printable(file)}:${line}:${column}`)}  ${paint(colours, words.severities[severity])}  ${code}`,
    `  ${paint('dim', `${frame.number.padStart(gutter)} |`)} ${frame.line}`.trimEnd(),
    `  ${paint('dim', `${' '.repeat(gutter)} |`)} ${frame.before}${paint(colours, '^')}`,
    ...indented(finding.message),
    ...indented(finding.advice),
  ].join('\n');
}

const indented = (sentences: string): string[] =>
  printable(sentences)
    .split('\n')
    .map((line) => `  ${line}`);
