import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { SeatProblem } from '../../core/message/portal/seats.ts';
import type { FillingEvent } from '../../core/seat/event.ts';
import type { LiveFilling } from '../../core/seat/state.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { radioField } from '../parts/choices.tsx';
import { selectField, textArea, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { pager, summaryList, table, tag } from '../parts/lists.tsx';
import { confirmation, emptyState, notice } from '../parts/notices.tsx';
import { timeline, whenPart } from '../parts/when.tsx';

interface SeatsFrame extends Frame {
  /** The contract's zone. */
  readonly timeZone: string;
  /** The list of seats, and that of what was changed. */
  readonly seatsPath: string;
  readonly fillingsPath: string;
}

/** A seat of the plan in force, and who fills it. */
interface ShownSeat {
  readonly seat: string;
  readonly title: string;
  readonly levels: readonly number[];
  readonly holder: string | undefined;
  /** What was last said of it while the plan was in force. */
  readonly filling: { readonly number: number; readonly state: LiveFilling } | undefined;
  readonly canFill: boolean;
}

/** Every seat that somebody may be named for. */
export function seatsPage(frame: SeatsFrame, seats: readonly ShownSeat[]): string {
  const { language, seatsPath, fillingsPath, timeZone, readerZone } = frame;
  const { list, mark, nobody } = catalogue(language).seats;
  const { columns } = list;
  const stands = ({ filling }: ShownSeat): Html | string =>
    filling === undefined ? (
      list.asAgreed
    ) : (
      <>
        {statusTag(filling.state, language)}{' '}
        <a href={`${fillingsPath}/${filling.number}`}>
          {mark({
            ...{ at: filling.state.filledAt, timeZone: clocksOf(timeZone, readerZone) },
            ...{ isVacant: filling.state.filling.holder === undefined },
            isAgreed: filling.state.status === 'agreed',
          })}
        </a>
      </>
    );
  return page({
    ...frame,
    title: list.title,
    isWide: true,
    children: (
      <>
        <p>{list.about}</p>
        {table({
          caption: list.caption,
          isCaptionHidden: true,
          columns: [columns.seat, columns.levels, columns.holder, columns.stands].map((title) => ({ title })),
          rows: seats.map((one) => [
            one.title,
            one.levels.join(', '),
            <>
              {one.holder ?? nobody}
              {one.canFill && (
                <p class="no-print">
                  <a href={`${seatsPath}/${encodeURIComponent(one.seat)}`}>
                    {list.fillShort}
                    <span class="only-read-out">: {one.title}</span>
                  </a>
                </p>
              )}
            </>,
            stands(one),
          ]),
        })}
        <p class="no-print">
          <a href={fillingsPath}>{list.history}</a>
        </p>
      </>
    ),
  });
}

function statusTag({ status, isLate }: LiveFilling, language: Language): Html {
  const { statuses } = catalogue(language).seats;
  if (status === 'waiting')
    return tag(isLate ? statuses.late : statuses.waiting, isLate ? 'warning' : 'info');
  if (status === 'heldUp') return tag(statuses.heldUp, 'warning');
  return status === 'agreed' ? tag(statuses.agreed, 'success') : tag(statuses[status]);
}

/** What was typed into the form, as it was typed. */
export interface TypedSeat {
  readonly who: string;
  readonly person: string;
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly office: string;
  readonly mobile: string;
  readonly reason: string;
}

interface FillView {
  readonly frame: SeatsFrame;
  readonly seat: { readonly seat: string; readonly title: string; readonly holder: string | undefined };
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly typed: TypedSeat;
  readonly problem: SeatProblem | undefined;
}

/** So much is said of why. */
export const SEAT_TEXT_MAX = 1000;

const FIELD_OF: Readonly<Record<SeatProblem, keyof TypedSeat>> = {
  ...{
    verdictMissing: 'who',
    holderMissing: 'who',
    seatUnknown: 'who',
    seatOfDirectory: 'who',
    seatOfOversight: 'who',
  },
  ...{ managerVacant: 'who', sameHolder: 'who', reasonMissing: 'reason', textInvalid: 'reason' },
  ...{ personUnknown: 'person', noMeans: 'person', otherParty: 'person', idInvalid: 'id', idTaken: 'id' },
  ...{ nameInvalid: 'name', titleInvalid: 'title', mailInvalid: 'email', mailTaken: 'email' },
  numberInvalid: 'office',
};

/** Who fills one seat from now on: somebody on file, somebody new, or nobody. */
export function fillSeatPage(view: FillView): string {
  const { frame, seat, problem } = view;
  const { language, seatsPath } = frame;
  const { fill, list, problems } = catalogue(language).seats;
  const error = problem && `${problems[problem].message} ${problems[problem].advice}`;
  return page({
    ...frame,
    title: fill.title({ seat: seat.title }),
    hasErrors: error !== undefined,
    crumbs: [{ title: list.title, path: seatsPath }],
    children: (
      <>
        {errorSummary(error === undefined || !problem ? [] : [{ name: FIELD_OF[problem], error }], language)}
        <p>{fill.about}</p>
        <p>{fill.now({ holder: seat.holder })}</p>
        {postForm({ action: `${seatsPath}/${encodeURIComponent(seat.seat)}`, children: fields(view, error) })}
      </>
    ),
  });
}

function fields({ frame, people, typed, problem }: FillView, error: string | undefined): Html {
  const { language } = frame;
  const { fill } = catalogue(language).seats;
  const of = (name: keyof TypedSeat) => ({
    ...{ language, name, value: typed[name] },
    error: problem && FIELD_OF[problem] === name ? error : undefined,
  });
  const newcomer = (
    <>
      {textField({ ...of('id'), label: fill.id, hint: fill.idHint, width: 'medium', spellcheck: false })}
      {textField({ ...of('name'), label: fill.name })}
      {textField({ ...of('title'), label: fill.jobTitle, isOptional: true })}
      {textField({
        ...of('email'),
        label: fill.email,
        hint: fill.emailHint,
        type: 'email',
        spellcheck: false,
      })}
      {textField({
        ...of('office'),
        label: fill.office,
        hint: fill.numberHint,
        type: 'tel',
        isOptional: true,
      })}
      {textField({
        ...of('mobile'),
        label: fill.mobile,
        hint: fill.numberHint,
        type: 'tel',
        isOptional: true,
      })}
    </>
  );
  const known = selectField({
    ...of('person'),
    ...{ label: fill.personLabel, none: fill.choose, chosen: typed.person },
    options: people.map(({ personId, name }) => ({ value: personId, label: name })),
  });
  return (
    <>
      {radioField({
        ...of('who'),
        ...{ label: fill.who, chosen: typed.who },
        choices: [
          { value: 'person', label: fill.person },
          { value: 'new', label: fill.newcomer },
          { value: 'nobody', label: fill.vacant, hint: fill.vacantHint },
        ],
      })}
      {textArea({
        ...of('reason'),
        ...{ label: fill.reason, hint: fill.reasonHint, rows: 3, lengthMax: SEAT_TEXT_MAX },
      })}
      <h2>{fill.person}</h2>
      {known}
      <h2>{fill.newcomer}</h2>
      {newcomer}
      {buttonRow([{ label: fill.button }])}
    </>
  );
}

interface ShownFilling {
  readonly filling: number;
  readonly state: LiveFilling;
  /** What the seat is called in the plan in force, or its id. */
  readonly seat: string;
}

interface FillingsView {
  readonly frame: SeatsFrame;
  readonly fillings: readonly ShownFilling[];
  readonly names: ReadonlyMap<string, string>;
  readonly older: string | undefined;
}

/** Everybody who was put into a seat, newest first. */
export function fillingsPage({ frame, fillings, names, older }: FillingsView): string {
  const { language, fillingsPath, seatsPath, timeZone, readerZone } = frame;
  const { fillings: words, list, nobody } = catalogue(language).seats;
  const { seat, holder, since, due, status } = words.columns;
  const when = (at: LiveFilling['dueAt']) => whenPart({ at, timeZone, readerZone, language });
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    crumbs: [{ title: list.title, path: seatsPath }],
    children: (
      <>
        <p>{words.about}</p>
        {fillings.length === 0
          ? emptyState({ title: words.empty })
          : table({
              caption: words.caption,
              isCaptionHidden: true,
              columns: [seat, holder, since, due, status].map((title) => ({ title })),
              rows: fillings.map(({ filling, state, seat: title }) => [
                <a href={`${fillingsPath}/${filling}`}>{title}</a>,
                nameOf(names, state.filling.holder) ?? nobody,
                when(state.filledAt),
                when(state.dueAt),
                statusTag(state, language),
              ]),
            })}
        {pager({ older }, language)}
      </>
    ),
  });
}

const nameOf = (names: ReadonlyMap<string, string>, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (names.get(id) ?? id);

interface OneView {
  readonly frame: SeatsFrame;
  readonly shown: ShownFilling;
  readonly events: readonly FillingEvent[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayDecide: boolean;
  readonly typed: string;
  readonly problem: RefusalWords | undefined;
  readonly isSaved: boolean;
}

/** One naming: who, in whose place, what has happened, and the word of oversight. */
export function fillingPage(view: OneView): string {
  const { frame, shown, events, names, problem, isSaved, mayDecide } = view;
  const { language, fillingsPath, timeZone, readerZone } = frame;
  const { one, fillings, nobody } = catalogue(language).seats;
  const { facts } = one;
  const { state, seat } = shown;
  const error = problem && `${problem.message} ${problem.advice}`;
  const { holder, before } = state.filling;
  return page({
    ...frame,
    title: one.title({ seat, holder: nameOf(names, holder) }),
    hasErrors: error !== undefined,
    crumbs: [{ title: fillings.title, path: fillingsPath }],
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'text', error }], language)}
        {isSaved && notice({ kind: 'success', language, title: one.saved })}
        {summaryList([
          { name: facts.status, value: statusTag(state, language) },
          { name: facts.seat, value: seat },
          { name: facts.holder, value: nameOf(names, holder) ?? nobody },
          { name: facts.before, value: nameOf(names, before) ?? nobody },
          { name: facts.due, value: whenPart({ at: state.dueAt, timeZone, readerZone, language }) },
        ])}
        {mayDecide && decidePart(view)}
        <h2 id="history">{one.history}</h2>
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

function decidePart({ frame, shown, typed, problem }: OneView): Html {
  const { language, fillingsPath } = frame;
  const { decide } = catalogue(language).seats.one;
  return (
    <section>
      <h2>{decide.title}</h2>
      <p>{decide.about}</p>
      {postForm({
        action: `${fillingsPath}/${shown.filling}/decide`,
        children: (
          <>
            {textArea({
              ...{ language, name: 'text', label: decide.text, hint: decide.textHint, value: typed, rows: 3 },
              ...{ isOptional: 'unsaid', lengthMax: SEAT_TEXT_MAX },
              error: problem && `${problem.message} ${problem.advice}`,
            })}
            {buttonRow([
              { label: decide.agree, name: 'verdict', value: 'agree' },
              { label: decide.refuse, kind: 'grave', name: 'verdict', value: 'refuse' },
            ])}
          </>
        ),
      })}
    </section>
  );
}

function eventWords(event: FillingEvent, { frame, names }: OneView): Html {
  const { one } = catalogue(frame.language).seats;
  const { events } = one;
  const name = nameOf(names, event.by) ?? event.by;
  switch (event.type) {
    case 'SeatFilled':
      return <>{events.SeatFilled({ name, holder: nameOf(names, event.filling.holder) })}</>;
    case 'FillingReplaced':
      return (
        <>
          {events.FillingReplaced({ name })}
          {' · '}
          <a href={`${frame.fillingsPath}/${event.filling}`}>{one.later({ filling: event.filling })}</a>
        </>
      );
    case 'NoticeFailed':
      return <>{events.NoticeFailed({ name: nameOf(names, event.whom) ?? event.whom })}</>;
    case 'AgreementReminded':
    case 'AgreementLate':
      return <>{events[event.type]()}</>;
    default:
      return <>{events[event.type]({ name })}</>;
  }
}

/** Whether it is to be held up: asked by a button, for mail servers follow links too. */
export function holdUpPage(frame: Frame, formPath: string): string {
  const { holdUp } = catalogue(frame.language).seats;
  return page({
    ...frame,
    title: holdUp.title,
    children: (
      <>
        <p>{holdUp.about}</p>
        {postForm({ action: formPath, children: buttonRow([{ label: holdUp.button, kind: 'grave' }]) })}
      </>
    ),
  });
}

export function heldUpPage(frame: Frame): string {
  const { holdUp } = catalogue(frame.language).seats;
  return page({
    ...frame,
    title: holdUp.doneTitle,
    children: confirmation({ title: holdUp.doneTitle, children: <p>{holdUp.done}</p> }),
  });
}
