import type { ComplianceView } from '../../app/views/compliance/compliance-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { wasInTime } from '../../core/obligation/standing.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { Paper, PaperSection } from '../../render/paper/paper.ts';
import { demandSection } from './demand-section.ts';
import { tableOr } from './table-or.ts';

/** The report on a time as a paper: what its page and its PDF both say. */
export function compliancePaper(view: ComplianceView, language: Language): Paper {
  const { agreed, days, now, inForce } = view;
  const { compliance: words } = catalogue(language);
  const { title } = agreed.contract;
  return {
    ...{ language, caption: title, title: words.title },
    stamp: words.stamp({ ...days, inForce }),
    foot: words.foot({ ...days, title }),
    asOf: now,
    opening: [{ is: 'text', words: words.about }],
    sections: [
      demandSection(view, language),
      stepSection(view, language),
      promiseSection(view, language),
      levelSection(view, language),
      endSection(view, language),
      currencySection(view, language),
      obligationSection(view, language),
    ],
  };
}

/** Tracks of old plans are called by their names alone. */
const trackOf = ({ tracks }: Revision, track: string): string => tracks[track]?.title ?? track;

function stepSection({ agreed: { rules }, steps }: ComplianceView, language: Language): PaperSection {
  const { compliance, overview } = catalogue(language);
  const { title, about, caption, none, columns } = compliance.steps;
  const { number } = overview;
  return {
    ...{ id: 'deadlines', title },
    blocks: [
      { is: 'text', words: about },
      tableOr(none, {
        caption,
        columns: [
          ...[overview.labels.track, overview.labels.level, columns.met, columns.fellDue, columns.taken],
          ...[columns.early, columns.declined, columns.withdrawn],
        ],
        rows: steps.map((one) => [
          ...[trackOf(rules, one.track), String(one.level)],
          ...[one.met, one.fellDue, one.taken, one.early, one.declined, one.withdrawn].map(number),
        ]),
      }),
    ],
  };
}

function promiseSection({ agreed: { rules }, promises }: ComplianceView, language: Language): PaperSection {
  const { compliance, lists, overview } = catalogue(language);
  const { title, caption, none } = compliance.promises;
  const { columns, kinds } = lists.promises.ended;
  const kindWords: Readonly<Partial<Record<string, string>>> = kinds;
  return {
    ...{ id: 'promises', title },
    blocks: [
      tableOr(none, {
        caption,
        columns: [
          ...[columns.track, columns.level, columns.promise, columns.kept, columns.missed, columns.share],
        ],
        rows: promises.map(({ track, level, kind, kept, missed }) => [
          ...[trackOf(rules, track), String(level), kindWords[kind] ?? kind],
          ...[kept, missed].map(overview.number),
          lists.promises.share({ share: kept / (kept + missed) }),
        ]),
      }),
    ],
  };
}

function levelSection({ levels }: ComplianceView, language: Language): PaperSection {
  const { compliance, overview } = catalogue(language);
  const { title, about, caption, none, columns } = compliance.levels;
  const { labels, duration, number } = overview;
  const time = (ms: number | undefined): string => (ms === undefined ? labels.nothing : duration(ms));
  return {
    ...{ id: 'levels', title },
    blocks: [
      { is: 'text', words: about },
      tableOr(none, {
        caption,
        columns: [labels.level, columns.reached, columns.left, labels.median, columns.longest],
        rows: levels.map(({ level, reached, left, medianMs, longestMs }) => [
          ...[String(level), number(reached), number(left), time(medianMs), time(longestMs)],
        ]),
      }),
    ],
  };
}

function endSection({ ends, satisfied }: ComplianceView, language: Language): PaperSection {
  const { compliance, overview } = catalogue(language);
  const { title, about, facts } = compliance.ends;
  const median = satisfied?.medianMs;
  return {
    ...{ id: 'satisfaction', title },
    blocks: [
      { is: 'text', words: about },
      {
        is: 'facts',
        facts: [
          ...(['opened', 'satisfied', 'withdrawn', 'otherwise'] as const).map((name) => ({
            name: facts[name],
            value: overview.number(ends[name]),
          })),
          {
            name: facts.median,
            value: median === undefined ? overview.labels.nothing : overview.duration(median),
          },
        ],
      },
    ],
  };
}

/** The figure of the page of currency, which says what would raise it. */
function currencySection({ currency }: ComplianceView, language: Language): PaperSection {
  const { title, about, figure, nothing } = catalogue(language).compliance.currency;
  const { current: done, of, percent: share } = currency;
  return {
    ...{ id: 'currency', title },
    blocks: [
      { is: 'text', words: about },
      { is: 'text', words: share === undefined ? nothing : figure({ done, of, share }) },
    ],
  };
}

function obligationSection({ obligations: lines }: ComplianceView, language: Language): PaperSection {
  const { compliance, obligations: words } = catalogue(language);
  const { title, about, caption, none, inTime, afterDate } = compliance.obligations;
  const { columns } = words.list;
  return {
    ...{ id: 'obligations', title },
    blocks: [
      { is: 'text', words: about },
      tableOr(none, {
        caption,
        columns: [columns.what, columns.due, columns.owner, columns.standing, words.one.facts.done],
        rows: lines.map(({ state, standing }) => [
          ...[state.terms.title, words.date(state.dueOn), words.parties[state.terms.owner]],
          words.standings[standing],
          state.delivery === undefined
            ? '–'
            : `${words.date(state.delivery.doneOn)}, ${wasInTime(state) ? inTime : afterDate}`,
        ]),
      }),
    ],
  };
}
