import type { CustomerView } from '../../app/views/people-lists.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { table } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';

interface CustomersView {
  readonly frame: Frame;
  /** The path of the contract's cases. */
  readonly casesPath: string;
  /** The seats of the plan that differ by customer, in order. */
  readonly seats: readonly { readonly id: string; readonly title: string }[];
  readonly customers: readonly CustomerView[];
}

/** Customers and who keeps their account. */
export function customersPage({ frame, casesPath, seats, customers }: CustomersView): string {
  const { language } = frame;
  const { customers: words } = catalogue(language).lists;
  const missing = customers.filter(({ isMissing }) => isMissing).length;
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
        {missing > 0 && notice({ kind: 'warning', language, title: words.missing({ count: missing }) })}
        {customers.length === 0
          ? emptyState({ title: words.empty.title, children: <p>{words.empty.about}</p> })
          : table({
              caption: words.caption,
              columns: [{ title: words.customer }, ...seats.map(({ title }) => ({ title }))],
              rows: customers.map(({ customerId, name, managers }) => [
                <a href={`${casesPath}?${new URLSearchParams({ customer: customerId })}`}>{name}</a>,
                ...managers.map((manager) => manager.name ?? <strong>{words.nobody}</strong>),
              ]),
            })}
      </>
    ),
  });
}
