import { REPORT_ANSWERS, type ReportAnswer, type ReportEvent } from '../../core/contact-report/event.ts';
import type { LiveReport } from '../../core/contact-report/state.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, summaryList, table, tag } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { timeline, whenPart } from '../parts/when.tsx';

interface ReportsFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  /** The contract's zone. */
  readonly timeZone: string;
}

interface ShownReport {
  readonly report: number;
  /** The contact's. */
  readonly name: string;
  readonly state: LiveReport;
}

interface ListView {
  readonly frame: ReportsFrame;
  readonly reports: readonly ShownReport[];
  readonly older: string | undefined;
}

/** What people who read the plan found wrong, newest first. */
export function reportsPage({ frame, reports, older }: ListView): string {
  const { language, base, timeZone, readerZone } = frame;
  const { list, means } = catalogue(language).contactReports;
  const { contact, what, reported, due, status } = list.columns;
  const when = (at: LiveReport['dueAt']) => whenPart({ at, timeZone, readerZone, language });
  return page({
    ...frame,
    title: list.title,
    isWide: true,
    children: (
      <>
        <p>{list.about}</p>
        {reports.length === 0
          ? emptyState({ title: list.empty })
          : table({
              caption: list.newest,
              isCaptionHidden: true,
              columns: [contact, what, reported, due, status].map((title) => ({ title })),
              rows: reports.map(({ report, name, state }) => [
                <a href={`${base}/${report}`}>{name}</a>,
                means[state.subject.means],
                when(state.reportedAt),
                when(state.dueAt),
                statusTag(state, language),
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

function statusTag({ status, answered }: LiveReport, language: Language): Html {
  const { statuses, answers } = catalogue(language).contactReports;
  if (answered) return tag(answers[answered.answer], 'success');
  return tag(statuses[status], status === 'overdue' ? 'warning' : 'info');
}

interface OneView {
  readonly frame: ReportsFrame;
  readonly shown: ShownReport;
  readonly events: readonly ReportEvent[];
  /** The number or the address as it is used today. */
  readonly value: string | undefined;
  /** Who wants to hear of it, for those who answer. */
  readonly reporters:
    | readonly {
        readonly name: string | undefined;
        readonly address: string | undefined;
        readonly isProved: boolean;
      }[]
    | undefined;
  /** People by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What the reader may say came of it; undefined where they may not say anything. */
  readonly answers: readonly ReportAnswer[] | undefined;
  readonly typed: { readonly answer: string; readonly text: string };
  readonly problem: RefusalWords | undefined;
  readonly changePath: (change: number) => string;
  readonly isSaved: boolean;
}

/** One report: what was said, what has been done about it, and the answer. */
export function oneReportPage(view: OneView): string {
  const { frame, shown, events, problem, isSaved } = view;
  const { language, base, timeZone, readerZone } = frame;
  const { one, list } = catalogue(language).contactReports;
  const { name, state } = shown;
  const error = problem && `${problem.message} ${problem.advice}`;
  return page({
    ...frame,
    title: one.title({ name, means: state.subject.means }),
    hasErrors: error !== undefined,
    crumbs: [{ title: list.title, path: base }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'answer', error }], language)}
        {isSaved && notice({ kind: 'success', language, title: one.saved })}
        {factsPart(view)}
        {view.answers && answerPart(view, view.answers)}
        <h2>{one.history}</h2>
        {timeline(
          events.map((event) => ({
            title: eventWords(event, view),
            when: { at: event.at, timeZone, readerZone, language },
            isStrong: event.type !== 'NoticeFailed',
            children: 'text' in event && event.text !== undefined && <blockquote>{event.text}</blockquote>,
          })),
        )}
      </>
    ),
  });
}

function factsPart({ frame, shown, value, reporters }: OneView): Html {
  const { language, timeZone, readerZone } = frame;
  const { one, means } = catalogue(language).contactReports;
  const { subject, dueAt, count, isContactAsked } = shown.state;
  const { facts } = one;
  return summaryList([
    { name: facts.status, value: statusTag(shown.state, language) },
    { name: facts.contact, value: `${shown.name}, ${means[subject.means].toLowerCase()}` },
    { name: facts.levels, value: subject.levels.join(', ') || one.none },
    ...(subject.means === 'contact' ? [] : [{ name: facts.value, value: value ?? one.none }]),
    { name: facts.count, value: String(count) },
    { name: facts.due, value: whenPart({ at: dueAt, timeZone, readerZone, language }) },
    { name: facts.asked, value: isContactAsked ? one.isAsked : one.notAsked },
    ...(reporters === undefined
      ? []
      : [{ name: facts.reporters, value: reporters.map(one.reporter).join('; ') || one.none }]),
  ]);
}

function answerPart({ frame, shown, typed, problem }: OneView, answers: readonly ReportAnswer[]): Html {
  const { language, base } = frame;
  const { one, answers: labels } = catalogue(language).contactReports;
  const { answer: words } = one;
  const error = problem && `${problem.message} ${problem.advice}`;
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      {answers.length < REPORT_ANSWERS.length && <p>{words.notYet}</p>}
      {postForm({
        action: `${base}/${shown.report}/answer`,
        children: (
          <>
            {radioField({
              ...{ language, name: 'answer', label: words.legend, error, chosen: typed.answer },
              choices: answers.map((value) => ({ value, label: labels[value], hint: words.hints[value] })),
            })}
            {textArea({
              ...{ language, name: 'text', label: words.text, hint: words.textHint, value: typed.text },
              ...{ rows: 4, isOptional: 'unsaid', lengthMax: 1000 },
            })}
            {buttonRow([{ label: words.button }])}
          </>
        ),
      })}
    </section>
  );
}

function eventWords(event: ReportEvent, { frame, names, changePath }: OneView): Html {
  const { language, timeZone, readerZone } = frame;
  const { one } = catalogue(language).contactReports;
  const { events } = one;
  const nameOf = (id: string): string => names.get(id) ?? id;
  const by = event.by === 'ladder' ? undefined : nameOf(event.by);
  switch (event.type) {
    case 'ContactReported':
    case 'ContactReportedAgain':
      return <>{events[event.type]({ by, wrong: event.wrong })}</>;
    case 'ReportOverdue':
      return <>{events.ReportOverdue()}</>;
    case 'NoticeFailed':
      return <>{events.NoticeFailed({ name: nameOf(event.whom) })}</>;
    case 'ReportAnswered': {
      const { answer, change, holder, confirmedAt: at } = event;
      const clocks = clocksOf(timeZone, readerZone);
      return (
        <>
          {events.ReportAnswered({ by: by ?? '', answer })}
          {change !== undefined && (
            <>
              {' · '}
              <a href={changePath(change)}>{one.change({ change })}</a>
            </>
          )}
          {holder !== undefined && ` · ${one.holder({ name: nameOf(holder) })}`}
          {at !== undefined && ` · ${one.confirmed({ at, timeZone: clocks })}`}
        </>
      );
    }
  }
}
