import type { SeatView, StandingView } from '../../app/views/plan/seats-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { cards, personCard } from '../parts/people.tsx';
import { whoReaches } from './plan-words.ts';

/** Whom to reach, level by level, on the page of a plan. */
interface PeopleOfPlan {
  readonly language: Language;
  readonly contract: string;
  readonly timeZone: string;
  readonly levels: readonly PlanLevel[];
  readonly seats: ReadonlyMap<string, SeatView>;
}

interface PlanLevel {
  readonly number: number;
  readonly title: string;
  readonly reach: readonly string[];
  readonly otherwise: readonly string[];
  readonly responsibility: string | undefined;
}

/** Cards that call, mail and save: the first level first, for it is asked first. */
export function peopleSection(view: PeopleOfPlan): Html {
  const words = catalogue(view.language).planPage.people;
  return (
    <section>
      <h2 id="people">{words.title}</h2>
      <p>{words.about}</p>
      {view.levels.map((level) => (
        <>
          <h3>{words.level({ level: level.number, title: level.title })}</h3>
          {level.responsibility !== undefined && (
            <p>
              <strong>{words.responsibility}</strong> {level.responsibility}
            </p>
          )}
          {cards(level.reach.flatMap((seat) => seatCards(view, seat)))}
          {level.otherwise.length > 0 && (
            <>
              <p>{words.otherwise}</p>
              {cards(level.otherwise.flatMap((seat) => seatCards(view, seat)))}
            </>
          )}
        </>
      ))}
    </section>
  );
}

/** One card for a seat; of a seat that differs by customer one for each of the reader's own. */
function seatCards(view: PeopleOfPlan, id: string): readonly Html[] {
  const words = catalogue(view.language).planPage.people;
  const seat = view.seats.get(id);
  if (!seat) return [];
  if (seat.kind === 'directory') {
    if (seat.own.length > 0) {
      return seat.own.map(({ customerName, person }) =>
        standingCard(view, person, { title: words.ownOf({ customerName }), vcard: undefined }),
      );
    }
    return [emptyCard(view, words.eachCustomer({ title: seat.title }), words.eachCustomerAbout)];
  }
  if (!seat.person) return [emptyCard(view, words.nobody, words.nobodyAbout, seat.title)];
  return [
    standingCard(view, seat.person, {
      title: seat.title,
      vcard: whoReaches(seat.person) ? vcardPath(view.contract, id) : undefined,
      children: seatFacts(view, seat),
    }),
  ];
}

const vcardPath = (contract: string, seat: string): string =>
  `/plans/${encodeURIComponent(contract)}/contacts/${encodeURIComponent(seat)}.vcf`;

/** Since when, who stands in, and what is not as it was agreed. */
function seatFacts({ language, seats, timeZone }: PeopleOfPlan, seat: SeatView): Html {
  const words = catalogue(language).planPage.people;
  const deputy = seat.deputy === undefined ? undefined : seats.get(seat.deputy);
  const quiet = Object.entries(seat.quietHours ?? {}).map(([days, hours]) => `${days} ${hours.join(', ')}`);
  const lines: readonly (string | undefined)[] = [
    deputy && words.deputy({ name: deputy.person?.name ?? deputy.title }),
    quiet.length > 0 ? words.quietHours({ hours: quiet.join('; ') }) : undefined,
    seat.differs.length > 0 ? words.differs({ fields: seat.differs }) : undefined,
    seat.since === undefined ? undefined : words.since({ at: seat.since, timeZone }),
    words.notConfirmed,
  ];
  return (
    <ul class="small quiet">
      {lines
        .filter((line) => line !== undefined)
        .map((line) => (
          <li>{line}</li>
        ))}
    </ul>
  );
}

interface Standing {
  readonly title: string;
  readonly vcard: string | undefined;
  readonly heading?: 3 | 4;
  readonly children?: Child;
}

/** Somebody with what the reader may see of them, and word of what is kept. */
export function standingCard(
  { language }: Pick<PeopleOfPlan, 'language'>,
  person: StandingView,
  { title, vcard, heading = 4, children }: Standing,
): Html {
  const words = catalogue(language).planPage.people;
  const { office, mobile, email } = person.ways;
  const first = office ?? mobile;
  return personCard({
    language,
    name: person.name,
    title: person.title === undefined || title.endsWith(person.title) ? title : `${title} · ${person.title}`,
    phone: first === undefined ? undefined : { number: dialled(first), shown: first },
    mail: email,
    vcard,
    heading,
    children: (
      <>
        {mobile !== undefined && mobile !== first && (
          <p>
            <a href={`tel:${dialled(mobile)}`}>{words.mobile({ number: mobile })}</a>
          </p>
        )}
        {person.keptFor !== undefined && <p>{words.kept[person.keptFor]}</p>}
        {children}
      </>
    ),
  });
}

const emptyCard = (
  { language }: Pick<PeopleOfPlan, 'language'>,
  name: string,
  about: string,
  title?: string,
): Html =>
  personCard({ language, name, heading: 4, ...(title !== undefined && { title }), children: <p>{about}</p> });

/** A number as a telephone takes it: `+19165550142`. */
const dialled = (number: string): string => number.replace(/[^\d+]/g, '');
