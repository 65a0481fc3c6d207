import { catalogue } from '../../core/message/catalogue.ts';
import type { PeopleRefusal } from '../../core/message/people.ts';
import { tableRefusalWords } from '../../core/message/portal/customer-table.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { describedBy, hintAndError, textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';

/** What a table of customers may be, as a field for files says it. */
export const TABLE_ENDINGS = '.csv,.tsv,.txt,text/csv';

interface TableFrame extends Frame {
  /** Where the table is given. */
  readonly base: string;
  readonly customersPath: string;
}

interface FormView extends TableFrame {
  readonly kibibytesMax: number;
  /** As it was pasted, or read from a file. */
  readonly text: string;
  readonly error: string | undefined;
}

const crumbsOf = ({ customersPath, language }: TableFrame) => [
  { title: catalogue(language).lists.customers.title, path: customersPath },
];

/** Where a table of customers is given: as a file, or pasted. */
export function customerTablePage(view: FormView): string {
  const { language, base, kibibytesMax, text, error } = view;
  const words = catalogue(language).customerTable;
  const hint = words.file.hint({ kibibytes: kibibytesMax });
  const file = { language, name: 'file', label: words.file.label, hint };
  return page({
    ...view,
    title: words.title,
    hasErrors: error !== undefined,
    crumbs: crumbsOf(view),
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'text', error }], language)}
        <p>{words.about}</p>
        <form method="post" action={base} enctype="multipart/form-data" accept-charset="utf-8" novalidate>
          <div class="field">
            <label for="file">{words.file.label}</label>
            {hintAndError(file)}
            <input
              type="file"
              id="file"
              name="file"
              accept={TABLE_ENDINGS}
              aria-describedby={describedBy(file)}
            />
          </div>
          {textArea({
            ...{ language, name: 'text', label: words.text.label, hint: words.text.hint },
            ...{ value: text, error, rows: 8, isOptional: 'unsaid' },
          })}
          {buttonRow([{ label: words.button }])}
        </form>
        {columnsPart(view)}
      </>
    ),
  });
}

function columnsPart({ language }: TableFrame): Html {
  const { columns: words } = catalogue(language).customerTable;
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{words.title}</h2>
      <p>{words.about}</p>
      {summaryList(Object.entries(words.of).map(([name, value]) => ({ name, value })))}
    </section>
  );
}

/** What a line of a table does. */
interface TableLine {
  readonly line: number;
  readonly name: string;
  readonly isNew: boolean;
  readonly accountManager: string | undefined;
  readonly isNewManager: boolean;
  readonly insteadOf: string | undefined;
}

interface PreviewView extends TableFrame {
  readonly result: {
    readonly lines: readonly TableLine[];
    readonly problems: readonly { readonly line: number; readonly refusal: PeopleRefusal }[];
    readonly withoutManager: readonly string[];
  };
  /** People and customers by their ids, as they are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly text: string;
  /** By what is shown it is known again. */
  readonly seen: string;
  /** It was meant, and would do something else by now. */
  readonly isAgain: boolean;
}

/** So many lines of each kind are shown; a table may have a thousand. */
const SHOWN_MAX = 200;

/** What a table would do: in sentences, line by line, and the button that does just that. */
export function tablePreviewPage(view: PreviewView): string {
  const { language, base, result, text, seen, isAgain } = view;
  const { preview: words } = catalogue(language).customerTable;
  const { lines, problems, withoutManager } = result;
  const added = lines.filter(({ isNew }) => isNew);
  const changed = lines.filter(({ isNew, accountManager }) => !isNew && accountManager !== undefined);
  const unchanged = lines.length - added.length - changed.length;
  const changes = added.length + changed.length;
  const isSound = problems.length === 0;
  return page({
    ...view,
    title: words.title,
    hasErrors: !isSound,
    crumbs: [...crumbsOf(view), { title: catalogue(language).customerTable.title, path: base }],
    children: (
      <>
        {isAgain && notice({ kind: 'warning', language, isUrgent: true, title: words.changed })}
        {notice({
          kind: isSound ? 'info' : 'error',
          language,
          title: isSound ? words.nothingYet : words.wrongAbout,
          children: (
            <p>
              {words.counts({
                added: added.length,
                changed: changed.length,
                unchanged,
                wrong: problems.length,
              })}
            </p>
          ),
        })}
        {!isSound && wrongPart(view)}
        {isSound && changes === 0 && <p>{words.nothing}</p>}
        {linesPart(view, 'added', added)}
        {linesPart(view, 'accounts', changed)}
        {unchanged > 0 && <p>{words.unchanged({ count: unchanged })}</p>}
        {withoutManager.length > 0 && (
          <p>{words.without({ customers: withoutManager.map((id) => view.names.get(id) ?? id) })}</p>
        )}
        {isSound && changes > 0
          ? postForm({
              action: `${base}/take`,
              hidden: { text, seen },
              children: buttonRow(
                [{ label: words.button({ count: changes }) }],
                [{ label: words.again, path: base }],
              ),
            })
          : mendPart(view)}
      </>
    ),
  });
}

function wrongPart({ language, result: { problems } }: PreviewView): Html {
  const words = catalogue(language);
  const { preview } = words.customerTable;
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong">{preview.wrong}</h2>
      <ul>
        {problems.slice(0, SHOWN_MAX).map(({ line, refusal }) => {
          const { message, advice } = tableRefusalWords(words, refusal);
          return (
            <li>
              <strong>{preview.at({ line })}:</strong> {message} {advice}
            </li>
          );
        })}
      </ul>
      {problems.length > SHOWN_MAX && <p>{preview.more({ count: problems.length - SHOWN_MAX })}</p>}
    </section>
  );
}

function linesPart(
  { language, names }: PreviewView,
  kind: 'added' | 'accounts',
  lines: readonly TableLine[],
): Html | undefined {
  const { preview: words } = catalogue(language).customerTable;
  if (lines.length === 0) return undefined;
  const called = (person: string | undefined): string | undefined =>
    person === undefined ? undefined : (names.get(person) ?? person);
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{words[kind]}</h2>
      <ul>
        {lines.slice(0, SHOWN_MAX).map((one) => (
          <li>
            <span class="quiet">{words.at({ line: one.line })}:</span>{' '}
            {words.line({
              ...{ name: one.name, isNew: one.isNew, isNewManager: one.isNewManager },
              manager: called(one.accountManager),
              insteadOf: called(one.insteadOf),
            })}
          </li>
        ))}
      </ul>
      {lines.length > SHOWN_MAX && <p>{words.more({ count: lines.length - SHOWN_MAX })}</p>}
    </section>
  );
}

/** The table as it was given, to be mended on the spot. */
function mendPart({ language, base, text, result }: PreviewView): Html {
  const words = catalogue(language).customerTable;
  if (result.problems.length === 0) {
    return (
      <p>
        <a href={base}>{words.preview.again}</a>
      </p>
    );
  }
  return (
    <section aria-labelledby="mend">
      <h2 id="mend">{words.preview.mend}</h2>
      <form method="post" action={base} enctype="multipart/form-data" accept-charset="utf-8" novalidate>
        {textArea({
          language,
          name: 'text',
          label: words.text.again,
          value: text,
          rows: 12,
          isOptional: 'unsaid',
        })}
        {buttonRow([{ label: words.button }], [{ label: words.preview.again, path: base }])}
      </form>
    </section>
  );
}
