import { isAskedAnew } from '../../src/app/notices/asks.ts';
import { chainStart } from '../../src/app/ports/chain-start.ts';
import type { NoticeJob } from '../../src/app/ports/engine.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { WAITING_KINDS, waitingFor } from '../../src/core/case/waiting-for.ts';
import { formatInstant, type Instant } from '../../src/core/instant.ts';
import type { MemoryStore } from './memory-store.ts';
import { type KeptCase, nameOf, type Tables } from './memory-tables.ts';
import { brokenLink } from './own-chain.ts';

/** What must hold after every step, whatever went wrong in it; each thing that does not is a line. */
export function brokenInvariants({ tables }: MemoryStore): readonly string[] {
  const cases = [...tables.cases.values()];
  return [
    ...cases.flatMap((one) => brokenIn(one, tables).map((what) => `case ${nameOf(one.key)}: ${what}`)),
    ...[...tables.deadlines.values()].flatMap(({ id, data }) =>
      tables.cases.get(nameOf(data))?.deadlineJob === id ? [] : [`job ${id} belongs to no case`],
    ),
  ];
}

function brokenIn(kept: KeptCase, tables: Tables): readonly string[] {
  const { state, events, key } = kept;
  const links = events.map(({ number, body, digest, text }) => ({ number, body, digest, text }));
  const chain = brokenLink(chainStart(key), links);
  const waiting = waitingFor(state);
  return [
    ...(chain === undefined ? [] : [`the chain is broken: ${chain}`]),
    ...levelProblems(kept),
    ...timeProblems(kept),
    ...twice(kept),
    ...(state.status === 'closed' && kept.nextDueAt !== undefined ? ['it is closed and has a deadline'] : []),
    ...(WAITING_KINDS.includes(waiting.kind) ? [] : ['it waits for nothing known']),
    ...(state.status === 'open' && waiting.party === undefined ? ['nobody is waited for'] : []),
    ...(state.status === 'open' && state.contacted.length === 0 ? ['no level was told'] : []),
    ...jobProblems(kept, tables),
  ];
}

function levelProblems({ events }: KeptCase): readonly string[] {
  const levels = events.flatMap(({ event }) => (event.type === 'LevelContacted' ? [event.level] : []));
  const isRising = levels.every((level, index) => index === 0 || level > levels[index - 1]!);
  return isRising ? [] : [`its levels were ${levels.join(', ')}`];
}

function timeProblems({ events }: KeptCase): readonly string[] {
  return events.flatMap(({ event, number }, index) => {
    const before = events[index - 1]?.event.at ?? event.at;
    const late = 'latenessMs' in event ? (event.latenessMs as number | undefined) : undefined;
    return [
      ...(event.at < before ? [`event ${number} came before the one before it`] : []),
      ...(event.occurredAt > event.at ? [`event ${number} occurred after it was decided`] : []),
      ...(late !== undefined && late < 0 ? [`event ${number} was early`] : []),
    ];
  });
}

/** One start of a clock makes its step due once; a delivery ends once, and is late once before. */
function twice({ events }: KeptCase): readonly string[] {
  const seen = new Set<string>();
  return events.flatMap(({ event, number }) => {
    const name =
      event.type === 'StepFellDue'
        ? `due ${event.step} ${event.condition} ${event.start}`
        : event.type === 'DeliveryRecorded' && event.by === 'ladder' && event.delivery.length > 8
          ? `delivery ${event.delivery} ${event.result} ${event.why ?? ''}`
          : undefined;
    if (name === undefined) return [];
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice ? [`event ${number} stands there twice: ${name}`] : [];
  });
}

function jobProblems(
  { nextDueAt, deadlineJob, setAside, state }: KeptCase,
  { deadlines }: Tables,
): readonly string[] {
  if (setAside !== undefined) return [`it was set aside: ${setAside}`];
  if (nextDueAt === undefined) return deadlineJob === undefined ? [] : ['a job for no deadline'];
  const job = deadlineJob === undefined ? undefined : deadlines.get(deadlineJob);
  if (!job) return [`no job for ${formatInstant(nextDueAt)}`];
  if (job.startAt > Math.max(nextDueAt, state.lastAt))
    return [`a job that starts after ${formatInstant(nextDueAt)}`];
  return [];
}

/** Every round of telling that was ever committed, against what has arrived. */
export function untold({ tables }: MemoryStore, arrived: ReadonlySet<string>): readonly string[] {
  const wrong: string[] = [];
  for (const { letter, state } of tables.deliveries.values()) {
    if (state === 'queued') wrong.push(`letter ${letter.deliveryId} is still queued`);
    if (state === 'handedOver' && !arrived.has(letter.deliveryId))
      wrong.push(`letter ${letter.deliveryId} to ${letter.personId} never arrived`);
  }
  for (const notice of tables.toTell.values()) {
    const kept = tables.cases.get(nameOf(notice));
    const events = kept?.events.slice(notice.from - 1, notice.to) ?? [];
    const letters = [...tables.deliveries.values()].filter(
      ({ letter }) => letter.caseId === notice.caseId && letter.number === notice.to,
    );
    // Somebody who stands at two levels gets one letter for both.
    const isLevelTold = letters.some(({ letter }) => letter.level !== undefined);
    const isUnreached = (contact: string): boolean =>
      kept?.events.some(({ event }) => event.type === 'DeliveryRecorded' && event.contact === contact) ??
      false;
    for (const { event } of events) {
      const reporter = event.type === 'CaseOpened' ? (event.reporter ?? event.by) : undefined;
      if (reporter !== undefined && !letters.some(({ letter }) => letter.personId === reporter))
        wrong.push(`${nameOf(notice)}: its opening was not told`);
      if (event.type !== 'LevelContacted' || isLevelTold || isUnreached(`level-${event.level}`)) continue;
      if (!isToldAnew(tables, kept?.events.map((one) => one.event) ?? [], notice, event.level))
        wrong.push(`${nameOf(notice)}: level ${event.level} was not told`);
    }
  }
  return wrong;
}

/** Jobs that have started by now and that nobody has done. */
export function leftOver({ tables }: MemoryStore, time: Instant): readonly string[] {
  const queues = { deadline: tables.deadlines, notice: tables.notices, delivery: tables.deliveryJobs };
  return Object.entries(queues).flatMap(([queue, jobs]) =>
    [...jobs.values()].filter((job) => job.startAt <= time).map((job) => `${queue} ${job.id} was not done`),
  );
}

/** A level that was asked anew before it could be told is told of both by the notice of that. */
const isToldAnew = (
  { deliveries }: Tables,
  all: readonly CaseEvent[],
  { caseId, to }: NoticeJob,
  level: number,
): boolean =>
  [...deliveries.values()].some(
    ({ letter }) =>
      letter.caseId === caseId &&
      letter.level !== undefined &&
      isAskedAnew(all.slice(0, letter.number), { to }, level),
  );
