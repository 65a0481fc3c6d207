import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type FieldFrame, hintAndError } from './field.tsx';

interface MomentField extends FieldFrame {
  /** The zone by whose clocks it is read. */
  readonly timeZone: string;
  /** As it was typed: `2026-11-26` and `14:10`. */
  readonly date?: string | undefined;
  readonly time?: string | undefined;
}

/**
 * A date and a time of day by the contract's clocks, sent as `<name>-date` and `<name>-time`. An error summary leads to
 * the date, whose id is the name.
 */
export function momentField(field: MomentField): Html {
  const { name, label, error, isOptional = false, timeZone, date = '', time = '', language } = field;
  const words = catalogue(language).parts;
  const described = [
    field.hint !== undefined && `${name}-hint`,
    `${name}-zone`,
    error !== undefined && `${name}-error`,
  ]
    .filter((id) => id !== false)
    .join(' ');
  const invalid = error === undefined ? undefined : 'true';
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <fieldset aria-describedby={described}>
        <legend>
          {label}
          {isOptional === true && <span class="quiet"> {words.optional}</span>}
        </legend>
        <p class="hint" id={`${name}-zone`}>
          {words.zoneHint({ timeZone })}
        </p>
        {hintAndError(field)}
        <div class="moment">
          <div>
            <label for={name}>{words.date}</label>
            <input id={name} name={`${name}-date`} type="date" value={date} aria-invalid={invalid} />
          </div>
          <div>
            <label for={`${name}-time`}>{words.timeOfDay}</label>
            <input
              id={`${name}-time`}
              name={`${name}-time`}
              type="time"
              value={time}
              aria-invalid={invalid}
            />
          </div>
        </div>
      </fieldset>
    </div>
  );
}
