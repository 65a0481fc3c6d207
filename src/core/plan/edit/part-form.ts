import type { Path } from '../../finding.ts';
import type { Plan } from '../format/schema.ts';
import { valueAt } from '../reading/path.ts';
import { calendarFields } from './calendar-fields.ts';
import { contactFields } from './contact-fields.ts';
import { levelFields } from './level-fields.ts';
import { obligationFields } from './obligation-fields.ts';
import type { PartField } from './part-field.ts';
import { trackFields } from './track-fields.ts';

/** The parts of a plan that have a form each. */
export const PLAN_PARTS = ['contacts', 'levels', 'tracks', 'calendars', 'obligations'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Parts that are a list, whose entries go by their numbers, from 1. */
const LISTED: ReadonlySet<PlanPart> = new Set(['levels', 'obligations']);

/** What stands for an entry that is not there yet; no id of a plan is written so. */
export const NEW_ENTRY = '_new';

/** One entry of a part, with the fields of its form. */
export interface PartForm {
  readonly part: PlanPart;
  /** An id, a number, or `NEW_ENTRY`. */
  readonly key: string;
  /** Where it stands in the plan; of a new one that goes by its id where all of them do. */
  readonly path: Path;
  readonly isNew: boolean;
  readonly fields: readonly PartField[];
}

const FIELDS: Readonly<Record<PlanPart, (plan: Plan, path: Path) => readonly PartField[]>> = {
  contacts: contactFields,
  levels: levelFields,
  tracks: trackFields,
  calendars: calendarFields,
  obligations: obligationFields,
};

/** Whether the id of an entry is its key: then a new one is put there by what is typed as its id. */
export const isKeyed = (part: PlanPart): boolean => !LISTED.has(part);

/** The entries that a plan has of a part, in its order, by the keys of their forms. */
export function entriesOf(plan: Plan, part: PlanPart): readonly string[] {
  const keys = Object.keys(plan[part] ?? {});
  return LISTED.has(part) ? keys.map((key) => String(Number(key) + 1)) : keys;
}

/** The form of one entry of a plan; undefined where there is none such. */
export function partForm(plan: Plan, part: PlanPart, key: string): PartForm | undefined {
  const isNew = key === NEW_ENTRY;
  const path = isNew ? pathOfNew(plan, part) : pathOf(part, key);
  if (!path || (!isNew && valueAt(plan, path) === undefined)) return undefined;
  const fields = FIELDS[part](plan, path);
  return { part, key, path, isNew, fields: fields.filter((field) => isNew || !field.isOfNew) };
}

function pathOf(part: PlanPart, key: string): Path | undefined {
  if (!LISTED.has(part)) return [part, key];
  return /^[1-9]\d{0,4}$/.test(key) ? [part, Number(key) - 1] : undefined;
}

const pathOfNew = (plan: Plan, part: PlanPart): Path =>
  LISTED.has(part) ? [part, Object.keys(plan[part] ?? {}).length] : [part];
