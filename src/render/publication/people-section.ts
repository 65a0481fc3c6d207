import { DETAILS } from '../../core/attestation/standing.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Clocks } from '../../core/message/clocks.ts';
import type { Block, PaperPerson, PaperSection } from '../paper/paper.ts';
import { clocksOfPlan } from './plan-words.ts';
import type { PlanParts, PublishedPerson, PublishedSeat } from './published-plan.ts';

/** Whom to reach, level by level: the first level first, for it is asked first. */
export function peopleSection({ plan, address }: PlanParts, language: Language): PaperSection {
  const words = catalogue(language).planPage.people;
  const { rules, written } = plan;
  const blocks = rules.levels.flatMap(({ number, title, reach, otherwise }): Block[] => {
    const responsibility = written?.levels?.[number - 1]?.responsibility;
    const people = (seats: readonly string[]) => seats.flatMap((seat) => seatPeople(plan, seat, language));
    return [
      { is: 'heading', rank: 3, text: words.level({ level: number, title }) },
      ...(responsibility === undefined
        ? []
        : [textOf([{ text: words.responsibility, isStrong: true }, ` ${responsibility}`])]),
      { is: 'people', people: people(reach) },
      ...(otherwise.length === 0
        ? []
        : [textOf(words.otherwise), { is: 'people' as const, people: people(otherwise) }]),
    ];
  });
  const { offer, link } = catalogue(language).contactReports;
  const report = plan.ofFile?.isPublishedElsewhere === false ? undefined : `${address}/wrong-contact`;
  return {
    id: 'people',
    title: words.title,
    blocks: [
      textOf(plan.ofFile ? catalogue(language).papers.ofFile.people : words.about),
      ...(report === undefined ? [] : [textOf([`${offer} ${link}: `, { text: report, href: report }, '.'])]),
      ...blocks,
    ],
  };
}

const textOf = (words: Extract<Block, { is: 'text' }>['words']): Block => ({ is: 'text', words });

/** Who fills a seat; of a seat that differs by customer one for each of the reader's own. */
function seatPeople(plan: PlanParts['plan'], id: string, language: Language): readonly PaperPerson[] {
  const words = catalogue(language).planPage.people;
  const seat = plan.seats.get(id);
  if (!seat) return [];
  if (seat.kind === 'directory') {
    if (seat.own.length > 0) {
      return seat.own.map(({ customerId, customerName, person }) => ({
        ...paperPerson(person, words.ownOf({ customerName }), language),
        ...{ seat: reaches(person) ? id : undefined, customer: customerId },
      }));
    }
    return [nobody(words.eachCustomer({ title: seat.title }), words.eachCustomerAbout)];
  }
  if (!seat.person) {
    const vacant = nobody(words.nobody, words.nobodyAbout);
    return [{ ...vacant, title: seat.title, facts: markWords(plan, seat, language) }];
  }
  const person = paperPerson(seat.person, seat.title, language);
  return [{ ...person, facts: seatFacts(plan, seat, language), seat: reaches(seat.person) ? id : undefined }];
}

/** Whether there is any way to reach somebody that the reader may see. */
const reaches = ({ ways: { office, mobile, email } }: PublishedPerson): boolean =>
  [office, mobile, email].some((way) => way !== undefined);

/** Somebody with what the reader may see of them, and word of what is kept. */
export function paperPerson(person: PublishedPerson, title: string, language: Language): PaperPerson {
  const { kept } = catalogue(language).planPage.people;
  const { office, mobile, email } = person.ways;
  const own = person.title;
  return {
    name: person.name,
    title: own === undefined || title.endsWith(own) ? title : `${title} · ${own}`,
    ...{ office, mobile, email },
    notes: person.keptFor === undefined ? [] : [kept[person.keptFor]],
    facts: [],
    seat: undefined,
  };
}

const nobody = (name: string, note: string): PaperPerson => ({
  name,
  notes: [note],
  ...{ title: undefined, office: undefined, mobile: undefined, email: undefined, facts: [], seat: undefined },
});

/** Since when, who stands in, and what is not as it was agreed. */
function seatFacts(plan: PlanParts['plan'], seat: PublishedSeat, language: Language): readonly string[] {
  const { seats } = plan;
  const timeZone = clocksOfPlan(plan);
  const words = catalogue(language).planPage.people;
  const deputy = seat.deputy === undefined ? undefined : seats.get(seat.deputy);
  const quiet = Object.entries(seat.quietHours ?? {}).map(([days, hours]) => `${days} ${hours.join(', ')}`);
  return [
    deputy && words.deputy({ name: deputy.person?.name ?? deputy.title }),
    quiet.length > 0 ? words.quietHours({ hours: quiet.join('; ') }) : undefined,
    ...markWords(plan, seat, language),
    seat.differs.length > 0 ? words.differs({ fields: seat.differs }) : undefined,
    seat.since === undefined ? undefined : words.since({ at: seat.since, timeZone }),
    ...missedWords(seat, timeZone, language),
    confirmedWords(seat, timeZone, language),
  ].filter((line) => line !== undefined);
}

/** Since when a seat is filled otherwise than it was agreed, and whether oversight has agreed to it since. */
function markWords(plan: PlanParts['plan'], { mark }: PublishedSeat, language: Language): readonly string[] {
  const timeZone = clocksOfPlan(plan);
  return mark === undefined ? [] : [catalogue(language).seats.mark({ ...mark, timeZone })];
}

/** What has reached nobody lately, and what they were asked to confirm in vain. */
function missedWords(
  { missed, doubted }: PublishedSeat,
  timeZone: Clocks,
  language: Language,
): readonly string[] {
  const words = catalogue(language).attestation;
  const linesOf = (times: PublishedSeat['missed'], say: typeof words.missed): readonly string[] =>
    DETAILS.flatMap((detail) => {
      const at = times[detail];
      return at === undefined ? [] : [say({ detail, at, timeZone })];
    });
  return [...linesOf(doubted, words.doubted), ...linesOf(missed, words.missed)];
}

/** When the details of somebody were confirmed, the first and the last of them, and which were not. */
function confirmedWords({ means }: PublishedSeat, timeZone: Clocks, language: Language): string | undefined {
  const words = catalogue(language).planPage.people;
  if (!means) return undefined;
  const { unconfirmed, confirmed } = means;
  if (confirmed === undefined) return unconfirmed.length === 0 ? undefined : words.notConfirmed;
  if (unconfirmed.length > 0) {
    return words.partlyConfirmed({ fields: unconfirmed, last: confirmed.last, timeZone });
  }
  return words.confirmed({ ...confirmed, timeZone });
}
