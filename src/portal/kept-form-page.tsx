import { catalogue } from '../core/message/catalogue.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { type Frame, page } from './frame.tsx';
import { buttonRow } from './parts/form.tsx';
import { notice } from './parts/notices.tsx';

interface KeptForm extends Frame {
  /** Where the form was sent. */
  readonly path: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Their session had ended, or it is too long ago that they proved who they are. */
  readonly why: 'ended' | 'stale';
}

/**
 * A form that came when its sender was signed out, or had to prove anew who they are: nothing of it was done, and nothing of it is lost. It stands on the
 * page as it was typed, to be sent again once its sender has signed in beside it.
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

/** What a form said, as it was typed and ready to be sent again. */
export function sendAgain({ language, path, fields }: Pick<KeptForm, 'language' | 'path' | 'fields'>): Html {
  const words = catalogue(language).pages.keptForm;
  return (
    <form method="post" action={path} accept-charset="utf-8">
      {fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.some(isTyped) && <h2>{words.typed}</h2>}
      {fields.filter(isTyped).map(({ value }) => (
        <blockquote>{value}</blockquote>
      ))}
      {buttonRow([{ label: words.again }])}
    </form>
  );
}

/** Words of a person, as against ids and choices. */
const isTyped = ({ value }: KeptForm['fields'][number]): boolean => /\s/.test(value);
