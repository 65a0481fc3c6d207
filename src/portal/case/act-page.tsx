import { ACTS, type Act, type FieldName } from '../../app/views/case/acts.ts';
import type { Offer } from '../../app/views/case/offers.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page, problemBox } from '../frame.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';
import { actField } from './act-fields.tsx';
import { keyOf } from './case-acts.tsx';
import { levelReach } from './case-reach.tsx';
import { standingWords } from './case-standing.tsx';
import { type CaseView, casePath, crumbsAbove, hiddenOf, subjectOf } from './case-view.ts';
import { revisedClocks } from './revised-clocks.tsx';

/** The page of one act: what follows from it, and its form, as it was filled in where it was not taken. */
export interface ActView extends Omit<CaseView, 'sections' | 'done' | 'carriers'> {
  readonly act: Act;
  /** Undefined where it is not possible now: then nothing can be sent, and what was typed is still shown. */
  readonly offer: Offer | undefined;
  /** What was typed, by the names of the form. */
  readonly typed: Readonly<Record<string, string>>;
  /** What is wrong with it, field by field. */
  readonly errors: readonly { readonly field: FieldName; readonly error: string }[];
  /** Why the case did not take it. */
  readonly refused: RefusalWords | undefined;
  /** What has happened since the form was made, in sentences. */
  readonly happened: readonly string[];
}

export function actPage(view: ActView): string {
  const { sheet, language, act, offer, errors, refused, typed } = view;
  const words = catalogue(language).casePage;
  const path = casePath(sheet);
  const subject = subjectOf(sheet, offer ?? { target: {}, onBehalf: false, choices: {} });
  const title = offer
    ? words.acts.of[act].label(subject)
    : (refused?.message.replace(/\.$/, '') ?? words.stands);
  return page({
    ...view,
    title,
    crumbs: [
      ...crumbsAbove(sheet, language),
      { title: words.title({ caseId: sheet.key.caseId, track: sheet.open.track.title }), path },
    ],
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(
          errors.map(({ field, error }) => ({ name: field, error })),
          language,
        )}
        {refused && (offer ? problemBox(refused) : <p>{refused.advice}</p>)}
        {happenedSince(view)}
        <p>
          <strong>{words.stands}:</strong> {standingWords(view)}
        </p>
        {offer ? form(view, offer) : kept(typed.text)}
        {!offer && (
          <p>
            <a href={path}>{words.acts.cancel}</a>
          </p>
        )}
      </>
    ),
  });
}

function happenedSince({ happened, language }: ActView): Html | undefined {
  const words = catalogue(language).casePage;
  if (happened.length === 0) return undefined;
  return (
    <>
      <h2>{words.happened}</h2>
      <ul>
        {happened.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>{words.sendAgain}</p>
    </>
  );
}

const kept = (text: string | undefined): Html | undefined =>
  text === undefined || text === '' ? undefined : <blockquote>{text}</blockquote>;

function form(view: ActView, offer: Offer): Html {
  const { sheet, language, act, formKey } = view;
  const words = catalogue(language).casePage.acts;
  const subject = subjectOf(sheet, offer);
  const { label, follows } = words.of[act];
  const isGrave = ACTS[act].weight === 'weigh';
  const fields = ACTS[act].fields.filter((field) => field !== 'reason' || offer.choices.reasons);
  return postForm({
    action: `${casePath(sheet)}/acts/${act}`,
    hidden: { ...hiddenOf(offer), expected: sheet.version, key: keyOf(formKey, offer) },
    children: (
      <>
        {isGrave
          ? notice({ kind: 'warning', language, title: words.weigh, children: <p>{follows(subject)}</p> })
          : notice({ kind: 'info', language, title: words.what, children: <p>{follows(subject)}</p> })}
        {act === 'escalate' && levelReach(view, offer.target.level)}
        {offer.target.revision !== undefined && revisedClocks(view)}
        {fields.map((field) => actField(view, offer, field))}
        {buttonRow(
          [{ label: label(subject), kind: isGrave ? 'grave' : 'main' }],
          [{ label: words.cancel, path: casePath(sheet) }],
        )}
      </>
    ),
  });
}
