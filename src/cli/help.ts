import type { Command, Help, Option } from 'commander';
import type { Cli, CommandWords, Example } from '../core/message/cli.ts';
import type { Paint } from './terminal-colour.ts';

type Row = readonly [term: string, says: string];

/**
 * The help of one command: what it does, how it is typed, examples, what it takes. Examples come before
 * the list of options, because most readers look for a line to copy.
 */
export function formatHelp(command: Command, helper: Help, words: Cli, paint: Paint): string {
  const path = typed(command);
  const own: CommandWords | undefined =
    words.commands[path.slice(1).join(' ') as keyof Cli['commands']] ?? undefined;
  const width = helper.helpWidth ?? 80;
  const section = (title: string, rows: readonly Row[]): string =>
    rows.length === 0 ? '' : `${paint('bold', title)}\n${table(rows, helper, paint)}`;
  const parts = [
    `${helper.boxWrap(command.description(), width)}\n`,
    `${paint('bold', words.titles.usage)} ${usage(command, path, words)}\n`,
    ...commandGroups(command, words).map(([title, rows]) => section(title, rows)),
    `${paint('bold', words.titles.examples)}\n${examples(own?.examples ?? words.examples, width, paint)}`,
    section(
      words.titles.arguments,
      command.registeredArguments.map((one): Row => [one.name(), one.description]),
    ),
    section(
      words.titles.options,
      helper.visibleOptions(command).map((one) => optionRow(one, words)),
    ),
    own ? '' : section(words.titles.exit, words.exits),
    own ? '' : section(words.titles.readOn, words.readOn),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function typed(command: Command): string[] {
  return command.parent ? [...typed(command.parent), command.name()] : [command.name()];
}

function usage(command: Command, path: readonly string[], words: Cli): string {
  const takes = command.registeredArguments.map((one) => {
    const name = one.variadic ? `${one.name()}…` : one.name();
    return one.required ? name : `[${name}]`;
  });
  const first = command.parent ? [] : [words.usage.command];
  return [...path, ...first, ...takes, words.usage.options].join(' ');
}

function commandGroups(command: Command, words: Cli): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const one of command.commands) {
    const title = command.parent ? words.titles.commands : one.helpGroup();
    groups.set(title, [...(groups.get(title) ?? []), [typed(one).slice(1).join(' '), one.summary()]]);
  }
  return [...groups];
}

/** What each line is for, and below it the line, alone and whole, so that it can be copied. */
function examples(all: readonly Example[], width: number, paint: Paint): string {
  return all.map(({ line, says }) => `  ${says}\n${typedLine(line, width, paint)}\n`).join('');
}

/** An option with its value, a text in quotation marks, or a word: what a line is not broken inside of. */
const PARTS = /--\S+(?: (?:"[^"]*"|[^-\s]\S*))?|"[^"]*"|\S+/g;

/** A line that is too long goes on after a backslash, as a shell reads it. */
function typedLine(line: string, width: number, paint: Paint): string {
  const rows: string[] = [];
  for (const [part] of line.matchAll(PARTS)) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + part.length + ' '.length * 7 <= width)
      rows[rows.length - 1] = `${row} ${part}`;
    else rows.push(part);
  }
  return rows
    .map((row, at) => `    ${at > 0 ? '  ' : ''}${paint('cyan', row)}${at < rows.length - 1 ? ' \\' : ''}`)
    .join('\n');
}

function optionRow(option: Option, words: Cli): Row {
  const choices = option.argChoices ? ` ${words.choices(option.argChoices)}` : '';
  return [option.flags, `${option.description}${choices}`];
}

const TERM_COLUMNS_MAX = 46;

/** Two columns; a term too long for its column stands on a line of its own. */
function table(rows: readonly Row[], helper: Help, paint: Paint): string {
  const width = Math.min(Math.max(...rows.map(([term]) => term.length)), TERM_COLUMNS_MAX);
  return rows
    .map(([term, says]) => {
      if (term.length <= width) return helper.formatItem(paint('cyan', term), width, says, helper);
      return `  ${paint('cyan', term)}\n${helper.formatItem('', width, says, helper)}`;
    })
    .map((line) => `${line}\n`)
    .join('');
}
