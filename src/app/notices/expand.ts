import { effectsOf } from '../../core/case/effects.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import {
  beginReaching,
  NEXT_PERSON_MS,
  type ReachProgress,
  reachLevel,
  restReaching,
} from '../../core/reach/reach-level.ts';
import type { CasePapers, NewDelivery, NoticeJob, Person } from '../ports/engine.ts';
import { insist } from './insist.ts';
import type { LetterCase, LetterParts, Occasion, Reader } from './letters.ts';
import { levelContact, situationOf } from './level-contact.ts';
import { noticeLetter, type Share } from './notice-letter.ts';
import { levelPeople, partyPeople } from './who.ts';

/** What becomes of one notice: letters, the same level told again later, and what reached nobody. */
interface Expanded {
  readonly deliveries: readonly NewDelivery[];
  readonly again: readonly { readonly notice: NoticeJob; readonly at: Instant }[];
  /** Parties and levels that have nobody with a working address. */
  readonly unreached: readonly (Party | number)[];
}

/** A share in the making. */
interface OpenShare extends Share {
  readonly events: CaseEvent[];
}

/** Letters for what the events of a notice tell, as the case stands now. */
export function expandNotice(
  parts: LetterParts,
  notice: NoticeJob,
  papers: CasePapers,
  at: Instant,
): Expanded {
  const state = papers.events.reduce<CaseState>(evolve, initial);
  if (state.status === 'none') return { deliveries: [], again: [], unreached: [] };
  const open = state.status === 'closed' ? state.last : state;
  const subject: LetterCase = {
    key: { contract: notice.contract, caseId: notice.caseId },
    ...{ papers, state, open, at },
  };
  return notice.level === undefined
    ? tellAll(parts, notice, subject)
    : tellLevel(parts, notice, notice.level, subject);
}

function tellAll(parts: LetterParts, notice: NoticeJob, subject: LetterCase): Expanded {
  const { papers, open, at } = subject;
  const told = papers.events.slice(notice.from - 1, notice.to);
  const before = papers.events.slice(0, notice.from - 1).reduce<CaseState>(evolve, initial);
  const shares = new Map<string, OpenShare>();
  const unreached = new Set<Party | number>();
  const reaching = new Map<number, ReturnType<typeof beginReaching>>();
  const nobodyYet = new Set<number>();
  for (const effect of effectsOf(before, told)) {
    if (effect.type !== 'send') continue;
    const { to, event } = effect;
    if ('level' in to) {
      const { level } = to;
      const people = reachable(subject, level);
      const [person] = people;
      if (!person) {
        unreached.add(level);
        if (effect.insistent) nobodyYet.add(level);
        continue;
      }
      const begun = effect.insistent ? (reaching.get(level) ?? begin(subject, people)) : undefined;
      if (begun) reaching.set(level, begun);
      // Whom their own rule has wait hears of it from the reaching of the level.
      if (!begun || begun.now.length > 0) share(shares, { person, audience: 'contractor', level }, event);
      continue;
    }
    if ('person' in to) {
      const person = papers.people.get(to.person);
      if (person && hasAddress(person))
        share(shares, { person, audience: 'customer', level: undefined }, event);
      continue;
    }
    const people = partyPeople(papers, open, to.party, at).filter(hasAddress);
    for (const person of people) share(shares, { person, audience: to.party, level: undefined }, event);
    if (people.length === 0) unreached.add(to.party);
  }
  const again = [
    ...[...reaching].flatMap(([level, { progress: reach, nextAt }]) =>
      nextAt === undefined ? [] : [{ notice: { ...notice, level, round: 1, reach }, at: nextAt }],
    ),
    ...[...nobodyYet].map((level) => ({
      notice: { ...notice, level, round: 1 },
      at: asInstant(at + NEXT_PERSON_MS),
    })),
  ];
  const deliveries = [...shares.values()].map((one) => noticeLetter(parts, subject, one, occasionOf(notice)));
  return { deliveries, again, unreached: [...unreached] };
}

/**
 * A level's people with an address that has not just been refused for good on this case, first choice first; whose
 * address is in doubt comes after those whose is not.
 */
function reachable({ papers, open, at }: LetterCase, level: number): readonly Person[] {
  const last = new Map<string, string>();
  for (const event of papers.events)
    if (event.type === 'DeliveryRecorded') last.set(event.contact, event.result);
  const people = levelPeople(papers, open, level, at).filter(
    (person) => hasAddress(person) && last.get(person.personId) !== 'failed',
  );
  const doubted = people.filter(({ isDoubted }) => isDoubted);
  return [...people.filter(({ isDoubted }) => !isDoubted), ...doubted];
}

const hasAddress = ({ email }: { readonly email: string | undefined }): boolean => email !== undefined;

function share(shares: Map<string, OpenShare>, reader: Reader, event: CaseEvent): void {
  const name = `${reader.person.personId}/${reader.audience}`;
  const known = shares.get(name);
  if (!known) shares.set(name, { reader, events: [event] });
  else if (!known.events.includes(event)) known.events.push(event);
}

const begin = (subject: LetterCase, people: readonly Person[]): ReturnType<typeof beginReaching> =>
  beginReaching(
    people.map((person) => levelContact(subject.open, person)),
    situationOf(subject.open),
    subject.at,
  );

/** A level that has not acknowledged: each of those told so far by their own rules, and the next ones in turn. */
function tellLevel(parts: LetterParts, notice: NoticeJob, level: number, subject: LetterCase): Expanded {
  const { papers, state, open, at } = subject;
  const still = insist(state, level, at);
  if (still === 'over') return { deliveries: [], again: [], unreached: [] };
  if (still !== 'tell') {
    const reach = notice.reach && restReaching(notice.reach, still.until - at);
    const again = [{ notice: { ...notice, ...(reach && { reach }) }, at: still.until }];
    return { deliveries: [], again, unreached: [] };
  }
  const people = reachable(subject, level);
  // Where nobody is left, those who can mend it are told once, and not every quarter of an hour.
  if (people.length === 0) return { deliveries: [], again: [], unreached: [level] };
  const contacts = people.map((person) => levelContact(open, person));
  const { now, progress, nextAt } = reachLevel(
    contacts,
    notice.reach ?? reachSoFar(notice, at),
    situationOf(open),
    at,
  );
  const events = papers.events.slice(notice.from - 1, notice.to).filter((event) => asksLevel(event, level));
  const deliveries = now.map(({ personId, round, toldBefore }) => {
    const person = people.find((one) => one.personId === personId)!;
    const reader: Reader = { person, audience: 'contractor', level };
    return noticeLetter(parts, subject, { reader, events }, { ...occasionOf(notice), round, toldBefore });
  });
  const round = now.length > 0 ? notice.round + 1 : notice.round;
  const again = nextAt === undefined ? [] : [{ notice: { ...notice, round, reach: progress }, at: nextAt }];
  return { deliveries, again, unreached: [] };
}

/** Of a level of which it is only known how often it was told: everybody whose turn has come by then begins now. */
const reachSoFar = ({ round }: NoticeJob, at: Instant): ReachProgress => ({
  since: asInstant(at - round * NEXT_PERSON_MS),
  looked: at,
  begun: {},
});

function asksLevel(event: CaseEvent, level: number): boolean {
  if (event.type === 'LevelContacted') return event.level === level;
  return ['CustomerAsked', 'NotSatisfied', 'CaseReopened', 'SatisfactionUndone'].includes(event.type);
}

const occasionOf = ({ to: number, round }: NoticeJob): Occasion => ({ number, round, kind: 'notice' });
