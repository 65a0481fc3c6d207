import { type CustomerTable, takeCustomerTable } from '../app/customer-table.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { peopleRefusalWords } from '../core/message/people.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { REFUSED, refusedBy } from './refused.ts';
import { readBytes } from './terminal.ts';
import { printable } from './terminal-text.ts';

interface CustomerImportOptions {
  readonly yes?: true;
  readonly contract?: string;
  readonly json?: true;
}

/** `ladder customer import`: a table of customers and account managers, shown first and taken in with `--yes`. */
export function customerImport(
  [file = '']: readonly string[],
  { yes, contract, json }: CustomerImportOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const bytes = await readBytes(file, io.cwd, io.stdin);
    const table = accepted(
      await operations.within(io, ({ contracts }) =>
        takeCustomerTable(contracts, { contract, bytes, isMeant: yes === true }),
      ),
    );
    if (json || table.problems.length === 0) say(io, json, table, sentences(table));
    else io.stderr.write(`${problems(table, file).map(printable).join('\n')}\n`);
    return table.problems.length === 0 ? 0 : REFUSED;
  });
}

function sentences({ lines, isDone, withoutManager }: CustomerTable): readonly string[] {
  const { news } = catalogue('en').people;
  const changing = lines.filter((one) => one.isNew || one.accountManager !== undefined);
  return [
    ...changing.map((one) => news['table-line'](one)),
    isDone
      ? news['table-done']({ lines: lines.length, changes: changing.length })
      : news['table-preview']({ lines: lines.length, changes: changing.length }),
    ...(withoutManager.length > 0 ? [news['table-without-manager']({ customers: withoutManager })] : []),
  ];
}

function problems({ problems: found }: CustomerTable, file: string): readonly string[] {
  const words = catalogue('en').people;
  return [
    ...found.flatMap(({ line, refusal }) => {
      const { message, advice } = peopleRefusalWords(words, refusal);
      return [`${file}:${line}  ${refusal.code}`, `  ${message}`, `  ${advice}`];
    }),
    words.news['table-refused']({ problems: found.length }),
  ];
}
