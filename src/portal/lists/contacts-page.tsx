import type { SeatView } from '../../app/views/people-lists.ts';
import type { MeansConfirmed } from '../../core/contact/means-confirmed.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { doubtedLines } from '../parts/doubted.tsx';
import { tag } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import { cards, personCard } from '../parts/people.tsx';
import { reportedLines } from '../parts/reported.tsx';
import { whenPart } from '../parts/when.tsx';
import type { ListReader } from './case-lines.tsx';

interface ContactsView {
  readonly frame: Frame;
  readonly reader: ListReader;
  /** The contract's zone. */
  readonly timeZone: string;
  readonly levels: readonly { readonly number: number; readonly title: string }[];
  readonly seats: readonly SeatView[];
  /** Where the reader sees their own details, and the changes of everybody's. */
  readonly ownPath: string | undefined;
  /** Where they confirm them. */
  readonly confirmPath: string | undefined;
  readonly readinessPath: string | undefined;
  readonly changesPath: string | undefined;
  /** Reports of wrong contacts, and where one is made. */
  readonly reportsPath: string | undefined;
  readonly reportPath: string;
  /** Who fills the seats. */
  readonly seatsPath: string | undefined;
}

/** The seats of the plan, level by level, and who fills them. */
export function contactsPage(view: ContactsView): string {
  const { frame, levels, seats } = view;
  const { contacts: words } = catalogue(frame.language).lists;
  const none = seats.filter((seat) => seat.levels.length === 0);
  return page({
    ...frame,
    title: words.title,
    isWide: true,
    children: (
      <>
        <p>{words.about}</p>
        {linksTo(view)}
        {seats.length === 0 && emptyState({ title: words.empty.title, children: <p>{words.empty.about}</p> })}
        {levels.map(({ number, title }) =>
          group(
            words.level({ level: number, title }),
            seats.filter((seat) => seat.levels.includes(number)),
            view,
          ),
        )}
        {group(words.noLevel, none, view)}
      </>
    ),
  });
}

const group = (title: string, seats: readonly SeatView[], view: ContactsView): Html | undefined =>
  seats.length === 0 ? undefined : (
    <section>
      <h2>{title}</h2>
      {cards(seats.map((seat) => seatCard(seat, view)))}
    </section>
  );

function seatCard(seat: SeatView, { reader, timeZone }: ContactsView): Html {
  const { language, readerZone } = reader;
  const clocks = clocksOf(timeZone, readerZone);
  const { contacts: words } = catalogue(language).lists;
  const { title, filled, isDirectory, deputy } = seat;
  const deputyLine = deputy !== undefined && <p class="quiet">{words.deputy({ title: deputy })}</p>;
  if (!filled) {
    return (
      <div class="card">
        <h3>{title}</h3>
        <p>{isDirectory ? words.directory : words.nobody}</p>
        {deputyLine}
      </div>
    );
  }
  const { name, office, mobile, mail, shown, since, means, doubted, reported } = filled;
  const [first, second] = [office, mobile].filter((number) => number !== undefined);
  return personCard({
    language,
    name,
    title,
    phone: first,
    mail,
    children: (
      <>
        {second && (
          <p>
            {words.mobile}: <a href={`tel:${second.number}`}>{second.shown}</a>
          </p>
        )}
        {deputyLine}
        <p>{tag(words.shown[shown])}</p>
        <p class="quiet">
          {words.since} {whenPart({ at: since, timeZone, readerZone, language })}
        </p>
        {doubtedLines(doubted, clocks, language)}
        {reportedLines(reported, clocks, language)}
        {meansWords(means, clocks, language)}
      </>
    ),
  });
}

function linksTo({
  frame,
  ownPath,
  confirmPath,
  readinessPath,
  changesPath,
  reportsPath,
  reportPath,
  seatsPath,
}: ContactsView): Html {
  const { contacts, attestation, readiness, contactReports, seats } = catalogue(frame.language);
  const { own, list } = contacts;
  return (
    <ul>
      {ownPath !== undefined && (
        <li>
          <a href={ownPath}>{own.title}</a>
        </li>
      )}
      {confirmPath !== undefined && (
        <li>
          <a href={confirmPath}>{attestation.page.title}</a>
        </li>
      )}
      {readinessPath !== undefined && (
        <li>
          <a href={readinessPath}>{readiness.link}</a>
        </li>
      )}
      {changesPath !== undefined && (
        <li>
          <a href={changesPath}>{list.title}</a>
        </li>
      )}
      {seatsPath !== undefined && (
        <li>
          <a href={seatsPath}>{seats.list.title}</a>
        </li>
      )}
      {reportsPath !== undefined && (
        <li>
          <a href={reportsPath}>{contactReports.list.title}</a>
        </li>
      )}
      <li>
        <a href={reportPath}>{contactReports.link}</a>
      </li>
    </ul>
  );
}

/** When the details were confirmed, the first and the last of them, and which were not. */
function meansWords(means: MeansConfirmed, timeZone: Clocks, language: Language): Html | undefined {
  const { contacts, planPage } = catalogue(language);
  const { people } = planPage;
  const { unconfirmed, confirmed } = means;
  if (confirmed === undefined) {
    return unconfirmed.length > 0 ? <p class="quiet">{contacts.unconfirmed}</p> : undefined;
  }
  return (
    <p class="quiet">
      {unconfirmed.length > 0
        ? people.partlyConfirmed({ fields: unconfirmed, last: confirmed.last, timeZone })
        : people.confirmed({ ...confirmed, timeZone })}
    </p>
  );
}
