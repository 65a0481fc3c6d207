import { effectsOf } from '../../core/case/effects.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import {
  beginReaching,
  type LevelContact,
  NEXT_PERSON_MS,
  type ReachProgress,
  reachLevel,
  restReaching,
} from '../../core/reach/reach-level.ts';
import type { CasePapers, NewDelivery, NoticeJob, Person } from '../ports/engine.ts';
import { insist } from './insist.ts';
import type { LetterCase, LetterParts, Occasion, Reader } from './letters.ts';
import { carriedTo, levelContact, refusedIn, situationOf, usualMeans } from './level-contact.ts';
import { noticeBy, type Share } from './notice-letter.ts';
import { levelPeople, partyPeople } from './who.ts';

/** What becomes of one notice: letters, texts and calls, the same level told again later, and what reached nobody. */
interface Expanded {
  readonly deliveries: readonly NewDelivery[];
  readonly again: readonly { readonly notice: NoticeJob; readonly at: Instant }[];
  /** Parties and levels that have nobody who could be told by anything. */
  readonly unreached: readonly (Party | number)[];
}

/** A share in the making. */
interface OpenShare extends Share {
  readonly events: CaseEvent[];
  readonly means: Set<NoticeMeans>;
}

/** Somebody of a level, and by what they can be told of this case. */
interface Reachable {
  readonly person: Person;
  readonly has: readonly NoticeMeans[];
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
  const usual = (person: Person): readonly NoticeMeans[] => usualMeans(person, parts.carriers);
  for (const effect of effectsOf(before, told)) {
    if (effect.type !== 'send') continue;
    const { to, event } = effect;
    if ('level' in to) {
      const { level } = to;
      const people = reachable(parts, subject, level);
      const [first] = people;
      if (!first) {
        unreached.add(level);
        if (effect.insistent) nobodyYet.add(level);
        continue;
      }
      const { person } = first;
      const begun = effect.insistent ? (reaching.get(level) ?? begin(parts, subject, people)) : undefined;
      if (begun) reaching.set(level, begun);
      // Whom their own rule has wait hears of it from the reaching of the level.
      const means = begun ? begun.now.flatMap((one) => one.means) : first.has.slice(0, 1);
      share(shares, { person, audience: 'contractor', level }, event, means);
      continue;
    }
    if ('person' in to) {
      const person = papers.people.get(to.person);
      if (person) share(shares, { person, audience: 'customer', level: undefined }, event, usual(person));
      continue;
    }
    const people = partyPeople(papers, open, to.party, at).filter((person) => usual(person).length > 0);
    for (const person of people)
      share(shares, { person, audience: to.party, level: undefined }, event, usual(person));
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
  const deliveries = [...shares.values()].flatMap((one) =>
    [...one.means].map((means) => noticeBy(means, parts, subject, one, occasionOf(notice))),
  );
  return { deliveries, again, unreached: [...unreached] };
}

/**
 * A level's people who can be told by something that has not just been refused for good on this case, first choice
 * first; whose address is in doubt comes after those whose is not.
 */
function reachable(
  { carriers }: LetterParts,
  { papers, open, at }: LetterCase,
  level: number,
): readonly Reachable[] {
  const isRefused = refusedIn(papers.events);
  const people = levelPeople(papers, open, level, at).flatMap((person) => {
    const has = carriedTo(person, carriers).filter((means) => !isRefused(person.personId, means));
    return has.length === 0 ? [] : [{ person, has }];
  });
  const doubted = people.filter(({ person }) => person.isDoubted);
  return [...people.filter(({ person }) => !person.isDoubted), ...doubted];
}

function share(
  shares: Map<string, OpenShare>,
  reader: Reader,
  event: CaseEvent,
  means: readonly NoticeMeans[],
): void {
  if (means.length === 0) return;
  const name = `${reader.person.personId}/${reader.audience}`;
  const known = shares.get(name) ?? { reader, events: [], means: new Set<NoticeMeans>() };
  shares.set(name, known);
  if (!known.events.includes(event)) known.events.push(event);
  for (const one of means) known.means.add(one);
}

const contactsOf = ({ open }: LetterCase, people: readonly Reachable[]): readonly LevelContact[] =>
  people.map(({ person, has }) => levelContact(open, person, has));

const begin = (
  { carriers }: LetterParts,
  subject: LetterCase,
  people: readonly Reachable[],
): ReturnType<typeof beginReaching> =>
  beginReaching(contactsOf(subject, people), situationOf(subject.open, carriers), subject.at);

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
  const people = reachable(parts, subject, level);
  // Where nobody is left, those who can mend it are told once, and not every quarter of an hour.
  if (people.length === 0) return { deliveries: [], again: [], unreached: [level] };
  const { now, progress, nextAt } = reachLevel(
    contactsOf(subject, people),
    notice.reach ?? reachSoFar(notice, at),
    situationOf(open, parts.carriers),
    at,
  );
  const events = asksIn(papers.events, notice, level);
  const deliveries = now.flatMap(({ personId, means, round, toldBefore }) => {
    const { person } = people.find((one) => one.person.personId === personId)!;
    const reader: Reader = { person, audience: 'contractor', level };
    const occasion = { ...occasionOf(notice), round, toldBefore };
    return means.map((one) => noticeBy(one, parts, subject, { reader, events }, occasion));
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

/** What a notice asks of a level; of one that names other events alone what the level was asked last before them. */
export function asksIn(
  all: readonly CaseEvent[],
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  level: number,
): readonly CaseEvent[] {
  const asks = all.slice(from - 1, to).filter((event) => asksLevel(event, level));
  if (asks.length > 0) return asks;
  const last = all.slice(0, to).findLast((event) => asksLevel(event, level));
  return last ? [last] : [];
}

/** Whether an event asks a level for an answer. */
export function asksLevel(event: CaseEvent, level: number): boolean {
  if (event.type === 'LevelContacted') return event.level === level;
  return ['CustomerAsked', 'NotSatisfied', 'CaseReopened', 'SatisfactionUndone'].includes(event.type);
}

const occasionOf = ({ to: number, round }: NoticeJob): Occasion => ({ number, round, kind: 'notice' });
