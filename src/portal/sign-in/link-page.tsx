import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { withGoOn } from './go-on.ts';

export interface SignInLinkView extends Frame {
  /** Where the form goes: the link itself. */
  readonly action: string;
  readonly purpose: 'signIn' | 'invitation' | 'domain' | 'administrator';
  readonly email: string | undefined;
  readonly contractTitle: string | undefined;
  readonly customerName: string | undefined;
  /** What was typed, where it could not be taken. */
  readonly typed: { readonly name: string; readonly email: string } | undefined;
  readonly problems: readonly ('nameMissing' | 'emailMissing')[];
}

const FIELDS = { nameMissing: 'name', emailMissing: 'email' } as const;

/** What a link does, before it is done: only the button signs in, so that no program that opens links spends it. */
export function signInLinkPage(view: SignInLinkView): string {
  const { language, purpose, problems } = view;
  const words = catalogue(language).signIn.link;
  const errors = problems.map((problem) => {
    const { message, advice } = words.problems[problem];
    return { name: FIELDS[problem], error: `${message} ${advice}` };
  });
  return page({
    ...view,
    title: words.titles[purpose],
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(errors, language)}
        <p>{saidOf(view)}</p>
        {postForm({
          action: view.action,
          children: (
            <>
              {fields(view, errors)}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
        <p>{words.onlyThen}</p>
      </>
    ),
  });
}

function saidOf(view: SignInLinkView): string {
  const words = catalogue(view.language).signIn.link;
  const { purpose, email = '', contractTitle = '', customerName = '' } = view;
  if (purpose === 'administrator') return words.administrator;
  return words[purpose]({ email, contractTitle, customerName });
}

function fields(
  { language, purpose, typed }: SignInLinkView,
  errors: readonly { readonly name: string; readonly error: string }[],
): Html | undefined {
  const words = catalogue(language).signIn.link;
  if (purpose !== 'domain' && purpose !== 'administrator') return undefined;
  const errorAt = (name: string) => errors.find((one) => one.name === name)?.error;
  return (
    <>
      {textField({
        language,
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        error: errorAt('name'),
        value: typed?.name,
        autocomplete: 'name',
        lengthMax: 200,
      })}
      {purpose === 'administrator' &&
        textField({
          language,
          name: 'email',
          label: words.email,
          hint: words.emailHint,
          error: errorAt('email'),
          value: typed?.email,
          type: 'email',
          autocomplete: 'email',
          spellcheck: false,
        })}
    </>
  );
}

/** A link that does nothing any more, and the way to one that does. */
export function deadSignInLinkPage(
  view: Frame & { readonly why: 'used' | 'expired' | 'unknown'; readonly goOn: string },
): string {
  const words = catalogue(view.language).signIn.link;
  const { message, advice } = words.dead[view.why];
  return page({
    ...view,
    title: message.replace(/\.$/, ''),
    children: (
      <>
        <p>{advice}</p>
        {linkButton({
          label: words.fresh,
          path: withGoOn('/sign-in', view.goOn),
        })}
      </>
    ),
  });
}
