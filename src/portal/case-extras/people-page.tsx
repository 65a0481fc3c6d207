import type { Sharing } from '../../app/views/sharing-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page, problemBox } from '../frame.tsx';
import { selectField, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import type { CaseHead } from './case-head.ts';

/** Somebody who may be named. */
interface Colleague {
  readonly personId: string;
  readonly name: string;
}

/** The fields of both forms; each has names of its own, so that an error leads to one. */
export type PeopleField = 'watcher' | 'standIn' | 'endsAt';

export interface PeopleView extends CaseHead {
  readonly sharing: Sharing;
  /** `many`: they are named by their address. */
  readonly colleagues: readonly Colleague[] | 'many';
  readonly watchersMax: number;
  /** What has just been done. */
  readonly done: 'added' | 'removed' | 'named' | 'ended' | undefined;
  /** What was typed, by the names of the form. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: PeopleField; readonly error: string }[];
  readonly refused: RefusalWords | undefined;
}

/** With whom a case is shared, and where that is changed by whom it belongs to. */
export function peoplePage(view: PeopleView): string {
  const { language, errors, refused, done } = view;
  const words = catalogue(language).extras.people;
  return page({
    ...view,
    title: words.title,
    caption: view.caseTitle,
    crumbs: [{ title: view.caseTitle, path: view.casePath }],
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(
          errors.map(({ field, error }) => ({ name: field, error })),
          language,
        )}
        {refused && problemBox(refused)}
        {done && notice({ kind: 'success', language, children: <p>{words.done[done]}</p> })}
        <p>{words.about}</p>
        {standInPart(view)}
        {watchersPart(view)}
        <p>
          <a href={view.casePath}>{catalogue(language).extras.cancel}</a>
        </p>
      </>
    ),
  });
}

function standInPart(view: PeopleView): Html {
  const { sharing, language } = view;
  const words = catalogue(language).extras.people.standIn;
  const { standIn, may } = sharing;
  return (
    <section aria-labelledby="stand-in-title">
      <h2 id="stand-in-title">{words.heading}</h2>
      <p>{words.about}</p>
      {standIn ? (
        <ul class="people">
          <li>
            <p>{standInLine(view, sharing)}</p>
            {may.endStandIn &&
              postForm({
                action: `${view.casePath}/people/stand-in/end`,
                hidden: { key: `${view.formKey}-end` },
                children: buttonRow([{ label: words.end, kind: 'plain' }]),
              })}
          </li>
        </ul>
      ) : (
        <p>{words.none}</p>
      )}
      {may.nameStandIn && nameForm(view)}
    </section>
  );
}

/** Who stands in, and until when. */
export function standInLine(
  { language, timeZone, readerZone }: Pick<CaseHead, 'language' | 'timeZone' | 'readerZone'>,
  { standIn }: Sharing,
): Html | undefined {
  if (!standIn) return undefined;
  const { endsAt: at, name } = standIn;
  const until = catalogue(language).extras.people.standIn.untilWords;
  return (
    <>
      {name}
      {at !== undefined && (
        <>
          , {until} {whenPart({ at, timeZone, readerZone, language })}
        </>
      )}
    </>
  );
}

function nameForm(view: PeopleView): Html {
  const { language, timeZone, typed, sharing } = view;
  const { standIn: words, alone } = catalogue(language).extras.people;
  if (view.colleagues.length === 0) return <p>{alone}</p>;
  return postForm({
    action: `${view.casePath}/people/stand-in`,
    hidden: { key: `${view.formKey}-name` },
    children: (
      <>
        {personField(view, 'standIn', words.label)}
        {momentField({
          ...{ language, timeZone, name: 'endsAt', label: words.until, hint: words.untilHint },
          isOptional: true,
          error: errorOf(view, 'endsAt'),
          date: typed['endsAt-date'],
          time: typed['endsAt-time'],
        })}
        {buttonRow([{ label: sharing.standIn ? words.replace : words.name }])}
      </>
    ),
  });
}

function watchersPart(view: PeopleView): Html {
  const { sharing, language } = view;
  const words = catalogue(language).extras.people.watchers;
  return (
    <section aria-labelledby="watchers-title">
      <h2 id="watchers-title">{words.heading}</h2>
      <p>{words.about}</p>
      {sharing.watchers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="people">
          {sharing.watchers.map((one, at) => (
            <li>
              <p>{one.name}</p>
              {sharing.may.removeWatcher && removal(view, one, at)}
            </li>
          ))}
        </ul>
      )}
      {sharing.may.addWatcher && addForm(view)}
    </section>
  );
}

const removal = (view: PeopleView, { personId, name }: Colleague, at: number): Html =>
  postForm({
    action: `${view.casePath}/people/watchers/remove`,
    hidden: { person: personId, key: `${view.formKey}-${at}` },
    children: (
      <button type="submit" class="plain">
        {catalogue(view.language).extras.people.watchers.remove}
        <span class="only-read-out"> {name}</span>
      </button>
    ),
  });

function addForm(view: PeopleView): Html {
  const { language, watchersMax, sharing } = view;
  const { watchers: words, alone } = catalogue(language).extras.people;
  if (sharing.isFull) return <p>{words.full({ watchersMax })}</p>;
  if (view.colleagues.length === 0) return <p>{alone}</p>;
  return postForm({
    action: `${view.casePath}/people/watchers`,
    hidden: { key: `${view.formKey}-add` },
    children: (
      <>
        {personField(view, 'watcher', words.label)}
        {buttonRow([{ label: words.add }])}
      </>
    ),
  });
}

/** One of the customer's people: chosen by name, or where there are too many, named by their address. */
function personField(view: PeopleView, name: 'watcher' | 'standIn', label: string): Html {
  const { language, colleagues, typed } = view;
  const { email, emailHint } = catalogue(language).extras.people;
  const error = errorOf(view, name);
  if (colleagues === 'many') {
    return textField({
      ...{ language, name, error, hint: emailHint, type: 'email', value: typed[name] },
      label: `${label}: ${email}`,
    });
  }
  const options = colleagues.map((one) => ({ value: one.personId, label: one.name }));
  return selectField({ language, name, label, error, options, chosen: typed[name] });
}

const errorOf = ({ errors }: PeopleView, name: PeopleField): string | undefined =>
  errors.find(({ field }) => field === name)?.error;
