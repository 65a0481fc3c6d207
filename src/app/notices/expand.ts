import { effectsOf } from '../../core/case/effects.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import { entryOf } from '../../core/entry-of.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import {
  BUNDLE_GAP_MS,
  beginReaching,
  endOf,
  type LevelContact,
  NEXT_PERSON_MS,
  type ReachProgress,
  reachLevel,
  restReaching,
} from '../../core/reach/reach-level.ts';
import type { CasePapers, LevelTold, NewDelivery, NoticeJob, Person } from '../ports/engine.ts';
import { asksIn, asksLevel, isAskedAnew, openAsks, toldSoFar } from './asks.ts';
import { insist } from './insist.ts';
import type { LetterCase, LetterParts, Occasion, Reader } from './letters.ts';
import { besideLateMail, carriedTo, lateIn, levelContact, refusedIn, situationOf } from './level-contact.ts';
import { noticeBy, type Share } from './notice-letter.ts';
import { levelPeople, partyPeople } from './who.ts';

/** What becomes of one notice: letters, texts and calls, the same level told again later, and what reached nobody. */
interface Expanded {
  readonly deliveries: readonly NewDelivery[];
  readonly again: readonly { readonly notice: NoticeJob; readonly at: Instant }[];
  /** Parties and levels that have nobody who could be told by anything. */
  readonly unreached: readonly (Party | number)[];
  /** Levels that are told no more of what they were asked, though nobody there has acknowledged or answered. */
  readonly ended: readonly number[];
}

const NOTHING: Expanded = { deliveries: [], again: [], unreached: [], ended: [] };

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

/** The case of a notice, and what people of its levels were told of it before. */
interface Subject extends LetterCase {
  readonly told: readonly LevelTold[];
}

/**
 * Letters for what the events of a notice tell, as the case stands now.
 *
 * A level is reached by the notice of what it was asked last: where it is asked again while it is being reached, that
 * notice goes on with it in the place of the one before.
 */
export function expandNotice(
  parts: LetterParts,
  notice: NoticeJob,
  papers: CasePapers,
  told: readonly LevelTold[],
  at: Instant,
): Expanded {
  const state = papers.events.reduce<CaseState>(evolve, initial);
  if (state.status === 'none') return NOTHING;
  const open = state.status === 'closed' ? state.last : state;
  const subject: Subject = {
    key: { contract: notice.contract, caseId: notice.caseId },
    ...{ papers, told, state, open, at },
  };
  return notice.level === undefined
    ? tellAll(parts, notice, subject)
    : tellLevel(parts, notice, notice.level, subject);
}

function tellAll(parts: LetterParts, notice: NoticeJob, subject: Subject): Expanded {
  const { papers, open, at } = subject;
  const news = papers.events.slice(notice.from - 1, notice.to);
  const before = papers.events.slice(0, notice.from - 1).reduce<CaseState>(evolve, initial);
  const shares = new Map<string, OpenShare>();
  const unreached = new Set<Party | number>();
  const reaching = new Map<number, ReturnType<typeof beginReaching>>();
  const nobodyYet = new Set<number>();
  const takenUp = new Set<number>();
  const usual = usualIn(parts, papers);
  for (const effect of effectsOf(before, news)) {
    if (effect.type !== 'send') continue;
    const { to, event } = effect;
    if ('level' in to) {
      const { level } = to;
      if (effect.insistent && isAskedAnew(papers.events, notice, level)) continue;
      const people = reachable(parts, subject, level);
      const [first] = people;
      if (!first) {
        unreached.add(level);
        if (effect.insistent) nobodyYet.add(level);
        continue;
      }
      if (event.type === 'Resumed') takenUp.add(level);
      if (!effect.insistent) {
        share(shares, { person: first.person, audience: 'contractor', level }, event, first.has.slice(0, 1));
        continue;
      }
      const begun = reaching.get(level) ?? begin(parts, notice, subject, { level, people });
      reaching.set(level, begun);
      // Whom their own rule has wait hears of it from the reaching of the level.
      for (const { personId, means } of begun.now) {
        const { person } = people.find((one) => one.person.personId === personId)!;
        const reader: Reader = { person, audience: 'contractor', level };
        for (const one of [...toldOf(subject, notice, reader, level).untold, event])
          share(shares, reader, one, means);
      }
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
    ...[...takenUp].flatMap((level) => reachOn(notice, subject, level)),
  ];
  const deliveries = [...shares.values()].flatMap((one) =>
    [...one.means].map((means) => noticeBy(means, parts, subject, one, occasionOf(notice))),
  );
  return { ...NOTHING, deliveries, again, unreached: [...unreached] };
}

/**
 * By what somebody is told on a case who is not to be reached at once: by what was not refused there for good, and while
 * their mail does not get through by anything else.
 */
function usualIn({ carriers }: LetterParts, papers: CasePapers): (person: Person) => readonly NoticeMeans[] {
  const isLate = lateIn(papers.events);
  const isRefused = refusedIn(papers);
  return (person) => {
    const all = carriedTo(person, carriers);
    const working = all.filter((means) => !isRefused(person.personId, means));
    const left = working.length > 0 ? working : all;
    return (isLate(person.personId) ? besideLateMail(left) : left).slice(0, 1);
  };
}

/**
 * A level's people who can be told by something that has not just been refused for good on this case, first choice
 * first; whose address is in doubt, or who has nothing but mail that does not get through just now, comes after the
 * others.
 */
function reachable(
  { carriers }: LetterParts,
  { papers, open, at }: LetterCase,
  level: number,
): readonly Reachable[] {
  const isRefused = refusedIn(papers);
  const isLate = lateIn(papers.events);
  const people = levelPeople(papers, open, level, at).flatMap((person) => {
    const has = carriedTo(person, carriers).filter((means) => !isRefused(person.personId, means));
    if (has.length === 0) return [];
    return [{ person, has: isLate(person.personId) ? besideLateMail(has) : has }];
  });
  const isLast = ({ person, has }: Reachable): boolean =>
    person.isDoubted === true || (isLate(person.personId) && has.every((means) => means === 'email'));
  return [...people.filter((one) => !isLast(one)), ...people.filter(isLast)];
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

/** What somebody of a level has been told so far, and has still to be told. */
const toldOf = (
  { papers, told }: Subject,
  notice: NoticeJob,
  { person: { personId } }: Pick<Reader, 'person'>,
  level: number,
): ReturnType<typeof toldSoFar> => toldSoFar(papers.events, told, notice, { personId, level });

const contactsOf = (
  subject: Subject,
  notice: NoticeJob,
  { level, people }: LevelPeople,
): readonly LevelContact[] =>
  people.map(({ person, has }) => {
    const { triedAt, untold } = toldOf(subject, notice, { person }, level);
    return { ...levelContact(subject.open, person, has), triedAt, askedAt: untold[0]?.at };
  });

interface LevelPeople {
  readonly level: number;
  readonly people: readonly Reachable[];
}

/** A level that was being reached when it was asked again is reached on from where it was. */
function begin(
  { carriers }: LetterParts,
  notice: NoticeJob,
  subject: Subject,
  who: LevelPeople,
): ReturnType<typeof beginReaching> {
  const { papers, open, at } = subject;
  const [first, ...later] = openAsks(papers.events, notice.to, who.level);
  const since = first && later.length > 0 ? first.event.at : at;
  return beginReaching(contactsOf(subject, notice, who), situationOf(open, carriers), at, since);
}

/** A level that has not acknowledged: each of those told so far by their own rules, and the next ones in turn. */
function tellLevel(parts: LetterParts, notice: NoticeJob, level: number, subject: Subject): Expanded {
  const { papers, state, open, at } = subject;
  if (isAskedAnew(papers.events, notice, level)) return NOTHING;
  const still = isTakenUp(papers.events, notice) ? 'over' : insist(state, level, at);
  const people = reachable(parts, subject, level);
  if (still !== 'tell') {
    const deliveries = tellHeld(parts, notice, subject, { level, people });
    if (still === 'over') return { ...NOTHING, deliveries };
    const reach = notice.reach && restReaching(notice.reach, still.until - at);
    const again = [{ notice: { ...notice, ...(reach && { reach }) }, at: still.until }];
    return { ...NOTHING, deliveries, again };
  }
  if (people.length === 0) return lookAgain(notice, subject, level);
  const { now, progress, nextAt } = reachLevel(
    contactsOf(subject, notice, { level, people }),
    notice.reach ?? reachSoFar(notice, at),
    situationOf(open, parts.carriers),
    at,
  );
  const asks = asksIn(papers.events, notice, level);
  const deliveries = now.flatMap(({ personId, means, round, toldBefore }) => {
    const { person } = people.find((one) => one.person.personId === personId)!;
    const reader: Reader = { person, audience: 'contractor', level };
    const occasion = { ...occasionOf(notice), round, toldBefore };
    const { untold } = toldOf(subject, notice, reader, level);
    const events = [...new Set([...untold, ...asks])];
    return means.map((one) => noticeBy(one, parts, subject, { reader, events }, occasion));
  });
  const round = now.length > 0 ? notice.round + 1 : notice.round;
  // Also where nobody is to be tried any more somebody looks at the end: that it ends unanswered is said.
  const end = endOf(progress);
  const lookAt = nextAt ?? (at < end ? end : undefined);
  const again = lookAt === undefined ? [] : [{ notice: { ...notice, round, reach: progress }, at: lookAt }];
  const isOver = lookAt === undefined && !isSaidToEnd(papers.events, level);
  return { ...NOTHING, deliveries, again, ended: isOver ? [level] : [] };
}

/**
 * A level that has neither answered nor been told for as long as it is reached is reached on when a pause is over, from its
 * beginning: a minute later, for it has just heard that the pause is.
 */
function reachOn(notice: NoticeJob, { papers, state, at }: Subject, level: number): Expanded['again'] {
  const still = insist(state, level, at);
  if (still === 'over' || isSaidToEnd(papers.events, level)) return [];
  const soonest = at + BUNDLE_GAP_MS;
  const startAt = asInstant(still === 'tell' ? soonest : Math.max(soonest, still.until));
  return [{ notice: { ...notice, level, round: 0 }, at: startAt }];
}

/**
 * Where nobody is left, those who can mend it are told once, and not every quarter of an hour; as often Ladder looks
 * whether they have.
 */
function lookAgain(notice: NoticeJob, { papers, at }: Subject, level: number): Expanded {
  const last = papers.events.findLast(
    (event) => asksLevel(event, level) || (event.type === 'DeliveryRecorded' && event.level === level),
  );
  const isSaid = last?.type === 'DeliveryRecorded' && last.contact === `level-${level}`;
  const lookAt = asInstant(at + NEXT_PERSON_MS);
  const end = endOf(notice.reach ?? reachSoFar(notice, at));
  // The notice by which the level is reached looks itself.
  const again =
    lookAt > end || notice.isBeside ? [] : [{ notice: { ...notice, round: notice.round + 1 }, at: lookAt }];
  return { ...NOTHING, again, unreached: isSaid ? [] : [level] };
}

/** Whether a pause has ended since a notice: with that a level is reached by the notice of it. */
const isTakenUp = (all: readonly CaseEvent[], { to }: NoticeJob): boolean =>
  all.slice(to).some(({ type }) => type === 'Resumed');

/**
 * Whoever was to be told of an ask when a minute had passed since their last notice still hears of it, once and by mail
 * alone, where the level has been taken, answered or put off meanwhile: they may have done so without having heard of it.
 */
function tellHeld(
  parts: LetterParts,
  notice: NoticeJob,
  subject: Subject,
  { level, people }: LevelPeople,
): readonly NewDelivery[] {
  if (subject.state.status !== 'open') return [];
  return people.flatMap(({ person, has }) => {
    if (entryOf(notice.reach?.begun ?? {}, person.personId)?.heldFrom === undefined) return [];
    const reader: Reader = { person, audience: 'contractor', level };
    const { untold } = toldOf(subject, notice, reader, level);
    if (untold.length === 0 || !has.includes('email')) return [];
    const occasion = { ...occasionOf(notice), round: 0 };
    return [noticeBy('email', parts, subject, { reader, events: untold }, occasion)];
  });
}

/** Whether a case says already that what a level was asked last is told there no more. */
const isSaidToEnd = (all: readonly CaseEvent[], level: number): boolean =>
  all.findLast(
    (event) => asksLevel(event, level) || (event.type === 'ReachingEnded' && event.level === level),
  )?.type === 'ReachingEnded';

/** Of a level of which it is only known how often it was told: everybody whose turn has come by then begins now. */
const reachSoFar = ({ round }: NoticeJob, at: Instant): ReachProgress => ({
  since: asInstant(at - round * NEXT_PERSON_MS),
  looked: at,
  begun: {},
});

const occasionOf = ({ to: number, round }: NoticeJob): Occasion => ({ number, round, kind: 'notice' });
