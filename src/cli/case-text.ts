import type { CaseTerminalWords } from '../core/message/case-terminal.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { Io } from './io.ts';
import { printable } from './terminal-text.ts';

/** A deadline as the API lists it. */
export interface ListedDeadline {
  /** Of a promise `promise/track/level/kind`. */
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly dueAt: string;
}

/** An event as the API shows it. */
export interface ShownEvent {
  readonly number: number;
  readonly caseId: string;
  readonly at: string;
  readonly type: string;
  readonly sentence: string;
  readonly text?: string;
}

/** Prints lines; nothing in them can steer the terminal. */
export function print(io: Io, lines: readonly string[]): void {
  io.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Prints what the API answered, as it is. */
export const printJson = (io: Io, answer: unknown): void =>
  void io.stdout.write(`${JSON.stringify(answer)}\n`);

/** What a deadline brings; a kind that a newer service has is shown by its name. */
export function deadlineText({ name, kind, level }: ListedDeadline): string {
  const { deadlines, promises } = catalogue('en').caseTerminal;
  const labels: Labels =
    kind === 'promise' ? { ...deadlines, promise: promiseLabel(promises, name) } : deadlines;
  return labels[kind]?.(level) ?? kind;
}

type Labels = Readonly<Partial<Record<string, (level: number) => string>>>;

const promiseLabel = (promises: Labels, name: string): Labels[string] =>
  promises[name.split('/').at(-1) ?? ''] ?? catalogue('en').caseTerminal.deadlines.promise;

/** An event in one line, and what was said in it below. */
export function eventLines({ at, sentence, text }: ShownEvent, timeZone: string): readonly string[] {
  const said = text === undefined || text === '' ? [] : text.split('\n').map((line) => `    ${line}`);
  return [`  ${catalogue('en').caseTerminal.happened(at, timeZone)}  ${sentence}`, ...said];
}

/** Rows under heads that the words of cases have. */
export const table = (
  labels: readonly (keyof CaseTerminalWords['labels'])[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  columns(
    labels.map((label) => catalogue('en').caseTerminal.labels[label]),
    rows,
  );

/** Rows under heads, in columns as wide as their widest cell. */
export function columns(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [heads, ...rows.map((row) => row.map(printable))];
  const widths = heads.map((_head, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What stands where there is nothing. */
export const NONE = '-';
