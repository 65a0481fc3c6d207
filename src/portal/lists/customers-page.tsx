import type { CustomerView } from '../../app/views/people-lists.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { linkButton } from '../parts/form.tsx';
import { table, tabs } from '../parts/lists.tsx';
import { confirmation, emptyState, notice } from '../parts/notices.tsx';

interface CustomersView {
  readonly frame: Frame;
  /** The path of the contract's cases. */
  readonly casesPath: string;
  /** The list's own path. */
  readonly path: string;
  /** Where a table of customers is taken in, by whoever may. */
  readonly tablePath: string | undefined;
  /** How many changes a table has just made. */
  readonly taken: number | undefined;
  /** Only those whose account nobody keeps. */
  readonly isWithout: boolean;
  /** The seats of the plan that differ by customer, in order. */
  readonly seats: readonly { readonly id: string; readonly title: string }[];
  readonly customers: readonly CustomerView[];
}

/** Customers and who keeps their account. */
export function customersPage(view: CustomersView): string {
  const { frame, casesPath, path, tablePath, taken, isWithout, seats, customers } = view;
  const { language } = frame;
  const { lists, customerTable } = catalogue(language);
  const { customers: words } = lists;
  const missing = customers.filter(({ isMissing }) => isMissing).length;
  const shown = isWithout ? customers.filter(({ isMissing }) => isMissing) : customers;
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    children: (
      <>
        {taken !== undefined && confirmation({ title: customerTable.done({ count: taken }) })}
        <p>{words.about}</p>
        {tablePath !== undefined && (
          <p>{linkButton({ label: customerTable.title, path: tablePath, kind: 'plain' })}</p>
        )}
        {missing > 0 && notice({ kind: 'warning', language, title: words.missing({ count: missing }) })}
        {customers.length > 0 &&
          tabs(customerTable.list.filters, [
            { label: customerTable.list.all({ count: customers.length }), path, isHere: !isWithout },
            {
              label: customerTable.list.without({ count: missing }),
              path: `${path}?manager=none`,
              isHere: isWithout,
            },
          ])}
        {customers.length === 0 &&
          emptyState({ title: words.empty.title, children: <p>{words.empty.about}</p> })}
        {customers.length > 0 && shown.length === 0 && emptyState({ title: customerTable.list.none })}
        {shown.length > 0 &&
          table({
            caption: words.caption,
            columns: [{ title: words.customer }, ...seats.map(({ title }) => ({ title }))],
            rows: shown.map(({ customerId, name, managers }) => [
              <a href={`${casesPath}?${new URLSearchParams({ customer: customerId })}`}>{name}</a>,
              ...managers.map((manager) => manager.name ?? <strong>{words.nobody}</strong>),
            ]),
          })}
      </>
    ),
  });
}
