import type { DrillEvent } from '../../core/drill/event.ts';
import type { LiveDrill } from '../../core/drill/state.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { page } from '../frame.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { summaryList, table } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { timeline, whenPart } from '../parts/when.tsx';
import { cameOf, type DrillFrame, drillTag } from './drills-page.tsx';

interface DrillView {
  readonly frame: DrillFrame;
  readonly drill: number;
  readonly state: LiveDrill;
  readonly events: readonly DrillEvent[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayStop: boolean;
  /** What was done a moment ago. */
  readonly done: 'planned' | 'begun' | 'stopped' | undefined;
  readonly problem: RefusalWords | undefined;
}

/** One drill: when, who answered how fast and who did not, and what has happened. */
export function drillPage(view: DrillView): string {
  const { frame, state, events, done, problem } = view;
  const { language, timeZone, readerZone, drillsPath } = frame;
  const { one, list } = catalogue(language).drills;
  const error = problem && `${problem.message} ${problem.advice}`;
  return page({
    ...frame,
    title: one.title(state),
    hasErrors: error !== undefined,
    crumbs: [{ title: list.title, path: drillsPath }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'stop', error }], language)}
        {done && notice({ kind: 'success', language, title: one[done] })}
        {factsPart(view)}
        {view.mayStop &&
          postForm({
            action: `${drillsPath}/${view.drill}/stop`,
            children: buttonRow([{ label: one.stop, kind: 'plain' }]),
          })}
        {state.begunAt !== undefined && peoplePart(view)}
        <h2 id="history">{one.history}</h2>
        {timeline(
          events.map((event) => ({
            title: eventWords(event, view),
            when: { at: event.at, timeZone, readerZone, language },
            isStrong: event.type !== 'NoticeFailed',
          })),
        )}
      </>
    ),
  });
}

const nameOf = ({ names, frame }: DrillView, id: string): string =>
  id === 'ladder' ? catalogue(frame.language).pages.site : (names.get(id) ?? id);

function factsPart(view: DrillView): Html {
  const { frame, state } = view;
  const { language, timeZone, readerZone } = frame;
  const words = catalogue(language).drills;
  const { facts } = words.one;
  const when = (at: LiveDrill['begunAt']): Child =>
    at === undefined ? undefined : whenPart({ at, timeZone, readerZone, language });
  return summaryList([
    { name: facts.status, value: drillTag(state, language) },
    { name: facts.start, value: when(state.startAt) },
    { name: facts.begun, value: when(state.begunAt) },
    { name: facts.end, value: when(state.endAt) },
    { name: facts.within, value: words.form.withinOption({ ms: state.answerWithinMs }) },
    { name: facts.every, value: state.every === undefined ? words.once : words.every[state.every] },
    { name: facts.by, value: nameOf(view, state.plannedBy) },
    {
      name: state.skipped === undefined ? facts.came : facts.why,
      value: state.status === 'planned' ? undefined : cameOf(state, language),
    },
  ]);
}

/** The fastest first, then those who are waited for or have not answered. */
function peoplePart(view: DrillView): Html {
  const { state, frame } = view;
  const { one, after } = catalogue(frame.language).drills;
  const { people: words } = one;
  const people = state.people.toSorted(
    (a, b) => (a.afterMs ?? Number.MAX_SAFE_INTEGER) - (b.afterMs ?? Number.MAX_SAFE_INTEGER),
  );
  return (
    <section>
      <h2>{words.title}</h2>
      {table({
        ...{ caption: words.title, isCaptionHidden: true },
        columns: [words.columns.name, words.columns.answered].map((title) => ({ title })),
        rows: people.map(({ person, afterMs }) => [
          nameOf(view, person),
          afterMs === undefined
            ? state.status === 'running'
              ? words.waiting
              : words.silent
            : after({ ms: afterMs }),
        ]),
      })}
    </section>
  );
}

function eventWords(event: DrillEvent, view: DrillView): string {
  const { events } = catalogue(view.frame.language).drills.one;
  switch (event.type) {
    case 'DrillPlanned':
      return events.DrillPlanned({ by: nameOf(view, event.by) });
    case 'DrillBegun':
      return events.DrillBegun({ count: event.people.length });
    case 'DrillAnswered':
      return events.DrillAnswered({ name: nameOf(view, event.by), ms: event.afterMs });
    case 'DrillEnded':
      return events.DrillEnded({ isInTime: event.dueAt === undefined });
    case 'DrillSkipped':
      return events.DrillSkipped({ because: event.because });
    case 'DrillStopped':
      return events.DrillStopped({ by: nameOf(view, event.by) });
    case 'NoticeFailed':
      return events.NoticeFailed({ name: nameOf(view, event.whom) });
  }
}
