import { type AnswerTimes, answerTimes, MEASURED_EVENTS } from '../../../core/case/answer-times.ts';
import { type ClockEnd, ClockHistory } from '../../../core/case/clock-history.ts';
import type { CaseEvent } from '../../../core/case/event.ts';
import { eventFromJson } from '../../../core/case/event-json.ts';
import { evolve } from '../../../core/case/evolve.ts';
import { type CaseState, initial } from '../../../core/case/state.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Language } from '../../../core/message/catalogue.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { type Caller, mayTakeFile, ownershipOf } from '../../authorise.ts';
import type { Faces, FoundCase, KeptEvent, ListedDelivery, Reading } from '../../ports/reading.ts';
import type { RecordLook, RecordProof } from '../../ports/record-look.ts';
import type { CaseKey } from '../../ports/store.ts';
import { openPart } from '../case-view.ts';
import { whyOf } from '../deadlines-view.ts';
import { isForReader } from '../event-view.ts';
import { sightOf } from '../sight.ts';
import { mayKnow, peopleIn } from './case-sheet.ts';
import { namedIn } from './people.ts';

/** One run of a clock, with why its deadline fell where it did. */
export interface FiledClock {
  readonly name: string;
  readonly dueAt: Instant;
  readonly begunBy: number;
  readonly ended: { readonly how: ClockEnd; readonly by: number; readonly event: CaseEvent } | undefined;
  /** The rules it ran under: what its sentences look up. */
  readonly revision: Revision;
  readonly from: string | undefined;
  readonly reasons: readonly string[];
}

/** One event of a case as it is filed. */
export interface FiledEvent {
  readonly number: number;
  readonly at: Instant;
  /** Undefined where it is for others: then its digest alone stands for it. */
  readonly said: { readonly event: CaseEvent; readonly body: KeptEvent['body'] } | undefined;
  readonly textErased: boolean;
  readonly digest: string;
  /** Who did it; undefined for Ladder, and where the name is not known any more. */
  readonly name: string | undefined;
  /** Of what a carrier says: the delivery that it speaks of, and whose it is. */
  readonly delivery: (ListedDelivery & { readonly name: string | undefined }) | undefined;
}

/** A case to be filed: all of a short one, a part of a long one. */
export interface CaseFile {
  readonly key: CaseKey;
  readonly contractTitle: string;
  readonly now: Instant;
  readonly part: {
    readonly number: number;
    readonly of: number;
    /** The first and the last event in it, and how many the case has. */
    readonly first: number;
    readonly last: number;
    readonly events: number;
  };
  readonly state: FoundCase['state'];
  readonly isSetAside: boolean;
  readonly references: readonly string[];
  readonly faces: Faces;
  /** Of the revision it runs on. */
  readonly revisionDigest: string | undefined;
  readonly answers: AnswerTimes;
  /** The clocks that began in this part. */
  readonly clocks: readonly FiledClock[];
  readonly events: readonly FiledEvent[];
  readonly proof: RecordProof;
}

/** Events of one part, at most. */
export const PART_EVENTS_MAX = 400;
/** What was typed into the events of one part, unless a single one has more. */
const PART_TEXT_BYTES_MAX = 256 * 1024;
const EVENTS_AT_ONCE = 200;

interface Asked {
  readonly caller: Caller;
  readonly key: CaseKey;
  /** From 1. */
  readonly part: number;
  readonly language: Language;
}

/** A part of the file of a case; undefined where the reader may have none, or there is no such part. */
export async function caseFile(
  { reading, record }: { readonly reading: Reading; readonly record: Pick<RecordLook, 'verifyCase'> },
  { caller, key, part, language }: Asked,
): Promise<CaseFile | undefined> {
  const [found, now] = await Promise.all([reading.case(key, sightOf(caller)), reading.now()]);
  if (!found || !mayTakeFile(caller, ownershipOf(found.state, now))) return undefined;
  const walk = await walked(reading, found, { part, language });
  const kept = walk.kept;
  const [firstKept, lastKept] = [kept[0], kept.at(-1)];
  if (!firstKept || !lastKept) return undefined;
  const deliveries = await deliveriesOf(reading, key, kept);
  const open = openPart(found.state);
  const named = namedIn(open);
  const events = kept.map((one) => one.event);
  const people = [
    ...named.people,
    ...events.flatMap(peopleIn),
    ...[...deliveries.values()].map(({ person }) => person),
  ];
  const distinct = (ids: readonly string[]): readonly string[] =>
    [...new Set(ids)].filter((id) => id !== '' && id !== 'ladder');
  const [faces, contracts, revisions, proof] = await Promise.all([
    reading.faces(key.contract, {
      seats: distinct(named.seats),
      people: distinct(people),
      customer: open.customer,
    }),
    reading.contracts(key.contract),
    reading.revisions(key.contract),
    record.verifyCase(key),
  ]);
  const { isSetAside, references, state } = found;
  return {
    ...{ key, now, state, isSetAside, references, faces, proof },
    contractTitle: contracts[0]?.title ?? key.contract,
    part: {
      ...{ number: part, of: walk.parts, events: found.events },
      ...{ first: firstKept.stored.number, last: lastKept.stored.number },
    },
    revisionDigest: revisions.find(({ number }) => number === open.revision.number)?.digest,
    answers: answerTimes(state, walk.measured),
    clocks: walk.clocks,
    events: kept.map((one) => filedEvent(one, { caller, faces, open, deliveries })),
  };
}

interface Kept {
  readonly stored: KeptEvent;
  readonly event: CaseEvent;
}

/** What a clock is known by beside its deadline. */
type KnownClock = Pick<FiledClock, 'revision' | 'from' | 'reasons'>;

interface Walk {
  readonly kept: readonly Kept[];
  readonly parts: number;
  readonly clocks: readonly FiledClock[];
  readonly measured: readonly CaseEvent[];
}

/** Plays a case again from its beginning, as far as it was read, and keeps one part of it. */
async function walked(
  reading: Reading,
  { key, events: until }: FoundCase,
  { part, language }: Pick<Asked, 'part' | 'language'>,
): Promise<Walk> {
  const parts = new Parts();
  const kept: Kept[] = [];
  const measured: CaseEvent[] = [];
  const history = new ClockHistory<KnownClock>((state, deadline, begunBy) => {
    if (parts.of(begunBy) !== part) return undefined;
    const { from, reasons } = whyOf(state, deadline, { language });
    return { revision: state.revision, from, reasons: reasons.map(({ text }) => text) };
  });
  const revisionOf = rulesOf(reading, key.contract);
  let state: CaseState = initial;
  for (let last = 0; last < until; ) {
    const some = await reading.events(key, last, Math.min(EVENTS_AT_ONCE, until - last));
    if (some.length === 0) break;
    for (const stored of some) {
      const rules = await revisionOf(stored);
      const { textDigest: _digest, ...body } = stored.body;
      const { text } = stored;
      const event = eventFromJson(text === undefined ? body : { ...body, text }, () => rules);
      state = evolve(state, event);
      last = stored.number;
      if (parts.take(stored) === part) kept.push({ stored, event });
      history.take(event, stored.number, state);
      if (MEASURED_EVENTS.has(event.type)) measured.push(event);
    }
  }
  const clocks = history.runs().map(({ known, ...run }) => ({ ...run, ...known }));
  return { kept, parts: parts.count, clocks, measured };
}

/** Where the parts of a case begin: where they do is settled for good, for a case only grows. */
class Parts {
  readonly #first: number[] = [];
  #events = 0;
  #bytes = 0;

  get count(): number {
    return this.#first.length;
  }

  /** In which part the next event is, from 1. */
  take({ number, text = '' }: KeptEvent): number {
    this.#events += 1;
    this.#bytes += Buffer.byteLength(text);
    const isFull = this.#events > PART_EVENTS_MAX || this.#bytes > PART_TEXT_BYTES_MAX;
    if (this.#first.length === 0 || (isFull && this.#events > 1)) {
      this.#first.push(number);
      this.#events = 1;
      this.#bytes = Buffer.byteLength(text);
    }
    return this.#first.length;
  }

  of(number: number): number {
    return this.#first.findLastIndex((first) => first <= number) + 1;
  }
}

/** The rules that an event names, each asked for once. */
function rulesOf(reading: Reading, contract: string): (stored: KeptEvent) => Promise<Revision> {
  const known = new Map<number, Revision>();
  return async ({ body }) => {
    const number = (body.revision as { readonly number?: number } | undefined)?.number;
    if (number === undefined) return NO_RULES;
    const rules = known.get(number) ?? (await reading.rules(contract, number));
    if (!rules) throw new Error(`the rules of revision ${number} are not there`);
    known.set(number, rules);
    return rules;
  };
}

/** Never looked at: an event without a number of a revision asks for no rules. */
const NO_RULES = {} as Revision;

async function deliveriesOf(
  reading: Reading,
  key: CaseKey,
  kept: readonly Kept[],
): Promise<ReadonlyMap<string, ListedDelivery>> {
  const ids = kept.flatMap(({ event }) => (event.type === 'DeliveryRecorded' ? [event.delivery] : []));
  const found = ids.length === 0 ? [] : await reading.deliveriesNamed(key, ids);
  return new Map(found.map((one) => [one.deliveryId, one]));
}

interface Around {
  readonly caller: Caller;
  readonly faces: Faces;
  readonly open: ReturnType<typeof openPart>;
  readonly deliveries: ReadonlyMap<string, ListedDelivery>;
}

function filedEvent({ stored, event }: Kept, { caller, faces, open, deliveries }: Around): FiledEvent {
  const { number, digest, textErased, body } = stored;
  const found = event.type === 'DeliveryRecorded' ? deliveries.get(event.delivery) : undefined;
  const isKnown =
    event.type !== 'DeliveryRecorded' ||
    mayKnow(caller, open, { level: event.level, person: found?.person ?? event.contact });
  const isRead = isForReader(stored, caller) && isKnown;
  return {
    ...{ number, digest, at: event.at },
    said: isRead ? { event, body } : undefined,
    textErased: isRead && textErased,
    name: isRead ? faces.people.get(event.by)?.name : undefined,
    delivery: isRead && found ? { ...found, name: faces.people.get(found.person)?.name } : undefined,
  };
}
