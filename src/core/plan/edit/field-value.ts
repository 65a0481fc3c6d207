import { isMailAddress } from '../asked/mail-address.ts';
import { isDiallable } from '../asked/telephone.ts';
import { type Due, obligationSchema } from '../format/schema-contract.ts';
import { calendarSchema } from '../format/schema-routes.ts';
import { date, id, levelNumber, span, text, timeZone, week } from '../format/schema-values.ts';
import type { FieldForm, PartField } from './part-field.ts';

/** Why what was typed is no value of its field. */
export type FieldProblem = Exclude<FieldForm, 'some' | 'row' | 'lines'> | 'missing' | 'taken' | 'notWritten';

type Read = { readonly value: unknown } | { readonly problem: FieldProblem };

interface Codec {
  shown(value: unknown): string;
  read(typed: string, field: PartField): Read;
}

/** A value of the plan as its field shows it; empty where there is none. */
export const shownIn = (field: PartField, value: unknown): string =>
  value === undefined || value === null ? '' : CODECS[field.form].shown(value);

/** What was typed into a field as the plan has it; `undefined` of nothing at all. */
export function readFrom(field: PartField, typed: string): Read {
  if (typed === '') return field.isNeeded ? { problem: 'missing' } : { value: undefined };
  return CODECS[field.form].read(typed, field);
}

interface Fits {
  safeParse(value: unknown): { readonly success: boolean };
}

const fits = (schema: Fits, value: unknown, problem: FieldProblem): Read =>
  schema.safeParse(value).success ? { value } : { problem };

/** A text that is its own value, where it fits. */
const plain = (problem: FieldProblem, isFit: (typed: string) => boolean): Codec => ({
  shown: String,
  read: (typed) => (isFit(typed) ? { value: typed } : { problem }),
});

const isText = (typed: string): boolean => text.safeParse(typed).success;
const isLine = (typed: string): boolean => isText(typed) && !/[\n\r\t]/.test(typed);
const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Several values, a line each. */
const many = (problem: FieldProblem, isFit: (line: string, field: PartField) => boolean): Codec => ({
  shown: (value) => (value as readonly string[]).join('\n'),
  read: (typed, field) => {
    const lines = linesOf(typed);
    return lines.every((line) => isFit(line, field)) ? { value: lines } : { problem };
  },
});

const isOption = (typed: string, { options = [] }: PartField): boolean => options.includes(typed);

/** Numbers in a row. */
const numbers = (problem: FieldProblem, isFit: (value: number) => boolean): Codec => ({
  shown: (value) => (value as readonly number[]).join(', '),
  read: (typed) => {
    const values = typed.split(/[\s,;]+/).filter((one) => one !== '');
    const found = values.map(Number);
    return found.length > 0 && found.every(isFit) ? { value: found } : { problem };
  },
});

/** Hours by days: `mon-fri: 08:00-12:00, 13:00-17:00`, a line each. */
const NAMED_LINE = /^([^:]{1,40}):\s*(.*)$/;
const CLOSED: ReadonlySet<string> = new Set(['', 'closed', 'cerrado']);

function hoursByName(shownClosed: string, schema: Fits, problem: FieldProblem): Codec {
  return {
    shown: (value) =>
      Object.entries(value as Readonly<Record<string, readonly string[]>>)
        .map(([name, windows]) => `${name}: ${windows.join(', ') || shownClosed}`)
        .join('\n'),
    read: (typed) => {
      const entries = linesOf(typed).map((line) => NAMED_LINE.exec(line));
      const found: Record<string, readonly string[]> = Object.create(null);
      for (const entry of entries) {
        const [, name = '', hours = ''] = entry ?? [];
        if (name === '' || name in found) return { problem };
        found[name.trim()] = CLOSED.has(hours.trim().toLowerCase())
          ? []
          : hours.split(',').map((one) => one.trim());
      }
      return fits(schema, found, problem);
    },
  };
}

type Holiday = string | { readonly date?: string; readonly name?: string };

const holidays: Codec = {
  shown: (value) =>
    (value as readonly Holiday[])
      .map((one) => (typeof one === 'string' ? one : `${one.date ?? ''} ${one.name ?? ''}`.trim()))
      .join('\n'),
  read: (typed) => {
    const found: Holiday[] = [];
    for (const line of linesOf(typed)) {
      const on = line.slice(0, 10);
      const name = line.slice(10).trim();
      if (!date.safeParse(on).success || (name !== '' && !isLine(name))) return { problem: 'holidays' };
      found.push(name === '' ? on : { date: on, name });
    }
    return { value: found };
  },
};

/** A date, or a rule in words: `days 90, after execution`, `every 90 days, after publication`. */
const due: Codec = {
  shown: (value) =>
    typeof value === 'string'
      ? value
      : Object.entries(value as Exclude<Due, string>)
          .map(([key, one]) => `${key} ${one}`)
          .join(', '),
  read: (typed) => {
    if (date.safeParse(typed).success) return { value: typed };
    const rule: Record<string, unknown> = Object.create(null);
    for (const part of typed.split(',')) {
      const [key = '', ...words] = part.trim().split(/\s+/);
      if (key in rule || words.length === 0) return { problem: 'due' };
      const said = words.join(' ');
      rule[key] = /^\d{1,5}$/.test(said) ? Number(said) : said;
    }
    return fits(obligationSchema.shape.due, { ...rule }, 'due');
  },
};

const DAYS_MAX = 365;

const CODECS: Readonly<Record<FieldForm, Codec>> = {
  id: plain('id', (typed) => id.safeParse(typed).success),
  line: plain('line', isLine),
  text: plain('text', isText),
  lines: many('text', isLine),
  telephone: plain('telephone', (typed) => isLine(typed) && isDiallable(typed)),
  mail: plain('mail', isMailAddress),
  span: plain('span', (typed) => span.safeParse(typed).success),
  zone: plain('zone', (typed) => timeZone.safeParse(typed).success),
  levels: numbers('levels', (value) => levelNumber.safeParse(value).success),
  days: numbers('days', (value) => Number.isInteger(value) && value >= 1 && value <= DAYS_MAX),
  week: hoursByName('', week, 'week'),
  exceptions: hoursByName('closed', calendarSchema.shape.exceptions, 'exceptions'),
  holidays,
  due,
  one: {
    shown: String,
    read: (typed, field) => (isOption(typed, field) ? { value: typed } : { problem: 'one' }),
  },
  some: many('one', isOption),
  row: many('one', isOption),
};
