import { namedCalendar } from '../../core/calendar/holidays/named.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PartField } from '../../core/plan/edit/part-field.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { checkboxField, group } from '../parts/choices.tsx';
import { type Option, selectField, textArea, textField } from '../parts/field.tsx';

interface Entry {
  readonly language: Language;
  readonly plan: Plan;
  /** What stands in each field, by the names of the inputs. */
  readonly typed: Readonly<Record<string, string>>;
  /** What is wrong with it, by the names of the inputs. */
  readonly errors: ReadonlyMap<string, string>;
}

const ROWS: Readonly<Partial<Record<PartField['form'], number>>> = {
  text: 3,
  lines: 3,
  week: 3,
  exceptions: 3,
  holidays: 3,
};
/** So many places are offered where several are chosen, and one more than are taken. */
const PLACES_MIN = 2;

/** The id of the control that an error leads to. */
export const controlOf = ({ form, input }: PartField): string =>
  form === 'row' ? placeName(input, 1) : input;

const placeName = (input: string, place: number): string => `${input}-${place}`;

/** One field of an entry, as its form shows it. */
export function entryField(entry: Entry, field: PartField): Html {
  const { language, typed, errors } = entry;
  const words = catalogue(language).drafts.planForms;
  const { input, name, form, isNeeded } = field;
  const value = typed[input] ?? '';
  const frame = {
    ...{ language, name: input, label: words.fields[name], hint: words.hints[name], value },
    error: errors.get(input),
    isOptional: isNeeded ? false : ('unsaid' as const),
  };
  const rows = ROWS[form];
  if (rows !== undefined) return textArea({ ...frame, rows: Math.max(rows, value.split('\n').length) });
  switch (form) {
    case 'one':
      return selectField({
        ...frame,
        options: optionsOf(entry, field),
        chosen: value,
        none: words.notSaid,
      });
    case 'some':
      return checkboxField({ ...frame, choices: optionsOf(entry, field), chosen: value.split('\n') });
    case 'row':
      return rowField(entry, field, value);
    case 'telephone':
      return textField({ ...frame, type: 'tel', width: 'medium' });
    case 'mail':
      return textField({ ...frame, type: 'email' });
    case 'span':
    case 'levels':
    case 'days':
      return textField({ ...frame, width: 'medium' });
    default:
      return textField(frame);
  }
}

/** Several in an order: a list to choose from for each place. */
function rowField(entry: Entry, field: PartField, value: string): Html {
  const { language, errors } = entry;
  const words = catalogue(language).drafts.planForms;
  const taken = value.split('\n').filter((one) => one !== '');
  const places = Math.max(PLACES_MIN, taken.length + 1);
  const options = optionsOf(entry, field);
  return group(
    {
      ...{ language, name: field.input, label: words.fields[field.name], isOptional: 'unsaid' },
      error: errors.get(field.input),
    },
    Array.from({ length: places }, (_, at) =>
      selectField({
        ...{ language, name: placeName(field.input, at + 1), label: words.place({ place: at + 1 }) },
        ...{ options, chosen: taken[at], none: words.notSaid, isOptional: 'unsaid' },
      }),
    ),
  );
}

function optionsOf({ language, plan }: Entry, { options = [], says }: PartField): readonly Option[] {
  const { options: words } = catalogue(language).drafts.planForms;
  const label = (value: string): string => {
    if (says === 'plan') return nameIn(plan, value);
    if (says === 'list') return namedCalendar(value)?.title ?? value;
    return (says && words[says][value]) ?? value;
  };
  return options.map((value) => ({ value, label: label(value) }));
}

/** A contact, a rota or a calendar by its id, and whoever it is. */
function nameIn({ contacts = {} }: Plan, id: string): string {
  const { name, title } = contacts[id] ?? {};
  const known = name ?? title;
  return known === undefined ? id : `${known} (${id})`;
}
