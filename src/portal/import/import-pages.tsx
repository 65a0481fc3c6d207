import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { describedBy, hintAndError } from '../parts/field.tsx';
import { buttonRow, errorSummary } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { followed, progressMeter, region } from '../parts/notices.tsx';

/** What a document may be, as a field for files says it. */
export const DOCUMENT_ENDINGS = '.pdf,.docx,.html,.htm,.md,.txt';

interface ImportFrame extends Frame {
  readonly base: string;
}

interface ImportView extends ImportFrame {
  readonly mebibytes: number;
  readonly pagesMax: number;
  /** Why the chosen file could not be read. */
  readonly error: { readonly message: string; readonly advice: string } | undefined;
}

/** Where a document is chosen that a draft is to be made from. */
export function importPage(view: ImportView): string {
  const { language, base, mebibytes, error } = view;
  const { page: words } = catalogue(language).intake;
  const whole = error && `${error.message} ${error.advice}`.trim();
  const hint = `${words.hint({ mebibytes })} ${words.takes({ pages: view.pagesMax })}`;
  const field = { language, name: 'file', label: words.label, hint, error: whole };
  return page({
    ...view,
    title: words.title,
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(error ? [{ name: 'file', error: error.message }] : [], language)}
        <p>{words.about}</p>
        <form method="post" action={base} enctype="multipart/form-data" accept-charset="utf-8" novalidate>
          <div class={error === undefined ? 'field' : 'field has-error'}>
            <label for="file">{words.label}</label>
            {hintAndError(field)}
            <input
              type="file"
              id="file"
              name="file"
              accept={DOCUMENT_ENDINGS}
              aria-describedby={describedBy(field)}
              aria-invalid={error === undefined ? undefined : 'true'}
            />
          </div>
          {buttonRow([{ label: words.button }])}
        </form>
      </>
    ),
  });
}

interface ReadingView extends ImportFrame {
  readonly file: string | undefined;
  /** Pages read so far; undefined where nothing is known of them. */
  readonly read: { readonly done: number; readonly of: number } | undefined;
  /** The page's own address. */
  readonly at: string;
}

/** While a document is read the page looks again after so long. */
const AGAIN_SECONDS = 2;

/** How far a document is read. With script the numbers come by themselves, and the draft at last; without, the page is renewed. */
export function readingPage(view: ReadingView): string {
  const { language, base, file, read, at } = view;
  const { page: words } = catalogue(language).intake;
  const isRead = read !== undefined && read.done >= read.of;
  return page({
    ...view,
    title: words.reading.title,
    ...(file !== undefined && { caption: file }),
    crumbs: [{ title: words.title, path: base }],
    renewSeconds: AGAIN_SECONDS,
    children: (
      <>
        <p>{words.reading.about}</p>
        {followed({
          againSeconds: AGAIN_SECONDS,
          told: isRead ? words.reading.together : undefined,
          path: at,
          language,
          children: region(
            'reading',
            read && !isRead ? (
              progressMeter({ label: words.reading.pages, ...read, language })
            ) : (
              <div class="progress">
                {isRead && <p>{words.reading.together}</p>}
                <progress aria-label={isRead ? words.reading.together : words.reading.title} />
              </div>
            ),
          ),
        })}
        <noscript>
          <p>
            <a href={at}>{words.reading.again}</a>
          </p>
        </noscript>
      </>
    ),
  });
}

interface Quoted {
  readonly text: string;
  readonly place: string;
}

/** What was read from a document, in the reader's words. */
export interface DraftShown {
  readonly file: string;
  readonly summary: string;
  readonly draft: string;
  readonly facts: readonly { readonly path: string; readonly value: string; readonly quote: Quoted }[];
  readonly questions: readonly {
    readonly about: string;
    readonly quote: Quoted | undefined;
    readonly readings: readonly { readonly value: string; readonly quote: Quoted | undefined }[];
  }[];
  readonly findings: readonly {
    readonly message: string;
    readonly advice: string;
    readonly quotes: readonly Quoted[];
  }[];
  readonly unplaced: readonly Quoted[];
}

/** So many of each kind are shown; the draft has all questions, and the terminal says all. */
const SHOWN_MAX = 200;

/** The report of a document beside the draft that it became. */
export function draftPage(view: ImportFrame & DraftShown): string {
  const { language, base, file, summary, draft } = view;
  const { intake: words } = catalogue(language);
  return page({
    ...view,
    title: words.titles.draft,
    caption: file,
    crumbs: [{ title: words.page.title, path: base }],
    children: (
      <>
        <p>{summary}</p>
        {questionsPart(view)}
        {findingsPart(view)}
        {unplacedPart(view)}
        <h2 id="draft-title">{words.titles.draft}</h2>
        <p id="draft-about">{words.about.draft}</p>
        <form
          method="post"
          action={`${base}/draft`}
          enctype="multipart/form-data"
          accept-charset="utf-8"
          novalidate
        >
          <textarea
            name="draft"
            rows="24"
            readonly
            spellcheck="false"
            aria-labelledby="draft-title"
            aria-describedby="draft-about"
          >
            {`\n${draft}`}
          </textarea>
          {buttonRow(
            [
              { label: words.page.keep, name: 'then', value: 'keep' },
              { label: words.page.download, kind: 'plain' },
            ],
            [{ label: words.page.again, path: base }],
          )}
        </form>
        {factsPart(view)}
      </>
    ),
  });
}

const quotation = ({ text, place }: Quoted): Html => (
  <>
    <q lang="en">{text}</q> <span class="quiet">({place})</span>
  </>
);

function questionsPart({ language, questions }: ImportFrame & DraftShown): Html {
  const { intake: words } = catalogue(language);
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{words.titles.questions}</h2>
      {questions.length === 0 ? <p>{words.page.none.questions}</p> : <p>{words.about.questions}</p>}
      {questions.slice(0, SHOWN_MAX).map(({ about, quote, readings }) => (
        <>
          <h3>
            <code>{about}</code>
          </h3>
          {quote && <p>{quotation(quote)}</p>}
          <ol>
            {readings.map(({ value, quote: own }) => (
              <li>
                {value} {own && <>: {quotation(own)}</>}
              </li>
            ))}
          </ol>
        </>
      ))}
      {moreThan(questions.length, language)}
    </section>
  );
}

function findingsPart({ language, findings }: ImportFrame & DraftShown): Html {
  const { intake: words } = catalogue(language);
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{words.titles.findings}</h2>
      {findings.length === 0 ? <p>{words.page.none.findings}</p> : <p>{words.about.findings}</p>}
      <ul>
        {findings.slice(0, SHOWN_MAX).map(({ message, advice, quotes }) => (
          <li>
            <strong>{message}</strong> {advice}
            {quotes.map((quote) => (
              <p>{quotation(quote)}</p>
            ))}
          </li>
        ))}
      </ul>
      {moreThan(findings.length, language)}
    </section>
  );
}

function unplacedPart({ language, unplaced }: ImportFrame & DraftShown): Html {
  const { intake: words } = catalogue(language);
  return (
    <section aria-labelledby="unplaced-title">
      <h2 id="unplaced-title">{words.titles.unplaced}</h2>
      {unplaced.length === 0 ? <p>{words.page.none.unplaced}</p> : <p>{words.about.unplaced}</p>}
      <ul>
        {unplaced.slice(0, SHOWN_MAX).map((quote) => (
          <li>{quotation(quote)}</li>
        ))}
      </ul>
      {moreThan(unplaced.length, language)}
    </section>
  );
}

function factsPart({ language, facts }: ImportFrame & DraftShown): Html {
  const { intake: words } = catalogue(language);
  const { path, value, quote, place } = words.page.columns;
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{words.titles.facts}</h2>
      {table({
        caption: words.about.facts,
        columns: [path, value, quote, place].map((title) => ({ title })),
        rows: facts
          .slice(0, SHOWN_MAX)
          .map((fact) => [
            <code>{fact.path}</code>,
            fact.value,
            <q lang="en">{fact.quote.text}</q>,
            fact.quote.place,
          ]),
      })}
      {moreThan(facts.length, language)}
    </section>
  );
}

const moreThan = (count: number, language: ImportFrame['language']): Html | false =>
  count > SHOWN_MAX && <p>{catalogue(language).intake.page.more({ count: count - SHOWN_MAX })}</p>;
