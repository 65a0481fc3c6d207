import { formatInstant, type Instant } from '../../../core/instant.ts';
import type { CurrencyView } from './currency-view.ts';

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** How current a plan is, for a program. */
export const currencyJson = ({
  contract,
  now,
  figure,
  nextRoundAt,
  contacts,
  obligations,
  reports,
}: CurrencyView) => ({
  contract,
  asOf: formatInstant(now),
  current: figure.current,
  of: figure.of,
  percent: figure.percent ?? null,
  nextRoundAt: iso(nextRoundAt),
  contacts: contacts.map(({ personId, name, levels, details, sign, open, nextRoundAt: next }) => ({
    ...{ person: personId, name, levels: [...levels], open: [...open], nextRoundAt: formatInstant(next) },
    lastSign: sign ? { by: sign.by, at: formatInstant(sign.at) } : null,
    details: details.map((one) => ({
      ...{ detail: one.detail, value: one.value ?? null, current: one.isCurrent },
      ...{ confirmedAt: iso(one.confirmedAt), notConfirmedSince: iso(one.missedSince) },
      doubtedSince: iso(one.doubtedSince),
    })),
  })),
  reports: reports.map(({ report, name, state }) => ({
    ...{ report, person: state.subject.person, name, means: state.subject.means, count: state.count },
    ...{
      reportedAt: formatInstant(state.reportedAt),
      dueAt: formatInstant(state.dueAt),
      status: state.status,
    },
  })),
  obligations: obligations.map(({ state, standing }) => ({
    ...{ obligation: state.id, title: state.terms.title, dueOn: state.dueOn, standing },
  })),
});
