import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';

interface PasswordView extends Frame {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly problem: 'missing' | 'different' | 'short' | 'long' | 'common' | 'own' | 'simple' | undefined;
}

/** A new password, typed twice; what was typed is never sent back. */
export function passwordPage(view: PasswordView): string {
  const { language, problem } = view;
  const { account } = catalogue(language);
  const words = account.password;
  const name = problem === 'different' ? 'repeated' : 'password';
  const said = problem && words.problems[problem];
  const error = said && `${said.message} ${said.advice}`;
  return page({
    ...view,
    title: words.title,
    crumbs: [{ title: account.overview.title, path: '/account' }],
    hasErrors: error !== undefined,
    children: (
      <>
        {error !== undefined && errorSummary([{ name, error }], language)}
        <p>{words.about}</p>
        {form(view, name, error)}
        {view.hasPassword && (
          <section>
            <h2>{words.remove.title}</h2>
            <p>{words.remove.about}</p>
            {postForm({
              action: '/account/password/remove',
              children: buttonRow([{ label: words.remove.button, kind: 'grave' }]),
            })}
          </section>
        )}
      </>
    ),
  });
}

const form = ({ language, email }: PasswordView, wrong: string, error: string | undefined): Html => {
  const words = catalogue(language).account.password;
  return postForm({
    action: '/account/password',
    children: (
      <>
        {/* So that what keeps passwords knows whose it is. */}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        {textField({
          language,
          name: 'password',
          label: words.label,
          hint: words.hint,
          error: wrong === 'password' ? error : undefined,
          type: 'password',
          autocomplete: 'new-password',
        })}
        {textField({
          language,
          name: 'repeated',
          label: words.repeated,
          error: wrong === 'repeated' ? error : undefined,
          type: 'password',
          autocomplete: 'new-password',
        })}
        {buttonRow([{ label: words.button }])}
      </>
    ),
  });
};
