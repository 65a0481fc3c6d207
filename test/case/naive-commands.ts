import type { Command, CommandOf, CommandType } from '../../src/core/case/command.ts';
import type { Party } from '../../src/core/plan/format/schema-values.ts';
import { acknowledge, answer, confirmResponse } from './naive-answers.ts';
import { sameLocalTime } from './naive-calendar.ts';
import { reminderKey, silence } from './naive-clocks.ts';
import { byLadder, DAY, onlyFor, onlyOpen, openOrUnsure, stated, unsure } from './naive-guards.ts';
import {
  consentToPause,
  contestPause,
  contestStatedInstant,
  decidePauseDispute,
  decideStatedInstant,
  OPEN_WHEN_CLOSED,
  refusePause,
  requestPause,
  resume,
} from './naive-pausing.ts';
import { addWatcher, attach, endStandIn, nameStandIn, removeWatcher } from './naive-sharing.ts';
import { highest, isContacted, type Memory, pauseNow, stepTo } from './naive-state.ts';
import { addAsk, change, move, No, note, pausesEnded, type Telling, Unsure } from './naive-telling.ts';

type Handler<T extends CommandType> = (telling: Telling, command: CommandOf<T>) => void;

/** What each command does, or why not. */
export const handlers: { readonly [T in CommandType]: Handler<T> } = {
  open,
  escalate,
  ask: (telling, command) => askAgain(telling, command),
  notSatisfied: (telling, command) => askAgain(telling, command),
  acknowledge,
  respond: (telling, command) => answer(telling, command, 'response'),
  proposeResolution: (telling, command) => answer(telling, command, 'proposal'),
  update: (telling, command) => answer(telling, command, 'update'),
  confirmResponse,
  satisfied,
  undoSatisfied,
  requestPause,
  consentToPause,
  refusePause,
  resume,
  contestPause,
  decidePauseDispute,
  contestStatedInstant,
  decideStatedInstant,
  decline,
  handOver: (telling, command) => plainly(telling, command, ['contractor'], 'HandedOver'),
  changeTrack,
  proposeTrack: (telling, command) => plainly(telling, command, ['contractor'], 'TrackProposed'),
  chooseAutomatic,
  addNote: (telling, command) =>
    plainly(telling, command, ['customer', 'contractor', 'oversight'], 'NoteAdded'),
  attach,
  addWatcher,
  removeWatcher,
  nameStandIn,
  endStandIn,
  recordCall: () => unsure('recorded calls'),
  withdraw,
  close,
  reopen,
  proposeRevision: () => unsure('proposed revisions'),
  moveToRevision,
  deadlineDue: byLadder,
  deliveryResult: (telling, command) => {
    byLadder(telling, command);
    note(telling, 'DeliveryRecorded', telling.occurredAt, {});
  },
  noteMeans: (telling, command) => {
    byLadder(telling, command);
    note(telling, command.lost ? 'MeansLost' : 'MeansRegained', telling.occurredAt, {});
  },
  endReaching: (telling, command) => {
    byLadder(telling, command);
    note(telling, 'ReachingEnded', telling.occurredAt, { level: command.level });
  },
};

function open(telling: Telling, command: CommandOf<'open'>): void {
  if (telling.memory) throw new No('opened already');
  onlyFor(command, ['customer'], 'desk');
  const track = command.revision.tracks[command.track];
  if (!track) throw new No('no such track');
  const statedAt = stated(telling, command.statedAt);
  telling.memory = empty(telling, command);
  const { occurredAt } = telling;
  const level = track.steps[0]!.level;
  addAsk(telling, [level], occurredAt, statedAt);
  note(telling, 'CaseOpened', occurredAt, { statedAt: command.statedAt });
  change(telling, occurredAt, { contacts: [{ level, ask: 0 }] });
  note(telling, 'LevelContacted', occurredAt, { level });
}

const empty = (telling: Telling, command: CommandOf<'open'>): Memory => ({
  revision: command.revision,
  track: command.track,
  directory: command.directory ?? {},
  automatic: command.automatic,
  walkedUntil: telling.occurredAt,
  order: 0,
  asks: [],
  answers: [],
  acknowledgements: [],
  words: [],
  contacts: [],
  due: [],
  declined: [],
  pauses: [],
  pauseRequest: undefined,
  closedTimes: [],
  closed: undefined,
  spent: new Set(),
  running: [],
  reporter: command.reporter ?? command.by,
  watchers: [],
  standIn: undefined,
  files: 0,
});

function escalate(telling: Telling, command: CommandOf<'escalate'>): void {
  onlyOpen(telling);
  const { memory, occurredAt } = telling;
  const { level } = command;
  const step = stepTo(memory, level);
  if (!step) throw new No('no step to that level');
  const had = [...memory.due, ...memory.declined].find((one) => one.level === level);
  const actor = had?.passedTo ?? step.actor;
  onlyFor(command, [actor], actor === 'customer' ? 'desk' : undefined);
  if (level <= highest(memory)) throw new No('levels only rise');
  if (step.requires.some((required) => !isContacted(memory, required))) throw new No('another level first');
  const isEarly = !had;
  if (isEarly && !(command.reason !== undefined && step.earlyReasons.includes(command.reason))) {
    throw new No('too early');
  }
  if (isEarly && command.statedAt !== undefined) throw new Unsure('an early move that was stated');
  if (had && !memory.due.includes(had) && had.track !== memory.track)
    throw new Unsure('declined on another track');
  const statedAt = stated(telling, command.statedAt);
  if (had && statedAt !== undefined && statedAt < had.dueAt) throw new No('stated before it was due');
  if (pauseNow(memory) && !memory.due.includes(had!))
    throw new Unsure('a move while paused to what is not due');
  if (had && occurredAt < had.dueAt) throw new Unsure('a move received before its step fell due');
  move(telling, level, occurredAt, { early: isEarly ? command.reason : undefined, statedAt });
}

function askAgain(telling: Telling, command: CommandOf<'ask' | 'notSatisfied'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer'], 'desk');
  const statedAt = stated(telling, command.statedAt);
  const levels = telling.memory.contacts.map((contact) => contact.level);
  const ask = addAsk(telling, levels, telling.occurredAt, statedAt);
  const type = command.type === 'ask' ? 'CustomerAsked' : 'NotSatisfied';
  note(telling, type, telling.occurredAt, { ask, statedAt: command.statedAt });
}

function satisfied(telling: Telling, command: CommandOf<'satisfied'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  const before = telling.memory;
  note(telling, 'Satisfied', telling.occurredAt, {});
  shut(telling, 'satisfied', before);
}

function withdraw(telling: Telling, command: CommandOf<'withdraw'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  shut(telling, 'withdrawn', undefined);
}

function close(telling: Telling, command: CommandOf<'close'>): void {
  onlyOpen(telling);
  onlyFor(command, ['oversight']);
  if (command.reason === 'silent') {
    const clock = silence(telling.memory);
    if (!clock || clock.end > telling.occurredAt) throw new No('not silent for long enough');
    if (pauseNow(telling.memory)) throw new Unsure('silence while paused');
    const isReminded = [1, 2, 3].every((number) =>
      telling.memory.spent.has(reminderKey(clock.proposal, number)),
    );
    if (!isReminded) throw new No('not reminded');
  }
  shut(telling, command.reason, undefined);
}

function shut(telling: Telling, reason: string, before: Memory | undefined): void {
  const { occurredAt } = telling;
  change(telling, occurredAt, { pauses: pausesEnded(telling.memory, occurredAt) });
  const pauseRequest = telling.memory.pauseRequest === undefined ? undefined : OPEN_WHEN_CLOSED;
  change(telling, occurredAt, { closed: { at: occurredAt, before }, pauseRequest });
  note(telling, 'CaseClosed', occurredAt, { reason });
}

function undoSatisfied(telling: Telling, command: CommandOf<'undoSatisfied'>): void {
  onlyFor(command, ['customer']);
  const { memory, occurredAt } = telling;
  const { closed } = memory;
  if (!closed?.before) throw new No('nothing to undo');
  if (occurredAt > closed.at + DAY) throw new No('too late');
  const { spent, words, watchers, standIn, files } = memory;
  const { running, ...before } = closed.before;
  note(telling, 'SatisfactionUndone', occurredAt, {});
  telling.memory = {
    ...before,
    ...{ watchers, standIn, files },
    order: memory.order,
    running: [],
    words,
    spent: new Set([...before.spent, ...spent]),
  };
  change(telling, occurredAt, {});
}

function reopen(telling: Telling, command: CommandOf<'reopen'>): void {
  onlyFor(command, ['customer'], 'desk');
  const { memory, occurredAt } = telling;
  const { closed, revision } = memory;
  if (!closed) throw new No('not closed');
  const span = revision.reopenWithin;
  if (!span || span.unit === 'businessDay') throw new No('never reopens');
  const last =
    span.unit === 'time'
      ? closed.at + span.ms / 60_000
      : sameLocalTime(revision.timeZone, closed.at, span.days);
  if (occurredAt > last) throw new No('too late');
  telling.memory = {
    ...memory,
    closed: undefined,
    closedTimes: [...memory.closedTimes, { from: closed.at, until: occurredAt }],
    asks: memory.asks.map((ask) => ({ ...ask, dropped: true })),
    answers: memory.answers.map((one) => ({ ...one, dropped: true })),
    acknowledgements: [],
  };
  const levels = memory.contacts.map((contact) => contact.level);
  const ask = addAsk(telling, levels, occurredAt);
  note(telling, 'CaseReopened', occurredAt, { ask });
}

function decline(telling: Telling, command: CommandOf<'decline'>): void {
  onlyOpen(telling);
  const { memory, occurredAt } = telling;
  const due = memory.due.find((one) => one.level === command.level);
  if (!due && memory.declined.some((one) => one.level === command.level))
    throw new Unsure('declined already');
  if (!due) throw new No('not due');
  onlyFor(command, [due.passedTo ?? stepTo(memory, due.level)!.actor]);
  change(telling, occurredAt, {
    due: memory.due.filter((one) => one !== due),
    declined: [...memory.declined, { ...due, track: memory.track }],
  });
  note(telling, 'StepDeclined', occurredAt, { level: command.level });
}

function changeTrack(telling: Telling, command: CommandOf<'changeTrack'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer', 'oversight']);
  const { memory, occurredAt } = telling;
  if (!memory.revision.tracks[command.track]) throw new No('no such track');
  if (command.track === memory.track) throw new No('on that track already');
  note(telling, 'TrackChanged', occurredAt, { from: memory.track, track: command.track });
  onOtherRules(telling, { track: command.track });
}

function moveToRevision(telling: Telling, command: CommandOf<'moveToRevision'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer', 'oversight']);
  const { memory, occurredAt } = telling;
  const { revision } = command;
  if (!revision.tracks[memory.track]) throw new No('no such track there');
  if (revision.levels.length < highest(memory)) throw new No('fewer levels than contacted');
  if (revision.number <= memory.revision.number) throw new Unsure('not a later revision');
  note(telling, 'MovedToRevision', occurredAt, {});
  onOtherRules(telling, { revision });
}

/** What was due stays due where there is still a step to that level. */
function onOtherRules(telling: Telling, patch: Partial<Memory>): void {
  if (telling.memory.due.some((due) => due.passedTo)) throw new Unsure('a step passed on under other rules');
  const other = { ...telling.memory, ...patch };
  const isAutomatic = (level: number) => other.automatic ?? stepTo(other, level)?.mode === 'automatic';
  if (other.due.some((due) => isAutomatic(due.level)))
    throw new Unsure('a due step automatic under other rules');
  change(telling, telling.occurredAt, {
    ...patch,
    due: other.due.filter((due) => stepTo(other, due.level) && due.level > highest(other)),
    declined: other.declined.filter((due) => stepTo(other, due.level)),
  });
}

function chooseAutomatic(telling: Telling, command: CommandOf<'chooseAutomatic'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  if (command.automatic === telling.memory.automatic) throw new Unsure('chosen already');
  note(telling, 'AutomaticChosen', telling.occurredAt, { automatic: command.automatic });
  change(telling, telling.occurredAt, { automatic: command.automatic });
}

function plainly(
  telling: Telling,
  command: Command,
  parties: readonly Party[],
  type: 'HandedOver' | 'TrackProposed' | 'NoteAdded',
): void {
  openOrUnsure(telling);
  if (command.type === 'proposeTrack' && !telling.memory.revision.tracks[command.track])
    throw new No('no such track');
  if (command.type === 'proposeTrack' && command.track === telling.memory.track)
    throw new Unsure('on that track already');
  onlyFor(command, parties);
  note(telling, type, telling.occurredAt, {});
}
