import { drillFigures } from '../../../core/drill/state.ts';
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
  vacant,
  acting,
  obligations,
  reports,
  drills,
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
  vacant: vacant.map(({ seat, title, levels, details }) => ({ seat, title, levels, details })),
  atNoLevel: acting.map(({ personId, name, party, means, sign }) => ({
    ...{ person: personId, name, party },
    lastSign: sign ? { by: sign.by, at: formatInstant(sign.at) } : null,
    details: means.map(({ detail, value, confirmedAt }) => ({
      ...{ detail, value, confirmedAt: iso(confirmedAt) },
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
  drills: drills.map(({ drill, state }) => {
    const { asked, answered, percent, medianMs } = drillFigures(state);
    return {
      ...{ drill, level: state.level, begunAt: iso(state.begunAt), asked, answered },
      ...{
        percent: percent ?? null,
        medianSeconds: medianMs === undefined ? null : Math.round(medianMs / 1000),
      },
    };
  }),
  obligations: obligations.map(({ state, standing }) => ({
    ...{ obligation: state.id, title: state.terms.title, dueOn: state.dueOn, standing },
  })),
});
