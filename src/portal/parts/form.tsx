import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

interface PostForm {
  readonly action: string;
  /** Values the form carries unseen, such as the version it was made for. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>>;
  readonly children: Child;
}

/** A form that does something. What is wanted is said by our own page, in the page's language. */
export const postForm = ({ action, hidden = {}, children }: PostForm): Html => (
  <form method="post" action={action} accept-charset="utf-8" novalidate>
    {Object.entries(hidden).map(
      ([name, value]) => value !== undefined && <input type="hidden" name={name} value={String(value)} />,
    )}
    {children}
  </form>
);

/** A button that sends its form; `name` and `value` tell it from the form's other buttons. */
interface Button {
  readonly label: string;
  /** `grave`: it cannot be undone; `as-link`: it leads out of the form. */
  readonly kind?: 'main' | 'plain' | 'grave' | 'as-link';
  readonly name?: string;
  readonly value?: string;
  /** Where it sends the form, if not where the form says. */
  readonly action?: string;
  /** It sends the form also where a field of it that is required says nothing. */
  readonly isUnchecked?: boolean;
}

const button = ({ label, kind = 'main', name, value, action, isUnchecked = false }: Button): Html => (
  <button
    type="submit"
    class={kind === 'main' ? undefined : kind}
    name={name}
    value={value}
    formaction={action}
    formnovalidate={isUnchecked}
  >
    {label}
  </button>
);

/** The buttons of a form, the main one first, and links that lead out of it without doing anything. */
export const buttonRow = (
  buttons: readonly Button[],
  links: readonly { readonly label: string; readonly path: string }[] = [],
): Html => (
  <div class="buttons">
    {buttons.map(button)}
    {links.map(({ label, path }) => (
      <a href={path}>{label}</a>
    ))}
  </div>
);

/** A link that looks like what it is: the next thing to do. */
export const linkButton = ({
  label,
  path,
  kind = 'main',
}: {
  readonly label: string;
  readonly path: string;
  readonly kind?: 'main' | 'plain';
}): Html => (
  <a href={path} class={kind === 'main' ? 'button' : 'button plain'}>
    {label}
  </a>
);

/** Everything that is wrong with a form, at the top of the page, each leading to its field. Nothing where nothing is. */
export function errorSummary(
  errors: readonly { readonly name: string; readonly error: string }[],
  language: Language,
): Html | undefined {
  if (errors.length === 0) return undefined;
  return (
    <div class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} id="errors">
      <h2 id="errors-title">{catalogue(language).parts.errorSummary}</h2>
      <ul>
        {errors.map(({ name, error }) => (
          <li>
            <a href={`#${name}`}>{error}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
