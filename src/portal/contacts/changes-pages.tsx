import type { ContactChange, ContactEvent } from '../../core/contact/contact-change.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { ContactProblem } from '../../core/message/portal/contacts.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, summaryList, table, tag } from '../parts/lists.tsx';
import { confirmation, emptyState, notice } from '../parts/notices.tsx';
import { timeline, whenPart } from '../parts/when.tsx';

interface ChangesFrame extends Frame {
  /** The list's own path. */
  readonly base: string;
  /** The contract's zone. */
  readonly timeZone: string;
  readonly readerZone: string | undefined;
}

interface ShownChange {
  readonly change: number;
  /** Of whoever changes it. */
  readonly name: string;
  readonly oldValue: string | undefined;
  readonly newValue: string | undefined;
  readonly state: ContactChange;
}

interface ListView {
  readonly frame: ChangesFrame;
  readonly changes: readonly ShownChange[];
  readonly older: string | undefined;
}

/** What people have changed about how they are reached, newest first. */
export function contactChangesPage({ frame, changes, older }: ListView): string {
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).contacts;
  const { columns } = words.list;
  return page({
    ...frame,
    title: words.list.title,
    isWide: true,
    children: (
      <>
        <p>{words.list.about}</p>
        {changes.length === 0
          ? emptyState({ title: words.list.empty })
          : table({
              caption: words.list.newest,
              isCaptionHidden: true,
              columns: [columns.person, columns.what, columns.asked, columns.status].map((title) => ({
                title,
              })),
              rows: changes.map(({ change, name, state }) => [
                <a href={`${base}/${change}`}>{name}</a>,
                words.fields[state.field],
                whenPart({ at: state.askedAt, timeZone, readerZone, language }),
                statusTag(state, language),
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

function statusTag({ status, codeBy }: ContactChange, language: Language): Html {
  const words = catalogue(language).contacts.status;
  if (status === 'waiting') return tag(codeBy ? words.waitingCode : words.waitingCall, 'info');
  if (status === 'frozen') return tag(words.frozen, 'warning');
  return status === 'done' ? tag(words.done, 'success') : tag(words.dropped);
}

interface OneView {
  readonly frame: ChangesFrame;
  readonly shown: ShownChange;
  readonly events: readonly ContactEvent[];
  /** People by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What the reader may do with it now. */
  readonly may: { readonly call: boolean; readonly judge: boolean };
  readonly problem: ContactProblem | undefined;
  readonly isSaved: boolean;
}

/** One change: from what to what, what has happened to it, and what the reader may do. */
export function contactChangePage({ frame, shown, events, names, may, problem, isSaved }: OneView): string {
  const { language, base, timeZone, readerZone } = frame;
  const words = catalogue(language).contacts;
  const { one } = words;
  const { name, state, oldValue, newValue } = shown;
  // There always was a new one: where it is gone both were erased.
  const noValue = newValue === undefined ? words.erased : words.none;
  const error = problem && `${words.problems[problem].message} ${words.problems[problem].advice}`;
  return page({
    ...frame,
    title: one.title({ name, field: state.field }),
    hasErrors: error !== undefined,
    crumbs: [{ title: words.list.title, path: base }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'history', error }], language)}
        {isSaved && notice({ kind: 'success', language, title: one.saved })}
        {summaryList([
          { name: words.list.columns.status, value: statusTag(state, language) },
          { name: one.before, value: oldValue ?? noValue },
          { name: one.after, value: newValue ?? noValue },
        ])}
        {may.call && newValue !== undefined && callPart({ frame, shown }, newValue)}
        {may.judge && newValue !== undefined && judgePart({ frame, shown }, newValue)}
        <h2 id="history">{one.history}</h2>
        {timeline(
          events.map((event) => ({
            title: eventWords(event, { names, timeZone: clocksOf(timeZone, readerZone), language }),
            when: { at: event.at, timeZone, readerZone, language },
            isStrong: event.type !== 'ContactCodeWrong',
          })),
        )}
      </>
    ),
  });
}

function callPart({ frame, shown }: Pick<OneView, 'frame' | 'shown'>, value: string): Html {
  const { call } = catalogue(frame.language).contacts.one;
  return (
    <section>
      <h2>{call.title}</h2>
      <p>{call.about({ name: shown.name, value })}</p>
      {postForm({
        action: `${frame.base}/${shown.change}/call`,
        children: buttonRow([{ label: call.button }]),
      })}
    </section>
  );
}

function judgePart({ frame, shown }: Pick<OneView, 'frame' | 'shown'>, value: string): Html {
  const { one, none } = catalogue(frame.language).contacts;
  const { judge } = one;
  return (
    <section>
      <h2>{judge.title}</h2>
      <p>{judge.about}</p>
      {postForm({
        action: `${frame.base}/${shown.change}/judge`,
        children: buttonRow([
          { label: judge.keep({ value: shown.oldValue ?? none }), name: 'verdict', value: 'keep' },
          { label: judge.use({ value }), kind: 'plain', name: 'verdict', value: 'use' },
        ]),
      })}
    </section>
  );
}

interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: Clocks;
  readonly language: Language;
}

function eventWords(event: ContactEvent, { names, timeZone, language }: Around): string {
  const words = catalogue(language).contacts.one.events;
  const by = 'by' in event ? event.by : '';
  const told = { at: event.at, timeZone, name: names.get(by) ?? by };
  switch (event.type) {
    case 'ContactChanged':
      return words.ContactChanged({ ...told, over: event.over });
    case 'ContactChangeJudged':
      return words.ContactChangeJudged({ ...told, party: event.party, verdict: event.verdict });
    case 'ContactChangeDropped':
      return words.ContactChangeDropped({ ...told, because: event.because });
    default:
      return words[event.type](told);
  }
}

interface FreezeView {
  readonly frame: Frame;
  readonly name: string;
  readonly field: ContactChange['field'];
  readonly formPath: string;
}

/** Whether a change is to be held up: asked once more, for mail servers follow links too. */
export function freezePage({ frame, name, field, formPath }: FreezeView): string {
  const { freeze } = catalogue(frame.language).contacts;
  return page({
    ...frame,
    title: freeze.title,
    children: (
      <>
        <p>{freeze.about({ name, field })}</p>
        {postForm({ action: formPath, children: buttonRow([{ label: freeze.button, kind: 'grave' }]) })}
      </>
    ),
  });
}

export function frozenPage(frame: Frame): string {
  const { freeze } = catalogue(frame.language).contacts;
  return page({
    ...frame,
    title: freeze.doneTitle,
    children: confirmation({ title: freeze.doneTitle, children: <p>{freeze.done}</p> }),
  });
}
