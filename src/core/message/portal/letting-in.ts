import type { RefusalWords } from '../case.ts';

/** The pages by which managers let people into a contract and out again. */
export interface LettingInWords {
  readonly title: string;
  readonly about: string;
  readonly empty: string;
  readonly state: string;
  readonly came: string;
  readonly notYet: string;
  readonly invite: {
    readonly title: string;
    readonly about: string;
    readonly nameHint: string;
    readonly emailHint: string;
    readonly button: string;
    readonly done: (values: { name: string; email: string }) => string;
    readonly seen: string;
  };
  readonly refusals: Readonly<Record<'roleMissing' | 'theirs' | 'elsewhere', RefusalWords>>;
  readonly again: {
    readonly title: string;
    readonly about: (values: { email: string }) => string;
    readonly button: string;
  };
  readonly noAddress: string;
  readonly withdraw: string;
  readonly withdrawSure: (values: { name: string; role: string }) => string;
  readonly withdrawAbout: string;
  readonly invitationEnds: string;
  readonly withdrawn: (values: { role: string }) => string;
  readonly out: string;
  readonly cancel: string;
  /** The language somebody is written to in. */
  readonly language: {
    readonly label: string;
    readonly hint: string;
    /** What holds where nobody has chosen: the contract's, by its name. */
    readonly none: (values: { name: string }) => string;
  };
}
