import type { EventBase, EventOf, EventType } from '../../src/core/case/event.ts';

type Own<T extends EventType> = Exclude<keyof EventOf<T>, 'type' | keyof EventBase>;

interface EventWords<T extends EventType> {
  readonly means: string;
  /** Every field of its own, and no other: the compiler compares. */
  readonly fields: Readonly<Record<Own<T>, true>>;
}

const text = true as const;
const late = { dueAt: true, latenessMs: true, computedDueAt: true } as const;
const onStep = { step: true, level: true } as const;
const start = { condition: true, start: true } as const;
const onPromise = { promise: true, level: true, start: true } as const;
const answer = { response: true, level: true } as const;

/** What each event says happened. */
export const EVENT_WORDS: { readonly [T in EventType]: EventWords<T> } = {
  CaseOpened: {
    means: 'The customer opened the case.',
    fields: {
      ...{
        caseId: true,
        revision: true,
        track: true,
        customer: true,
        reporter: true,
        directory: true,
        automatic: true,
      },
      ...{ references: true, practice: true, statedAt: true, text },
    },
  },
  LevelContacted: {
    means: 'A level was reached, by these contacts.',
    fields: { level: true, contacts: true },
  },
  StepWarned: {
    means: 'A step will fall due.',
    fields: { ...onStep, ...late, ...start, beforeMs: true, stepDueAt: true },
  },
  StepFellDue: {
    means: 'A step may be taken from now on.',
    fields: { ...onStep, ...late, ...start, conditionKind: true },
  },
  StepWithdrawn: {
    means: 'A step should not have fallen due: the response had been received in time.',
    fields: { ...onStep, reason: true },
  },
  StepDeclined: { means: 'The actor of a due step does not take it.', fields: { ...onStep, reason: true } },
  StepPassed: {
    means: 'Nobody took the step in time; another party may now.',
    fields: { ...onStep, ...late, to: true },
  },
  Escalated: {
    means: 'The case moved up to a level, which is an ask to it.',
    fields: { ...onStep, ask: true, automatic: true, early: true, statedAt: true, text },
  },
  CustomerAsked: {
    means: 'The customer asked every level contacted so far.',
    fields: { ask: true, statedAt: true, text },
  },
  NotSatisfied: {
    means: 'The answer does not settle it, and every level contacted so far is asked.',
    fields: { ask: true, statedAt: true, text },
  },
  Acknowledged: { means: 'Somebody of a level has the case.', fields: { level: true } },
  Responded: { means: 'A level answered.', fields: { ...answer, statedAt: true, text } },
  ResolutionProposed: {
    means: 'A level answered with a proposal to settle it.',
    fields: { ...answer, statedAt: true, text },
  },
  Updated: { means: 'A level gave news that is no answer.', fields: { ...answer, text } },
  ResponseConfirmed: {
    means: 'The customer agreed that a response came when its author says.',
    fields: { response: true },
  },
  Satisfied: { means: 'The customer said that it is settled.', fields: { text } },
  SatisfactionUndone: { means: 'The customer took that back.', fields: { text } },
  PauseRequested: { means: 'The contractor asked for a pause.', fields: { reason: true, text } },
  PauseRefused: { means: 'The customer did not agree to it.', fields: { text } },
  Paused: {
    means: 'The customer agreed, and every clock stands still.',
    fields: { pause: true, reason: true },
  },
  Resumed: {
    means: 'The pause ended; with `dueAt`, by the longest of the plan.',
    fields: { pause: true, ...late },
  },
  PauseContested: {
    means: 'The customer holds that a pause should not count.',
    fields: { pause: true, text },
  },
  PauseDisputeDecided: { means: 'Oversight decided that.', fields: { pause: true, upheld: true, text } },
  StatedInstantContested: {
    means: 'The contractor doubts the instant stated for an ask.',
    fields: { ask: true, text },
  },
  StatedInstantDecided: { means: 'Oversight decided that.', fields: { ask: true, upheld: true, text } },
  HandedOver: { means: 'The case went to another contact.', fields: { to: true, text } },
  TrackChanged: { means: 'The case runs on another track.', fields: { from: true, track: true, text } },
  TrackProposed: { means: 'The contractor proposed another track.', fields: { track: true, text } },
  AutomaticChosen: {
    means: 'The customer let Ladder move in its name, or stopped that.',
    fields: { automatic: true },
  },
  NoteAdded: { means: 'Somebody wrote a note.', fields: { audience: true, text } },
  FileAttached: {
    means: 'Somebody attached a file; its text is what it is called.',
    fields: { file: true, audience: true, fileDigest: true, text },
  },
  CallRecorded: {
    means: 'Somebody recorded a call they made.',
    fields: {
      ...{ level: true, reached: true, statedAt: true, text },
      ...{ contact: true, telephone: true, failure: true, lastedSeconds: true },
      ...{ rangAt: true, connectedAt: true, endedAt: true },
    },
  },
  WatcherAdded: { means: "One of the customer's people watches the case.", fields: { person: true } },
  WatcherRemoved: { means: 'Somebody watches the case no longer.', fields: { person: true } },
  StandInNamed: {
    means:
      "One of the customer's people acts in the reporter's place; from `endsAt` on no longer, without an event.",
    fields: { person: true, endsAt: true },
  },
  StandInEnded: { means: "Somebody acts in the reporter's place no longer.", fields: { person: true } },
  PromiseKept: { means: 'A promise was kept.', fields: onPromise },
  PromiseMissed: { means: 'The span of a promise was up.', fields: { ...onPromise, ...late } },
  PromiseVoid: {
    means:
      'Before its span was up the case was closed, or another plan or track was taken that does not promise it.',
    fields: onPromise,
  },
  CustomerReminded: {
    means: 'The customer was reminded that a proposal waits.',
    fields: { reminder: true, ...late },
  },
  CaseClosed: { means: 'The case ended. It has no deadline from now on.', fields: { reason: true, text } },
  CaseReopened: {
    means: 'The case is open again, which is an ask to every level contacted.',
    fields: { ask: true, text },
  },
  RevisionProposed: { means: 'The contractor proposed another revision.', fields: { revision: true } },
  MovedToRevision: { means: 'The case runs on another revision.', fields: { revision: true, text } },
  DeliveryRecorded: {
    means: 'A carrier said what came of one attempt.',
    fields: { delivery: true, contact: true, level: true, means: true, result: true, why: true },
  },
  MeansLost: {
    means: 'Somebody takes no more of a means from Ladder, and is told by others.',
    fields: { contact: true, means: true },
  },
  MeansRegained: {
    means: 'Somebody takes a means from Ladder again.',
    fields: { contact: true, means: true },
  },
  ReachingEnded: {
    means:
      'Nobody of a level acknowledged or answered in eight hours of notices, and it is told no more until it is asked again.',
    fields: { level: true },
  },
};

type FieldName = { [T in EventType]: Own<T> }[EventType];

/** What each field of an event says. */
export const EVENT_FIELDS: Readonly<Record<FieldName, string>> = {
  ask: 'The number of the ask; the opening is 0.',
  audience: '`customer`, `contractor`, `oversight` or `all`.',
  automatic: "Whether Ladder moves in the customer's name; on a move: that it did.",
  beforeMs: 'How long before the deadline the warning is meant, in milliseconds.',
  caseId: 'The id of the case.',
  computedDueAt: 'The computed instant, where a command put it into the past; the lateness is then 0.',
  condition: 'Which condition of the step, counted from 0.',
  conditionKind: '`unsatisfied`, `allSilent` or `anySilent`.',
  contact: 'Whom the attempt was for, or whose number was rung: a seat of the plan, or a person.',
  contacts: 'The seats or people reached.',
  customer: 'The id of the customer, the agency.',
  delivery: 'The id of the attempt.',
  directory: "Who fills the plan's directory seats for this customer.",
  dueAt: 'The instant of the deadline: what follows counts from here.',
  early: 'The reason for which the move came before its step was due.',
  endsAt: 'From when on nobody stands in.',
  rangAt: 'Of a call that Ladder itself put through: from when it rang.',
  connectedAt: 'Of such a call: when whoever was rung took it.',
  endedAt: 'Of such a call: when it was over.',
  lastedSeconds:
    'Of such a call: for how many seconds the two were connected. In events of before, without `connectedAt`, with what was said to whoever picked up alone.',
  failure:
    'Why the call reached nobody: `noAnswer`, `wrongPerson` or `notInService`; of a call that Ladder put through also `busy`, `notTaken` or `notConnected`.',
  file: 'The id of the file.',
  fileDigest: 'The salted digest of its bytes, where Ladder keeps them.',
  from: 'The track it was on.',
  latenessMs: 'How much later than `dueAt` it was acted on, in milliseconds.',
  level: 'The level meant, or the one an answer counts for.',
  means: '`call`, `email`, `text`, `portal` or `api`.',
  pause: 'The number of the pause; the first is 1.',
  person: "One of the customer's people.",
  practice: 'A drill or a sample.',
  promise: "The promise's id: track, level, kind.",
  reached: 'Whether the call reached whom it was for.',
  reason: 'Why.',
  references: 'The reference numbers of customer and contractor.',
  reminder: 'Which of the three.',
  reporter: "The customer's person who is told, where that is not `by`.",
  response: 'The number of the response, proposal or news; the first is 0.',
  result: '`handedOver`, `delivered` or `failed`.',
  why: 'Of what did not get through this time: `busy`, `noAnswer`, `voicemail` or `notCarried`, which a mail may be that waits for its server and is tried on.',
  revision: 'The rules of the plan; printed as contract and number.',
  start: 'Which start of the clock: the number of the ask, answer or contact it counts from.',
  statedAt: "When it happened, in a person's own word.",
  step: 'Track and level, as `track/level`.',
  stepDueAt: 'When the step itself falls due.',
  telephone: 'Which number was rung: `office`, `mobile` or `other`.',
  text: 'What a person wrote; it may be erased.',
  to: 'Whom it went to: a contact, or the party a step passed to.',
  track: 'The track.',
  upheld: 'Whether the contest was right.',
};
