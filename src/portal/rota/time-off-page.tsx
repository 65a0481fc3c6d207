import type { RotaView } from '../../app/views/rota/rota-view.ts';
import type { OwnTimeOff } from '../../app/views/rota/time-off-view.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import { timeOffReason } from '../../core/message/portal/time-off.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { selectField, textField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';
import { around, instantPart, type RotaFrame } from './rota-frame.tsx';

/** A calendar as its owner sees it: of its address the host alone. */
interface ShownCalendar {
  readonly feedId: string;
  readonly host: string;
  readonly timeZone: string;
  readonly readAt: Instant;
  readonly failing: { readonly since: Instant; readonly reason: string } | undefined;
}

interface TimeOffPage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  readonly calendars: readonly ShownCalendar[];
  readonly times: readonly OwnTimeOff[];
  readonly isDemonstration: boolean;
  readonly timeZones: readonly string[];
  /** More are not taken. */
  readonly calendarsMax: number;
  readonly chosen: string;
  /** What has just been done, in a sentence. */
  readonly done: string | undefined;
  readonly error?: { readonly name: 'url' | 'timeZone'; readonly error: string };
}

/** The page lists so many absences. */
const LISTED_MAX = 30;

/** One's own time off: the calendars it is read from, when it is, and what becomes of one's duty then. */
export function timeOffPage(asked: TimeOffPage): string {
  const { frame, view, done, error } = asked;
  const words = catalogue(frame.language).timeOff;
  return around({
    frame,
    title: words.title,
    errors: error ? [error] : [],
    children: (
      <>
        {done !== undefined && confirmation({ title: done })}
        {view.seats.length === 0 ? (
          emptyState({ title: words.noSeat })
        ) : (
          <>
            <p>{words.about}</p>
            <section>
              <h2>{words.times.title}</h2>
              {timesPart(asked)}
            </section>
            <section>
              <h2>{words.calendars.title}</h2>
              {calendarsPart(asked)}
            </section>
            {addPart(asked)}
          </>
        )}
      </>
    ),
  });
}

function timesPart({ frame, view, times }: TimeOffPage): Child {
  const { times: words } = catalogue(frame.language).timeOff;
  if (times.length === 0) return <p>{words.empty}</p>;
  const hasGap = times.some(({ duties }) => duties.some(({ isEmpty }) => isEmpty));
  return (
    <>
      {table({
        caption: words.title,
        isCaptionHidden: true,
        columns: [words.columns.from, words.columns.until, words.columns.duty].map((title) => ({ title })),
        rows: times
          .slice(0, LISTED_MAX)
          .map(({ from, until, duties }) => [
            instantPart(frame, view, from),
            instantPart(frame, view, until),
            duties.length === 0
              ? words.noDuty
              : duties.map(({ title, instead, isEmpty }) => (
                  <p>
                    {isEmpty
                      ? words.nobody({ title })
                      : words.instead({ title, names: instead.map(view.nameOf) })}
                  </p>
                )),
          ]),
      })}
      {times.length > LISTED_MAX && <p>{words.more({ count: times.length - LISTED_MAX })}</p>}
      {hasGap && (
        <p>
          <a href={`${frame.base}/swap`}>{words.swap}</a>
        </p>
      )}
    </>
  );
}

function calendarsPart({ frame, view, calendars }: TimeOffPage): Html {
  const { calendars: words } = catalogue(frame.language).timeOff;
  if (calendars.length === 0) return <p>{words.empty}</p>;
  const { calendar, clocks, state, act } = words.columns;
  return table({
    caption: words.title,
    isCaptionHidden: true,
    columns: [calendar, clocks, state, act].map((title) => ({ title })),
    rows: calendars.map((one) => [
      one.host,
      one.timeZone.replaceAll('_', ' '),
      stateOf(frame, view, one),
      postForm({
        action: `${frame.base}/time-off/${one.feedId}/end`,
        children: buttonRow([{ label: words.end({ host: one.host }), kind: 'plain' }]),
      }),
    ]),
  });
}

function stateOf(frame: RotaFrame, view: RotaView, { readAt, failing }: ShownCalendar): Child {
  const words = catalogue(frame.language).timeOff;
  const timeZone = clocksOf(view.timeZone, frame.readerZone);
  if (!failing)
    return (
      <>
        {words.calendars.readAt} {instantPart(frame, view, readAt)}
      </>
    );
  return (
    <>
      <p>
        <strong>{words.calendars.failing({ at: failing.since, timeZone })}</strong>{' '}
        {timeOffReason(words, failing.reason)}
      </p>
      <p>{words.calendars.keeps({ at: readAt, timeZone })}</p>
    </>
  );
}

function addPart(asked: TimeOffPage): Html {
  const { frame, calendars, calendarsMax: count, isDemonstration, timeZones, chosen, error } = asked;
  const { language, base } = frame;
  const { add } = catalogue(language).timeOff;
  const errorAt = (name: string): string | undefined => (error?.name === name ? error.error : undefined);
  return (
    <section>
      <h2>{add.title}</h2>
      {calendars.length >= count ? (
        <p>{add.full({ count })}</p>
      ) : (
        postForm({
          action: `${base}/time-off`,
          children: (
            <>
              {textField({
                // What was typed is a secret: it is not sent back, not even where it is refused.
                ...{
                  language,
                  name: 'url',
                  label: add.url,
                  type: 'text',
                  lengthMax: 2_000,
                  spellcheck: false,
                },
                hint: isDemonstration ? add.urlDemonstration : add.urlHint,
                error: errorAt('url'),
              })}
              {selectField({
                ...{ language, name: 'timeZone', label: add.zone, hint: add.zoneHint, chosen },
                options: timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
                error: errorAt('timeZone'),
              })}
              {buttonRow([{ label: add.button }])}
            </>
          ),
        })
      )}
    </section>
  );
}
