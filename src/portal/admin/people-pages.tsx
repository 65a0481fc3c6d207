import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { RoleName } from '../../core/message/portal/sign-in.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Option, selectField, textField } from '../parts/field.tsx';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { languageField, languageName } from '../parts/language-field.tsx';
import { pager, summaryList, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { accessPart } from './access-part.tsx';
import { type AdminFrame, adminPage, errorsOf, fieldOf, type Refusing, section } from './admin-frame.tsx';

/** Somebody of a contract, as an administrator sees them. */
interface AdminPerson {
  readonly personId: string;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly email?: string | undefined;
  readonly office?: string | undefined;
  readonly mobile?: string | undefined;
  readonly roles: readonly { readonly role: string; readonly customerId: string | undefined }[];
  readonly language?: Language | undefined;
  readonly erasedAt: number | undefined;
}

interface PeopleList {
  readonly frame: AdminFrame;
  readonly people: readonly AdminPerson[];
  readonly older: string | undefined;
}

const pathOf = ({ base }: AdminFrame, personId: string): string =>
  `${base}/people/${encodeURIComponent(personId)}`;

/** A role in words, with the customer it is held for. */
export function roleWords(
  { role, customerId }: AdminPerson['roles'][number],
  { language }: Pick<AdminFrame, 'language'>,
): string {
  const { role: names } = catalogue(language).signIn;
  const name = Object.hasOwn(names, role) ? names[role as RoleName] : role;
  return customerId === undefined ? name : `${name} (${customerId})`;
}

/** Everybody of a contract, by their short names. */
export function peoplePage({ frame, people, older }: PeopleList): string {
  const { language, base } = frame;
  const { admin: words } = catalogue(language);
  const { labels, parts } = words;
  return adminPage({
    frame,
    title: parts.people.title,
    isWide: true,
    children: (
      <>
        <p>{parts.people.about}</p>
        <p>{linkButton({ label: words.people.add.title, path: `${base}/people/new` })}</p>
        {people.length === 0
          ? emptyState({ title: words.people.empty })
          : table({
              caption: parts.people.title,
              isCaptionHidden: true,
              columns: [labels.name, labels.personId, labels.roles, labels.email].map((title) => ({ title })),
              rows: people.map((one) => [
                <a href={pathOf(frame, one.personId)}>{nameOf(one, frame)}</a>,
                one.personId,
                one.roles.map((held) => roleWords(held, frame)).join(', '),
                one.email,
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

export const nameOf = ({ name, personId, erasedAt }: AdminPerson, { language }: AdminFrame): string =>
  name ?? (erasedAt === undefined ? personId : `${personId} (${catalogue(language).admin.labels.erased})`);

interface PersonForm {
  readonly frame: AdminFrame;
  readonly roles: readonly string[];
  readonly customers: readonly Option[];
  /** In which people of the contract are written to. */
  readonly contractLanguage: Language;
  readonly refusing: Refusing | undefined;
}

/** The form by which somebody is added. */
export function newPersonPage(view: PersonForm): string {
  const { frame, refusing } = view;
  const { language, base } = frame;
  const { people, labels, hints } = catalogue(language).admin;
  const errors = errorsOf(refusing, frame, fieldOf);
  const field = (name: 'personId' | 'name' | 'title' | 'email' | 'office' | 'mobile', more: object = {}) =>
    textField({
      language,
      name,
      label: labels[name],
      value: refusing?.typed.text(name) ?? '',
      error: errors.find((one) => one.name === name)?.error,
      ...more,
    });
  return adminPage({
    frame,
    title: people.add.title,
    within: 'people',
    errors,
    children: (
      <>
        <p>{people.add.about}</p>
        {postForm({
          action: `${base}/people/new`,
          children: (
            <>
              {field('name')}
              {field('personId', { hint: hints.id, spellcheck: false })}
              {field('email', { hint: hints.email, type: 'email' })}
              {roleFields(view, errors)}
              {field('title', { isOptional: true })}
              {personLanguage(view, refusing?.typed.text('language'))}
              {field('office', { hint: hints.number, type: 'tel', isOptional: true })}
              {field('mobile', { hint: hints.number, type: 'tel', isOptional: true })}
              {buttonRow(
                [{ label: people.add.button }],
                [{ label: catalogue(language).admin.cancel, path: `${base}/people` }],
              )}
            </>
          ),
        })}
      </>
    ),
  });
}

/** In which somebody is written to; the contract's, where nothing is chosen. */
function personLanguage({ frame, contractLanguage }: PersonForm, chosen: string | undefined): Html {
  const { language } = frame;
  const words = catalogue(language).lettingIn.language;
  return languageField({
    language,
    label: words.label,
    hint: words.hint,
    none: words.none({ name: languageName(contractLanguage) }),
    isOptional: 'unsaid',
    chosen,
  });
}

/** Which role, and of which customer. */
function roleFields(
  { frame, roles, customers, refusing }: PersonForm,
  errors: readonly { readonly name: string; readonly error: string }[],
): Html {
  const { language } = frame;
  const { labels, hints } = catalogue(language).admin;
  const errorOf = (name: string): string | undefined => errors.find((one) => one.name === name)?.error;
  return (
    <>
      {selectField({
        language,
        name: 'role',
        label: labels.role,
        options: roles.map((role) => ({
          value: role,
          label: roleWords({ role, customerId: undefined }, frame),
        })),
        chosen: refusing?.typed.text('role'),
        error: errorOf('role'),
      })}
      {selectField({
        language,
        name: 'customer',
        label: labels.customer,
        hint: hints.customer,
        isOptional: true,
        options: customers,
        chosen: refusing?.typed.text('customer'),
        error: errorOf('customer'),
      })}
    </>
  );
}

interface PersonPage extends PersonForm {
  readonly person: AdminPerson;
  /** Which of its forms was refused. */
  readonly refusedForm: 'names' | 'grant' | 'other' | undefined;
}

/** Somebody: what is known of them, what they are called, and what they may do. */
export function personPage(view: PersonPage): string {
  const { frame, person, refusing, refusedForm } = view;
  const { language } = frame;
  const { people, labels } = catalogue(language).admin;
  const errors = errorsOf(refusing, frame, refusedForm === 'other' ? () => 'roles' : fieldOf);
  const isErased = person.erasedAt !== undefined;
  return adminPage({
    frame,
    title: nameOf(person, frame),
    within: 'people',
    errors,
    children: (
      <>
        {summaryList([
          { name: labels.personId, value: person.personId },
          { name: labels.email, value: person.email },
          { name: labels.office, value: person.office },
          { name: labels.mobile, value: person.mobile },
        ])}
        <p class="quiet">{people.numbersElsewhere}</p>
        {section('roles', labels.roles, rolesHeld(view))}
        {!isErased && accessPart(frame, person)}
        {!isErased && languageForm(view)}
        {!isErased && grantForm(view, refusedForm === 'grant' ? errors : [])}
        {!isErased && namesForm(view, refusedForm === 'names' ? errors : [])}
      </>
    ),
  });
}

function rolesHeld({ frame, person }: PersonPage): Child {
  const { people } = catalogue(frame.language).admin;
  if (person.roles.length === 0) return <p>{people.noRoles}</p>;
  const path = pathOf(frame, person.personId);
  return (
    <ul>
      {person.roles.map((held) => (
        <li>
          {roleWords(held, frame)}{' '}
          <a href={`${path}/roles/${encodeURIComponent(held.role)}/withdraw`}>
            {people.withdraw}
            <span class="only-read-out">: {roleWords(held, frame)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function languageForm(view: PersonPage): Html {
  const { frame, person } = view;
  const { title, button } = catalogue(frame.language).admin.language;
  return section(
    'written-in',
    title,
    postForm({
      action: `${pathOf(frame, person.personId)}/language`,
      children: (
        <>
          {personLanguage(view, person.language)}
          {buttonRow([{ label: button, kind: 'plain' }])}
        </>
      ),
    }),
  );
}

type Errors = readonly { readonly name: string; readonly error: string }[];

function grantForm(view: PersonPage, errors: Errors): Html {
  const { frame, person } = view;
  const { people } = catalogue(frame.language).admin;
  return section(
    'grant',
    people.grant.title,
    <>
      <p>{people.grant.about}</p>
      {postForm({
        action: `${pathOf(frame, person.personId)}/roles`,
        children: (
          <>
            {roleFields(errors.length > 0 ? view : { ...view, refusing: undefined }, errors)}
            {buttonRow([{ label: people.grant.button }])}
          </>
        ),
      })}
    </>,
  );
}

function namesForm({ frame, person, refusing }: PersonPage, errors: Errors): Html {
  const { language } = frame;
  const { people, labels } = catalogue(language).admin;
  const typed = errors.length > 0 ? refusing?.typed : undefined;
  return section(
    'names',
    people.edit.title,
    <>
      <p>{people.edit.about}</p>
      {postForm({
        action: `${pathOf(frame, person.personId)}/names`,
        children: (
          <>
            {(['name', 'title'] as const).map((name) =>
              textField({
                language,
                name,
                label: labels[name],
                value: typed?.text(name) ?? person[name] ?? '',
                isOptional: name === 'title',
                error: errors.find((one) => one.name === name)?.error,
              }),
            )}
            {buttonRow([{ label: people.edit.button, kind: 'plain' }])}
          </>
        ),
      })}
    </>,
  );
}
