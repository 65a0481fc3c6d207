import type { RunningPromise } from '../../app/views/promises-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { ListsWords } from '../../core/message/portal/lists.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { errorSummary } from '../parts/form.tsx';
import { filterBar, pager, table } from '../parts/lists.tsx';
import { liveClock } from '../parts/when.tsx';
import type { ListReader } from './case-lines.tsx';

interface Count {
  readonly track: string;
  readonly level: number;
  readonly kind: string;
  readonly kept: number;
  readonly missed: number;
}

interface PromisesView {
  readonly frame: Frame;
  readonly reader: ListReader;
  readonly path: string;
  /** `2026-11`, as it was typed, and what is wrong with it. */
  readonly month: string;
  readonly error: string | undefined;
  readonly isNarrowed: boolean;
  readonly counts: readonly Count[];
  readonly running: readonly RunningPromise[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What became of the promises of a month, and those that run. */
export function promisesPage(view: PromisesView): string {
  const { frame, path, month, error, counts, running } = view;
  const { language } = frame;
  const { promises: words } = catalogue(language).lists;
  const field = textField({
    language,
    name: 'month',
    label: words.month,
    hint: words.monthHint,
    type: 'month',
    width: 'medium',
    value: month,
    error,
  });
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'month', error }], language)}
        <p>{words.about}</p>
        {filterBar({ action: path, language, fields: [field], isFiltered: view.isNarrowed })}
        <h2>{words.ended.title}</h2>
        {counts.length === 0 ? <p>{words.ended.none}</p> : countTable(counts, words)}
        <h2>{words.running.title}</h2>
        <p>{words.running.about}</p>
        {running.length === 0 ? <p>{words.running.none}</p> : runningTable(view)}
        {pager({ newer: view.before, older: view.after, isByTime: false }, language)}
      </>
    ),
  });
}

type Words = ListsWords['promises'];

function countTable(counts: readonly Count[], words: Words): Html {
  const { columns, kinds, caption, all } = words.ended;
  const number = (title: string) => ({ title, isNumber: true });
  const rowOf = (name: Child, level: Child, kind: Child, kept: number, missed: number): readonly Child[] => [
    name,
    level,
    kind,
    words.number({ value: kept }),
    words.number({ value: missed }),
    words.share({ share: kept / (kept + missed) }),
  ];
  const rows = counts.map(({ track, level, kind, kept, missed }) =>
    rowOf(track, level, (kinds as Readonly<Record<string, string>>)[kind] ?? kind, kept, missed),
  );
  const sum = (of: 'kept' | 'missed'): number => counts.reduce((total, one) => total + one[of], 0);
  return table({
    caption,
    columns: [
      { title: columns.track },
      { title: columns.level },
      { title: columns.promise },
      ...[columns.kept, columns.missed, columns.share].map(number),
    ],
    rows: [...rows, rowOf(all, '', '', sum('kept'), sum('missed'))],
  });
}

function runningTable({ running, reader, frame }: PromisesView): Html {
  const { lists } = catalogue(frame.language);
  const { columns, caption } = lists.promises.running;
  const { language, readerZone, now, base } = reader;
  const rows = running.map((one) => {
    const when = { at: one.dueAt, timeZone: one.revision.timeZone, readerZone, language, now };
    return [
      <a href={`${base}/cases/${encodeURIComponent(one.caseId)}`}>{lists.line.title(one)}</a>,
      one.customerName,
      <>
        {(one.isMissed ? lists.line.missed : lists.line.promise)[one.kind](one)} {liveClock(when)}
      </>,
    ];
  });
  return table({
    caption,
    columns: [columns.case, columns.customer, columns.promise].map((title) => ({ title })),
    rows,
  });
}
