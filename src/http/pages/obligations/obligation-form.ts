import { z } from 'zod';
import { OBLIGATION_RESOURCES, type ObligationApiCommand } from '../../../app/schemas/obligation-commands.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import type { ObligationField } from '../../../portal/obligations/obligation-acts.tsx';
import type { Fields } from '../visit.ts';

type Typed = Readonly<Partial<Record<ObligationField, string>>>;

/** What a form of the page says: a command, or what is wrong with its fields. */
type ReadAct = { readonly typed: Typed } & (
  | { readonly errors: Typed }
  | {
      readonly command: { readonly type: ObligationApiCommand } & Readonly<Record<string, unknown>>;
      readonly done: Exclude<ObligationApiCommand, 'deliver'> | 'waive';
    }
);

const ACTS = [
  ...(['accept', 'sendBack', 'propose', 'waive'] as const),
  ...(['agree', 'decline', 'withdrawProposal'] as const),
] as const;
type Act = (typeof ACTS)[number];

/** The field in which each act's reason is typed. */
const REASONS: Readonly<Partial<Record<Act, ObligationField>>> = {
  sendBack: 'returnReason',
  propose: 'proposeReason',
  waive: 'waiveReason',
};

/** Whether a text is a date of the calendar, `2027-01-31`. */
export const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;

/** Reads the form of an act; undefined where it names none that there is. */
export function actFrom(form: Fields, language: Language): ReadAct | undefined {
  const named = form.text('act');
  const act = ACTS.find((one) => one === named);
  if (!act) return undefined;
  const { obligations: words } = catalogue(language);
  const reasonField = REASONS[act];
  const reason = reasonField ? form.text(reasonField).replace(/\r\n?/g, '\n').trim() : '';
  const dueOn = form.text('dueOn').trim();
  const typed: Typed = {
    ...(reasonField && { [reasonField]: reason }),
    ...(act === 'propose' && { dueOn }),
  };
  const errors: Partial<Record<ObligationField, string>> = {};
  if (act === 'propose' && !isDate(dueOn))
    errors.dueOn = dueOn === '' ? words.missing.dueOn : words.dateUnclear({ value: dueOn.slice(0, 40) });
  if (reasonField && reason === '') errors[reasonField] = words.missing.reason;
  if (Object.keys(errors).length > 0) return { typed, errors };
  const type = act === 'waive' ? 'propose' : act;
  const read = OBLIGATION_RESOURCES[type].body.safeParse(bodyOf(act, { reason, dueOn, form }));
  if (read.success) return { typed, command: { ...read.data, type }, done: act };
  const { message, advice } = catalogue(language).pages.refusals['page-form-malformed']({});
  return { typed, errors: { [reasonField ?? 'text']: `${message} ${advice}`.trim() } };
}

function bodyOf(
  act: Act,
  { reason, dueOn, form }: { readonly reason: string; readonly dueOn: string; readonly form: Fields },
): object {
  switch (act) {
    case 'accept':
      return {};
    case 'sendBack':
      return { text: reason };
    case 'propose':
      return { proposed: { what: 'date', dueOn }, text: reason };
    case 'waive':
      return { proposed: { what: 'waiver' }, text: reason };
    default:
      return { proposal: Number(form.text('proposal')) };
  }
}
