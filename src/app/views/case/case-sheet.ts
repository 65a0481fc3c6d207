import type { CaseEvent } from '../../../core/case/event.ts';
import type { CaseState, OpenState } from '../../../core/case/state.ts';
import { type WaitingFor, waitingFor } from '../../../core/case/waiting-for.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { type Caller, RIGHTS } from '../../authorise.ts';
import type { DeliveryFate, Faces, FoundCase, Reading, ToldEvent } from '../../ports/reading.ts';
import type { CaseKey } from '../../ports/store.ts';
import { openPart } from '../case-view.ts';
import { eventOf, isForReader } from '../event-view.ts';
import { shown } from '../shown.ts';
import { isInside, readsFor, sightOf } from '../sight.ts';
import { asOf, type NotYet, type Offer, offersOf } from './offers.ts';
import { faceOf, type LevelPeople, levelPeople, namedIn, type Reachable } from './people.ts';
import { type Rung, rungsOf } from './rungs.ts';

type Known = Exclude<CaseState, { status: 'none' }>;

/** Who reads the page, as far as it matters there. */
interface CaseReader {
  readonly personId: string;
  /** Undefined for who only looks on. */
  readonly party: Party | undefined;
  /** Of the contract itself, and not one of a customer's own people. */
  readonly isInside: boolean;
}

/** What became of telling somebody of an event. */
interface Fate extends Omit<DeliveryFate, 'person'> {
  readonly name: string | undefined;
}

/** One thing that happened, for the conversation. */
export interface Entry {
  readonly number: number;
  readonly event: CaseEvent;
  /** What was typed was erased since. */
  readonly textErased: boolean;
  /** Who did it; undefined for Ladder, and where the name is not known any more. */
  readonly name: string | undefined;
  readonly fates: readonly Fate[];
}

/** Everything the page of a case shows to one reader. */
export interface CaseSheet {
  readonly key: CaseKey;
  /** How many events it has: what a form on the page was made for. */
  readonly version: number;
  readonly now: Instant;
  /** As the contract's clocks have it, whether or not a machine has come to it yet. */
  readonly state: Known;
  readonly open: OpenState;
  readonly isSetAside: boolean;
  readonly references: readonly string[];
  readonly waiting: WaitingFor;
  readonly reader: CaseReader;
  readonly faces: Faces;
  readonly customerName: string;
  readonly reporter: Reachable;
  readonly levels: readonly LevelPeople[];
  readonly rungs: readonly Rung[];
  readonly offers: readonly Offer[];
  readonly notYet: readonly NotYet[];
  /** The rules that are published now, where the case runs on others. */
  readonly later: Revision | undefined;
  /** That nobody of a level could be told, while it is so; none once the case is closed. */
  readonly untold: readonly CaseEvent[];
  /** The latest first. */
  readonly entries: readonly Entry[];
  /** Where older entries go on; undefined where there are none. */
  readonly older: number | undefined;
  /** Whether these are the latest entries. */
  readonly isLatest: boolean;
}

/** Entries on one page; a case that has more is read page by page. */
const ENTRIES_MAX = 40;
/** What was typed into the entries of one page: so that it is light also where nothing of it can be packed. */
const TEXT_BYTES_MAX = 24 * 1024;
const NUMBER_MAX = 2_000_000_000;

interface Asked {
  readonly caller: Caller;
  readonly key: CaseKey;
  /** Only entries before this number. */
  readonly before?: number | undefined;
}

/** The sheet of a case; undefined where the reader sees no such case. */
export async function caseSheet(reading: Reading, asked: Asked): Promise<CaseSheet | undefined> {
  const { caller, key, before = NUMBER_MAX } = asked;
  const part = { before, max: ENTRIES_MAX + 1, readers: readers(caller) };
  const [found, now, conversation, untold] = await Promise.all([
    reading.case(key, sightOf(caller)),
    reading.now(),
    reading.conversation(key, part),
    reading.levelsUntold(key),
  ]);
  if (!found) return undefined;
  const open = openPart(found.state);
  const known = conversation.filter((one) => isForReader(one, caller) && mayKnowUntold(one, caller, open));
  const kept = known.slice(0, fitting(known));
  const events = kept.map(eventOf);
  const named = namedIn(open);
  const people = [
    ...named.people,
    ...events.flatMap(peopleIn),
    ...kept.flatMap(({ fates }) => fates.map(({ person }) => person)),
  ];
  const faces = await reading.faces(key.contract, {
    seats: distinct(named.seats),
    people: distinct(people),
    customer: open.customer,
  });
  const later = await laterRevision(reading, found, faces);
  const entries = kept.map((one, index) => entryOf(one, events[index]!, { faces, caller, open }));
  return {
    ...shown(found, () => standing({ found, now, caller, faces, later })),
    untold: found.state.status === 'closed' ? [] : untold.map(eventOf),
    entries,
    older: conversation.length > ENTRIES_MAX || kept.length < known.length ? kept.at(-1)?.number : undefined,
    isLatest: asked.before === undefined,
  };
}

/** That nobody of a party could be told is known to that party and inside; of a level, to all who read the case. */
function mayKnowUntold(one: ToldEvent, caller: Caller, open: OpenState): boolean {
  const event = eventOf(one);
  if (event.type !== 'DeliveryRecorded') return true;
  return event.contact === 'customer' || mayKnow(caller, open, { level: event.level, person: event.contact });
}

/** How many of these entries make one page: one at least, whatever it takes. */
function fitting(entries: readonly ToldEvent[]): number {
  let bytes = 0;
  const beyond = entries.findIndex(({ text = '' }) => {
    bytes += Buffer.byteLength(text);
    return bytes > TEXT_BYTES_MAX;
  });
  return beyond === -1 ? ENTRIES_MAX : Math.min(ENTRIES_MAX, Math.max(1, beyond));
}

const readers = (caller: Caller): readonly Party[] | 'all' => {
  const parties = readsFor(caller);
  return parties === 'all' ? 'all' : [...parties];
};

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].filter((id) => id !== '');

/** People whom an event names beside its seats. */
export function peopleIn(event: CaseEvent): readonly string[] {
  const by = event.by === 'ladder' ? [] : [event.by];
  if (event.type === 'HandedOver') return [...by, event.to];
  return 'person' in event ? [...by, event.person] : by;
}

/** The rules that are published now, where the case runs on others. */
async function laterRevision(
  reading: Reading,
  { key, state }: FoundCase,
  { published }: Faces,
): Promise<Revision | undefined> {
  if (published === undefined || state.status === 'closed') return undefined;
  if (published === state.revision.number) return undefined;
  return reading.rules(key.contract, published);
}

interface Standing {
  readonly found: FoundCase;
  readonly now: Instant;
  readonly caller: Caller;
  readonly faces: Faces;
  readonly later: Revision | undefined;
}

/** Where the case stands, whom to reach, and what the reader may do. */
function standing({
  found,
  now,
  caller,
  faces,
  later,
}: Standing): Omit<CaseSheet, 'untold' | 'entries' | 'older' | 'isLatest'> {
  const { key, events, isSetAside, references } = found;
  // Nothing falls due in a case that is set aside, until it is tried again.
  const state = isSetAside ? found.state : asOf(found.state, now);
  const open = openPart(state);
  const inside = isInside(caller);
  const party = caller.grants.map(({ role }) => RIGHTS[role].party).find((one) => one !== undefined);
  const { offers, notYet } = isSetAside
    ? { offers: [], notYet: [] }
    : offersOf({ caller, state, now, later });
  const reporter = faces.people.get(open.reporter);
  return {
    key,
    version: events,
    now,
    state,
    open,
    isSetAside,
    references,
    waiting: waitingFor(state),
    reader: { personId: caller.personId, party, isInside: inside },
    faces,
    customerName: faces.customerName ?? open.customer,
    reporter: faceOf(reporter, reporter?.title ?? '', inside || caller.personId === open.reporter),
    levels: levelPeople(open, faces, { isInside: inside, now }),
    rungs: rungsOf(state, now),
    offers,
    notYet,
    later,
  };
}

interface Around {
  readonly faces: Faces;
  readonly caller: Caller;
  readonly open: OpenState;
}

function entryOf({ number, textErased, fates }: ToldEvent, event: CaseEvent, around: Around): Entry {
  const { faces, caller, open } = around;
  const known = fates
    .filter((fate) => mayKnow(caller, open, fate))
    .map(({ person, ...fate }) => ({ ...fate, name: faces.people.get(person)?.name }));
  return { number, event, textErased, name: faces.people.get(event.by)?.name, fates: known };
}

/** A customer knows how its own people and the levels were told; what oversight was told is not its business. */
export const mayKnow = (
  caller: Caller,
  { reporter }: OpenState,
  { level, person }: Pick<DeliveryFate, 'level' | 'person'>,
): boolean => isInside(caller) || level !== undefined || person === reporter || person === caller.personId;
