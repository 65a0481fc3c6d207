import type { Command, CommandOf, CommandType } from '../../src/core/case/command.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Condition } from '../../src/core/plan/revision.ts';
import type { Party } from '../../src/core/plan/schema-values.ts';
import { type Minute, overWithStops, sameLocalTime } from './naive-calendar.ts';
import { reminderKey, silence, silentProposal } from './naive-clocks.ts';
import { levelOf } from './naive-standing.ts';
import {
  type Answer,
  type Ask,
  answerAt,
  type Due,
  firstUnanswered,
  hasAcknowledged,
  hasResponded,
  highest,
  isContacted,
  type Memory,
  openedAt,
  pauseNow,
  startOf,
  stepTo,
  stopsOf,
} from './naive-state.ts';
import {
  addAsk,
  change,
  endPause,
  move,
  No,
  note,
  pausesEnded,
  type Telling,
  toInstant,
  toMinute,
  Unsure,
} from './naive-telling.ts';

type Handler<T extends CommandType> = (telling: Telling, command: CommandOf<T>) => void;

const DAY = 1440;

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
  attach: () => unsure('attachments'),
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

function acknowledge(telling: Telling, command: CommandOf<'acknowledge'>): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt: at } = telling;
  const level = levelOf(memory, command);
  const order = memory.order + 1;
  const { by } = command;
  const isHeard = (ask: Ask) => hasAcknowledged(memory, level)(ask) || hasResponded(memory, [level])(ask);
  const repeated = memory.acknowledgements.some((one) => one.by === by && one.level === level);
  if (repeated && !firstUnanswered(memory, [level], isHeard)) throw new Unsure('acknowledged already');
  note(telling, 'Acknowledged', at, { level });
  change(telling, at, { acknowledgements: [...memory.acknowledgements, { level, by, at, order }], order });
}

type Answers = CommandOf<'respond' | 'proposeResolution' | 'update'>;

function answer(telling: Telling, command: Answers, kind: Answer['kind']): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt } = telling;
  const statedAt = 'statedAt' in command ? stated(telling, command.statedAt) : undefined;
  if (kind === 'proposal' && memory.revision.closeWhenSilentFor && silentProposal(memory)) {
    throw new Unsure('a second proposal into one silence');
  }
  const number = memory.answers.length;
  const level = levelOf(memory, command);
  const order = memory.order + 1;
  const said: Answer = { number, kind, level, occurredAt, statedAt, confirmed: false, dropped: false, order };
  const type = { response: 'Responded', proposal: 'ResolutionProposed', update: 'Updated' } as const;
  note(telling, type[kind], occurredAt, {
    response: number,
    level,
    statedAt: statedAt === undefined ? undefined : toInstant(statedAt),
  });
  withdrawing(telling, kind === 'update' ? undefined : said, () => {
    change(telling, occurredAt, { answers: [...memory.answers, said], order });
  });
}

function confirmResponse(telling: Telling, command: CommandOf<'confirmResponse'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  const said = telling.memory.answers.find((one) => one.number === command.response);
  if (!said || said.kind === 'update') throw new No('no such response');
  if (said.statedAt === undefined) throw new No('no instant was stated');
  if (said.confirmed || said.dropped) throw new Unsure('confirmed twice, or dropped');
  const confirmed = { ...said, confirmed: true };
  note(telling, 'ResponseConfirmed', telling.occurredAt, { response: said.number });
  withdrawing(telling, confirmed, () => {
    const answers = telling.memory.answers.map((one) => (one === said ? confirmed : one));
    change(telling, telling.occurredAt, { answers });
  });
}

/** Learns of a response, and withdraws each due step whose silence it turns out to have broken in time. */
function withdrawing(telling: Telling, said: Answer | undefined, learn: () => void): void {
  const before = telling.memory;
  learn();
  if (!said) return;
  for (const due of before.due) {
    if (due.condition.kind === 'unsatisfied' || answerAt(said) >= due.dueAt) continue;
    if (yields(telling.memory, due)) continue;
    if (!yields(before, due)) throw new Unsure('the clock by which it fell due has gone already');
    change(telling, telling.occurredAt, { due: telling.memory.due.filter((one) => one !== due) });
    note(telling, 'StepWithdrawn', telling.occurredAt, { level: due.level });
  }
}

/** Whether the clock by which a step fell due still makes it due by then. */
function yields(memory: Memory, { condition, level, dueAt }: Due): boolean {
  const start = startOf(memory, level, condition);
  return start !== undefined && endOf(memory, condition, start.at) <= dueAt;
}

const endOf = (memory: Memory, limit: Condition, from: Minute): Minute =>
  overWithStops(memory.revision.calendars[limit.calendar]!, from, limit.span, stopsOf(memory)).end;

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

/** A request for a pause that was pending when the case closed: nobody says what becomes of it. */
const OPEN_WHEN_CLOSED = '?';

function undoSatisfied(telling: Telling, command: CommandOf<'undoSatisfied'>): void {
  onlyFor(command, ['customer']);
  const { memory, occurredAt } = telling;
  const { closed } = memory;
  if (!closed?.before) throw new No('nothing to undo');
  if (occurredAt > closed.at + DAY) throw new No('too late');
  const { spent, words } = memory;
  const { running, ...before } = closed.before;
  note(telling, 'SatisfactionUndone', occurredAt, {});
  telling.memory = {
    ...before,
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

function requestPause(telling: Telling, command: CommandOf<'requestPause'>): void {
  onlyOpen(telling);
  onlyFor(command, ['contractor']);
  const { memory, occurredAt } = telling;
  if (!memory.revision.pauses?.reasons.includes(command.reason)) throw new No('no such reason');
  if (pauseNow(memory)) throw new No('paused already');
  if (memory.pauseRequest !== undefined) throw new Unsure('asked for already');
  change(telling, occurredAt, { pauseRequest: command.reason });
  note(telling, 'PauseRequested', occurredAt, { reason: command.reason });
}

function consentToPause(telling: Telling, command: CommandOf<'consentToPause'>): void {
  const reason = pendingRequest(telling, command);
  const { memory, occurredAt } = telling;
  const number = memory.pauses.length + 1;
  const pause = { number, reason, from: occurredAt, until: undefined, contest: 'none' } as const;
  change(telling, occurredAt, { pauseRequest: undefined, pauses: [...memory.pauses, pause] });
  note(telling, 'Paused', occurredAt, { pause: number, reason });
}

function refusePause(telling: Telling, command: CommandOf<'refusePause'>): void {
  pendingRequest(telling, command);
  change(telling, telling.occurredAt, { pauseRequest: undefined });
  note(telling, 'PauseRefused', telling.occurredAt, {});
}

function pendingRequest(telling: Telling, command: Command): string {
  onlyOpen(telling);
  onlyFor(command, ['customer']);
  const { pauseRequest } = telling.memory;
  if (pauseRequest === undefined) throw new No('nobody asked for a pause');
  if (pauseRequest === OPEN_WHEN_CLOSED) throw new Unsure('asked for before the case closed');
  return pauseRequest;
}

function resume(telling: Telling, command: CommandOf<'resume'>): void {
  onlyOpen(telling);
  onlyFor(command, ['customer', 'contractor']);
  if (!pauseNow(telling.memory)) throw new No('not paused');
  endPause(telling, telling.occurredAt, {});
}

function contestPause(telling: Telling, command: CommandOf<'contestPause'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['customer']);
  const pause = telling.memory.pauses.find((one) => one.number === command.pause);
  if (!pause) throw new No('no such pause');
  if (pause.contest !== 'none') throw new Unsure('contested already');
  pauseContest(telling, command.pause, 'open');
  note(telling, 'PauseContested', telling.occurredAt, { pause: command.pause });
}

function decidePauseDispute(telling: Telling, command: CommandOf<'decidePauseDispute'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['oversight']);
  const pause = telling.memory.pauses.find((one) => one.number === command.pause);
  if (!pause || pause.contest === 'none') throw new No('not contested');
  if (pause.contest !== 'open' || pause.until === undefined)
    throw new Unsure('decided already, or it still lasts');
  note(telling, 'PauseDisputeDecided', telling.occurredAt, { pause: command.pause, upheld: command.upheld });
  pauseContest(telling, command.pause, command.upheld ? 'upheld' : 'dismissed');
}

function pauseContest(telling: Telling, number: number, contest: 'open' | 'upheld' | 'dismissed'): void {
  const pauses = telling.memory.pauses.map((one) => (one.number === number ? { ...one, contest } : one));
  change(telling, telling.occurredAt, { pauses });
}

function contestStatedInstant(telling: Telling, command: CommandOf<'contestStatedInstant'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['contractor']);
  const ask = telling.memory.asks[command.ask];
  if (ask?.statedAt === undefined) throw new No('nothing stated there');
  if (ask.contest !== 'none' || ask.dropped) throw new Unsure('contested already, or dropped');
  askContest(telling, command.ask, 'open');
  note(telling, 'StatedInstantContested', telling.occurredAt, { ask: command.ask });
}

function decideStatedInstant(telling: Telling, command: CommandOf<'decideStatedInstant'>): void {
  openOrUnsure(telling);
  onlyFor(command, ['oversight']);
  const ask = telling.memory.asks[command.ask];
  if (!ask || ask.contest === 'none') throw new No('not contested');
  if (ask.contest !== 'open' || ask.dropped) throw new Unsure('decided already, or dropped');
  note(telling, 'StatedInstantDecided', telling.occurredAt, { ask: command.ask, upheld: command.upheld });
  askContest(telling, command.ask, command.upheld ? 'upheld' : 'dismissed');
}

function askContest(telling: Telling, number: number, contest: 'open' | 'upheld' | 'dismissed'): void {
  const asks = telling.memory.asks.map((one, index) => (index === number ? { ...one, contest } : one));
  change(telling, telling.occurredAt, { asks });
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

function byLadder(_: Telling, command: Command): void {
  if (command.onBehalfOf !== undefined) throw new Unsure('time passing on behalf of somebody');
}

function onlyOpen({ memory }: Telling): void {
  if (memory.closed) throw new No('closed');
}

function openOrUnsure({ memory }: Telling): void {
  if (memory.closed) throw new Unsure('whether one may do so in a closed case');
}

/** Whose command it is; the desk may record a few of the customer's. */
function onlyFor(command: Command, parties: readonly Party[], desk?: 'desk'): void {
  if (!parties.includes(command.actor)) throw new No('not theirs');
  if (command.onBehalfOf !== undefined && !desk) throw new No('not on behalf of anybody');
}

/** An instant stated: at most a day before it was received, and never before the opening. */
function stated({ memory, occurredAt }: Telling, statedAt: Instant | undefined): Minute | undefined {
  if (statedAt === undefined) return undefined;
  const at = toMinute(statedAt);
  if (at > occurredAt) throw new No('stated in the future');
  if (at < occurredAt - DAY) throw new No('stated too far back');
  if (memory && at < openedAt(memory)) throw new No('stated before the opening');
  return at;
}

function unsure(what: string): never {
  throw new Unsure(what);
}
