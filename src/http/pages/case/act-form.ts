import { COMMAND_RESOURCES } from '../../../app/schemas/commands.ts';
import type { Act, FieldName, Target } from '../../../app/views/case/acts.ts';
import { ACTS } from '../../../app/views/case/acts.ts';
import { formatInstant, type Instant, parseLocal } from '../../../core/instant.ts';
import type { Fields } from '../visit.ts';

/** Why a field is not taken, for the catalogue to say. */
export interface FieldTrouble {
  readonly field: FieldName;
  readonly code: 'missing' | 'unknown' | 'tooLong' | 'unsound' | 'instant';
  readonly value: string;
}

type Body = Readonly<Record<string, unknown>>;

/** What a form says, as a command has it; or what is wrong with it. */
type ReadAct =
  | { readonly body: Body; readonly troubles?: never }
  | { readonly body?: never; readonly troubles: readonly FieldTrouble[] };

/** Where a form's own part of a command goes by another name than its field. */
const PAYLOAD: Readonly<Partial<Record<FieldName, string>>> = {
  declineReason: 'reason',
  pauseReason: 'reason',
  closeReason: 'reason',
};

/** What of a command is read from one field together. */
const PARTS: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  rung: ['level', 'telephone', 'contact'],
  outcome: ['reached', 'failure'],
};

/** Fields that may be left empty. */
const OPTIONAL: ReadonlySet<FieldName> = new Set(['text', 'statedAt', 'reason', 'audience']);

/** Longer than any sentence with it is read. */
const SHOWN_MAX = 80;

/** Reads the form of an act, by the rules that hold for its command wherever it comes from. */
export function readAct(act: Act, form: Fields, timeZone: string): ReadAct {
  const { fields, target, needsText } = ACTS[act];
  const isEarly = form.text('early') === '1';
  const body: Record<string, unknown> = {};
  const troubles: FieldTrouble[] = [];
  for (const field of fields) {
    if (field === 'reason' && !isEarly) continue;
    const isWanted = !OPTIONAL.has(field) || field === 'reason' || (field === 'text' && needsText === true);
    const read = readField(field, form, timeZone);
    if (read === 'instant') troubles.push({ field, code: 'instant', value: momentTyped(form) });
    else if (read !== undefined && PARTS[field]) Object.assign(body, read);
    else if (read !== undefined) body[PAYLOAD[field] ?? field] = read;
    else if (isWanted) troubles.push({ field, code: 'missing', value: '' });
  }
  if (target) body[target] = targetValue(target, form);
  return troubles.length > 0 ? { troubles } : sound(act, body);
}

function readField(field: FieldName, form: Fields, timeZone: string): unknown {
  switch (field) {
    case 'statedAt':
      return readMoment(form, timeZone);
    case 'upheld':
      return { yes: true, no: false }[form.text(field)];
    case 'rung':
      return numberRung(form.text(field));
    case 'outcome':
      return outcomeOf(form.text(field));
    default: {
      // A form sends line ends as two signs.
      const text = form.text(field).replace(/\r\n?/g, '\n').trim();
      return text === '' ? undefined : text;
    }
  }
}

/** `2/mobile/ana`, or `2/other`. */
function numberRung(typed: string): Body | undefined {
  if (typed === '') return undefined;
  const [level = '', telephone, contact] = typed.split('/');
  return { level: numberOf(level), telephone, ...(contact !== undefined && { contact }) };
}

function outcomeOf(typed: string): Body | undefined {
  if (typed === '') return undefined;
  return typed === 'reached' ? { reached: true } : { reached: false, failure: typed };
}

function readMoment(form: Fields, timeZone: string): string | undefined {
  const [date, time] = [form.text('statedAt-date').trim(), form.text('statedAt-time').trim()];
  if (date === '' && time === '') return undefined;
  const at = parseLocal(`${date}T${time}`, timeZone);
  return at === undefined ? 'instant' : formatInstant(at);
}

const momentTyped = (form: Fields): string =>
  `${form.text('statedAt-date')} ${form.text('statedAt-time')}`.trim().slice(0, SHOWN_MAX);

const numberOf = (text: string): number | undefined => (/^\d{1,7}$/.test(text) ? Number(text) : undefined);

function targetValue(target: keyof Target, form: Fields): unknown {
  const value = numberOf(form.text(target));
  return target === 'automatic' ? value === 1 : value;
}

/** What the command's own schema says of it, field by field. */
function sound(act: Act, body: Body): ReadAct {
  const { success, error } = COMMAND_RESOURCES[act].body.safeParse(body);
  if (success) return { body };
  const troubles = error.issues.map(({ path, code, message }): FieldTrouble => {
    const name = String(path[0] ?? '');
    const isOf = (one: FieldName): boolean => (PARTS[one] ?? [PAYLOAD[one] ?? one]).includes(name);
    const field = ACTS[act].fields.find(isOf) ?? 'text';
    const value = String(body[name] ?? '').slice(0, SHOWN_MAX);
    if (field !== 'text' && field !== 'declineReason') return { field, code: 'unknown', value };
    const isLong = code === 'too_big';
    return {
      field,
      code: isLong ? 'tooLong' : message === 'text' || message === 'line' ? 'unsound' : 'unknown',
      value,
    };
  });
  return { troubles };
}

/** What a form is about, as it was sent or as a link names it. */
export function targetOf(act: Act, given: Fields): Target {
  const { target } = ACTS[act];
  const value = target && numberOf(given.text(target));
  return target && value !== undefined ? { [target]: value } : {};
}

/** Instants leave a form as text, as everywhere; the road wants them as instants. */
export function payloadOf(body: Body, parse: (text: string) => Instant | undefined): Body {
  const { statedAt, ...rest } = body;
  const at = typeof statedAt === 'string' ? parse(statedAt) : undefined;
  return at === undefined ? rest : { ...rest, statedAt: at };
}
