import { sql } from 'kysely';
import { isAskedAnew, openAsks } from '../../src/app/notices/asks.ts';
import { chainStart } from '../../src/app/ports/chain-start.ts';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { secretOf, signingKey } from '../../src/app/secret.ts';
import { verifyRecord } from '../../src/app/verify.ts';
import { type Effect, effectsOf } from '../../src/core/case/effects.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { eventFromJson } from '../../src/core/case/event-json.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import { readRecord } from '../../src/store/record/read-record.ts';
import { CaseReplay } from '../simulation/case-replay.ts';
import { brokenLink, type LinkOfChain } from '../simulation/own-chain.ts';
import type { AskedCase } from './asked.ts';
import { type Carried, type CarriedChecked, checkCarried, heardByTelephone } from './check-telephones.ts';
import { TELLS, type Town } from './town.ts';

/** What was looked at, and all that is wrong. */
export interface Checked {
  readonly problems: readonly string[];
  readonly events: number;
  readonly deadlines: number;
  readonly deliveries: number;
  /** Cases in which the model itself is not sure from some point on. */
  readonly unsure: number;
  readonly telephone: CarriedChecked;
}

/** What arrived outside: mails by their delivery, each how often; what the carrier took and said. */
interface Arrived extends Carried {
  readonly mails: ReadonlyMap<string, number>;
}

interface KeptLink extends LinkOfChain {
  readonly case_id: string;
  /** The transaction that wrote it: each decision on a case has one. */
  readonly transaction: string;
}

/** Holds the record against what was answered, against the model, against the queues, the mails and the carrier. */
export async function checkRecord(
  town: Town,
  cases: readonly AskedCase[],
  arrived: Arrived,
): Promise<Checked> {
  const links = await allLinks(town);
  const problems = [
    ...(await verifyProblems(town)),
    ...(await jobProblems(town)),
    ...saidProblems(links, cases),
  ];
  let unsure = 0;
  let deadlines = 0;
  const byCase = Map.groupBy(links, (link) => link.case_id);
  const told = new Map<string, readonly CaseEvent[]>();
  const letters = Map.groupBy(await allLetters(town), (letter) => letter.case_id);
  for (const one of cases) {
    const own = byCase.get(one.key.caseId) ?? [];
    if (one.accepted.length === 0) {
      if (own.length > 0) problems.push(`case ${one.key.caseId} was refused and is there`);
      continue;
    }
    const chain = brokenLink(chainStart(one.key), own);
    if (chain !== undefined) problems.push(`case ${one.key.caseId}: ${chain}`);
    const events = own.map((link) => wholeEvent(link, one));
    deadlines += events.filter((event) => 'dueAt' in event).length;
    const replay = new CaseReplay(one.key.caseId);
    told.set(one.key.caseId, events);
    const decisions = own.map(({ transaction }) => transaction);
    replay.take(events, [...one.accepted, ...heardByTelephone(events, decisions, one.accepted)]);
    replay.finish(asInstant(Math.max(town.clock(), events.at(-1)?.at ?? 0)));
    if (replay.isUnsure) unsure += 1;
    problems.push(...replay.problems, ...dueTwice(one.key, events));
    const decided = decisions.map((decision) => decisions.lastIndexOf(decision) + 1);
    const written = letters.get(one.key.caseId) ?? [];
    problems.push(...toldProblems({ key: one.key, events, decided, letters: written }, arrived.mails));
  }
  const deliveries = [...letters.values()].reduce((sum, some) => sum + some.length, 0);
  const telephone = await checkCarried(town, arrived, told);
  problems.push(...telephone.problems);
  return { problems, events: links.length, deadlines, deliveries, unsure, telephone };
}

async function allLinks({ connection: { db } }: Town): Promise<readonly KeptLink[]> {
  const { rows } = await sql<KeptLink & { salt: string | null; said: string | null }>`
    select case_id, number, body, encode(digest, 'hex') as digest, encode(salt, 'hex') as salt, text as said,
      event.xmin::text as transaction
    from event left join event_text using (contract_id, case_id, number) order by case_id, number`.execute(
    db,
  );
  return rows.map(({ salt, said, ...link }) => ({
    ...link,
    text: salt === null || said === null ? undefined : { salt, text: said },
  }));
}

function wholeEvent(
  { body: { textDigest: _digest, ...body }, text }: KeptLink,
  { revision }: AskedCase,
): CaseEvent {
  return eventFromJson(text ? { ...body, text: text.text } : body, () => revision);
}

/** What Ladder's own walk over the record finds. */
async function verifyProblems({ connection }: Town): Promise<readonly string[]> {
  const { publicKey } = signingKey(secretOf(Buffer.alloc(32, 7)));
  const { broken } = await readRecord(connection.db, (record) =>
    verifyRecord(record, { against: [], publicKey }),
  );
  return broken ? [`verify: ${broken.code} ${JSON.stringify(broken.values)}`] : [];
}

/** Every deadline has its job, every job its deadline, and nothing that has begun is left undone. */
async function jobProblems({ connection: { db } }: Town): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'no job for case ' || case_id as what from "case" left join jobs.job j
      on j.name = 'deadline' and j.id = deadline_job and j.state < 'active'
      where next_due_at is not null and j.id is null
    union all select 'a job of no case: ' || j.id from jobs.job j left join "case" on deadline_job = j.id
      where j.name = 'deadline' and deadline_job is null
    union all select 'set aside: ' || case_id || ' ' || set_aside_error from "case" where set_aside_at is not null
    union all select 'overdue: ' || case_id from "case", test_clock
      where next_due_at <= to_timestamp(now_ms / 1000.0)
    union all select 'left in ' || name || ': ' || id from jobs.job
      where start_after <= now() and name in ('deadline', 'notice', 'delivery')
    union all select 'not sent: ' || delivery_id from delivery where state = 'queued'
    union all select 'closed, with a deadline: ' || case_id from "case"
      where status = 'closed' and next_due_at is not null`.execute(db);
  return rows.map((row) => row.what);
}

/** What was typed stands in the record once where it was accepted, and nowhere where it was refused. */
function saidProblems(links: readonly KeptLink[], cases: readonly AskedCase[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { text } of links) if (text) times.set(text.text, (times.get(text.text) ?? 0) + 1);
  const wrong: string[] = [];
  for (const { key, accepted, refused } of cases) {
    for (const { command } of accepted) {
      const { text } = command as { text?: string };
      if (text !== undefined && times.get(text) !== 1)
        wrong.push(`case ${key.caseId}: an accepted ${command.type} is there ${times.get(text) ?? 0} times`);
    }
    for (const text of refused)
      if (times.has(text)) wrong.push(`case ${key.caseId}: a refused command is there`);
  }
  return wrong;
}

function dueTwice({ caseId }: CaseKey, events: readonly CaseEvent[]): readonly string[] {
  const names = events.flatMap((event) =>
    event.type === 'StepFellDue'
      ? [`${event.step} by ${event.condition} from ${event.start}`]
      : event.type === 'DeliveryRecorded'
        ? event.result === 'handedOver' && event.means === 'call'
          ? // One that nobody took is rung again.
            []
          : [`delivery ${event.delivery} ${event.result} ${event.why ?? ''}`]
        : [],
  );
  return names.length === new Set(names).size ? [] : [`case ${caseId}: something stands there twice`];
}

interface Letter {
  readonly case_id: string;
  readonly delivery_id: string;
  readonly number: number;
  readonly person_id: string;
  readonly level: number | null;
  readonly kind: string;
  readonly means: string;
  readonly state: string;
  readonly queued_at: number;
}

async function allLetters({ connection: { db } }: Town): Promise<readonly Letter[]> {
  const { rows } = await sql<Letter>`
    select case_id, delivery_id, number, person_id, level, kind, means, state,
      (extract(epoch from queued_at) * 1000)::int8 as queued_at from delivery`.execute(db);
  return rows;
}

/** What is held of a case against whom it should have told. */
interface ToldCase {
  readonly key: CaseKey;
  readonly events: readonly CaseEvent[];
  /** Of each event the number of the last one of its decision: a decision has one notice. */
  readonly decided: readonly number[];
  readonly letters: readonly Letter[];
}

/** Every letter that went out has arrived, and whoever is to be told of an event was written to. */
function toldProblems(one: ToldCase, mails: ReadonlyMap<string, number>): readonly string[] {
  const { key, events, letters } = one;
  const wrong = letters
    .filter(({ means, state }) => means === 'email' && state === 'handedOver')
    .filter((letter) => !mails.has(letter.delivery_id))
    .map((letter) => `case ${key.caseId}: letter ${letter.delivery_id} never arrived`);
  let state: CaseState = initial;
  for (const [index, event] of events.entries()) {
    for (const effect of effectsOf(state, [event])) {
      if (effect.type !== 'send' || isTold(one, index, effect)) continue;
      const whom = JSON.stringify(effect.to);
      wrong.push(`case ${key.caseId}: event ${index + 1}, ${event.type}, was not told to ${whom}`);
    }
    state = evolve(state, event);
  }
  return wrong;
}

type Send = Extract<Effect, { readonly type: 'send' }>;

/** Everybody of the party, or somebody of the level, by a letter of that very decision. */
function isTold(one: ToldCase, index: number, { to, insistent }: Send): boolean {
  const { events, decided, letters } = one;
  const own = letters.filter(
    ({ kind, number }) => kind === 'notice' && number > index && number <= decided[index]!,
  );
  const isWritten = (person: string): boolean => own.some(({ person_id }) => person_id === person);
  if ('person' in to) return isWritten(to.person);
  const isNobody = (whom: string): boolean =>
    events.some((event) => event.type === 'DeliveryRecorded' && event.contact === whom);
  if ('party' in to) return isNobody(to.party) || partyOf(events, to.party).every(isWritten);
  // Somebody who stands at two levels gets one letter for both.
  if (isNobody(`level-${to.level}`) || own.some(({ level }) => level !== null)) return true;
  return insistent && (isToldAnew(one, index, to.level) || isSettled(one, index, to.level));
}

/** Those of a party whom every case of the town has; who watches comes and goes. */
function partyOf([opened]: readonly CaseEvent[], party: Party): readonly string[] {
  if (party !== 'customer') return TELLS[party];
  return opened?.type === 'CaseOpened' ? [opened.reporter ?? opened.by] : [];
}

/** A level that was asked again before it could be told is told of both by the letter of that. */
function isToldAnew({ events, decided, letters }: ToldCase, index: number, level: number): boolean {
  const notice = { to: decided[index]! };
  return letters.some(
    (letter) =>
      letter.kind === 'notice' &&
      letter.level !== null &&
      isAskedAnew(events.slice(0, letter.number), notice, level),
  );
}

/** Whoever had just been tried waits for a minute, and needs to hear no more of what is settled by then. */
function isSettled({ events, letters }: ToldCase, index: number, level: number): boolean {
  const end = events.findIndex((_, at) => at > index && openAsks(events, at + 1, level).length === 0);
  if (end === -1) return false;
  const { at } = events[end]!;
  return letters.some(
    (letter) => letter.level !== null && letter.queued_at <= at && letter.queued_at > at - 2 * 60_000,
  );
}
