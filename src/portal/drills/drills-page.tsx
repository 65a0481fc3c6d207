import { DRILL_EVERY } from '../../core/drill/event.ts';
import { ANSWER_WITHIN_MINUTES, PLANNED_MAX } from '../../core/drill/limits.ts';
import { drillFigures, type LiveDrill } from '../../core/drill/state.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { selectField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, table, tag } from '../parts/lists.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { whenPart } from '../parts/when.tsx';

export interface DrillFrame extends Frame {
  /** The contract's zone. */
  readonly timeZone: string;
  readonly drillsPath: string;
}

/** A drill by its number in the contract. */
interface ShownDrill {
  readonly drill: number;
  readonly state: LiveDrill;
}

/** What was typed into the form, as it was typed. */
export interface TypedDrill {
  readonly level: string;
  readonly when: string;
  readonly date: string;
  readonly time: string;
  readonly every: string;
  readonly within: string;
}

interface DrillsView {
  readonly frame: DrillFrame;
  /** Undefined for whoever only looks. */
  readonly form: DrillForm | undefined;
  readonly planned: readonly ShownDrill[];
  readonly past: readonly ShownDrill[];
  readonly older: string | undefined;
}

interface DrillForm {
  /** Of the plan in force. */
  readonly levels: readonly { readonly number: number; readonly title: string }[];
  readonly typed: TypedDrill;
  readonly problem: { readonly field: DrillField; readonly words: RefusalWords } | undefined;
}

export type DrillField = 'level' | 'when' | 'start' | 'within';

/** Drills of a contract: those to come, those there were, and the form that holds one. */
export function drillsPage(view: DrillsView): string {
  const { frame, form, planned, past, older } = view;
  const { language } = frame;
  const { list } = catalogue(language).drills;
  const problem = form?.problem;
  const error = problem && `${problem.words.message} ${problem.words.advice}`;
  return page({
    ...frame,
    title: list.title,
    isWide: true,
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(problem && error ? [{ name: problem.field, error }] : [], language)}
        <p>{list.about}</p>
        <p>{list.limits({ planned: PLANNED_MAX })}</p>
        <section>
          <h2>{list.planned.title}</h2>
          {planned.length === 0 ? <p>{list.planned.none}</p> : drillTable(frame, planned, list.planned.title)}
        </section>
        <section>
          <h2>{list.past.title}</h2>
          {past.length === 0 ? <p>{list.past.none}</p> : drillTable(frame, past, list.past.title)}
          {pager({ older }, language)}
        </section>
        {form && formPart(frame, form, error)}
      </>
    ),
  });
}

/** How a drill stands, at a glance. */
export function drillTag({ status }: Pick<LiveDrill, 'status'>, language: Language): Html {
  const { statuses } = catalogue(language).drills;
  const kind = { planned: 'info', running: 'warning', ended: 'success' } as const;
  return tag(statuses[status], status in kind ? kind[status as keyof typeof kind] : undefined);
}

function drillTable(frame: DrillFrame, drills: readonly ShownDrill[], caption: string): Html {
  const { language, timeZone, readerZone, drillsPath } = frame;
  const words = catalogue(language).drills;
  const { level, start, every, status, came } = words.list.columns;
  return table({
    ...{ caption, isCaptionHidden: true },
    columns: [level, start, every, status, came].map((title) => ({ title })),
    rows: drills.map(({ drill, state }) => [
      <a href={`${drillsPath}/${drill}`}>
        {words.level(state)}
        <span class="only-read-out">, {words.list.show({ drill })}</span>
      </a>,
      whenPart({ at: state.begunAt ?? state.startAt, timeZone, readerZone, language }),
      state.every === undefined ? words.once : words.every[state.every],
      drillTag(state, language),
      cameOf(state, language),
    ]),
  });
}

/** What came of a drill, as far as it has come. */
export function cameOf(state: LiveDrill, language: Language): string {
  const { figures, skipped } = catalogue(language).drills;
  if (state.skipped !== undefined) return skipped[state.skipped];
  return state.people.length === 0 ? '–' : figures(drillFigures(state));
}

function formPart(frame: DrillFrame, form: DrillForm, error: string | undefined): Html {
  const { language, drillsPath } = frame;
  const { form: words } = catalogue(language).drills;
  return (
    <section class="no-print">
      <h2 id="hold">{words.title}</h2>
      {form.levels.length === 0 ? (
        <p>{words.noPlan}</p>
      ) : (
        postForm({ action: drillsPath, children: fields(frame, form, error) })
      )}
    </section>
  );
}

function fields(
  { language, timeZone }: DrillFrame,
  { levels, typed, problem }: DrillForm,
  error: string | undefined,
): Html {
  const words = catalogue(language).drills;
  const { form } = words;
  const of = (name: DrillField) => ({ language, name, error: problem?.field === name ? error : undefined });
  const every = selectField({
    ...{ language, name: 'every', label: form.every, none: words.once, chosen: typed.every },
    options: DRILL_EVERY.map((value) => ({ value, label: words.every[value] })),
  });
  const start = momentField({
    ...of('start'),
    ...{ label: form.start, timeZone, date: typed.date, time: typed.time },
  });
  return (
    <>
      {selectField({
        ...of('level'),
        ...{ label: form.level, none: form.choose, chosen: typed.level },
        options: levels.map(({ number, title }) => ({
          value: String(number),
          label: form.levelOption({ level: number, title }),
        })),
      })}
      {selectField({
        ...of('within'),
        ...{ label: form.within, hint: form.withinHint, chosen: typed.within },
        options: ANSWER_WITHIN_MINUTES.map((minutes) => ({
          value: String(minutes),
          label: form.withinOption({ ms: minutes * 60_000 }),
        })),
      })}
      {radioField({
        ...of('when'),
        ...{ label: form.when, chosen: typed.when },
        choices: [
          { value: 'now', label: form.now, hint: form.nowHint },
          {
            ...{ value: 'later', label: form.later },
            reveals: (
              <>
                {start}
                {every}
              </>
            ),
          },
        ],
      })}
      {buttonRow([{ label: form.button }])}
    </>
  );
}
