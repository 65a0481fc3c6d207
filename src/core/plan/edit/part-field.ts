import type { Path } from '../../finding.ts';

/** What a field is called; its words are the catalogue's. */
export type FieldName =
  | 'id'
  | 'kind'
  | 'name'
  | 'title'
  | 'office'
  | 'mobile'
  | 'email'
  | 'shown'
  | 'deputy'
  | 'quietHours'
  | 'reach'
  | 'otherwise'
  | 'responsibility'
  | 'covers'
  | 'examples'
  | 'urgency'
  | 'actor'
  | 'means'
  | 'unsatisfiedFor'
  | 'silentFor'
  | 'silentLevels'
  | 'allSilent'
  | 'anySilent'
  | 'since'
  | 'calendar'
  | 'timeZone'
  | 'hours'
  | 'week'
  | 'businessDay'
  | 'normalDay'
  | 'holidaysUse'
  | 'holidaysAdd'
  | 'holidaysRemove'
  | 'exceptions'
  | 'obligation'
  | 'due'
  | 'owner'
  | 'acceptedBy'
  | 'remind'
  | 'note';

/** How a value is written in its field. Of several values each has a line, but levels and days, which stand in a row. */
export type FieldForm =
  | 'id'
  | 'line'
  | 'text'
  | 'lines'
  | 'telephone'
  | 'mail'
  | 'span'
  | 'zone'
  | 'levels'
  | 'days'
  | 'week'
  | 'exceptions'
  | 'holidays'
  | 'due'
  /** One of `options`. */
  | 'one'
  /** Any of `options`. */
  | 'some'
  /** Several of `options`, in an order that counts. */
  | 'row';

/** Options that the plan itself names, or that have words of their own. */
export type OptionWords =
  | 'plan'
  | 'kind'
  | 'shown'
  | 'urgency'
  | 'party'
  | 'means'
  | 'since'
  | 'day'
  | 'hours'
  | 'duty'
  | 'list';

/** The step whose field it is, and which of its conditions. */
export interface OfStep {
  readonly level: number;
  /** From 1; undefined: of the step itself. */
  readonly condition: number | undefined;
  /** It is not in the plan yet, and only if something is said of it. */
  readonly isNew?: boolean;
}

/** One field of the form of an entry of a plan. */
export interface PartField {
  /** Of its input; no other field of the form has it. */
  readonly input: string;
  readonly name: FieldName;
  readonly form: FieldForm;
  /** Under the entry; empty for the id of a new one, which is a key. */
  readonly path: Path;
  readonly options?: readonly string[];
  readonly says?: OptionWords;
  readonly step?: OfStep;
  /** What is written with it, under the entry. */
  readonly also?: { readonly path: Path; readonly value: unknown };
  /** Only asked of an entry that is not there yet. */
  readonly isOfNew?: boolean;
  /** May not be left empty. */
  readonly isNeeded?: boolean;
}

/** A field whose path under its entry is one key. */
export const keyed = (name: FieldName, form: FieldForm, more: Partial<PartField> = {}): PartField => ({
  input: name,
  name,
  form,
  path: [name],
  ...more,
});

/** A field with options. */
export const chosen = (
  name: FieldName,
  says: OptionWords,
  options: readonly string[],
  more: Partial<PartField> = {},
): PartField => keyed(name, 'one', { says, options, ...more });

/** The short name of an entry that is not there yet, which becomes its key. */
export const NEW_ID: PartField = keyed('id', 'id', { path: [], isOfNew: true, isNeeded: true });
