import type { FindingCode, Severity } from '../core/finding.ts';

/** A finding in words, as it leaves the program. */
export interface FindingReport {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly advice: string;
}

/** What was found in one file: one line of `--format json`. */
export interface FileReport {
  /** As typed; `-` for standard input. */
  readonly file: string;
  readonly findings: readonly FindingReport[];
  readonly notChecked: readonly FindingCode[];
}

/** How often each severity was found. */
export function countBySeverity({ findings }: FileReport): Readonly<Record<Severity, number>> {
  const counts = { blocking: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
