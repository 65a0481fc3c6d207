import type { PersonField } from '../core/message/people.ts';
import { chosenContract } from './chosen-contract.ts';
import { addCustomerIn } from './customers.ts';
import { addPersonIn } from './people.ts';
import type { Contracts, ContractsTransaction } from './ports/contracts.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { type Refused, refuse } from './refuse.ts';
import { hashOf } from './secret.ts';
import { isId } from './text-field.ts';

/** What a column may be called; case, blanks, `_` and `-` do not count. */
const COLUMNS = [
  'customerId',
  'name',
  'accountManager',
  'accountManagerName',
  'accountManagerEmail',
  'accountManagerOffice',
  'accountManagerMobile',
] as const;
type Column = (typeof COLUMNS)[number];

/** More customers than a statewide contract has; the whole table is one transaction. */
export const TABLE_LINES_MAX = 1_000;
/** So many bytes hold that many lines of the longest names. */
export const TABLE_BYTES_MAX = 512 * 1024;
/** Of customers without an account manager at most so many are named. */
const WITHOUT_MAX = 100;
const PAGE_MAX = 500;

/** What one line of the table does. */
interface TableLine {
  readonly line: number;
  readonly customerId: string;
  /** What the customer is called. */
  readonly name: string;
  readonly isNew: boolean;
  /** Who keeps the account from now on; undefined where that stays as it is. */
  readonly accountManager: string | undefined;
  /** What that person is called, where the line says it. */
  readonly managerName: string | undefined;
  /** Who kept it until now, where somebody did. */
  readonly insteadOf: string | undefined;
  /** They become somebody of the contract by this line. */
  readonly isNewManager: boolean;
}

interface TableProblem {
  readonly line: number;
  readonly refusal: Refused['refusal'];
}

/** What a table would do, or has done. */
export interface CustomerTable {
  readonly accepted: true;
  readonly contract: string;
  readonly lines: readonly TableLine[];
  /** Where there are any, nothing is done. */
  readonly problems: readonly TableProblem[];
  readonly isDone: boolean;
  /** Customers of the contract whose account nobody keeps afterwards; the first of them. */
  readonly withoutManager: readonly string[];
}

interface Asked {
  readonly contract: string | undefined;
  readonly bytes: Uint8Array;
  /** False: everything is found out, and nothing is kept. */
  readonly isMeant: boolean;
  /** What was shown to whoever means it (`seenOf`): where it would do anything else by now, nothing is kept. */
  readonly seen?: string | undefined;
}

/** By what a table does it is known whether it still does what somebody was shown. */
export const seenOf = ({ lines, problems }: Pick<CustomerTable, 'lines' | 'problems'>): string =>
  hashOf(JSON.stringify([lines, problems]));

/** Ends a transaction of which nothing is to stay. */
class Undone extends Error {
  readonly table: CustomerTable;
  constructor(table: CustomerTable) {
    super('undone');
    this.table = table;
  }
}

/**
 * Takes in customers and who keeps their accounts, line by line, all of them or none.
 *
 * What it would do is found by doing it and undoing it again, so a preview says nothing else than the deed. Every line
 * that is refused is named, not the first alone. A customer that is known may be given another account manager; what a
 * customer or a person is called is never overwritten here.
 */
export async function takeCustomerTable(
  contracts: Contracts,
  { contract, bytes, isMeant, seen }: Asked,
): Promise<CustomerTable | Refused> {
  const table = tableOf(bytes);
  if ('refusal' in table) return table;
  try {
    return await contracts.transaction(async (tx) => {
      const chosen = await chosenContract(tx, contract);
      if ('refusal' in chosen) return chosen;
      const done = await takeLines(tx, chosen.contract, table.lines);
      const isAsShown = seen === undefined || seen === seenOf(done);
      const isDone = isMeant && isAsShown && done.problems.length === 0;
      const withoutManager = await customersWithoutManager(tx, chosen.contract);
      const result = { accepted: true, contract: chosen.contract, ...done, isDone, withoutManager } as const;
      if (!isDone) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.table;
    throw error;
  }
}

/** Customers of a contract whose account nobody keeps, by their ids; the first of them. */
async function customersWithoutManager(
  tx: ContractsTransaction,
  contract: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = ''; found.length < WITHOUT_MAX; ) {
    const page = await tx.customersPage(contract, { after, max: PAGE_MAX });
    for (const { customerId, accounts } of page) {
      if (Object.keys(accounts).length === 0) found.push(customerId);
    }
    if (page.length < PAGE_MAX) break;
    after = page.at(-1)?.customerId ?? '';
  }
  return found.slice(0, WITHOUT_MAX);
}

interface Line {
  readonly line: number;
  readonly of: Readonly<Partial<Record<Column, string>>>;
  /** Why it cannot be read as a line of the table. */
  readonly refused: Refused | undefined;
}

function tableOf(bytes: Uint8Array): { readonly lines: readonly Line[] } | Refused {
  const tooLarge = (): Refused =>
    refuse('table-too-large', { linesMax: TABLE_LINES_MAX, kibibytesMax: TABLE_BYTES_MAX / 1024 });
  if (bytes.length > TABLE_BYTES_MAX) return tooLarge();
  const read = readCsv(bytes, { rowsMax: TABLE_LINES_MAX + 1 });
  if ('problem' in read) return refuse('table-not-readable', read.problem);
  const [head, ...rows] = read.rows;
  if (!head || rows.length === 0) return refuse('table-empty', { columns: COLUMNS });
  if (rows.length > TABLE_LINES_MAX) return tooLarge();
  const columns = columnsOf(head);
  return 'refusal' in columns ? columns : { lines: rows.map((row) => lineOf(row, columns.columns)) };
}

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

function columnsOf({ cells }: CsvRow): { readonly columns: readonly Column[] } | Refused {
  const columns: Column[] = [];
  for (const cell of cells) {
    const column = COLUMNS.find((one) => plainName(one) === plainName(cell));
    if (column === undefined)
      return refuse('table-column-unknown', { column: cell.slice(0, SHOWN_MAX), columns: COLUMNS });
    if (columns.includes(column)) return refuse('table-column-twice', { column });
    columns.push(column);
  }
  return columns.includes('customerId')
    ? { columns }
    : refuse('table-column-missing', { column: 'customerId' satisfies Column });
}

/** As much of a cell as shows which one is meant. */
const SHOWN_MAX = 60;

function lineOf({ line, cells }: CsvRow, columns: readonly Column[]): Line {
  const surplus = cells.slice(columns.length).some((cell) => cell !== '');
  const given = columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []));
  return {
    line,
    of: Object.fromEntries(given),
    refused: surplus
      ? refuse('table-cells-surplus', { cells: cells.length, columns: columns.length })
      : undefined,
  };
}

async function takeLines(
  tx: ContractsTransaction,
  contract: string,
  table: readonly Line[],
): Promise<Pick<CustomerTable, 'lines' | 'problems'>> {
  const lines: TableLine[] = [];
  const problems: TableProblem[] = [];
  const first = new Map<string, number>();
  for (const one of table) {
    const customerId = one.of.customerId ?? '';
    const before = first.get(customerId);
    first.set(customerId, before ?? one.line);
    const done =
      one.refused ??
      (before === undefined
        ? await takeLine(tx, contract, one)
        : refuse('table-customer-twice', { customerId, line: before }));
    if ('refusal' in done) problems.push({ line: one.line, refusal: done.refusal });
    else lines.push(done);
  }
  return { lines, problems };
}

const MANAGER_FIELDS: readonly (readonly [Column, PersonField])[] = [
  ['accountManagerName', 'name'],
  ['accountManagerEmail', 'email'],
  ['accountManagerOffice', 'office'],
  ['accountManagerMobile', 'mobile'],
];

/** First whoever is to keep the account, then the customer with it. */
async function takeLine(
  tx: ContractsTransaction,
  contract: string,
  { line, of }: Line,
): Promise<TableLine | Refused> {
  const { customerId = '', name, accountManager } = of;
  const known = isId(customerId) ? await tx.customer(contract, customerId) : undefined;
  const told = MANAGER_FIELDS.flatMap(([column, field]) =>
    of[column] === undefined ? [] : [[field, of[column]] as const],
  );
  const manager =
    told.length === 0
      ? undefined
      : await addPersonIn(tx, {
          contract,
          personId: accountManager ?? '',
          role: 'accountManager',
          ...Object.fromEntries(told),
        });
  if (manager && 'refusal' in manager) return manager;
  const added = await addCustomerIn(tx, { contract, customerId, name, accountManager });
  if ('refusal' in added) return added;
  return {
    line,
    customerId,
    name: known?.name ?? name ?? customerId,
    isNew: added.isNew,
    accountManager: added.accountChanged ? accountManager : undefined,
    managerName: of.accountManagerName,
    insteadOf: added.accountChanged ? Object.values(known?.accounts ?? {})[0] : undefined,
    isNewManager: manager?.outcome === 'person',
  };
}
