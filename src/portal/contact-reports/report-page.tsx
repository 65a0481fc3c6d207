import type { ReportableContact } from '../../app/views/plan/reportable-contacts.ts';
import { REPORTED_MEANS, WRONGS } from '../../core/contact-report/event.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ReportFormProblem } from '../../core/message/portal/contact-reports.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { selectField, textArea, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';

/** The fields of the form by which a wrong contact is reported. */
type ReportField = 'contact' | 'means' | 'wrong' | 'text' | 'name' | 'address';

/** What was typed, as it was typed. */
export type TypedReport = Readonly<Record<ReportField, string>>;

export interface ReportTrouble {
  readonly name: ReportField;
  readonly problem: ReportFormProblem;
}

interface ReportView {
  readonly frame: Frame;
  readonly planTitle: string;
  readonly contacts: readonly ReportableContact[];
  readonly typed: TypedReport;
  readonly troubles: readonly ReportTrouble[];
  /** A no of the whole. */
  readonly refused: ReportFormProblem | undefined;
  readonly path: string;
  readonly planPath: string;
  /** Who is signed in is known, and need not say who they are. */
  readonly isKnown: boolean;
}

/** So much is said of what happened. */
export const REPORT_TEXT_MAX = 1000;

/** What a reader of the plan found wrong: whom, what of them, and in what way. */
export function reportPage(view: ReportView): string {
  const { frame, contacts, planTitle, path, planPath, refused, troubles } = view;
  const { language } = frame;
  const { form, problems } = catalogue(language).contactReports;
  const { title, about } = form.nobody;
  return page({
    ...frame,
    title: form.title,
    caption: planTitle,
    hasErrors: troubles.length > 0 || refused !== undefined,
    children:
      contacts.length === 0 ? (
        emptyState({ title, children: <p>{about}</p> })
      ) : (
        <>
          {refused && problemBox(problems[refused])}
          {errorSummary(
            troubles.map(({ name, problem }) => ({ name, error: said(view, problem) })),
            language,
          )}
          <p>{form.about}</p>
          {postForm({ action: path, children: fields(view) })}
          <p>
            <a href={planPath}>{form.back}</a>
          </p>
        </>
      ),
  });
}

function said({ frame }: ReportView, problem: ReportFormProblem): string {
  const { message, advice } = catalogue(frame.language).contactReports.problems[problem];
  return `${message} ${advice}`;
}

function fields(view: ReportView): Html {
  const { frame, contacts, typed, troubles, isKnown } = view;
  const { language } = frame;
  const { form, means, wrongs } = catalogue(language).contactReports;
  const of = (name: ReportField) => {
    const trouble = troubles.find((one) => one.name === name);
    return { language, name, error: trouble && said(view, trouble.problem) };
  };
  return (
    <>
      {selectField({
        ...of('contact'),
        label: form.contact,
        none: form.contactNone,
        options: contacts.map(({ value, ...contact }) => ({ value, label: form.option(contact) })),
        chosen: typed.contact,
      })}
      {radioField({
        ...of('means'),
        label: form.means,
        choices: REPORTED_MEANS.map((value) => ({ value, label: means[value] })),
        chosen: typed.means,
      })}
      {radioField({
        ...of('wrong'),
        label: form.wrong,
        choices: WRONGS.map((value) => ({ value, label: wrongs[value] })),
        chosen: typed.wrong,
      })}
      {textArea({
        ...of('text'),
        ...{ label: form.text, hint: form.textHint, value: typed.text, rows: 4, isOptional: true },
        lengthMax: REPORT_TEXT_MAX,
      })}
      {!isKnown &&
        textField({
          ...of('name'),
          ...{ label: form.name, value: typed.name, isOptional: true, autocomplete: 'name' },
        })}
      {!isKnown &&
        textField({
          ...of('address'),
          ...{ label: form.address, hint: form.addressHint, value: typed.address, isOptional: true },
          ...{ type: 'email', autocomplete: 'email', spellcheck: false },
        })}
      {buttonRow([{ label: form.button }])}
    </>
  );
}

/** The report is taken: what follows, and the way back. */
export function reportedPage(frame: Frame, planPath: string, isKnown: boolean): string {
  const { sent } = catalogue(frame.language).contactReports;
  return page({
    ...frame,
    title: sent.title,
    children: (
      <>
        {confirmation({
          title: sent.title,
          children: (
            <>
              <p>{sent.about}</p>
              {!isKnown && <p>{sent.address}</p>}
            </>
          ),
        })}
        <p>{linkButton({ label: sent.back, path: planPath })}</p>
      </>
    ),
  });
}

/** Whether whoever reads an address wants to hear of it: asked by a button, for mail servers follow links too. */
export function proofPage(frame: Frame, formPath: string): string {
  const { proof } = catalogue(frame.language).contactReports;
  return page({
    ...frame,
    title: proof.title,
    children: (
      <>
        <p>{proof.about}</p>
        {postForm({ action: formPath, children: buttonRow([{ label: proof.button }]) })}
      </>
    ),
  });
}

export function provedPage(frame: Frame): string {
  const { proof } = catalogue(frame.language).contactReports;
  return page({
    ...frame,
    title: proof.doneTitle,
    children: confirmation({ title: proof.doneTitle, children: <p>{proof.done}</p> }),
  });
}
