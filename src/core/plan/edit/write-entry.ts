import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import { parse } from '../reading/parse.ts';
import { valueAt } from '../reading/path.ts';
import { type FieldProblem, readFrom, shownIn } from './field-value.ts';
import { closeDocument, openDocument } from './open-document.ts';
import type { PartField } from './part-field.ts';
import { isKeyed, type PartForm } from './part-form.ts';
import { forgetPlace, put } from './put-value.ts';

/** What was typed, by the names of the inputs. */
type Typed = Readonly<Record<string, string>>;

interface WrongField {
  readonly input: string;
  readonly problem: FieldProblem;
  readonly value: string;
}

export type Written =
  | { readonly text: string; readonly wrong?: never }
  | { readonly text?: never; readonly wrong: readonly WrongField[] };

/**
 * The text of a plan with one of its entries as its form has it. Only what is different is written; comments and the
 * rest of the text stay. What cannot be a value of its field is named, each by its input, and nothing is written.
 */
export function writeEntry(text: string, form: PartForm, typed: Typed): Written {
  const { value: plan } = parse(text);
  const document = openDocument(text);
  const wrong: WrongField[] = [];
  const meant: (readonly [PartField, Path, unknown])[] = [];
  const entry = pathOf(form, typed);
  for (const field of form.fields) {
    const value = (typed[field.input] ?? '').trim();
    if (!form.isNew && value === shownIn(field, valueAt(plan, [...form.path, ...field.path]))) continue;
    const read = readFrom(field, value);
    const problem = 'problem' in read ? read.problem : takenProblem(plan, form, field, value);
    if (problem) wrong.push({ input: field.input, problem, value });
    else if ('value' in read && field.path.length > 0) {
      const { also } = field;
      // Of a new step the level comes first, once, and only if anything else is said of it.
      if (also && read.value !== undefined) meant.push([field, [...entry, ...also.path], also.value]);
      meant.push([field, [...entry, ...field.path], read.value]);
    }
  }
  if (wrong.length > 0) return { wrong };
  if (!document) return { wrong: notWritten(form, form.fields[0]) };
  const blocked = meant.find(([, path, value]) => !put(document, path, value));
  if (blocked) return { wrong: notWritten(form, blocked[0]) };
  for (const [, path] of meant) forgetPlace(document, path);
  const written = meant.length === 0 ? text : closeDocument(document);
  const { value: after } = parse(written);
  const lost = meant.find(([, path, value]) => !isSame(valueAt(after, placeNow(after, path)), value));
  return lost ? { wrong: notWritten(form, lost[0]) } : { text: written };
}

/** The text of a plan without one of its entries; undefined where it cannot be taken out of this text by itself. */
export function removeEntry(text: string, { part, path }: PartForm): string | undefined {
  const document = openDocument(text);
  if (!document) return undefined;
  const count = (plan: Plan): number => Object.keys(plan[part] ?? {}).length;
  document.deleteIn(path);
  const written = closeDocument(document);
  return count(parse(written).value) === count(parse(text).value) - 1 ? written : undefined;
}

/** Of a new entry that goes by its id that is its key; of everything else the path is known. */
const pathOf = ({ isNew, part, path }: PartForm, typed: Typed): Path =>
  isNew && isKeyed(part) ? [...path, (typed.id ?? '').trim()] : path;

/** The form of what was made of a new entry; every other stays as it is. */
export const formOfWritten = (form: PartForm, typed: Typed): PartForm =>
  form.isNew && isKeyed(form.part) ? { ...form, key: (typed.id ?? '').trim() } : form;

function takenProblem(
  plan: Plan,
  { isNew, part }: PartForm,
  { form, input }: PartField,
  value: string,
): FieldProblem | undefined {
  if (!isNew || form !== 'id' || input !== 'id') return undefined;
  const known =
    part === 'obligations' ? (plan.obligations ?? []).map(({ id }) => id) : Object.keys(plan[part] ?? {});
  return known.includes(value) ? 'taken' : undefined;
}

const notWritten = ({ fields }: PartForm, field: PartField | undefined): readonly WrongField[] => [
  { input: (field ?? fields[0])?.input ?? '', problem: 'notWritten', value: '' },
];

/** A condition that stood alone is the first of a list once another was added. */
function placeNow(plan: Plan, path: Path): Path {
  const at = path.indexOf('when') + 1;
  const isMoved = at > 0 && typeof path[at] === 'string' && Array.isArray(valueAt(plan, path.slice(0, at)));
  return isMoved ? [...path.slice(0, at), 0, ...path.slice(at)] : path;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
