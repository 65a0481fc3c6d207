import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';

interface CodeView extends Frame {
  readonly problem:
    | { readonly is: 'wrong' }
    | { readonly is: 'tooOften'; readonly seconds: number }
    | undefined;
}

/** The second factor, after the first was shown. */
export function codePage(view: CodeView): string {
  const { language, problem } = view;
  const { signIn } = catalogue(language);
  const words = signIn.code;
  const said = problem && (problem.is === 'wrong' ? words.wrong : signIn.tooOften(problem));
  const error = said && `${said.message} ${said.advice}`;
  return page({
    ...view,
    title: words.title,
    hasErrors: error !== undefined,
    children: (
      <>
        {error !== undefined && errorSummary([{ name: 'code', error }], language)}
        <p>{words.about}</p>
        {postForm({
          action: '/sign-in/code',
          children: (
            <>
              {textField({
                language,
                name: 'code',
                label: words.label,
                hint: words.hint,
                error,
                autocomplete: 'one-time-code',
                width: 'medium',
                lengthMax: 20,
                spellcheck: false,
              })}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
        <p>{words.lost}</p>
      </>
    ),
  });
}

/** The first factor was too long ago, or too many codes were wrong. */
export function codeOverPage(view: Frame): string {
  const { over, begin } = catalogue(view.language).signIn.code;
  return page({
    ...view,
    title: over.message.replace(/\.$/, ''),
    children: (
      <>
        <p>{over.advice}</p>
        {linkButton({ label: begin, path: '/sign-in' })}
      </>
    ),
  });
}
