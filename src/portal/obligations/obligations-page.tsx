import {
  OBLIGATION_CHOICES,
  type ObligationChoice,
  type ObligationLine,
} from '../../app/views/obligation/obligation-lines.ts';
import { obligationPath, obligationsPath } from '../../app/views/obligation/obligation-paths.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Standing } from '../../core/obligation/standing.ts';
import { type DateMark, dateChart } from '../../render/charts/date-chart.tsx';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { selectField } from '../parts/field.tsx';
import { filterBar, pager, table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { standingTag } from './standing-tag.tsx';

interface ObligationsView {
  readonly frame: Frame;
  readonly contract: string;
  readonly choice: ObligationChoice | undefined;
  /** Those of this page, of so many that were found. */
  readonly lines: readonly ObligationLine[];
  readonly count: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** All of them: what the picture shows. */
  readonly all: readonly ObligationLine[];
  /** In the contract's zone. */
  readonly today: string;
  /** As far as the plan in force says it. */
  readonly term: { readonly from?: string | undefined; readonly until?: string | undefined };
  readonly feedPath: string;
  readonly rolesPath: string;
}

/** Every obligation with its date, as a picture over the term and as a list. */
export function obligationsPage(view: ObligationsView): string {
  const { frame, contract, choice, lines, count, all, feedPath, rolesPath } = view;
  const { language } = frame;
  const { obligations: words } = catalogue(language);
  const { list } = words;
  const field = selectField({
    ...{ language, name: 'show', label: list.show, none: list.all, isOptional: 'unsaid' },
    options: OBLIGATION_CHOICES.map((value) => ({ value, label: list.choices[value] })),
    chosen: choice,
  });
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
        <p>
          <a href={rolesPath}>{list.matrix}</a>
          {' · '}
          <a href={feedPath}>{list.calendar}</a> <span class="quiet">{list.calendarAbout}</span>
        </p>
        {all.length > 0 && picture(view)}
        {filterBar({
          ...{
            action: obligationsPath(contract),
            language,
            fields: [field],
            isFiltered: choice !== undefined,
          },
        })}
        {lines.length === 0 ? (
          emptyState({ title: list.emptyTitle, children: <p>{list.empty}</p> })
        ) : (
          <>
            <p role="status">{list.counted({ count })}</p>
            {obligationTable(view)}
          </>
        )}
        {pager({ newer: view.before, older: view.after, isByTime: false }, language)}
      </>
    ),
  });
}

function obligationTable({ frame, contract, lines }: ObligationsView): Html {
  const { language } = frame;
  const { obligations: words } = catalogue(language);
  const { columns, caption } = words.list;
  return table({
    caption,
    columns: [columns.what, columns.kind, columns.due, columns.owner, columns.standing, columns.waits].map(
      (title) => ({ title }),
    ),
    rows: lines.map(({ state, standing, waits }) => [
      <a href={obligationPath({ contract, obligationId: state.id })}>
        {state.terms.title}
        <span class="only-read-out">, {words.date(state.dueOn)}</span>
      </a>,
      words.kinds[state.terms.kind],
      <time datetime={state.dueOn}>{words.date(state.dueOn)}</time>,
      words.parties[state.terms.owner],
      standingTag(standing, language),
      waits.map((party) => words.parties[party]).join(', ') || '–',
    ]),
  });
}

const MARKS: Readonly<Record<Standing, DateMark>> = {
  ahead: 'ahead',
  due: 'due',
  late: 'late',
  delivered: 'delivered',
  accepted: 'done',
  waived: 'gone',
  dropped: 'gone',
};
const LEGEND: readonly Standing[] = ['ahead', 'due', 'late', 'delivered', 'accepted', 'waived', 'dropped'];
/** Rows that a picture has room for; the table has them all. */
const ROWS_MAX = 20;

function picture({ frame, all, today, term }: ObligationsView): Html {
  const { language } = frame;
  const { obligations: words } = catalogue(language);
  const groups = [...Map.groupBy(all, ({ state }) => state.obligation).values()].slice(0, ROWS_MAX);
  const shown = groups.flat();
  const dates = shown.map(({ state }) => state.dueOn).sort();
  const [from = today, until = today] = [dates.at(0), dates.at(-1)];
  const standings = new Set(shown.map(({ standing }) => standing));
  const about = words.picture.about({ count: shown.length, from, until });
  return (
    <figure class="chart-figure">
      <figcaption>
        <h2>{words.picture.title}</h2>
        <p class="quiet">{about}</p>
      </figcaption>
      {dateChart({
        ...{ id: 'dates', title: words.picture.title, description: about, today },
        ...widened([from, until, today, term.from ?? today, term.until ?? today]),
        todayWord: words.picture.today,
        rows: groups.map((lines) => ({
          label: lines.at(-1)?.state.terms.title ?? '',
          dates: lines.map(({ state, standing }) => ({ date: state.dueOn, mark: MARKS[standing] })),
        })),
        legend: LEGEND.filter((standing) => standings.has(standing)).map((standing) => ({
          mark: MARKS[standing],
          word: words.standings[standing],
        })),
      })}
    </figure>
  );
}

/** The picture has today and the term in it, and more than one day. */
function widened(dates: readonly string[]): { readonly from: string; readonly until: string } {
  const sorted = dates.toSorted();
  const [first = '', last = first] = [sorted.at(0), sorted.at(-1)];
  return first < last ? { from: first, until: last } : { from: first, until: dayAfter(last) };
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
