import { effectsOf } from '../../core/case/effects.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { CasePapers, NewDelivery, NoticeJob, Person } from '../ports/engine.ts';
import { firstAgain, insist } from './insist.ts';
import type { LetterCase, LetterParts, Occasion, Reader } from './letters.ts';
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
  const insisted = new Set<number>();
  for (const effect of effectsOf(before, told)) {
    if (effect.type !== 'send') continue;
    const { to, event } = effect;
    if ('level' in to) {
      if (effect.insistent) insisted.add(to.level);
      const [person] = reachable(subject, to.level);
      if (person) share(shares, { person, audience: 'contractor', level: to.level }, event);
      else unreached.add(to.level);
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
  const again = [...insisted].map((level) => ({
    notice: { ...notice, level, round: 1 },
    at: firstAgain(at),
  }));
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

/** A level that has not acknowledged: those told so far and the next one, until nobody is left to add. */
function tellLevel(parts: LetterParts, notice: NoticeJob, level: number, subject: LetterCase): Expanded {
  const { papers, state, at } = subject;
  const { tell, nextAt } = insist(state, level, notice.round, at);
  const again =
    nextAt === undefined
      ? []
      : [{ notice: { ...notice, round: tell ? notice.round + 1 : notice.round }, at: nextAt }];
  if (!tell) return { deliveries: [], again, unreached: [] };
  const events = papers.events.slice(notice.from - 1, notice.to).filter((event) => asksLevel(event, level));
  const people = reachable(subject, level).slice(0, notice.round + 1);
  const deliveries = people.map((person) =>
    noticeLetter(
      parts,
      subject,
      { reader: { person, audience: 'contractor', level }, events },
      occasionOf(notice),
    ),
  );
  // Where nobody is left, those who can mend it are told once, and not every quarter of an hour.
  return people.length === 0
    ? { deliveries, again: [], unreached: [level] }
    : { deliveries, again, unreached: [] };
}

function asksLevel(event: CaseEvent, level: number): boolean {
  if (event.type === 'LevelContacted') return event.level === level;
  return ['CustomerAsked', 'NotSatisfied', 'CaseReopened', 'SatisfactionUndone'].includes(event.type);
}

const occasionOf = ({ to: number, round }: NoticeJob): Occasion => ({ number, round, kind: 'notice' });
