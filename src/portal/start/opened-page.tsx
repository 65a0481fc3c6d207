import type { AskedLevel, OpenedView } from '../../app/views/start/opened-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { paperPerson } from '../../render/publication/people-section.ts';
import { contextOf, levelOf } from '../../render/publication/plan-words.ts';
import { type Frame, page } from '../frame.tsx';
import { linkButton } from '../parts/form.tsx';
import { confirmation } from '../parts/notices.tsx';
import { cards } from '../parts/people.tsx';
import { NO_PLACES, paperCard } from '../plan/paper-html.tsx';
import { reasonsPart } from '../plan/plan-forecast.tsx';

interface OpenedPageView extends Frame {
  readonly contract: string;
  readonly opened: OpenedView;
  /** Of a case that the desk has opened for somebody without mail: how they are told its PIN, which the desk is not. */
  readonly pinTold: string | undefined;
}

/** What happens next, and when: the number, whom to call now, from when one may go higher, and why then. */
export function openedPage(view: OpenedPageView): string {
  const { opened, language, contract } = view;
  const words = catalogue(language).startPage.opened;
  const { caseId, open, references } = opened;
  const timeZone = clocksOf(open.revision.timeZone, view.readerZone);
  const path = `/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}`;
  return page({
    ...view,
    title: words.title({ caseId }),
    caption: open.track.title,
    children: (
      <>
        {confirmation({
          title: words.number({ caseId }),
          children: <p>{references.length > 0 ? references.join(', ') : words.keep}</p>,
        })}
        {view.pinTold !== undefined && <p>{view.pinTold}</p>}
        {open.openedFrom < open.openedAt && <p>{words.counts({ at: open.openedFrom, timeZone })}</p>}
        <h2>{words.call}</h2>
        {opened.asked.map((level) => askedPart(view, level))}
        <p>{words.told}</p>
        {nextPart(view)}
        <div class="buttons">
          {linkButton({ label: words.toCase, path })}
          {linkButton({
            label: words.toPlan,
            path: `/plans/${encodeURIComponent(contract)}`,
            kind: 'plain',
          })}
        </div>
      </>
    ),
  });
}

function askedPart({ opened: { open }, language, readerZone }: OpenedPageView, asked: AskedLevel): Html {
  const { startPage, planPage } = catalogue(language);
  const words = startPage.opened;
  const timeZone = clocksOf(open.revision.timeZone, readerZone);
  const level = planPage.people.level({ level: asked.level, title: asked.title });
  return (
    <>
      <p>{words.asked({ level, at: asked.from, timeZone })}</p>
      {asked.people.length > 0 ? (
        cards(
          asked.people.map((person) =>
            paperCard(paperPerson(person, level, language), { language, places: NO_PLACES }, 3),
          ),
        )
      ) : (
        <p>{words.nobody}</p>
      )}
    </>
  );
}

function nextPart({ opened: { open, due, moves }, language, readerZone }: OpenedPageView): Html {
  const { startPage, planPage, forecast } = catalogue(language);
  const words = startPage.opened;
  const { revision } = open;
  const context = contextOf(revision, readerZone);
  const timeZone = clocksOf(revision.timeZone, readerZone);
  const isOver = due.length === 0 && moves.length === 0;
  return (
    <>
      <h2>{words.next}</h2>
      <p>{isOver ? words.nothing : words.nextAbout}</p>
      <ol>
        {due.map(({ level }) => (
          <li>
            <strong>{words.due({ level: planPage.people.level(levelOf(revision, level)) })}</strong>
          </li>
        ))}
        {moves.map((row) => (
          <li>
            <strong>{words.from({ at: row.at, timeZone })}</strong> {forecast.rows.move(row, context)}
            {reasonsPart(row, context, { language, readerZone })}
          </li>
        ))}
      </ol>
    </>
  );
}
