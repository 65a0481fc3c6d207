import type { Command, CommandType } from '../../src/core/case/command.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import type { Chance } from './chance.ts';
import { highest, type Memory, pauseNow, stepTo, trackOf } from './naive-state.ts';
import { toInstant } from './naive-telling.ts';
import type { Day } from './random-case.ts';
import { PARTIES } from './random-revision.ts';

type Weights = readonly (readonly [weight: number, type: CommandType])[];

/** Whose command it usually is; `any` for those that everybody may give. */
const THEIRS: Readonly<Partial<Record<CommandType, readonly Party[]>>> = {
  acknowledge: ['contractor'],
  respond: ['contractor'],
  proposeResolution: ['contractor'],
  update: ['contractor'],
  requestPause: ['contractor'],
  resume: ['customer', 'contractor'],
  decidePauseDispute: ['oversight'],
  contestStatedInstant: ['contractor'],
  decideStatedInstant: ['oversight'],
  handOver: ['contractor'],
  changeTrack: ['customer', 'oversight'],
  proposeTrack: ['contractor'],
  close: ['oversight'],
  moveToRevision: ['customer', 'oversight'],
  addNote: PARTIES,
  deadlineDue: ['contractor'],
  deliveryResult: ['contractor'],
  noteMeans: ['contractor'],
  endReaching: ['contractor'],
};

/** What may be received long before it is handled, by mail say; the rest is handled in the order it occurred. */
const MAY_BE_LATE: readonly CommandType[] = [
  'ask',
  'notSatisfied',
  'acknowledge',
  'respond',
  'proposeResolution',
  'update',
  'addNote',
];
const FOR_CALLERS: readonly CommandType[] = ['open', 'ask', 'notSatisfied', 'escalate', 'reopen'];

const SHARING: Weights = [
  [1, 'addWatcher'],
  [0.7, 'removeWatcher'],
  [1, 'nameStandIn'],
  [0.7, 'endStandIn'],
  [0.7, 'attach'],
];

const WHEN_OPEN: Weights = [
  [10, 'escalate'],
  [4, 'ask'],
  [3, 'notSatisfied'],
  [4, 'acknowledge'],
  [9, 'respond'],
  [4, 'proposeResolution'],
  [3, 'update'],
  [2, 'confirmResponse'],
  [2, 'satisfied'],
  [0.3, 'undoSatisfied'],
  [3, 'requestPause'],
  [0.5, 'consentToPause'],
  [0.5, 'refusePause'],
  [0.5, 'resume'],
  [2, 'contestPause'],
  [2, 'decidePauseDispute'],
  [1, 'contestStatedInstant'],
  [1, 'decideStatedInstant'],
  [3, 'decline'],
  [0.5, 'handOver'],
  [2.5, 'changeTrack'],
  [0.5, 'proposeTrack'],
  [2, 'chooseAutomatic'],
  [2, 'addNote'],
  ...SHARING,
  [0.3, 'withdraw'],
  [2, 'close'],
  [0.3, 'reopen'],
  [1.5, 'moveToRevision'],
  [3, 'deadlineDue'],
  [0.5, 'deliveryResult'],
  [0.2, 'noteMeans'],
  [0.2, 'endReaching'],
  [0.2, 'open'],
];
const WHEN_CLOSED: Weights = [
  [4, 'undoSatisfied'],
  [4, 'reopen'],
  [1, 'ask'],
  [1, 'respond'],
  [1, 'escalate'],
  [1, 'requestPause'],
  [1, 'deadlineDue'],
  [1, 'satisfied'],
  ...SHARING,
];
const WHEN_ASKED_TO_PAUSE: Weights = [
  [30, 'consentToPause'],
  [5, 'refusePause'],
];
const WHEN_PAUSED: Weights = [
  [20, 'resume'],
  [3, 'requestPause'],
];
const WHEN_PAUSES_COUNT: Weights = [[5, 'contestPause']];
const WHEN_CONTESTED: Weights = [
  [25, 'decidePauseDispute'],
  [5, 'resume'],
];
const WHEN_STATED: Weights = [[4, 'contestStatedInstant']];
const WHEN_STATED_CONTESTED: Weights = [[20, 'decideStatedInstant']];
const WHEN_DUE: Weights = [
  [10, 'escalate'],
  [5, 'decline'],
  [4, 'respond'],
];

/** A command that often makes sense where the case stands, and sometimes does not. */
export function randomCommand(day: Day): Command {
  const { chance, memory } = day;
  const type = memory ? chance.weighted(weights(memory)) : chance.isOneIn(8) ? 'ask' : 'open';
  const occurredAt = randomReceipt(day, type);
  const fields = fieldsOf(day, type, occurredAt);
  const theirs = fields.actor ? [fields.actor] : (THEIRS[type] ?? ['customer']);
  const actor = chance.isOneIn(25) ? chance.of(PARTIES) : chance.of(theirs);
  const isCaller = actor === 'customer' && chance.isOneIn(FOR_CALLERS.includes(type) ? 4 : 40);
  const command = {
    by: actor === 'contractor' ? randomAuthor(day) : actor,
    ...(isCaller ? { onBehalfOf: 'customer' } : {}),
    ...fields,
    type,
    actor,
    at: toInstant(day.now),
    occurredAt: toInstant(occurredAt),
  };
  return command as unknown as Command;
}

function weights(memory: Memory): Weights {
  if (memory.closed) return WHEN_CLOSED;
  return [
    ...WHEN_OPEN,
    ...(memory.pauseRequest === undefined ? [] : WHEN_ASKED_TO_PAUSE),
    ...(pauseNow(memory) ? WHEN_PAUSED : []),
    ...(memory.due.length > 0 ? WHEN_DUE : []),
    ...(memory.pauses.some((pause) => pause.contest === 'none') ? WHEN_PAUSES_COUNT : []),
    ...(memory.pauses.some((pause) => pause.contest === 'open') ? WHEN_CONTESTED : []),
    ...(memory.asks.some((ask) => ask.statedAt !== undefined && ask.contest === 'none') ? WHEN_STATED : []),
    ...(memory.asks.some((ask) => ask.contest === 'open') ? WHEN_STATED_CONTESTED : []),
  ];
}

/** When it was received: mostly now, sometimes a while ago. */
function randomReceipt({ chance, now, latest, memory }: Day, type: CommandType): number {
  if (!memory || !chance.isOneIn(type === 'respond' && memory.due.length > 0 ? 2 : 5)) return now;
  if (type === 'deadlineDue') return chance.whole(latest, now);
  const due = memory.due.at(-1);
  // A response handled after a step fell due, and received before.
  if (due && type === 'respond')
    return chance.whole(Math.min(now, Math.max(earliestOf(memory), due.dueAt - 60)), now);
  const earliest = MAY_BE_LATE.includes(type) ? earliestOf(memory) : latest;
  return chance.whole(Math.max(earliest, now - 240), now);
}

const earliestOf = (memory: Memory): number => memory.asks[0]!.occurredAt;

interface Fields {
  readonly actor?: Party;
  readonly [field: string]: unknown;
}

function fieldsOf(day: Day, type: CommandType, occurredAt: number): Fields {
  const { chance, revision } = day;
  const stated = randomStated(chance, occurredAt);
  switch (type) {
    case 'open':
      return {
        ...stated,
        revision,
        caseId: 'case',
        customer: 'customer',
        track: chance.isOneIn(20) ? 'none' : chance.of(Object.keys(revision.tracks)),
        directory: { manager: 'manager-of-customer' },
        ...chance.of([{}, {}, { automatic: true }, { automatic: false }]),
      };
    case 'ask':
    case 'notSatisfied':
    case 'respond':
    case 'proposeResolution':
      return { ...stated, ...(chance.isOneIn(10) ? { stands: [chance.whole(1, 4)] } : {}) };
    default:
      return day.memory ? fieldsOnCase(day, day.memory, type, stated) : {};
  }
}

/** At most a day ago, in rare cases longer or in the future. */
function randomStated(chance: Chance, occurredAt: number): Fields {
  if (!chance.isOneIn(4)) return {};
  const before = chance.weighted([
    [10, chance.whole(1, 180)],
    [3, chance.whole(180, 1440)],
    [1, chance.whole(1441, 3000)],
    [1, -5],
  ]);
  return { statedAt: toInstant(occurredAt - before) };
}

function fieldsOnCase(day: Day, memory: Memory, type: CommandType, stated: Fields): Fields {
  const { chance } = day;
  switch (type) {
    case 'escalate':
    case 'decline':
      return {
        ...(type === 'escalate' ? stated : {}),
        ...stepFields(chance, memory),
        reason: chance.of(['danger', 'other']),
      };
    case 'confirmResponse': {
      const stated = memory.answers.filter((answer) => answer.statedAt !== undefined && !answer.confirmed);
      return { response: chance.isOneIn(5) ? chance.whole(0, 9) : (stated.at(-1)?.number ?? 0) };
    }
    case 'requestPause':
      return { reason: chance.of(['away', 'away', 'no access', 'no such reason']) };
    case 'contestPause':
      return { pause: numbered(chance, memory.pauses, 'none') + 1 };
    case 'decidePauseDispute':
      return { pause: numbered(chance, memory.pauses, 'open') + 1, upheld: !chance.isOneIn(3) };
    case 'contestStatedInstant':
      return { ask: numbered(chance, memory.asks, 'none') };
    case 'decideStatedInstant':
      return { ask: numbered(chance, memory.asks, 'open'), upheld: !chance.isOneIn(3) };
    case 'changeTrack':
    case 'proposeTrack':
      return { track: chance.of(['a', 'b', 'b', 'a', 'none']) };
    case 'chooseAutomatic':
      return { automatic: chance.isOneIn(2) };
    case 'addNote':
      return { text: 'a note' };
    case 'addWatcher':
    case 'removeWatcher':
      return { person: chance.of(COLLEAGUES) };
    case 'nameStandIn':
      return { person: chance.of(COLLEAGUES), ...randomEnd(day) };
    case 'attach':
      return { file: 'photo', actor: chance.of(PARTIES) };
    case 'handOver':
      return { to: 'person-1' };
    case 'close':
      return {
        reason: chance.weighted([
          [6, 'silent'],
          [1, 'duplicate'],
          [1, 'openedInError'],
        ]),
      };
    case 'moveToRevision':
      return { revision: memory.revision === day.next ? day.revision : day.next };
    case 'deliveryResult':
      return { delivery: 'd', contact: 'person-1', means: 'email', result: 'delivered' };
    case 'endReaching':
      return { level: highest(memory) };
    case 'noteMeans':
      return { contact: 'person-1', means: 'text', lost: chance.isOneIn(2) };
    default:
      return {};
  }
}

/** The customer's people; the first reports every case. */
const COLLEAGUES = ['customer', 'lee', 'lee', 'kim', 'kim', 'sam', 'ada'];

/** When a stand-in's time is up: often never, mostly some hours ahead, in rare cases past. */
function randomEnd({ chance, now }: Day): Fields {
  if (chance.isOneIn(3)) return {};
  return { endsAt: toInstant(now + chance.whole(-60, 1440)) };
}

/** The index of one whose contest is so, and stated if it can be; sometimes of any. */
function numbered(
  chance: Chance,
  records: readonly { readonly contest: string; readonly statedAt?: number | undefined }[],
  contest: string,
): number {
  const fitting = [...records.keys()].filter((index) => {
    const record = records[index]!;
    return record.contest === contest && (!('statedAt' in record) || record.statedAt !== undefined);
  });
  return fitting.length > 0 && !chance.isOneIn(9) ? chance.of(fitting) : chance.whole(0, records.length);
}

/** A step that is due or was, else any level; by the party whose step it is. */
function stepFields(chance: Chance, memory: Memory): Fields {
  const had = [...memory.due, ...memory.declined];
  const levels = trackOf(memory)
    .steps.map((step) => step.level)
    .filter((level) => level > highest(memory));
  const one = had.length > 0 && !chance.isOneIn(6) ? chance.of(had) : undefined;
  const level =
    one?.level ?? (levels.length > 0 && !chance.isOneIn(9) ? chance.of(levels) : chance.whole(1, 5));
  const actor = one?.passedTo ?? stepTo(memory, level)?.actor ?? 'customer';
  return { level, actor };
}

function randomAuthor({ chance, revision }: Day): string {
  const people = revision.levels.map((level) => `person-${level.number}`);
  return chance.of([...people, ...people, 'deputy', 'desk', 'manager-of-customer', 'stranger']);
}
