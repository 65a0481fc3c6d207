import type { Party } from '../../plan/format/schema-values.ts';
import type { RefusalWords } from '../case.ts';

type Audience = Party | 'all';

/** The pages about who shares a case on the customer's side. */
interface PeopleWords {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly toPage: string;
  readonly watchers: {
    readonly heading: string;
    readonly about: string;
    readonly none: string;
    readonly label: string;
    readonly add: string;
    readonly remove: string;
    readonly full: (values: { readonly watchersMax: number }) => string;
  };
  readonly standIn: {
    readonly heading: string;
    readonly about: string;
    readonly none: string;
    readonly label: string;
    readonly until: string;
    readonly untilHint: string;
    readonly untilWords: string;
    readonly name: string;
    readonly replace: string;
    readonly end: string;
  };
  /** Of a customer with so many people that none is chosen from a list. */
  readonly email: string;
  readonly emailHint: string;
  readonly alone: string;
  readonly done: Readonly<Record<'added' | 'removed' | 'named' | 'ended', string>>;
  readonly errors: {
    readonly missing: string;
    readonly stranger: (values: { readonly person: string }) => string;
    readonly instant: (values: { readonly value: string }) => string;
  };
}

/** The pages about the files of a case. */
interface FilesWords {
  readonly title: string;
  readonly none: RefusalWords;
  readonly toPage: string;
  readonly caption: string;
  readonly erased: string;
  readonly audiences: Readonly<Record<Audience, string>>;
  readonly from: (values: { readonly name: string | undefined; readonly party: Party }) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly size: (values: { readonly bytes: number }) => string;
  readonly heading: string;
  readonly label: string;
  readonly hint: (values: { readonly mebibytesMax: number; readonly filesMax: number }) => string;
  readonly audience: string;
  readonly send: string;
  readonly full: (values: { readonly filesMax: number }) => string;
  readonly done: (values: { readonly name: string }) => string;
  readonly missing: string;
}

/** What stands around a case beside its page: with whom it is shared, and its files. */
export interface ExtrasWords {
  readonly people: PeopleWords;
  readonly files: FilesWords;
  readonly cancel: string;
}
