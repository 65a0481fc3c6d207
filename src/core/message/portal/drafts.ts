import type { DraftEventType, DraftOrigin } from '../../publication/draft-event.ts';
import type { DraftRefusals } from '../../publication/draft-refusal.ts';
import type { Agreeing, DraftStatus } from '../../publication/draft-state.ts';
import type { RefusalWords } from '../case.ts';
import type { DraftMailWords } from './draft-mails.ts';
import type { PlanFormWords } from './plan-forms.ts';

interface Named {
  readonly name: string;
}

/** A form with its heading, what it does, and its button. */
interface DraftForm {
  readonly title: string;
  readonly about: string;
  readonly button: string;
}

/** Something asked of a draft by a form of its page. */
export type DraftFormName = 'propose' | 'agree' | 'sendBack' | 'publish' | 'comment' | 'drop';

/** The sentences about plans on their way. */
export interface DraftWords {
  readonly refusals: { readonly [C in keyof DraftRefusals]: (values: DraftRefusals[C]) => RefusalWords };
  readonly mails: DraftMailWords;
  readonly planForms: PlanFormWords;
  readonly status: Readonly<Record<DraftStatus, string>>;
  readonly title: string;
  readonly about: string;
  readonly one: (values: { readonly draft: number }) => string;
  readonly empty: string;
  readonly emptyAbout: string;
  readonly columns: Readonly<
    Record<'draft' | 'status' | 'made' | 'changed' | 'effective' | 'revision', string>
  >;
  readonly inForce: (values: { readonly number: number }) => string;
  readonly nothingInForce: string;
  readonly copy: DraftForm;
  readonly fromText: DraftForm;
  readonly origins: Readonly<Record<DraftOrigin, string>>;
  readonly facts: Readonly<
    Record<
      | 'status'
      | 'origin'
      | 'copyOf'
      | 'edited'
      | 'proposed'
      | 'contractor'
      | 'oversight'
      | 'effective'
      | 'address'
      | 'revision'
      | 'digest',
      string
    >
  >;
  readonly notYet: string;
  readonly by: (values: Named) => string;
  readonly tabs: Readonly<Record<'label' | 'draft' | 'forms' | 'text' | 'preview', string>>;
  readonly forms: Readonly<Record<DraftFormName, DraftForm>>;
  readonly labels: Readonly<
    Record<
      | 'text'
      | 'reason'
      | 'comment'
      | 'note'
      | 'effectiveAt'
      | 'effectiveAtHint'
      | 'because'
      | 'yaml'
      | 'yamlHint',
      string
    >
  >;
  readonly momentNotUnderstood: (values: { readonly value: string }) => string;
  readonly done: Readonly<
    Record<
      | 'made'
      | 'edited'
      | 'unchanged'
      | 'propose'
      | 'agree'
      | 'agreedByBoth'
      | 'sendBack'
      | 'publish'
      | 'set'
      | 'comment'
      | 'drop'
      | 'override'
      | 'settle'
      | 'entryKept'
      | 'entryRemoved',
      string
    >
  >;
  readonly waitsFor: (values: { readonly party: Agreeing }) => string;
  readonly waitsForProposal: string;
  readonly waitsForPublication: string;
  readonly takesEffect: string;
  readonly findings: {
    readonly title: string;
    readonly none: string;
    readonly count: (values: { readonly blocking: number; readonly count: number }) => string;
    readonly line: (values: { readonly line: number }) => string;
    readonly severity: Readonly<Record<'blocking' | 'warning' | 'advice', string>>;
    /** Findings are written in English, whatever the page speaks. */
    readonly inEnglish: string;
  };
  readonly overrides: {
    readonly title: string;
    readonly about: string;
    readonly button: string;
    readonly by: (values: { readonly party: Agreeing } & Named) => string;
    readonly waits: (values: { readonly party: Agreeing }) => string;
    readonly erased: string;
  };
  readonly questions: {
    readonly title: string;
    readonly about: string;
    readonly one: (values: { readonly about: string }) => string;
    readonly reading: (values: { readonly value: string; readonly quote: string | undefined }) => string;
    readonly button: string;
    readonly notChosen: string;
    readonly notWritten: (values: { readonly about: string }) => string;
  };
  readonly changes: {
    readonly title: string;
    readonly none: string;
    readonly more: (values: { readonly more: number }) => string;
    readonly nothingBefore: string;
    readonly unreadable: string;
  };
  readonly history: {
    readonly title: string;
    readonly says: Readonly<Record<DraftEventType, string>>;
    readonly erased: string;
  };
  readonly preview: {
    readonly about: string;
    readonly unfinished: string;
  };
  readonly edit: {
    readonly title: string;
    readonly save: string;
    readonly locked: string;
  };
}
