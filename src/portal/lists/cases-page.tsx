import type { LineView } from '../../app/views/line-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { type Option, selectField, textField } from '../parts/field.tsx';
import { errorSummary, linkButton } from '../parts/form.tsx';
import { filterBar, pager } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { caseItem, caseList, type ListReader, unshownPart } from './case-lines.tsx';

/** The fields a list is narrowed by, as the address has them. */
type Values = Readonly<
  Record<
    | 'q'
    | 'status'
    | 'track'
    | 'level'
    | 'turn'
    | 'customer'
    | 'from'
    | 'until'
    | 'practice'
    | 'due'
    | 'order',
    string
  >
>;

interface CasesView {
  readonly frame: Frame;
  readonly reader: ListReader;
  /** `own`: the reader is a customer's person. */
  readonly whose: 'own' | 'all';
  readonly path: string;
  readonly lines: readonly LineView[];
  /** Cases whose lines cannot be made. */
  readonly unshown: readonly string[];
  readonly values: Values;
  readonly isNarrowed: boolean;
  readonly problems: readonly { readonly name: string; readonly error: string }[];
  readonly options: Readonly<Record<'tracks' | 'levels' | 'customers', readonly Option[]>>;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly csv: { readonly path: string; readonly casesMax: number };
  /** Where a case is opened; undefined for who opens none. */
  readonly startPath: string | undefined;
}

/** The cases in sight, narrowed and sorted as the address says. */
export function casesPage(view: CasesView): string {
  const { frame, whose, problems, lines, reader } = view;
  const words = catalogue(frame.language).lists.cases;
  const isWrong = problems.length > 0;
  return page({
    ...frame,
    title: words.title[whose],
    isWide: true,
    hasErrors: isWrong,
    children: (
      <>
        {errorSummary(problems, frame.language)}
        <p>{words.about[whose]}</p>
        {(lines.length > 0 || view.isNarrowed || isWrong) && filters(view)}
        {unshownPart(view.unshown, reader)}
        {lines.length > 0 &&
          caseList(
            words.list,
            lines.map((line) => caseItem({ view: line, reader, heading: 'h2' })),
          )}
        {lines.length + view.unshown.length === 0 && !isWrong && nothing(view)}
        {pager(
          { newer: view.before, older: view.after, isByTime: view.values.order !== 'due' },
          frame.language,
        )}
        {lines.length > 0 && (
          <p class="quiet">
            {view.values.order !== '' && view.values.order !== 'opened' && `${words.moving} `}
            <a href={view.csv.path}>{words.csv(view.csv)}</a>
          </p>
        )}
      </>
    ),
  });
}

function nothing({ frame, whose, isNarrowed, path, startPath }: CasesView): Html {
  const { empty, showAll, start } = catalogue(frame.language).lists.cases;
  const { title, about } = empty[isNarrowed ? 'narrowed' : whose];
  const all = isNarrowed && linkButton({ label: showAll, path, kind: 'plain' });
  const first = !isNarrowed && startPath !== undefined && linkButton({ label: start, path: startPath });
  return emptyState({
    title,
    children: (
      <>
        <p>{about}</p>
        {all}
        {first}
      </>
    ),
  });
}

/** What is chosen more seldom: behind a line that opens, and open where any of it is chosen. */
const MORE = ['turn', 'track', 'level', 'customer', 'from', 'until', 'practice', 'due'] as const;

const isThere = (field: Html | undefined): field is Html => field !== undefined;

function filters({ frame, path, values, options, problems, isNarrowed }: CasesView): Html {
  const { filters: words, cases, line } = catalogue(frame.language).lists;
  const { language } = frame;
  const errorOf = (name: string) => problems.find((one) => one.name === name)?.error;
  const field = (name: keyof Values, label: string) => ({
    language,
    name,
    label,
    error: errorOf(name),
  });
  const choose = (name: keyof Values, label: string, choices: readonly Option[]): Html | undefined =>
    choices.length < 2
      ? undefined
      : selectField({ ...field(name, label), options: choices, chosen: values[name], none: words.any });
  const date = (name: 'from' | 'until', label: string): Html =>
    textField({ ...field(name, label), type: 'date', value: values[name], width: 'medium' });
  const ofWords = (all: Readonly<Record<string, string>>): readonly Option[] =>
    Object.entries(all).map(([value, label]) => ({ value, label }));
  const shown = [
    textField({ ...field('q', words.text), type: 'search', value: values.q, hint: words.textHint }),
    choose('status', words.status, ofWords(words.statuses)),
    choose('order', words.order, ofWords(cases.orders)),
  ];
  const more = [
    choose('turn', words.turn, ofWords(line.party)),
    choose('track', words.track, options.tracks),
    choose('level', words.level, options.levels),
    choose('customer', words.customer, options.customers),
    date('from', words.from),
    date('until', words.until),
    choose('practice', words.practice, ofWords(words.practices)),
    choose('due', words.due, ofWords(words.dues)),
  ];
  const isOpen = MORE.some((name) => values[name] !== '' || errorOf(name) !== undefined);
  const details = (
    <details class="more-filters" open={isOpen}>
      <summary>{words.more}</summary>
      <div class="fields">{more.filter(isThere)}</div>
    </details>
  );
  return filterBar({
    action: path,
    language,
    fields: [...shown.filter(isThere), details],
    isFiltered: isNarrowed,
  });
}
