import { catalogue } from '../../core/message/catalogue.ts';
import type { PeopleRefusal } from '../../core/message/people.ts';
import { type AdminPart, adminRefusalWords } from '../../core/message/portal/admin.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';

/** What stands around each page of an administrator. */
export interface AdminFrame extends Frame {
  /** The administration of this contract. */
  readonly base: string;
  /** The contract's: instants are shown on its clocks. */
  readonly timeZone: string;
  /** What has just been done, in a sentence. */
  readonly done?: string | undefined;
}

/** A no to what was typed, and in which fields it stood. */
export interface Refusing {
  readonly refusal: PeopleRefusal;
  readonly typed: Typed;
}

/** What was typed into a form, by field. */
interface Typed {
  text(name: string): string;
  all(name: string): readonly string[];
}

interface AdminPage {
  readonly frame: AdminFrame;
  readonly title: string;
  /** The part the page belongs to, where it is not that part's own first page. */
  readonly within?: AdminPart;
  readonly errors?: readonly { readonly name: string; readonly error: string }[];
  readonly isWide?: boolean;
  readonly children: Child;
}

/** One page of administration: where it stands, what was done, what was wrong, and what it is about. */
export function adminPage({
  frame,
  title,
  within,
  errors = [],
  isWide = false,
  children,
}: AdminPage): string {
  const { language, base, done } = frame;
  const { admin: words } = catalogue(language);
  return page({
    ...frame,
    title,
    isWide,
    hasErrors: errors.length > 0,
    crumbs: [
      { title: words.title, path: base },
      ...(within === undefined ? [] : [{ title: words.parts[within].title, path: `${base}/${within}` }]),
    ],
    children: (
      <>
        {errorSummary(errors, language)}
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {children}
      </>
    ),
  });
}

/** What a no says beside the field it is about, and at the top. */
export function errorsOf(
  refusing: Refusing | undefined,
  { language }: Frame,
  fieldOf: (refusal: PeopleRefusal) => string,
): readonly { readonly name: string; readonly error: string }[] {
  if (!refusing) return [];
  const { message, advice } = adminRefusalWords(catalogue(language).admin, refusing.refusal);
  return [{ name: fieldOf(refusing.refusal), error: `${message} ${advice}` }];
}

/** The field of a form about a person, a role or a customer that a no is about. */
export function fieldOf({ code, values }: PeopleRefusal): string {
  if ('field' in values) return values.field;
  if (code === 'person-email-invalid') return 'email';
  if (code.startsWith('person-id')) return 'personId';
  if (code === 'role-customer-missing' || code === 'role-customer-surplus') return 'customer';
  if (code.startsWith('role-')) return 'role';
  if (code === 'customer-not-known') return 'customer';
  if (code === 'customer-id-malformed') return 'customerId';
  if (code.startsWith('customer-')) return 'name';
  if (code.startsWith('account-')) return 'accountManager';
  return 'personId';
}

interface Confirming {
  readonly frame: AdminFrame;
  readonly within: AdminPart;
  /** The question. */
  readonly title: string;
  readonly about: readonly string[];
  readonly button: string;
  readonly action: string;
  /** Where to go without doing it. */
  readonly back: string;
}

/** Asks once more before something that somebody would miss. */
export const confirmPage = ({ frame, within, title, about, button, action, back }: Confirming): string =>
  adminPage({
    frame,
    title,
    within,
    children: (
      <>
        {about.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {postForm({
          action,
          children: buttonRow(
            [{ label: button, kind: 'grave' }],
            [{ label: catalogue(frame.language).admin.cancel, path: back }],
          ),
        })}
      </>
    ),
  });

/** Who did something, in words. */
export function byWhom(
  { kind, name }: { readonly kind: 'person' | 'account' | 'terminal'; readonly name: string },
  { language }: Frame,
): string {
  const { terminal, keeper } = catalogue(language).admin.rights;
  return kind === 'terminal' ? terminal : kind === 'account' ? keeper : name;
}

/** A part of a page with its heading and a form. */
export const section = (id: string, title: string, children: Child): Html => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
