import type { RefusalWords } from '../case.ts';
import type { PeopleRefusal, PeopleRefusals } from '../people.ts';
import { type AdminWords, adminRefusalWords } from './admin.ts';

type TableRefusals = Pick<PeopleRefusals, Extract<keyof PeopleRefusals, `table-${string}`>>;

/** What a line of a table does to a customer, with people by their names. */
interface LineSaid {
  readonly name: string;
  readonly isNew: boolean;
  readonly manager: string | undefined;
  readonly isNewManager: boolean;
  /** Who kept the account until now. */
  readonly insteadOf: string | undefined;
}

/** The words of the page that takes in a table of customers. */
export interface CustomerTableWords {
  readonly title: string;
  readonly about: string;
  /** How a table looks: the names of its columns, each with what it is. */
  readonly columns: {
    readonly title: string;
    readonly about: string;
    readonly of: Readonly<
      Record<
        | 'customerId'
        | 'name'
        | 'accountManager'
        | 'accountManagerName'
        | 'accountManagerEmail'
        | 'accountManagerOffice'
        | 'accountManagerMobile',
        string
      >
    >;
  };
  readonly file: { readonly label: string; readonly hint: (values: { kibibytes: number }) => string };
  readonly text: { readonly label: string; readonly hint: string; readonly again: string };
  readonly button: string;
  readonly missing: string;
  readonly preview: {
    readonly title: string;
    readonly nothingYet: string;
    /** The world has changed since the table was shown. */
    readonly changed: string;
    readonly counts: (values: { added: number; changed: number; unchanged: number; wrong: number }) => string;
    readonly wrong: string;
    readonly wrongAbout: string;
    readonly nothing: string;
    readonly added: string;
    readonly accounts: string;
    readonly line: (line: LineSaid) => string;
    readonly at: (values: { line: number }) => string;
    readonly more: (values: { count: number }) => string;
    readonly unchanged: (values: { count: number }) => string;
    readonly without: (values: { customers: readonly string[] }) => string;
    readonly button: (values: { count: number }) => string;
    readonly mend: string;
    readonly again: string;
  };
  readonly done: (values: { count: number }) => string;
  /** The list of customers. */
  readonly list: {
    readonly filters: string;
    readonly all: (values: { count: number }) => string;
    readonly without: (values: { count: number }) => string;
    readonly none: string;
  };
  readonly refusals: { readonly [C in keyof TableRefusals]: (values: TableRefusals[C]) => RefusalWords };
}

/** Why a table, or a line of one, is not taken in. */
export function tableRefusalWords(
  { customerTable, admin }: { readonly customerTable: CustomerTableWords; readonly admin: AdminWords },
  refusal: PeopleRefusal,
): RefusalWords {
  if (!Object.hasOwn(customerTable.refusals, refusal.code)) return adminRefusalWords(admin, refusal);
  const say = customerTable.refusals[refusal.code as keyof TableRefusals] as (
    values: unknown,
  ) => RefusalWords;
  return say(refusal.values);
}
