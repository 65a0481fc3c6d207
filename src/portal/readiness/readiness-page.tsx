import type { ReadinessView, ReadyPerson } from '../../app/views/readiness/readiness-view.ts';
import type { ReadyDuty } from '../../app/views/readiness/ready-duty.ts';
import type { Reached, ReadyMeans } from '../../app/views/readiness/ready-person.ts';
import { AHEAD_DAYS } from '../../app/views/rota/duty-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Clocks, clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { table, tag } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';

interface ReadinessPage {
  readonly frame: Frame;
  readonly view: ReadinessView;
  /** Where the page stands; its JSON stands beside it. */
  readonly path: string;
}

const KINDS = { yes: 'success', doubtful: 'warning', no: 'error' } as const;

/** Whether Ladder could reach everybody of the plan now: the figure, each level, each person. */
export function readinessPage(all: ReadinessPage): string {
  const { frame, view, path } = all;
  const { readiness: words } = catalogue(frame.language);
  const isOwn = view.much === 'own';
  return page({
    ...frame,
    title: words.title,
    caption: view.contractTitle,
    isWide: !isOwn,
    children: (
      <>
        <p>{isOwn ? words.ownAbout : `${words.about} ${words.carries({ carriers: view.carriers })}`}</p>
        {view.mailFailingSince !== undefined &&
          notice({
            ...{ kind: 'error', language: frame.language },
            title: words.mailFails({ at: view.mailFailingSince, timeZone: clocksIn(all) }),
          })}
        {view.people.length === 0 && view.levels.length === 0 ? emptyState(emptyWords(all)) : shown(all)}
        {!isOwn && view.isPublished && (
          <p class="no-print">
            <a href={`${path}/whom`}>{catalogue(frame.language).reach.whom.link}</a>
          </p>
        )}
        <section class="no-print">
          <h2>{words.take.title}</h2>
          <p>
            <a href={`${path}/readiness.json`}>{words.take.json}</a>
          </p>
        </section>
      </>
    ),
  });
}

function emptyWords({ frame, view }: ReadinessPage) {
  const { none, noneOwn } = catalogue(frame.language).readiness;
  const { title, about } = view.isPublished ? noneOwn : none;
  return { title, children: <p>{about}</p> };
}

/** Whose clocks instants are said on. */
const clocksIn = ({ frame, view }: ReadinessPage): Clocks => clocksOf(view.timeZone, frame.readerZone);

function shown(all: ReadinessPage): Html {
  const { frame, view } = all;
  const { readiness: words } = catalogue(frame.language);
  const [own] = view.people;
  if (view.much === 'own' && own) {
    return (
      <>
        {notice({
          ...{ kind: KINDS[own.reached], language: frame.language, title: words.you[own.reached] },
        })}
        {peopleTable(all)}
      </>
    );
  }
  const count = view.people.filter((one) => one.reached === 'yes').length;
  return (
    <>
      <p>
        <strong>{words.figure({ count, of: view.people.length })}</strong>
      </p>
      {levelsPart(all)}
      <section>
        <h2>{words.people.title}</h2>
        {peopleTable(all)}
      </section>
    </>
  );
}

function levelsPart({ frame, view }: ReadinessPage): Html {
  const { levels: words, reached: marks } = catalogue(frame.language).readiness;
  return (
    <section>
      <h2>{words.title}</h2>
      <ul class="stood">
        {view.levels.map(({ level, title, reached, customers: count, vacant }) => (
          <li>
            <span>{tag(marks[reached], KINDS[reached])}</span>
            <div>
              {count === undefined
                ? words.all[reached]({ level, title })
                : words.some[reached]({ level, title, count })}
              {vacant.map((seat) => (
                <p class="quiet">{words.vacant({ title: seat.title })}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NEEDS: readonly Reached[] = ['no', 'doubtful', 'yes'];

/** One row for each person; who cannot be reached comes first, then who is in doubt. */
function peopleTable(all: ReadinessPage): Html {
  const { frame, view } = all;
  const { people: words, reached: marks } = catalogue(frame.language).readiness;
  const columns = (['name', 'now', 'order', 'means', 'duty'] as const).map((name) => ({
    title: words.columns[name],
  }));
  return table({
    ...{ caption: words.title, isCaptionHidden: true, columns },
    rows: view.people
      .toSorted((a, b) => NEEDS.indexOf(a.reached) - NEEDS.indexOf(b.reached))
      .map((person) => [
        person.name,
        tag(marks[person.reached], KINDS[person.reached]),
        orderCell(all, person),
        meansCell(all, person),
        dutyCell(all, person),
      ]),
  });
}

function orderCell({ frame }: ReadinessPage, { places }: ReadyPerson): Html {
  const { place: words } = catalogue(frame.language).readiness;
  return (
    <ul>
      {places.map(({ level, afterMinutes: count }) => (
        <li>
          {count === undefined
            ? words.notNow({ level })
            : count === 0
              ? words.first({ level })
              : words.later({ level, count })}
        </li>
      ))}
    </ul>
  );
}

function meansCell(all: ReadinessPage, { means, hasFewMeans, reached }: ReadyPerson): Html {
  const { readiness: words } = catalogue(all.frame.language);
  return (
    <>
      {reached === 'no' && <p>{words.noWay}</p>}
      <ol>{means.map((one) => meansLine(all, one))}</ol>
      {hasFewMeans && <p>{words.fewMeans}</p>}
    </>
  );
}

function meansLine(all: ReadinessPage, { field, value, confirmedAt: at, doubt }: ReadyMeans): Html {
  const { readiness: words } = catalogue(all.frame.language);
  const timeZone = clocksIn(all);
  return (
    <li>
      {words.means[field]({ value })}
      <span class="quiet">
        {at !== undefined && doubt?.because !== 'lapsed' && `, ${words.confirmed({ at, timeZone })}`}
        {doubt && `, ${doubtWords(all, doubt)}`}
      </span>
    </li>
  );
}

function doubtWords(all: ReadinessPage, { because, since: at }: NonNullable<ReadyMeans['doubt']>): string {
  const { doubts: words } = catalogue(all.frame.language).readiness;
  return because === 'never' || at === undefined
    ? words.never
    : words[because]({ at, timeZone: clocksIn(all) });
}

function dutyCell(all: ReadinessPage, { duty, absencesUnreadSince: at }: ReadyPerson): Html {
  const { timeOff } = catalogue(all.frame.language);
  return (
    <>
      <p>{dutyWords(all, duty)}</p>
      {at !== undefined && <p>{timeOff.unreadSince({ at, timeZone: clocksIn(all) })}</p>}
    </>
  );
}

function dutyWords(all: ReadinessPage, duty: ReadyDuty): string {
  const { duty: words } = catalogue(all.frame.language).readiness;
  const timeZone = clocksIn(all);
  if (duty.is === 'always' || duty.is === 'standsIn') return words[duty.is];
  if (duty.is === 'on') {
    return duty.until === undefined
      ? words.on({ count: AHEAD_DAYS })
      : words.until({ at: duty.until, timeZone });
  }
  return duty.from === undefined ? words.off({ count: AHEAD_DAYS }) : words.from({ at: duty.from, timeZone });
}
