import type { Instant } from '../../core/instant.ts';
import { asInstant } from '../../core/instant.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DutyAhead, DutyLost, DutyMail, DutyOver } from '../../core/message/portal/duty-mail.ts';
import { liveRevision } from '../../core/plan/revision/live-revision.ts';
import { type HandOver, handOvers } from '../../core/rota/hand-overs.ts';
import { onCall } from '../../core/rota/on-call.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { Contracts, ContractsTransaction, Person } from '../ports/contracts.ts';
import type { ToldDuty } from '../ports/duty-mails.ts';
import type { Reading } from '../ports/reading.ts';
import { type AgreedPlan, agreedPlan } from '../views/plan/agreed-plan.ts';
import { dutiesAhead, horizon } from '../views/rota/duty-view.ts';
import { type NamedRota, rotaPeople, rotasOf } from '../views/rota/rota-view.ts';

const HOUR_MS = 3_600_000;
/** So long before a duty begins its holder is told. */
const AHEAD_MS = 24 * HOUR_MS;
/** What begins within so long is told in the same mail, so that short turns come once a day and not one by one. */
const TOGETHER_MS = 48 * HOUR_MS;
/** Nobody is told more often who took over from them. */
const OVER_EVERY_MS = 12 * HOUR_MS;
/** After a stop that was longer, hand-overs before it are nobody's news any more. */
const LOOK_BACK_MS = 24 * HOUR_MS;
/** A mail lists so many duties and cases; the pages have all. */
const LISTED_MAX = 20;

/** What people are told of their duty with. */
interface DutyMailParts {
  readonly contracts: Contracts;
  readonly reading: Reading;
  readonly newId: () => string;
  readonly compose: (mail: DutyMail) => ComposedMail;
  /** The path of the page on who is on duty. */
  readonly rotaPath: (contract: string) => string;
  readonly isDemonstration: boolean;
}

/** One contract at one instant, inside its transaction and under its lock. */
interface Look {
  readonly parts: DutyMailParts;
  readonly tx: ContractsTransaction;
  readonly agreed: AgreedPlan;
  /** Those that somebody hands over to somebody. */
  readonly rotas: readonly NamedRota[];
  readonly now: Instant;
  /** Who fills each seat today, and what they are called. */
  readonly holderOf: (seat: string) => Person | undefined;
  readonly nameOf: (seat: string) => string;
}

/**
 * Tells everybody of their duty a day before it begins, and whoever goes off duty who took over and which cases are open at
 * the levels of the rota; and whoever was told of a duty and has it no more, that it is so. Each is told once, on however many nodes; whoever has stopped these mails is told nothing.
 */
export async function tellDuty(parts: DutyMailParts): Promise<void> {
  const contracts = await parts.contracts.transaction((tx) => tx.contractIds());
  for (const contract of contracts) {
    const agreed = await agreedPlan(parts.reading, contract);
    if (!agreed || Object.keys(agreed.rules.rotas ?? {}).length === 0) continue;
    await parts.contracts.transaction(async (tx) => {
      await tx.lockContract(contract);
      const look = await lookAt(parts, tx, agreed);
      await tellLost(look);
      await tellAhead(look);
      await tellOver(look);
    });
  }
}

async function lookAt(parts: DutyMailParts, tx: ContractsTransaction, agreed: AgreedPlan): Promise<Look> {
  const { contract } = agreed.contract;
  const { state: live } = await tx.liveRotas(contract);
  const rules = liveRevision(agreed.rules, live);
  const rotas = rotasOf(rules, agreed.written).filter((rota) => rotaPeople(rota).length > 1);
  const seats = await tx.seats(contract);
  const ids = [...new Set(rotas.flatMap(rotaPeople).flatMap((seat) => seats.get(seat) ?? []))];
  const people = new Map((await tx.people(contract, ids)).map((one) => [one.personId, one]));
  const holderOf = (seat: string): Person | undefined => people.get(seats.get(seat) ?? '');
  const nameOf = (seat: string): string => holderOf(seat)?.name ?? rules.seats[seat]?.title ?? seat;
  return { parts, tx, agreed, rotas, now: await tx.now(), holderOf, nameOf };
}

type Ahead = DutyAhead & ToldDuty;

async function tellAhead(look: Look): Promise<void> {
  const { tx, agreed, now } = look;
  const { contract } = agreed.contract;
  const told = await tx.toldDuties(contract, now);
  const fresh = look.rotas
    .flatMap((rota) => aheadOf(look, rota))
    .filter((one) => !told.some((other) => isSame(one, other)));
  for (const duties of Map.groupBy(fresh, (one) => one.personId).values()) {
    const [first, ...more] = duties.toSorted((a, b) => a.from - b.from);
    if (!first || first.from > now + AHEAD_MS) continue;
    await tx.addToldDuties(contract, [first, ...more]);
    const listed = more.slice(0, LISTED_MAX - 1);
    await write(look, look.holderOf(first.seat), {
      ...{ kind: 'ahead', duties: [first, ...listed], more: more.length - listed.length },
    });
  }
}

const isSame = (one: ToldDuty, other: ToldDuty): boolean =>
  one.personId === other.personId &&
  one.rota === other.rota &&
  one.seat === other.seat &&
  one.from === other.from;

type Lost = DutyLost & ToldDuty;

/** Duties that somebody was told of, that have not begun, and at whose beginning somebody else is on duty by now. */
async function tellLost(look: Look): Promise<void> {
  const { tx, agreed, now } = look;
  const { contract } = agreed.contract;
  const lost = (await tx.toldDuties(contract, now)).flatMap((told) => lostOf(look, told));
  if (lost.length === 0) return;
  await tx.forgetToldDuties(contract, lost);
  const readers = new Map(
    (await tx.people(contract, [...new Set(lost.map(({ personId }) => personId))])).map((one) => [
      one.personId,
      one,
    ]),
  );
  for (const [personId, duties] of Map.groupBy(lost, (one) => one.personId)) {
    const [first, ...more] = duties.toSorted((a, b) => a.from - b.from);
    if (!first) continue;
    const listed = more.slice(0, LISTED_MAX - 1);
    await write(look, readers.get(personId), {
      ...{ kind: 'lost', duties: [first, ...listed], more: more.length - listed.length },
    });
  }
}

function lostOf({ rotas, now, holderOf, nameOf }: Look, told: ToldDuty): readonly Lost[] {
  const rota = rotas.find(({ id }) => id === told.rota);
  if (!rota || told.from <= now) return [];
  const people = onCall(rota.rules, told.from);
  if (people.some((seat) => holderOf(seat)?.personId === told.personId)) return [];
  return [{ ...told, title: rota.title, levels: rota.levels, names: people.map(nameOf) }];
}

/** The duties of one rota that begin soon enough to be told together. */
const aheadOf = (
  { now, holderOf, nameOf }: Look,
  { id, title, levels, rules }: NamedRota,
): readonly Ahead[] =>
  dutiesAhead(rules, now).flatMap(({ id: seat, from, until }) => {
    const personId = holderOf(seat)?.personId;
    if (personId === undefined || from <= now || from > now + TOGETHER_MS) return [];
    const after = onCall(rules, from);
    const before = onCall(rules, asInstant(from - 1)).filter((one) => !after.includes(one));
    return {
      ...{ personId, rota: id, seat, title, levels, from, names: before.map(nameOf) },
      until: until < horizon(now) ? until : undefined,
    };
  });

type Over = HandOver & { readonly rota: NamedRota };

async function tellOver(look: Look): Promise<void> {
  const { tx, agreed, now } = look;
  const { contract } = agreed.contract;
  const before = await tx.handOversToldUntil(contract);
  await tx.noteHandOversTold(contract, now);
  // From the first look on: what was handed over before it was nobody's to tell.
  if (before === undefined) return;
  const since = asInstant(Math.max(before, now - LOOK_BACK_MS));
  const gone = look.rotas.flatMap((rota) =>
    handOvers(rota.rules, since, now)
      // Whoever is on duty again by now has nothing to be told.
      .filter(({ who }) => !onCall(rota.rules, now).includes(who))
      .map((one): Over => ({ ...one, rota })),
  );
  for (const [personId, all] of Map.groupBy(gone, ({ who }) => look.holderOf(who)?.personId)) {
    if (personId === undefined) continue;
    const { handedOverAt } = await tx.dutyMailChoice(contract, personId);
    if (handedOverAt !== undefined && now < handedOverAt + OVER_EVERY_MS) continue;
    await tx.noteHandedOver(contract, personId, now);
    await writeOver(look, look.holderOf(all[0]!.who), all);
  }
}

/** Of each rota the last time counts: the turns between were short, and are over. */
async function writeOver(look: Look, reader: Person | undefined, all: readonly Over[]): Promise<void> {
  const last = [...new Map(all.map((one) => [one.rota.id, one])).values()];
  const levels = [...new Set(last.flatMap(({ rota }) => rota.levels))];
  const { cases, count } = await look.tx.openAtLevels(look.agreed.contract.contract, levels, LISTED_MAX);
  const [first, ...more] = last.map(
    ({ at, next, rota: { title, levels: of } }): DutyOver => ({
      ...{ title, levels: of, at, names: next.map(look.nameOf) },
    }),
  );
  if (!first) return;
  await write(look, reader, {
    ...{ kind: 'over', duties: [first, ...more], cases, more: count - cases.length },
  });
}

type Said<M = DutyMail> = M extends DutyMail
  ? Omit<M, 'language' | 'contractTitle' | 'timeZone' | 'url' | 'demonstration'>
  : never;

async function write(
  { parts, tx, agreed, now }: Look,
  reader: Person | undefined,
  said: Said,
): Promise<void> {
  const { contract, title: contractTitle, timeZone } = agreed.contract;
  if (reader?.email === undefined) return;
  const { isStopped } = await tx.dutyMailChoice(contract, reader.personId);
  if (isStopped) return;
  const letter = parts.compose({
    ...said,
    ...{ contractTitle, timeZone, url: pageLink(parts.rotaPath(contract)) },
    language: reader.language ?? (await tx.contractLanguage(contract)),
    demonstration: parts.isDemonstration,
  });
  await tx.queueLetter(
    loneLetter({
      ...{ deliveryId: parts.newId(), contract, personId: reader.personId, kind: 'duty' },
      ...{ address: reader.email, at: now, letter },
    }),
  );
}
