import { catalogue } from '../core/message/catalogue.ts';
import { type PeopleRefusal, type PeopleWords, peopleRefusalWords } from '../core/message/people.ts';
import type { Io } from './io.ts';
import { REFUSED, Refused } from './refused.ts';
import { printable } from './terminal-text.ts';

interface No {
  readonly accepted: false;
  readonly refusal: PeopleRefusal;
}

/** What was answered, where it is a yes; a no is thrown with its sentences. */
export function accepted<T extends object>(answer: T | No): T {
  if (!isNo(answer)) return answer;
  const { refusal } = answer;
  throw new Refused(
    refusal.code,
    refusal.values,
    peopleRefusalWords(catalogue('en').people, refusal),
    REFUSED,
  );
}

const isNo = (answer: object): answer is No => 'accepted' in answer && answer.accepted === false;

/** Prints an answer: sentences for people, or the whole of it as JSON. */
export function say(io: Io, json: true | undefined, answer: object, lines: readonly string[]): void {
  const text = json ? JSON.stringify(answer) : lines.map(printable).join('\n');
  io.stdout.write(`${text}\n`);
}

type Label = keyof PeopleWords['labels'];

/** Prints a list: a table for people, where there is anything, or one JSON object a line. */
export function sayList<T extends object>(
  io: Io,
  json: true | undefined,
  list: readonly T[],
  columns: readonly (readonly [Label, (one: T) => string])[],
  empty: string,
): void {
  if (json) {
    for (const one of list) io.stdout.write(`${JSON.stringify(one)}\n`);
    return;
  }
  if (list.length === 0) {
    io.stderr.write(`${empty}\n`);
    return;
  }
  const { labels } = catalogue('en').people;
  const rows = [
    columns.map(([label]) => labels[label]),
    ...list.map((one) => columns.map(([, cell]) => printable(cell(one)))),
  ];
  const widths = columns.map((_column, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows) {
    const line = row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
    io.stdout.write(`${line.trimEnd()}\n`);
  }
}

/** How many things are asked for at once; a longer list is asked for in parts. */
const PAGE_MAX = 500;
/** More than this nobody reads at a terminal. */
const LISTED_MAX = 100_000;

/** A whole list, part after part. */
export async function allOf<T>(
  part: (page: { readonly after: string; readonly max: number }) => Promise<readonly T[]>,
  idOf: (one: T) => string,
): Promise<readonly T[]> {
  const all: T[] = [];
  while (all.length < LISTED_MAX) {
    const last = all.at(-1);
    const next = await part({ after: last === undefined ? '' : idOf(last), max: PAGE_MAX });
    all.push(...next);
    if (next.length < PAGE_MAX) break;
  }
  return all;
}
