import { CONTACT_FIELDS, type CodeMeans, type ContactField } from '../../core/contact/contact-change.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { ContactProblem } from '../../core/message/portal/contacts.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { confirmation, notice } from '../parts/notices.tsx';

interface OwnFrame extends Frame {
  /** The page of one's own details. */
  readonly base: string;
  readonly timeZone: string;
}

/** What is known of one number or address of one's own. */
interface OwnMeans {
  readonly value: string | undefined;
  readonly confirmedAt: Instant | undefined;
  /** A change that is not over. */
  readonly open: { readonly status: 'waiting' | 'frozen'; readonly value: string } | undefined;
}

interface OwnView {
  readonly frame: OwnFrame;
  readonly means: Readonly<Record<ContactField, OwnMeans>>;
  /** The page of how they are tried by these. */
  readonly rulesPath: string;
  /** What has just been done, in a sentence. */
  readonly done: string | undefined;
}

/** One's own numbers and address, and how each stands. */
export function ownContactPage({ frame, means, rulesPath, done }: OwnView): string {
  const { language } = frame;
  const words = catalogue(language).contacts;
  return page({
    ...frame,
    title: words.own.title,
    children: (
      <>
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        <p>{words.own.about}</p>
        <p>
          <a href={rulesPath}>{catalogue(language).reach.link}</a>
        </p>
        {CONTACT_FIELDS.map((field) => meansSection(frame, field, means[field]))}
      </>
    ),
  });
}

function meansSection(frame: OwnFrame, field: ContactField, means: OwnMeans): Html {
  const { language, base } = frame;
  const timeZone = clocksOf(frame.timeZone, frame.readerZone);
  const words = catalogue(language).contacts;
  const { value, confirmedAt, open } = means;
  return (
    <section>
      <h2>{capital(words.fields[field])}</h2>
      <p>
        <strong>{value ?? words.none}</strong>
      </p>
      {value !== undefined && (
        <p class="quiet">
          {confirmedAt === undefined ? words.unconfirmed : words.confirmed({ at: confirmedAt, timeZone })}
        </p>
      )}
      {open && <p>{words.own[open.status]({ value: open.value })}</p>}
      {open?.status !== 'frozen' && (
        <p>
          <a href={`${base}/${field}`}>{words.own.change({ field })}</a>
        </p>
      )}
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Waiting {
  readonly value: string;
  readonly codeBy: CodeMeans | undefined;
}

interface ChangeView {
  readonly frame: OwnFrame;
  readonly field: ContactField;
  /** What is used today. */
  readonly value: string | undefined;
  /** What it waits to become, and by what a code went there, if one did. */
  readonly waiting: Waiting | undefined;
  readonly typed: string;
  /** By what a code can go there, the usual first; none: somebody else has to ring. */
  readonly codeMeans: readonly CodeMeans[];
  readonly chosen: string;
  readonly problem: ContactProblem | undefined;
}

/** Asks for a new number or address; of one that waits, what it waits for. */
export function changeMeansPage(view: ChangeView): string {
  const { frame, field, waiting, problem } = view;
  const { language, base } = frame;
  const words = catalogue(language).contacts;
  const error = problem && `${words.problems[problem].message} ${words.problems[problem].advice}`;
  const name = waiting?.codeBy === undefined ? 'value' : 'code';
  return page({
    ...frame,
    title: words.ask.title({ field }),
    hasErrors: error !== undefined,
    crumbs: [{ title: words.own.title, path: base }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name, error }], language)}
        {waiting === undefined ? askForm(view, error) : waits(view, waiting, error)}
      </>
    ),
  });
}

function askForm(view: ChangeView, error: string | undefined): Child {
  const { frame, field, value, typed, codeMeans } = view;
  const { language, base } = frame;
  const words = catalogue(language).contacts;
  const isMail = field === 'email';
  return (
    <>
      <p>{isMail ? words.ask.aboutMail : words.ask.aboutNumber({ codeBy: codeMeans[0] })}</p>
      <p>
        {words.ask.now}: <strong>{value ?? words.none}</strong>
      </p>
      {postForm({
        action: `${base}/${field}`,
        children: (
          <>
            {textField({
              ...{ language, name: 'value', label: words.ask.label({ field }), value: typed, error },
              ...(isMail
                ? { type: 'email', autocomplete: 'email', spellcheck: false }
                : { type: 'tel', autocomplete: 'tel', hint: words.ask.hintNumber }),
            })}
            {codeMeans.length > 1 && codeByField(view)}
            {buttonRow(
              [{ label: codeMeans.length > 0 ? words.ask.buttonCode : words.ask.button }],
              [{ label: words.ask.cancel, path: base }],
            )}
          </>
        ),
      })}
    </>
  );
}

function codeByField({ frame, codeMeans, chosen }: ChangeView): Html {
  const { ask } = catalogue(frame.language).contacts;
  return radioField({
    ...{ language: frame.language, name: 'by' },
    label: ask.codeBy,
    choices: telephoneMeans(codeMeans).map((value) => ({ value, label: ask.codeByMeans[value] })),
    chosen: codeMeans.find((one) => one === chosen) ?? codeMeans[0],
  });
}

const telephoneMeans = (means: readonly CodeMeans[]) => means.filter((one) => one !== 'email');

function waits(
  { frame, field, codeMeans }: ChangeView,
  { value, codeBy }: Waiting,
  error: string | undefined,
): Child {
  const { language, base } = frame;
  const { code, callWaiting } = catalogue(language).contacts;
  const action = `${base}/${field}`;
  return (
    <>
      {codeBy ? (
        <>
          <h2>{code.title[codeBy]}</h2>
          <p>{code.about({ value, codeBy })}</p>
          {postForm({
            action: `${action}/code`,
            children: (
              <>
                {textField({
                  ...{ language, name: 'code', label: code.label, hint: code.hint, error },
                  ...{ inputmode: 'numeric', autocomplete: 'one-time-code', width: 'medium' },
                })}
                {buttonRow([{ label: code.button({ field }) }])}
              </>
            ),
          })}
          {telephoneMeans(codeMeans)
            .filter((means) => means !== codeBy)
            .map((by) =>
              postForm({
                action,
                hidden: { value, by },
                children: buttonRow([{ label: code.instead[by], kind: 'plain' }]),
              }),
            )}
        </>
      ) : (
        <>
          <h2>{callWaiting.title}</h2>
          <p>{callWaiting.about({ value })}</p>
        </>
      )}
      {postForm({
        action: `${action}/take-back`,
        children: buttonRow([{ label: code.takeBack, kind: 'plain' }]),
      })}
    </>
  );
}

/** After the code: it may be the last page of a session that began with the address from before. */
export function usedMeansPage({
  frame,
  field,
  value,
}: {
  readonly frame: OwnFrame;
  readonly field: ContactField;
  readonly value: string;
}): string {
  const { code } = catalogue(frame.language).contacts;
  return page({
    ...frame,
    title: code.doneTitle({ field }),
    children: confirmation({
      title: code.doneTitle({ field }),
      children: <p>{code.done({ value, field })}</p>,
    }),
  });
}
