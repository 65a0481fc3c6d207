import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PeopleRefusal } from '../../core/message/people.ts';
import { adminRefusalWords } from '../../core/message/portal/admin.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { fieldOf, section } from '../admin/admin-frame.tsx';
import { roleWords } from '../admin/people-pages.tsx';
import { type Frame, page } from '../frame.tsx';
import { selectField, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../parts/form.tsx';
import { languageField, languageName } from '../parts/language-field.tsx';
import { pager, summaryList, table } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';

interface RoleHeld {
  readonly role: string;
  readonly customerId?: string | undefined;
}

/** Somebody whom the reader lets in and out. */
interface LetInPerson {
  readonly personId: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly language: Language | undefined;
  readonly roles: readonly RoleHeld[];
  /** Those that are the reader's to take. */
  readonly held: readonly RoleHeld[];
  readonly hasCome: boolean;
}

interface LettingInFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  /** What has just been done, in a sentence. */
  readonly done?: string | undefined;
}

const pathOf = ({ base }: LettingInFrame, personId: string): string =>
  `${base}/${encodeURIComponent(personId)}`;

interface Around {
  readonly frame: LettingInFrame;
  readonly title: string;
  readonly isList?: boolean;
  readonly errors?: Errors;
  readonly children: Child;
}

type Errors = readonly { readonly name: string; readonly error: string }[];

function around({ frame, title, isList = false, errors = [], children }: Around): string {
  const { language, base, done } = frame;
  return page({
    ...frame,
    title,
    isWide: isList,
    hasErrors: errors.length > 0,
    crumbs: isList ? [] : [{ title: catalogue(language).lettingIn.title, path: base }],
    children: (
      <>
        {errorSummary(errors, language)}
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {children}
      </>
    ),
  });
}

interface ListView {
  readonly frame: LettingInFrame;
  readonly people: readonly LetInPerson[];
  readonly older: string | undefined;
}

/** Everybody whom the reader lets in and out. */
export function lettingInPage({ frame, people, older }: ListView): string {
  const { language, base } = frame;
  const { lettingIn: words, admin } = catalogue(language);
  const { labels } = admin;
  return around({
    frame,
    title: words.title,
    isList: true,
    children: (
      <>
        <p>{words.about}</p>
        <p>{linkButton({ label: words.invite.title, path: `${base}/new` })}</p>
        {people.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: words.title,
              isCaptionHidden: true,
              columns: [labels.name, labels.email, labels.roles, words.state].map((title) => ({ title })),
              rows: people.map((one) => [
                one.held.length > 0 ? <a href={pathOf(frame, one.personId)}>{nameOf(one)}</a> : nameOf(one),
                one.email,
                one.roles.map((held) => heldWords(held, frame)).join(', '),
                one.hasCome ? words.came : words.notYet,
              ]),
            })}
        {pager({ older, isByTime: false }, language)}
      </>
    ),
  });
}

const nameOf = ({ name, personId }: Pick<LetInPerson, 'name' | 'personId'>): string => name ?? personId;
const heldWords = ({ role, customerId }: RoleHeld, frame: Frame): string =>
  roleWords({ role, customerId }, frame);

/** What was wrong with an invitation. */
type InviteProblem =
  | { readonly refusal: PeopleRefusal }
  | { readonly problem: 'roleMissing' | 'elsewhere' }
  | { readonly problem: 'theirs'; readonly personId: string };

interface InviteView {
  readonly frame: LettingInFrame;
  /** What the reader may make somebody. */
  readonly grants: readonly RoleHeld[];
  /** In which people of the contract are written to. */
  readonly contractLanguage: Language;
  readonly typed: { text(name: string): string };
  readonly wrong: InviteProblem | undefined;
}

/** The form by which somebody is invited. */
export function invitePage(view: InviteView): string {
  const { frame, wrong, typed } = view;
  const { language, base } = frame;
  const { lettingIn: words, admin } = catalogue(language);
  const errors = wrong ? [errorOf(wrong, language)] : [];
  const errorAt = (name: string) => errors.find((one) => one.name === name)?.error;
  const field = (name: 'name' | 'email', hint: string): Html =>
    textField({
      ...{ language, name, hint, label: admin.labels[name], error: errorAt(name), value: typed.text(name) },
      ...(name === 'email' && { type: 'email', spellcheck: false }),
    });
  return around({
    frame,
    title: words.invite.title,
    errors,
    children: (
      <>
        <p>{words.invite.about}</p>
        {wrong && 'problem' in wrong && wrong.problem === 'theirs' && (
          <p>
            <a href={pathOf(frame, wrong.personId)}>{words.invite.seen}</a>
          </p>
        )}
        {postForm({
          action: `${base}/new`,
          children: (
            <>
              {field('name', words.invite.nameHint)}
              {field('email', words.invite.emailHint)}
              {selectField({
                language,
                name: 'role',
                label: admin.labels.role,
                options: view.grants.map((one) => ({ value: one.role, label: heldWords(one, frame) })),
                chosen: typed.text('role') || (view.grants.length === 1 ? view.grants[0]?.role : undefined),
                error: errorAt('role'),
              })}
              {personLanguage(frame, view.contractLanguage, typed.text('language'))}
              {buttonRow([{ label: words.invite.button }], [{ label: words.cancel, path: base }])}
            </>
          ),
        })}
      </>
    ),
  });
}

function errorOf(
  wrong: InviteProblem,
  language: Language,
): { readonly name: string; readonly error: string } {
  const { lettingIn: words, admin } = catalogue(language);
  const { message, advice } =
    'refusal' in wrong ? adminRefusalWords(admin, wrong.refusal) : words.refusals[wrong.problem];
  const name =
    'refusal' in wrong ? fieldOf(wrong.refusal) : wrong.problem === 'roleMissing' ? 'role' : 'email';
  return { name, error: `${message} ${advice}` };
}

const personLanguage = ({ language }: Frame, ofContract: Language, chosen: string | undefined): Html => {
  const words = catalogue(language).lettingIn.language;
  return languageField({
    language,
    label: words.label,
    hint: words.hint,
    none: words.none({ name: languageName(ofContract) }),
    isOptional: 'unsaid',
    chosen,
  });
};

interface PersonView {
  readonly frame: LettingInFrame;
  readonly person: LetInPerson;
  readonly contractLanguage: Language;
  readonly refused?: PeopleRefusal | undefined;
}

/** Somebody whom the reader lets in and out. */
export function letInPersonPage({ frame, person, contractLanguage, refused }: PersonView): string {
  const { language } = frame;
  const { lettingIn: words, admin } = catalogue(language);
  const { labels } = admin;
  const path = pathOf(frame, person.personId);
  const refusal = refused && adminRefusalWords(admin, refused);
  return around({
    frame,
    title: nameOf(person),
    errors: refusal ? [{ name: 'roles', error: `${refusal.message} ${refusal.advice}` }] : [],
    children: (
      <>
        {summaryList([
          { name: labels.email, value: person.email },
          { name: words.state, value: person.hasCome ? words.came : words.notYet },
        ])}
        {section(
          'roles',
          labels.roles,
          <ul>
            {person.held.map((held) => (
              <li>
                {heldWords(held, frame)}{' '}
                <a href={`${path}/roles/${encodeURIComponent(held.role)}/withdraw`}>
                  {words.withdraw}
                  <span class="only-read-out">: {heldWords(held, frame)}</span>
                </a>
              </li>
            ))}
          </ul>,
        )}
        {section(
          'again',
          words.again.title,
          person.email === undefined ? (
            <p>{words.noAddress}</p>
          ) : (
            <>
              <p>{words.again.about({ email: person.email })}</p>
              {postForm({
                action: `${path}/invite`,
                children: (
                  <>
                    {personLanguage(frame, contractLanguage, person.language)}
                    {buttonRow([{ label: words.again.button }])}
                  </>
                ),
              })}
            </>
          ),
        )}
      </>
    ),
  });
}

interface LetGoView {
  readonly frame: LettingInFrame;
  readonly person: LetInPerson;
  readonly held: RoleHeld;
  readonly action: string;
}

/** Asks once more before a role is taken. */
export function letGoPage({ frame, person, held, action }: LetGoView): string {
  const { language } = frame;
  const { lettingIn: words } = catalogue(language);
  const isLast = person.roles.length === 1;
  return around({
    frame,
    title: words.withdrawSure({ name: nameOf(person), role: heldWords(held, frame) }),
    children: (
      <>
        <p>{words.withdrawAbout}</p>
        {isLast && !person.hasCome && <p>{words.invitationEnds}</p>}
        {postForm({
          action,
          children: buttonRow(
            [{ label: words.withdraw, kind: 'grave' }],
            [{ label: words.cancel, path: pathOf(frame, person.personId) }],
          ),
        })}
      </>
    ),
  });
}
