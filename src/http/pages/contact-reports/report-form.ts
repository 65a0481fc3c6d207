import { isSound } from '../../../app/schemas/values.ts';
import { isEmail, isLine } from '../../../app/text-field.ts';
import type { ReportableContact } from '../../../app/views/plan/reportable-contacts.ts';
import {
  REPORTED_MEANS,
  type ReportedMeans,
  WRONGS,
  type Wrong,
} from '../../../core/contact-report/event.ts';
import {
  REPORT_TEXT_MAX,
  type ReportTrouble,
  type TypedReport,
} from '../../../portal/contact-reports/report-page.tsx';
import type { Fields } from '../visit.ts';

/** A report as a form says it, ready for the road. */
export interface ReadReport {
  readonly contact: ReportableContact;
  readonly means: ReportedMeans;
  readonly wrong: Wrong;
  readonly text: string;
  readonly name: string;
  readonly address: string;
}

/** What was typed, to be shown again whatever is wrong with it. */
export const typedReport = (form: Fields): TypedReport => ({
  contact: form.text('contact'),
  means: form.text('means'),
  wrong: form.text('wrong'),
  // A form sends line ends as two signs.
  text: form.text('text').replaceAll(/\r\n?/g, '\n').trim(),
  name: form.text('name').trim(),
  address: form.text('address').trim(),
});

const oneOf = <T extends string>(text: string, known: readonly T[]): T | undefined =>
  known.find((one) => one === text);

/** Everything that is wrong with a form at once, or the report it makes. */
export function readReport(
  contacts: readonly ReportableContact[],
  typed: TypedReport,
): { readonly read: ReadReport } | { readonly troubles: readonly ReportTrouble[] } {
  const { text, name, address } = typed;
  const contact = contacts.find(({ value }) => value === typed.contact);
  const means = oneOf(typed.means, REPORTED_MEANS);
  const wrong = oneOf(typed.wrong, WRONGS);
  const isKept = text.length <= REPORT_TEXT_MAX && isSound(text);
  const troubles = [
    !contact && ({ name: 'contact', problem: 'contactMissing' } as const),
    !means && ({ name: 'means', problem: 'meansMissing' } as const),
    !wrong && ({ name: 'wrong', problem: 'wrongMissing' } as const),
    wrong === 'other' && text === '' && ({ name: 'text', problem: 'textMissing' } as const),
    !isKept && ({ name: 'text', problem: 'textInvalid' } as const),
    name !== '' && !isLine(name) && ({ name: 'name', problem: 'nameInvalid' } as const),
    address !== '' && !isEmail(address) && ({ name: 'address', problem: 'addressInvalid' } as const),
  ].filter((one) => one !== false);
  if (!contact || !means || !wrong || troubles.length > 0) return { troubles };
  return { read: { contact, means, wrong, text, name, address } };
}
