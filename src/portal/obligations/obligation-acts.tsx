import { FILE_ENDINGS } from '../../app/views/files-view.ts';
import { obligationPath } from '../../app/views/obligation/obligation-paths.ts';
import type { ObligationSheet } from '../../app/views/obligation/obligation-sheet.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { describedBy, hintAndError, textArea, textField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';

/** Fields of the forms on the page of an obligation; each has one id on it. */
export type ObligationField =
  | ('text' | 'doneOn' | 'link' | 'file')
  | ('returnReason' | 'dueOn' | 'proposeReason' | 'waiveReason');

export interface ActsView {
  readonly language: Language;
  readonly sheet: ObligationSheet;
  /** Under which the answer to a form is kept. */
  readonly formKey: string;
  readonly typed: Readonly<Partial<Record<ObligationField, string>>>;
  readonly errors: Readonly<Partial<Record<ObligationField, string>>>;
}

const TEXT_MAX = 20_000;
const LINK_MAX = 500;

/** What the reader may do about it now, each with its form. */
export function obligationActs(view: ActsView): Html {
  const { offers, state } = view.sheet;
  const isJudging = offers.has('accept');
  return (
    <>
      {(offers.has('agree') || offers.has('withdrawProposal')) && answering(view)}
      {isJudging && judging(view)}
      {offers.has('deliver') && !isJudging && delivering(view, state.status === 'delivered')}
      {offers.has('propose') && proposing(view)}
    </>
  );
}

function delivering(view: ActsView, isFolded: boolean): Html {
  const { language, sheet, formKey, typed, errors } = view;
  const { acts, fields } = catalogue(language).obligations;
  const file = { language, name: 'file', ...fields.file, error: errors.file, isOptional: true } as const;
  const form = (
    <form
      method="post"
      action={`${obligationPath(sheet.key)}/deliver`}
      enctype="multipart/form-data"
      accept-charset="utf-8"
      novalidate
    >
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="version" value={String(sheet.version)} />
      {textArea({
        ...{ language, name: 'text', ...fields.text, value: typed.text, error: errors.text },
        ...{ rows: 4, lengthMax: TEXT_MAX, isOptional: true },
      })}
      {textField({
        ...{ language, name: 'link', ...fields.link, value: typed.link, error: errors.link },
        ...{ type: 'url', lengthMax: LINK_MAX, isOptional: true },
      })}
      <div class={errors.file === undefined ? 'field' : 'field has-error'}>
        <label for="file">
          {fields.file.label} <span class="quiet">{catalogue(language).parts.optional}</span>
        </label>
        {hintAndError(file)}
        <input
          type="file"
          id="file"
          name="file"
          accept={FILE_ENDINGS}
          aria-describedby={describedBy(file)}
          aria-invalid={errors.file === undefined ? undefined : 'true'}
        />
      </div>
      {textField({
        ...{ language, name: 'doneOn', ...fields.doneOn, value: typed.doneOn, error: errors.doneOn },
        ...{ type: 'date', width: 'medium', isOptional: true },
      })}
      {buttonRow([{ label: acts.deliver.button }])}
    </form>
  );
  return act(acts.deliver, form, isFolded && Object.keys(errors).length === 0);
}

function judging(view: ActsView): Html {
  const { language, typed, errors } = view;
  const { acts, fields } = catalogue(language).obligations;
  return (
    <>
      {act(acts.accept, form(view, [{ label: acts.accept.button, name: 'act', value: 'accept' }]))}
      {act(
        acts.sendBack,
        form(
          view,
          [{ label: acts.sendBack.button, kind: 'plain', name: 'act', value: 'sendBack' }],
          textArea({
            ...{ language, name: 'returnReason', ...fields.reason, value: typed.returnReason },
            ...{ error: errors.returnReason, rows: 3, lengthMax: TEXT_MAX },
          }),
        ),
      )}
    </>
  );
}

function proposing(view: ActsView): Html {
  const { language, typed, errors } = view;
  const { acts, fields } = catalogue(language).obligations;
  const date = form(
    view,
    [{ label: acts.propose.button, kind: 'plain', name: 'act', value: 'propose' }],
    <>
      {textField({
        ...{ language, name: 'dueOn', ...fields.dueOn, value: typed.dueOn, error: errors.dueOn },
        ...{ type: 'date', width: 'medium' },
      })}
      {textArea({
        ...{ language, name: 'proposeReason', ...fields.reason, value: typed.proposeReason },
        ...{ error: errors.proposeReason, rows: 3, lengthMax: TEXT_MAX },
      })}
    </>,
  );
  const waiver = form(
    view,
    [{ label: acts.waive.button, kind: 'plain', name: 'act', value: 'waive' }],
    textArea({
      ...{ language, name: 'waiveReason', ...fields.reason, value: typed.waiveReason },
      ...{ error: errors.waiveReason, rows: 3, lengthMax: TEXT_MAX },
    }),
  );
  return (
    <>
      {act(acts.propose, date, errors.dueOn === undefined && errors.proposeReason === undefined)}
      {act(acts.waive, waiver, errors.waiveReason === undefined)}
    </>
  );
}

function answering(view: ActsView): Html {
  const { language, sheet } = view;
  const { acts } = catalogue(language).obligations;
  if (!sheet.offers.has('agree')) {
    const { button } = acts.withdrawProposal;
    return act(
      acts.withdrawProposal,
      form(view, [{ label: button, kind: 'plain', name: 'act', value: 'withdrawProposal' }]),
    );
  }
  return act(
    acts.agree,
    form(view, [
      { label: acts.agree.button, name: 'act', value: 'agree' },
      { label: acts.decline.button, kind: 'plain', name: 'act', value: 'decline' },
    ]),
  );
}

const form = ({ sheet, formKey }: ActsView, buttons: Parameters<typeof buttonRow>[0], fields?: Html): Html =>
  postForm({
    action: `${obligationPath(sheet.key)}/act`,
    hidden: { key: formKey, version: sheet.version, proposal: sheet.state.proposal?.number },
    children: (
      <>
        {fields}
        {buttonRow(buttons)}
      </>
    ),
  });

/** A form with what it does; what is seldom wanted is folded away. */
function act(
  { title, about }: { readonly title: string; readonly about: string },
  children: Html,
  isFolded = false,
): Html {
  if (isFolded) {
    return (
      <details class="no-print">
        <summary>{title}</summary>
        <p>{about}</p>
        {children}
      </details>
    );
  }
  return (
    <section class="no-print">
      <h2>{title}</h2>
      <p>{about}</p>
      {children}
    </section>
  );
}
