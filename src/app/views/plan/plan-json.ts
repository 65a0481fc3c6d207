import { formatInstant, type Instant } from '../../../core/instant.ts';
import { postingOf } from '../../../core/plan/asked/posting.ts';
import type { PlanView } from './plan-view.ts';
import type { SeatView, StandingView } from './seats-view.ts';

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** The form of the JSON below; another number is another form. Its schema is in `docs/reference`. */
const PUBLISHED_PLAN_FORMAT = 1;

/** The plan in force as a program reads it: the rules as agreed, the people of today, the numbers its reader may see. */
export function planJson(
  { contract, published, history, rules, written, seats, now, ofFile }: PlanView,
  address: string,
): object {
  const { document, roles, obligations, emergency, tracks = {} } = written ?? {};
  const { number, digest, publishedAt, agreedBy, isAgreedByWord } = published;
  return {
    ladderPublishedPlan: PUBLISHED_PLAN_FORMAT,
    contract: contract.contract,
    title: contract.title,
    timeZone: rules.timeZone,
    document: document ?? null,
    revision: { number, digest, publishedAt: iso(publishedAt), agreedBy, isAgreedByWord },
    fromFile: ofFile ? { holdsFrom: iso(ofFile.holdsFrom) } : null,
    address,
    reportWrongContact: ofFile?.isPublishedElsewhere === false ? null : `${address}/wrong-contact`,
    asOf: iso(now),
    posting: postingJson(postingOf({ written, history, rules })),
    emergency: emergency ?? null,
    levels: rules.levels.map((level) => ({
      ...level,
      responsibility: written?.levels?.[level.number - 1]?.responsibility ?? null,
    })),
    contacts: Object.fromEntries([...seats].map(([id, seat]) => [id, seatJson(seat)])),
    tracks: Object.fromEntries(
      Object.values(rules.tracks).map((track) => {
        const { covers = null, examples = [] } = tracks[track.id] ?? {};
        return [track.id, { ...track, covers, examples }];
      }),
    ),
    calendars: rules.calendars,
    pauses: rules.pauses ?? null,
    reopening: written?.reopening ?? null,
    closing: rules.closeWhenSilentFor ?? null,
    roles: roles ?? [],
    obligations: obligations ?? [],
    revisions: history.map((one) => ({
      number: one.number,
      digest: one.digest,
      publishedAt: iso(one.publishedAt),
      agreedBy: one.agreedBy,
      isAgreedByWord: one.isAgreedByWord,
    })),
  };
}

const postingJson = (posting: ReturnType<typeof postingOf>): object | null =>
  posting
    ? {
        withinDays: posting.days,
        dueOn: posting.dueOn,
        postedAt: iso(posting.posted?.at),
        lateDays: posting.posted?.lateDays ?? null,
      }
    : null;

const seatJson = ({ kind, title, person, since, differs, own, deputy, missed, mark }: SeatView): object => ({
  kind,
  title,
  deputy: deputy ?? null,
  person: person ? personJson(person) : null,
  since: iso(since),
  differsFromRevision: differs,
  filledOtherwise: mark
    ? { since: iso(mark.at), vacant: mark.isVacant, agreedByOversight: mark.isAgreed }
    : null,
  notConfirmedSince: Object.fromEntries(
    Object.entries(missed).map(([detail, at]) => [detail, formatInstant(at)]),
  ),
  own: own.map((one) => ({ customer: one.customerName, person: personJson(one.person) })),
});

const personJson = ({ name, title, ways, keptFor }: StandingView): object => {
  const { office, mobile, email } = ways;
  return {
    name,
    title: title ?? null,
    office: office ?? null,
    mobile: mobile ?? null,
    email: email ?? null,
    numbersShownTo: keptFor ?? 'you',
  };
};
