import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { describedBy, type FieldFrame, hintAndError, type Option } from './field.tsx';

interface Choice extends Omit<Option, 'label'> {
  readonly label: Child;
  readonly hint?: Child;
  /** Fields that belong to this choice alone. */
  readonly reveals?: Child;
}

interface Choices extends FieldFrame {
  readonly choices: readonly Choice[];
}

/** One of a few. The first has the name as its id, so that an error summary leads to it. */
export const radioField = (field: Choices & { readonly chosen?: string | undefined }): Html =>
  group(
    field,
    field.choices.map((choice, at) =>
      choiceLine(choice, { type: 'radio', name: field.name, at, isChosen: choice.value === field.chosen }),
    ),
  );

/** Any number of a few. */
export const checkboxField = (field: Choices & { readonly chosen: readonly string[] }): Html =>
  group(
    field,
    field.choices.map((choice, at) =>
      choiceLine(choice, {
        type: 'checkbox',
        name: field.name,
        at,
        isChosen: field.chosen.includes(choice.value),
      }),
    ),
  );

/** A single yes; left empty it is a no. */
export const checkbox = (choice: Choice & { readonly name: string; readonly isChosen: boolean }): Html =>
  choiceLine(choice, { type: 'checkbox', name: choice.name, at: 0, isChosen: choice.isChosen });

/** Lines under one legend, as one field. */
export function group(field: FieldFrame, lines: readonly Html[]): Html {
  const { label, error, isOptional = false, language } = field;
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <fieldset aria-describedby={describedBy(field)}>
        <legend>
          {label}
          {isOptional === true && <span class="quiet"> {catalogue(language).parts.optional}</span>}
        </legend>
        {hintAndError(field)}
        {lines}
      </fieldset>
    </div>
  );
}

function choiceLine(
  { value, label, hint, reveals }: Choice,
  {
    type,
    name,
    at,
    isChosen,
  }: {
    readonly type: 'radio' | 'checkbox';
    readonly name: string;
    readonly at: number;
    readonly isChosen: boolean;
  },
): Html {
  const id = at === 0 ? name : `${name}-${at + 1}`;
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        checked={isChosen}
        aria-describedby={hint === undefined ? undefined : `${id}-about`}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-about`}>
          {hint}
        </p>
      )}
      {reveals !== undefined && <div class="revealed">{reveals}</div>}
    </div>
  );
}
