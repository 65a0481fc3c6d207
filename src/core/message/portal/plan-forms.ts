import type { FieldProblem } from '../../plan/edit/field-value.ts';
import type { FieldName, OptionWords } from '../../plan/edit/part-field.ts';
import type { PlanPart } from '../../plan/edit/part-form.ts';

/** The sentences of the forms in which parts of a plan are changed. */
export interface PlanFormWords {
  readonly title: string;
  readonly about: string;
  readonly unreadable: string;
  readonly parts: Readonly<
    Record<PlanPart, { readonly title: string; readonly none: string; readonly add: string }>
  >;
  readonly level: (values: { readonly level: number; readonly title: string }) => string;
  readonly newOne: Readonly<Record<PlanPart, string>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly hints: Readonly<Partial<Record<FieldName, string>>>;
  readonly options: Readonly<Record<Exclude<OptionWords, 'plan' | 'list'>, Readonly<Record<string, string>>>>;
  readonly notSaid: string;
  readonly place: (values: { readonly place: number }) => string;
  readonly step: (values: { readonly level: number }) => string;
  readonly condition: (values: { readonly level: number; readonly place: number }) => string;
  /** What is closed until something is to be added: a step to the next level, a condition of a step. */
  readonly addStep: (values: { readonly level: number }) => string;
  readonly addCondition: (values: { readonly level: number }) => string;
  readonly show: string;
  readonly keep: string;
  readonly removal: { readonly title: string; readonly about: string; readonly button: string };
  readonly shown: {
    readonly title: string;
    readonly none: string;
    /** Something was typed after it was shown. */
    readonly again: string;
    readonly blocking: (values: { readonly now: number; readonly later: number }) => string;
    readonly brings: string;
  };
  readonly examples: {
    readonly title: string;
    readonly about: string;
    readonly uncounted: string;
    readonly never: string;
    readonly columns: Readonly<Record<'from' | 'due' | 'why', string>>;
  };
  readonly problems: Readonly<Record<FieldProblem, (values: { readonly value: string }) => string>>;
  readonly notRemoved: string;
}
