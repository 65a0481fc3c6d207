import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Option, selectField, textField } from '../parts/field.tsx';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { pager, summaryList, table } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { type AdminFrame, adminPage, errorsOf, fieldOf, type Refusing, section } from './admin-frame.tsx';
import { type CustomerDomains, domainsPart } from './domains-part.tsx';

interface AdminCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Seat → person. */
  readonly accounts: Readonly<Record<string, string>>;
}

interface CustomerList {
  readonly frame: AdminFrame;
  readonly customers: readonly AdminCustomer[];
  /** Person → what they are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly older: string | undefined;
}

const pathOf = ({ base }: AdminFrame, customerId: string): string =>
  `${base}/customers/${encodeURIComponent(customerId)}`;

/** Every customer of a contract, with who keeps its account. */
export function customersPage({ frame, customers, names, older }: CustomerList): string {
  const { language, base } = frame;
  const { customers: words, labels, parts } = catalogue(language).admin;
  const managersOf = ({ accounts }: AdminCustomer): string =>
    [...new Set(Object.values(accounts))].map((person) => names.get(person) ?? person).join(', ');
  return adminPage({
    frame,
    title: parts.customers.title,
    isWide: true,
    children: (
      <>
        <p>{parts.customers.about}</p>
        <p>{linkButton({ label: words.add.title, path: `${base}/customers/new` })}</p>
        {customers.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: parts.customers.title,
              isCaptionHidden: true,
              columns: [labels.name, labels.customerId, labels.accountManager].map((title) => ({ title })),
              rows: customers.map((one) => [
                <a href={pathOf(frame, one.customerId)}>{one.name}</a>,
                one.customerId,
                managersOf(one) || <span class="quiet">{labels.nobody}</span>,
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

/** The form by which a customer is added. */
export function newCustomerPage({
  frame,
  refusing,
}: {
  readonly frame: AdminFrame;
  readonly refusing: Refusing | undefined;
}): string {
  const { language, base } = frame;
  const { customers: words, labels, hints, cancel } = catalogue(language).admin;
  const errors = errorsOf(refusing, frame, fieldOf);
  const field = (name: 'name' | 'customerId', hint?: string): Html =>
    textField({
      language,
      name,
      label: labels[name],
      hint,
      value: refusing?.typed.text(name) ?? '',
      error: errors.find((one) => one.name === name)?.error,
    });
  return adminPage({
    frame,
    title: words.add.title,
    within: 'customers',
    errors,
    children: (
      <>
        <p>{words.add.about}</p>
        {postForm({
          action: `${base}/customers/new`,
          children: (
            <>
              {field('name')}
              {field('customerId', hints.id)}
              {buttonRow([{ label: words.add.button }], [{ label: cancel, path: `${base}/customers` }])}
            </>
          ),
        })}
      </>
    ),
  });
}

interface CustomerPage {
  readonly frame: AdminFrame;
  readonly customer: AdminCustomer;
  /** Who may keep the account: everybody who stands on no other side. */
  readonly managers: readonly Option[];
  /** Whether the plan has a place for an account manager. */
  readonly hasSeat: boolean;
  readonly refusing: Refusing | undefined;
  readonly domains: CustomerDomains;
}

/** A customer: what it is called, who keeps its account, and by which domains its people come. */
export function customerPage(view: CustomerPage): string {
  const { frame, customer, hasSeat, refusing, domains } = view;
  const { language } = frame;
  const { customers: words, labels } = catalogue(language).admin;
  const errors = [
    ...errorsOf(refusing, frame, (refusal) =>
      refusal.code.startsWith('customer-') ? 'name' : 'accountManager',
    ),
    ...(domains.refused ? [{ name: 'domain', error: domains.refused.error }] : []),
  ];
  return adminPage({
    frame,
    title: customer.name,
    within: 'customers',
    errors,
    children: (
      <>
        {summaryList([{ name: labels.customerId, value: customer.customerId }])}
        {section(
          'account',
          words.account.title,
          hasSeat ? accountForm(view, errors) : notice({ kind: 'info', language, title: words.noSeat }),
        )}
        {domainsPart(frame, pathOf(frame, customer.customerId), domains)}
        {section('names', words.edit.title, nameForm(view, errors))}
      </>
    ),
  });
}

type Errors = readonly { readonly name: string; readonly error: string }[];
const errorOf = (errors: Errors, name: string): string | undefined =>
  errors.find((one) => one.name === name)?.error;

function accountForm({ frame, customer, managers, refusing }: CustomerPage, errors: Errors): Html {
  const { language } = frame;
  const { customers: words, labels } = catalogue(language).admin;
  const [kept] = Object.values(customer.accounts);
  return (
    <>
      <p>{words.account.about}</p>
      {postForm({
        action: `${pathOf(frame, customer.customerId)}/account`,
        children: (
          <>
            {selectField({
              language,
              name: 'accountManager',
              label: labels.accountManager,
              hint: words.accountNote,
              options: managers,
              chosen: refusing?.typed.text('accountManager') || kept,
              error: errorOf(errors, 'accountManager'),
            })}
            {buttonRow([{ label: words.account.button }])}
          </>
        ),
      })}
    </>
  );
}

function nameForm({ frame, customer, refusing }: CustomerPage, errors: Errors): Html {
  const { language } = frame;
  const { customers: words, labels } = catalogue(language).admin;
  return (
    <>
      <p>{words.edit.about}</p>
      {postForm({
        action: `${pathOf(frame, customer.customerId)}/name`,
        children: (
          <>
            {textField({
              language,
              name: 'name',
              label: labels.name,
              value:
                errorOf(errors, 'name') === undefined ? customer.name : (refusing?.typed.text('name') ?? ''),
              error: errorOf(errors, 'name'),
            })}
            {buttonRow([{ label: words.edit.button, kind: 'plain' }])}
          </>
        ),
      })}
    </>
  );
}
