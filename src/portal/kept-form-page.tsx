import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';
import { type Frame, page } from './frame.tsx';
import { hintAndError } from './parts/field.tsx';
import { buttonRow } from './parts/form.tsx';
import { notice } from './parts/notices.tsx';

/** What a form said when it was sent, as far as it may stand on a page. */
export interface TypedForm {
  /** Where it was sent. */
  readonly to: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Something of it is secret, and does not stand here. */
  readonly hasSecrets: boolean;
  /** It goes as a form of several parts, as one with a file does. */
  readonly isInParts: boolean;
  /** A file that it had: a page can name it, but not bring it again. */
  readonly file: { readonly name: string; readonly accepts: string; readonly isNeeded: boolean } | undefined;
}

interface KeptForm extends Frame {
  readonly typed: TypedForm;
  /** Their session had ended, or it is too long ago that they proved who they are. */
  readonly why: 'ended' | 'stale';
}

/**
 * A form that came when its sender was signed out, or had to prove anew who they are: nothing of it was done, and nothing
 * of it is lost. It stands on the page as it was typed, to be sent again once its sender has signed in beside it.
 */
export function keptFormPage(view: KeptForm): string {
  const words = catalogue(view.language).pages.keptForm;
  return page({
    ...view,
    title: view.why === 'ended' ? words.title : words.staleTitle,
    children: (
      <>
        {notice({
          kind: 'warning',
          language: view.language,
          children: <p>{view.why === 'ended' ? words.about : words.staleAbout}</p>,
        })}
        <p>
          <a class="button plain" href="/sign-in" target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </p>
        {sendAgain(view)}
      </>
    ),
  });
}

interface OftenForm extends Frame {
  readonly title: string;
  /** How often it may be sent, and when again. */
  readonly about: string;
  readonly typed: TypedForm;
}

/** A form that was sent more often than it may be: nothing of it was done, and it can be sent again after a while. */
export function oftenFormPage(view: OftenForm): string {
  const { language, title, about } = view;
  return page({
    ...view,
    title,
    children: (
      <>
        {notice({
          kind: 'warning',
          language,
          children: (
            <>
              <p>{about}</p>
              <p>{catalogue(language).pages.keptForm.often}</p>
            </>
          ),
        })}
        {sendAgain(view)}
      </>
    ),
  });
}

/** What a form said, as it was typed and ready to be sent again; a file that it had has to be chosen once more. */
export function sendAgain({ language, typed }: Pick<KeptForm, 'language' | 'typed'>): Html {
  const words = catalogue(language).pages.keptForm;
  const { to, fields, file, hasSecrets, isInParts } = typed;
  const said = fields.filter(isTyped);
  return (
    <form
      method="post"
      action={to}
      accept-charset="utf-8"
      enctype={isInParts ? 'multipart/form-data' : undefined}
    >
      {fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {said.length > 0 && <h2>{words.typed}</h2>}
      {said.map(({ value }) => (
        <blockquote>{value}</blockquote>
      ))}
      {hasSecrets && <p>{words.secrets}</p>}
      {file && fileAgain(file, language)}
      {buttonRow([
        { label: words.again },
        ...(file && !file.isNeeded
          ? [{ label: words.withoutFile, kind: 'plain', isUnchecked: true } as const]
          : []),
      ])}
    </form>
  );
}

/** The browser itself holds the form back until the file is chosen: it does not go on without it unnoticed. */
function fileAgain({ name, accepts }: NonNullable<TypedForm['file']>, language: Language): Child {
  const words = catalogue(language).pages.keptForm;
  const field = { language, name: 'file', label: words.file, hint: words.fileHint({ name }) };
  return (
    <div class="field">
      <label for="file">{words.file}</label>
      {hintAndError(field)}
      <input type="file" id="file" name="file" accept={accepts} required aria-describedby="file-hint" />
    </div>
  );
}

/** Words of a person, as against ids and choices. */
const isTyped = ({ value }: TypedForm['fields'][number]): boolean => /\s/.test(value);
