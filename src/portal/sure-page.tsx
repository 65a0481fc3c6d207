import { catalogue } from '../core/message/catalogue.ts';
import { type Frame, page } from './frame.tsx';
import { buttonRow } from './parts/form.tsx';

/** What is asked once more: what would be done, to whom, and what follows from it. */
export interface Question {
  readonly title: string;
  readonly about: readonly string[];
  readonly button: string;
  /** Where to go without doing it. */
  readonly back: string;
  /** What somebody wrote that goes along, to be read again. */
  readonly written?: readonly string[];
  /** The field of the page before in which something was typed: going back takes all of it along. */
  readonly typedIn?: string | undefined;
}

interface SureView extends Frame, Question {
  /** Where the form was sent. */
  readonly path: string;
  /** All of it, as it was sent. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** The field by which a form says that its sender was asked. */
export const SURE = 'sure';
/** What it says where its sender goes back, and wants to find what they typed. */
export const NOT_YET = 'not-yet';

/** Asks once more before something that cannot be taken back; the form that was sent goes along as it is. */
export function surePage(view: SureView): string {
  const words = catalogue(view.language).sure;
  const { title, about, button, back, written = [], typedIn, path, fields } = view;
  const yes = { label: button, kind: 'grave', name: SURE, value: 'yes' } as const;
  const goBack = { label: words.back, kind: 'as-link', name: SURE, value: NOT_YET } as const;
  return page({
    ...view,
    title,
    children: (
      <>
        {about.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <form method="post" action={path} accept-charset="utf-8">
          {fields.map(({ name, value }) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {written.length > 0 && <h2>{words.typed}</h2>}
          {written.map((text) => (
            <blockquote>{text}</blockquote>
          ))}
          {typedIn === undefined
            ? buttonRow([yes], [{ label: words.back, path: back }])
            : buttonRow([yes, { ...goBack, action: `${path}#${typedIn}` }])}
        </form>
      </>
    ),
  });
}
