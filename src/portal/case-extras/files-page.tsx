import { type CaseFiles, FILE_ENDINGS } from '../../app/views/files-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { page, problemBox } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { describedBy, hintAndError } from '../parts/field.tsx';
import { buttonRow, errorSummary } from '../parts/form.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';
import type { CaseHead } from './case-head.ts';

type CaseFile = CaseFiles['files'][number];

export interface FilesView extends CaseHead {
  readonly caseFiles: CaseFiles;
  readonly filesMax: number;
  readonly mebibytesMax: number;
  /** The file that its reader has just added. */
  readonly done: CaseFile | undefined;
  readonly audience: string;
  /** What is wrong with the file that was chosen. */
  readonly error: RefusalWords | undefined;
  /** Why the case did not take it. */
  readonly refused: RefusalWords | undefined;
}

/** The files of a case that are for its reader, and where one is added. */
export function filesPage(view: FilesView): string {
  const { language, error, refused, done, caseFiles } = view;
  const words = catalogue(language).extras.files;
  return page({
    ...view,
    title: words.title,
    caption: view.caseTitle,
    crumbs: [{ title: view.caseTitle, path: view.casePath }],
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(error ? [{ name: 'file', error: error.message }] : [], language)}
        {refused && problemBox(refused)}
        {done?.name !== undefined &&
          notice({ kind: 'success', language, children: <p>{words.done({ name: done.name })}</p> })}
        {caseFiles.files.length === 0
          ? emptyState({ title: words.none.message, children: <p>{words.none.advice}</p> })
          : filesList(view)}
        {caseFiles.mayAttach && adding(view)}
        <p>
          <a href={view.casePath}>{catalogue(language).extras.cancel}</a>
        </p>
      </>
    ),
  });
}

/** Each with whose it is, since when, for whom; a telephone has no room for a table of that. */
function filesList(view: FilesView): Html {
  const { language, timeZone, readerZone, caseFiles } = view;
  const words = catalogue(language).extras.files;
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title" class="only-read-out">
        {words.caption}
      </h2>
      <ol class="timeline">
        {caseFiles.files.map((file) => (
          <li>
            <h3>{fileLink(view, file)}</h3>
            <p class="quiet small">{words.from({ name: file.from, party: file.actor })}</p>
            <p class="quiet small">
              {whenPart({ at: file.at, timeZone, readerZone, language })} · {words.size({ bytes: file.size })}{' '}
              · {words.audience}: {words.audiences[file.audience]}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A file's name, which leads to it; of one that was erased, that it was. */
export function fileLink(
  { language, casePath }: Pick<FilesView, 'language' | 'casePath'>,
  { fileId, name, kind, erasedAt }: CaseFile,
): Child {
  const words = catalogue(language).extras.files;
  if (name === undefined || erasedAt !== undefined) return words.erased;
  return (
    <>
      <a href={`${casePath}/files/${encodeURIComponent(fileId)}`}>{name}</a>{' '}
      <span class="quiet">({words.kinds[kind] ?? kind})</span>
    </>
  );
}

function adding(view: FilesView): Html {
  const { language, filesMax, mebibytesMax, caseFiles, casePath, formKey, error, audience } = view;
  const words = catalogue(language).extras.files;
  const whole = error && `${error.message} ${error.advice}`.trim();
  const field = {
    language,
    name: 'file',
    label: words.label,
    hint: words.hint({ mebibytesMax, filesMax }),
    error: whole,
  };
  return (
    <section aria-labelledby="add-title">
      <h2 id="add-title">{words.heading}</h2>
      {caseFiles.isFull ? (
        <p>{words.full({ filesMax })}</p>
      ) : (
        <form
          method="post"
          action={`${casePath}/files`}
          enctype="multipart/form-data"
          accept-charset="utf-8"
          novalidate
        >
          <input type="hidden" name="key" value={formKey} />
          {radioField({
            ...{ language, name: 'audience', label: words.audience, chosen: audience },
            choices: Object.entries(words.audiences).map(([value, label]) => ({ value, label })),
          })}
          <div class={error === undefined ? 'field' : 'field has-error'}>
            <label for="file">{words.label}</label>
            {hintAndError(field)}
            <input
              type="file"
              id="file"
              name="file"
              accept={FILE_ENDINGS}
              aria-describedby={describedBy(field)}
              aria-invalid={error === undefined ? undefined : 'true'}
            />
          </div>
          {buttonRow([{ label: words.send }])}
        </form>
      )}
    </section>
  );
}
