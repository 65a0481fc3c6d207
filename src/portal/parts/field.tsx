import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

/** What every field of a form has; its id is its name, so that an error summary finds it. */
export interface FieldFrame {
  readonly language: Language;
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  /** What is wrong with what was typed, in a sentence. */
  readonly error?: string | undefined;
  /** May be left out, and the label says so; `unsaid`: nobody would think otherwise, or the label's own words say it. */
  readonly isOptional?: boolean | 'unsaid';
}

interface TextField extends FieldFrame {
  readonly value?: string | undefined;
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'search'
    | 'password'
    | 'number'
    | 'date'
    | 'time'
    | 'month';
  readonly width?: 'short' | 'medium';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'tel' | 'email';
  readonly lengthMax?: number;
  readonly spellcheck?: boolean;
}

/** One line of text. */
export function textField(field: TextField): Html {
  const { name, value = '', type = 'text', width, autocomplete = 'off', inputmode, lengthMax } = field;
  return framed(
    field,
    <input
      {...controlOf(field)}
      id={name}
      name={name}
      type={type}
      value={value}
      class={width && `is-${width}`}
      autocomplete={autocomplete}
      inputmode={inputmode}
      maxlength={lengthMax}
      spellcheck={field.spellcheck === false ? 'false' : undefined}
    />,
  );
}

interface TextArea extends FieldFrame {
  readonly value?: string | undefined;
  readonly rows?: number;
  /** Counted for whoever types; the server refuses what is longer. */
  readonly lengthMax?: number;
}

/** Text of several lines. With script it says how much may still be typed. */
export function textArea(field: TextArea): Html {
  const { name, value = '', rows = 6, lengthMax, language } = field;
  const { script } = catalogue(language).parts;
  return framed(
    field,
    <textarea
      {...controlOf(field)}
      id={name}
      name={name}
      rows={String(rows)}
      maxlength={lengthMax}
      {...(lengthMax !== undefined && {
        'data-length-max': lengthMax,
        'data-left': script.charactersLeft,
        'data-over': script.charactersOver,
      })}
    >
      {/* A browser drops the first line break in here. */}
      {value.startsWith('\n') ? `\n${value}` : value}
    </textarea>,
  );
}

/** A choice of a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectField extends FieldFrame {
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  /** What stands first and chooses nothing: "All", or the catalogue's "Choose one". */
  readonly none?: string;
}

/** One of a long list; for a short one radio buttons are easier. */
export function selectField(field: SelectField): Html {
  const { name, options, chosen = '', none, language } = field;
  return framed(
    field,
    <select {...controlOf(field)} id={name} name={name}>
      <option value="">{none ?? catalogue(language).parts.choose}</option>
      {options.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>,
  );
}

const framed = (field: FieldFrame, control: Html): Html => (
  <div class={field.error === undefined ? 'field' : 'field has-error'}>
    <label for={field.name}>
      {field.label}
      {field.isOptional === true && <span class="quiet"> {catalogue(field.language).parts.optional}</span>}
    </label>
    {hintAndError(field)}
    {control}
  </div>
);

/** What stands between a label and its control; the control names both as its description. */
export function hintAndError({ name, hint, error, language }: FieldFrame): Html {
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${name}-error`}>
          <span class="only-read-out">{catalogue(language).parts.error} </span>
          {error}
        </p>
      )}
    </>
  );
}

/** What a control says of itself to who cannot see what stands around it. */
export function describedBy({ name, hint, error }: FieldFrame): string | undefined {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`];
  return ids.filter((id) => id !== false).join(' ') || undefined;
}

function controlOf(field: FieldFrame) {
  const { isOptional = false, error, language } = field;
  return {
    'aria-describedby': describedBy(field),
    'aria-invalid': error === undefined ? undefined : 'true',
    'aria-required': isOptional === false ? 'true' : undefined,
    'data-missing': isOptional !== false ? undefined : catalogue(language).parts.script.missing,
  } as const;
}
