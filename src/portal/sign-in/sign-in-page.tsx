import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { passkeyForm } from '../parts/passkey-form.tsx';
import { goOnField, withGoOn } from './go-on.ts';

/** A no to what was typed; each stands at its field. */
export type SignInProblem =
  | { readonly is: 'emailMissing'; readonly by: 'link' | 'password' }
  | { readonly is: 'passwordMissing' | 'wrong' }
  | { readonly is: 'tooOften'; readonly seconds: number; readonly by: 'link' | 'password' }
  | { readonly is: 'organisationFailed' | 'passkeyFailed' };

interface SignInView extends Frame {
  /** Where to go on. */
  readonly goOn: string;
  readonly email: string;
  /** Somebody is signed in and has to prove it once more. */
  readonly isAgain: boolean;
  readonly problem: SignInProblem | undefined;
  /** The organisation whose directory signs people in, if there is one. */
  readonly organisation: string | undefined;
}

/** The ways in: a link first, for it works for everybody and at any hour. */
export function signInPage(view: SignInView): string {
  const words = catalogue(view.language).signIn.page;
  const errors = errorsOf(view);
  return page({
    ...view,
    title: view.isAgain ? words.again.title : words.title,
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(errors, view.language)}
        {view.isAgain && <p>{words.again.about}</p>}
        {view.visitor && !view.isAgain && <p>{words.signedInAs({ name: view.visitor.name })}</p>}
        {byLink(view, errors)}
        {byPassword(view, errors)}
        {byPasskey(view)}
        {byOrganisation(view)}
        {view.isDemonstration && (
          <p>
            <a href={withGoOn('/step-in', view.goOn)}>{words.stepIn}</a>
          </p>
        )}
      </>
    ),
  });
}

type Errors = readonly { readonly name: string; readonly error: string }[];

function errorsOf({ language, problem }: SignInView): Errors {
  const { signIn } = catalogue(language);
  if (!problem) return [];
  const said = ({ message, advice }: { message: string; advice: string }) => `${message} ${advice}`;
  switch (problem.is) {
    case 'emailMissing':
      return [{ name: fieldOf(problem.by), error: said(signIn.page.problems.emailMissing) }];
    case 'tooOften':
      return [{ name: fieldOf(problem.by), error: said(signIn.tooOften(problem)) }];
    case 'passwordMissing':
    case 'wrong':
      return [{ name: 'password', error: said(signIn.page.problems[problem.is]) }];
    case 'passkeyFailed':
      return [{ name: 'email', error: signIn.page.byPasskey.failed }];
    case 'organisationFailed':
      return [{ name: 'organisation', error: signIn.page.byOrganisation.failed }];
  }
}

/** Both forms ask for an address, so each has its own name for it. */
const fieldOf = (by: 'link' | 'password'): string => (by === 'link' ? 'email' : 'address');

const errorAt = (errors: Errors, name: string) => errors.find((one) => one.name === name)?.error;

function byLink({ language, goOn, email }: SignInView, errors: Errors): Html {
  const words = catalogue(language).signIn.page;
  return (
    <section>
      <h2>{words.byLink.title}</h2>
      {postForm({
        action: '/sign-in/link',
        hidden: goOnField(goOn),
        children: (
          <>
            {textField({
              language,
              name: 'email',
              label: words.email,
              hint: words.byLink.about,
              error: errorAt(errors, 'email'),
              value: email,
              type: 'email',
              autocomplete: 'email',
              spellcheck: false,
            })}
            {buttonRow([{ label: words.byLink.button }])}
          </>
        ),
      })}
    </section>
  );
}

function byPassword({ language, goOn, email }: SignInView, errors: Errors): Html {
  const words = catalogue(language).signIn.page;
  return (
    <section>
      <h2>{words.byPassword.title}</h2>
      {postForm({
        action: '/sign-in/password',
        hidden: goOnField(goOn),
        children: (
          <>
            {textField({
              language,
              name: 'address',
              label: words.email,
              error: errorAt(errors, 'address'),
              value: email,
              type: 'email',
              autocomplete: 'username',
              spellcheck: false,
            })}
            {textField({
              language,
              name: 'password',
              label: words.byPassword.password,
              error: errorAt(errors, 'password'),
              type: 'password',
              autocomplete: 'current-password',
            })}
            {buttonRow([{ label: words.byPassword.button, kind: 'plain' }])}
          </>
        ),
      })}
      <p>{words.byPassword.forgotten}</p>
    </section>
  );
}

const byPasskey = ({ language, goOn }: SignInView): Html =>
  passkeyForm({
    ...catalogue(language).signIn.page.byPasskey,
    does: 'get',
    action: '/sign-in/passkey',
    options: '/sign-in/passkey/options',
    hidden: goOnField(goOn),
    isKind: 'plain',
  });

function byOrganisation({ language, goOn, organisation }: SignInView): Html | undefined {
  if (organisation === undefined) return undefined;
  const words = catalogue(language).signIn.page.byOrganisation;
  return (
    <section id="organisation" tabindex={-1}>
      <h2>{words.title}</h2>
      <p>
        {linkButton({
          label: words.button({ name: organisation }),
          path: withGoOn('/sign-in/organisation', goOn),
          kind: 'plain',
        })}
      </p>
    </section>
  );
}
