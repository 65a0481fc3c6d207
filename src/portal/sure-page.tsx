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
}

interface SureView extends Frame, Question {
  /** Where the form was sent. */
  readonly path: string;
  /** All of it, as it was sent. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** The field by which a form says that its sender was asked. */
export const SURE = 'sure';

/** Asks once more before something that cannot be taken back; the form that was sent goes along as it is. */
export function surePage(view: SureView): string {
  const words = catalogue(view.language).sure;
  const { title, about, button, back, written = [], path, fields } = view;
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
          <input type="hidden" name={SURE} value="yes" />
          {written.length > 0 && <h2>{words.typed}</h2>}
          {written.map((text) => (
            <blockquote>{text}</blockquote>
          ))}
          {buttonRow([{ label: button, kind: 'grave' }], [{ label: words.back, path: back }])}
        </form>
      </>
    ),
  });
}
