import type { CommandBase, CommandOf, CommandType } from '../../src/core/case/command.ts';
import type { EventType } from '../../src/core/case/event.ts';
import type { CaseRefusalCode } from '../../src/core/case/refusal.ts';

type Own<T extends CommandType> = Omit<CommandOf<T>, 'type' | keyof CommandBase>;

/** Every field of its own that a command has, and whether it must be there: the compiler compares. */
type Needs<P> = { readonly [K in keyof P]-?: Record<never, never> extends Pick<P, K> ? 'may' : 'must' };

interface CommandWords<T extends CommandType> {
  readonly means: string;
  readonly fields: Needs<Own<T>>;
  readonly events: readonly EventType[];
  readonly refusals: readonly CaseRefusalCode[];
}

/** Refusals that any command can meet. */
export const ANY_REFUSALS: readonly CaseRefusalCode[] = [
  ...(['case-instant-ahead', 'case-instant-before-last', 'case-unknown', 'case-closed'] as const),
  ...(['case-not-closed', 'case-already-open', 'case-actor-not-allowed'] as const),
  ...(['case-on-behalf-not-allowed', 'case-instant-before-opening'] as const),
];

/** Events that any command can bring, because time has passed or promises end. */
export const ANY_EVENTS: readonly EventType[] = [
  ...(['StepWarned', 'StepFellDue', 'StepPassed', 'Escalated', 'LevelContacted'] as const),
  ...(['PromiseKept', 'PromiseMissed', 'PromiseVoid', 'CustomerReminded', 'Resumed'] as const),
];

const text = 'may' as const;
const STATED: readonly CaseRefusalCode[] = [
  ...(['case-stated-ahead', 'case-stated-too-old', 'case-stated-before-opening'] as const),
];
const REVISION: readonly CaseRefusalCode[] = [
  ...(['case-revision-other-contract', 'case-revision-unchanged'] as const),
  ...(['case-revision-too-few-levels', 'case-revision-without-track'] as const),
];
const TRACK: readonly CaseRefusalCode[] = ['case-track-unknown', 'case-track-unchanged'];

/** What each command means. */
export const COMMAND_WORDS: { readonly [T in CommandType]: CommandWords<T> } = {
  open: {
    means:
      'The customer brings a problem. Its clocks start, and the first level of the track is contacted at once.',
    fields: {
      ...{
        caseId: 'must',
        revision: 'must',
        track: 'must',
        customer: 'must',
        reporter: 'may',
        directory: 'may',
      },
      ...{ automatic: 'may', references: 'may', practice: 'may', statedAt: 'may', text },
    },
    events: ['CaseOpened', 'LevelContacted'],
    refusals: ['case-track-unknown', 'case-stated-ahead', 'case-stated-too-old'],
  },
  escalate: {
    means:
      'The actor of a step moves the case up. The level is contacted and asked, and clocks count from the move.',
    fields: { level: 'must', reason: 'may', statedAt: 'may', text },
    events: ['Escalated', 'LevelContacted', 'Resumed'],
    refusals: [
      ...(['case-level-unknown', 'case-level-contacted', 'case-step-requires-level'] as const),
      ...(['case-step-not-yours', 'case-step-too-early', 'case-step-clock-still'] as const),
      ...(['case-early-reason-unknown', 'case-stated-before-due', 'case-stated-early'] as const),
      ...STATED,
    ],
  },
  ask: {
    means: 'The customer waits for an answer and asks every level contacted so far.',
    fields: { statedAt: 'may', text },
    events: ['CustomerAsked'],
    refusals: STATED,
  },
  notSatisfied: {
    means:
      'The answer, or the proposed resolution, does not settle it: every level contacted so far is asked.',
    fields: { statedAt: 'may', text },
    events: ['NotSatisfied'],
    refusals: STATED,
  },
  acknowledge: {
    means:
      '"I have it." That level\'s notices rest for a while; no clock of the contract stops. The same person twice is once.',
    fields: { stands: 'may' },
    events: ['Acknowledged'],
    refusals: [],
  },
  respond: {
    means:
      "The contractor's substantive answer. It ends the response clocks of the level its author answers for.",
    fields: { stands: 'may', statedAt: 'may', text },
    events: ['Responded', 'StepWithdrawn'],
    refusals: STATED,
  },
  proposeResolution: {
    means:
      'A response that proposes how to settle it. Where the plan lets silence close a case, it starts that time.',
    fields: { stands: 'may', statedAt: 'may', text },
    events: ['ResolutionProposed', 'StepWithdrawn'],
    refusals: STATED,
  },
  update: {
    means: 'News that is no answer. It keeps the promise of news and stops no clock of the contract.',
    fields: { stands: 'may', text },
    events: ['Updated'],
    refusals: [],
  },
  confirmResponse: {
    means: 'The customer agrees that a response came when its author says; from now on it counts from there.',
    fields: { response: 'must' },
    events: ['ResponseConfirmed', 'StepWithdrawn'],
    refusals: ['case-answer-unknown'],
  },
  satisfied: {
    means: "The customer's own word that it is settled. It closes the case.",
    fields: { text },
    events: ['Satisfied', 'CaseClosed'],
    refusals: [],
  },
  undoSatisfied: {
    means: 'Within 24 hours the customer takes "satisfied" back, as if it had never been said.',
    fields: { text },
    events: ['SatisfactionUndone'],
    refusals: ['case-undo-not-satisfied', 'case-undo-too-late'],
  },
  requestPause: {
    means:
      'The contractor asks that the clocks stand still, for a reason of the plan. Nothing stops by that.',
    fields: { reason: 'must', text },
    events: ['PauseRequested'],
    refusals: ['case-pause-not-offered', 'case-pause-reason-unknown', 'case-pause-running'],
  },
  consentToPause: {
    means: 'The customer agrees, and every clock and promise stands still from then on.',
    fields: {},
    events: ['Paused'],
    refusals: ['case-pause-not-requested'],
  },
  refusePause: {
    means: 'The customer does not agree; nothing stands still.',
    fields: { text },
    events: ['PauseRefused'],
    refusals: ['case-pause-not-requested'],
  },
  resume: {
    means: 'Either side ends the pause. Each clock starts later by the open time that the pause took.',
    fields: {},
    events: ['Resumed'],
    refusals: ['case-not-paused'],
  },
  contestPause: {
    means: 'The customer holds that a pause should not count.',
    fields: { pause: 'must', text },
    events: ['PauseContested'],
    refusals: ['case-pause-unknown', 'case-contest-settled'],
  },
  decidePauseDispute: {
    means: 'Oversight decides. Where it upholds the contest, clocks count as though nobody had paused.',
    fields: { pause: 'must', upheld: 'must', text },
    events: ['PauseDisputeDecided'],
    refusals: ['case-pause-unknown', 'case-contest-missing'],
  },
  contestStatedInstant: {
    means: 'The contractor doubts the earlier instant that the customer stated for an ask.',
    fields: { ask: 'must', text },
    events: ['StatedInstantContested'],
    refusals: ['case-ask-unknown', 'case-ask-not-stated', 'case-contest-settled'],
  },
  decideStatedInstant: {
    means: 'Oversight decides. Upheld, the ask counts from when it was received.',
    fields: { ask: 'must', upheld: 'must', text },
    events: ['StatedInstantDecided'],
    refusals: ['case-ask-unknown', 'case-contest-missing'],
  },
  decline: {
    means:
      'The actor of a step that is due does not take it, and says why. It leaves the list and may still be taken.',
    fields: { level: 'must', reason: 'must' },
    events: ['StepDeclined'],
    refusals: ['case-level-unknown', 'case-step-not-due', 'case-step-not-yours', 'case-reason-missing'],
  },
  handOver: {
    means: 'The contractor gives the case to another contact. No answer, no clock.',
    fields: { to: 'must', text },
    events: ['HandedOver'],
    refusals: ['case-contact-unknown'],
  },
  changeTrack: {
    means:
      'The rules of another track apply from the same starts. What that puts into the past falls due at once.',
    fields: { track: 'must', text },
    events: ['TrackChanged'],
    refusals: TRACK,
  },
  proposeTrack: {
    means: 'The contractor thinks another track fits. Customer or oversight decide.',
    fields: { track: 'must', text },
    events: ['TrackProposed'],
    refusals: TRACK,
  },
  chooseAutomatic: {
    means:
      'The customer lets Ladder move in its name, or stops that. Its steps that are due are taken at once.',
    fields: { automatic: 'must' },
    events: ['AutomaticChosen', 'Escalated', 'LevelContacted', 'Resumed'],
    refusals: [],
  },
  addNote: {
    means: 'Words for one party or for all. From the customer they end its silence after a proposal.',
    fields: { text: 'must', audience: 'may' },
    events: ['NoteAdded'],
    refusals: [],
  },
  attach: {
    means:
      'A file, by its id. What it is called and the digest of its bytes go with it where Ladder keeps them.',
    fields: { file: 'must', audience: 'may', fileDigest: 'may', text },
    events: ['FileAttached'],
    refusals: ['case-files-too-many'],
  },
  recordCall: {
    means: 'A call somebody made by themselves. Evidence; neither an ask nor a response.',
    fields: {
      ...{ level: 'must', reached: 'must', statedAt: 'may', text },
      ...{ contact: 'may', telephone: 'may', failure: 'may', lastedSeconds: 'may' },
      ...{ rangAt: 'may', connectedAt: 'may', endedAt: 'may' },
    },
    events: ['CallRecorded'],
    refusals: [
      'case-call-failure-unfit',
      'case-call-incomplete',
      'case-contact-unknown',
      'case-level-unknown',
      'case-stated-ahead',
      'case-stated-too-old',
      'case-stated-before-opening',
    ],
  },
  addWatcher: {
    means:
      "A colleague of the customer's sees the case from now on and is told of everything. Who does already is no news.",
    fields: { person: 'must' },
    events: ['WatcherAdded'],
    refusals: ['case-person-reporter', 'case-watchers-too-many'],
  },
  removeWatcher: {
    means: 'Somebody watches the case no longer.',
    fields: { person: 'must' },
    events: ['WatcherRemoved'],
    refusals: ['case-watcher-unknown'],
  },
  nameStandIn: {
    means:
      "A colleague of the customer's acts in the reporter's place, until taken back or until `endsAt`. There is one at a time.",
    fields: { person: 'must', endsAt: 'may' },
    events: ['StandInNamed', 'StandInEnded'],
    refusals: ['case-person-reporter', 'case-stand-in-over'],
  },
  endStandIn: {
    means: 'The reporter acts alone again.',
    fields: {},
    events: ['StandInEnded'],
    refusals: ['case-stand-in-missing'],
  },
  withdraw: {
    means: 'The customer no longer asks for anything. It closes the case.',
    fields: { text },
    events: ['CaseClosed'],
    refusals: [],
  },
  close: {
    means:
      'Oversight ends a case: as `openedInError`, as a `duplicate`, or as `silent` for as long as the plan says.',
    fields: { reason: 'must', text },
    events: ['CaseClosed'],
    refusals: [
      'case-close-reason-unknown',
      'case-close-silence-not-offered',
      'case-close-nothing-proposed',
      'case-close-silence-running',
    ],
  },
  reopen: {
    means: 'The trouble is back: every level contacted is asked anew, and the time closed is not counted.',
    fields: { text },
    events: ['CaseReopened'],
    refusals: ['case-reopening-not-offered', 'case-reopening-too-late'],
  },
  proposeRevision: {
    means: 'The contractor thinks a later revision of the plan should apply. Customer or oversight decide.',
    fields: { revision: 'must' },
    events: ['RevisionProposed'],
    refusals: REVISION,
  },
  moveToRevision: {
    means: 'The rules of another revision apply from the same starts.',
    fields: { revision: 'must', text },
    events: ['MovedToRevision'],
    refusals: REVISION,
  },
  deadlineDue: {
    means: 'Time has come. Whatever is due by then falls due; where it did already, nothing happens.',
    fields: {},
    events: [],
    refusals: [],
  },
  deliveryResult: {
    means: 'What a carrier says of one attempt. A receipt is never a response.',
    fields: { delivery: 'must', contact: 'must', level: 'may', means: 'must', result: 'must', why: 'may' },
    events: ['DeliveryRecorded'],
    refusals: [],
  },
  noteMeans: {
    means:
      'Somebody cannot be told by a means any more, whatever is sent, or can be again: a telephone that stopped texts.',
    fields: { contact: 'must', means: 'must', lost: 'must' },
    events: ['MeansLost', 'MeansRegained'],
    refusals: [],
  },
  endReaching: {
    means:
      'Nobody of a level acknowledged or answered for eight hours: it is told no more of what it was asked.',
    fields: { level: 'must' },
    events: ['ReachingEnded'],
    refusals: [],
  },
};

type FieldName = { [T in CommandType]: keyof Own<T> }[CommandType];

/** What each field of a command says. */
export const FIELD_WORDS: Readonly<Record<FieldName, string>> = {
  ask: 'The number of an ask; the opening is 0.',
  audience:
    'Who reads it: `customer`, `contractor`, `oversight` or `all`, which it is where nothing is said.',
  automatic: "Whether Ladder moves in the customer's name.",
  caseId: 'The id of the new case.',
  contact: 'The contact a delivery went to, or whose number was rung: a seat of the plan, or a person.',
  customer: 'The id of the customer, the agency.',
  delivery: 'The id of the attempt.',
  directory: "Who fills the plan's directory seats for this customer: seat to person.",
  endsAt: 'From when on nobody stands in any more.',
  rangAt: 'Of a call that Ladder itself put through: from when it rang. Nobody else says it.',
  connectedAt: 'Of such a call: when whoever was rung took it.',
  endedAt: 'Of such a call: when it was over.',
  lastedSeconds: 'Of such a call: for how many seconds the two were connected.',
  failure:
    'Why a call reached nobody: `noAnswer`, `wrongPerson` or `notInService`; all but the first put the number in doubt. Ladder itself says `busy`, `notTaken` and `notConnected` too, which put none in doubt.',
  file: 'The id of a stored file.',
  fileDigest: 'The salted digest of its bytes.',
  lost: 'Whether the means is lost; otherwise it is regained.',
  level: 'The level meant.',
  means: '`call`, `email`, `text`, `portal` or `api`.',
  pause: 'The number of a pause; the first is 1.',
  person: "One of the customer's people.",
  practice: 'A drill or a sample, which no statistic counts.',
  reached: 'Whether the call reached whom it was for.',
  reason: 'Why, in the words of the plan where it lists them.',
  references: 'The reference numbers of customer and contractor.',
  reporter: "The customer's person who is told and answers, where somebody else records the opening.",
  response: 'The number of a response; the first is 0.',
  result: '`handedOver`, `delivered` or `failed`.',
  why: 'Of what did not get through this time: `busy`, `noAnswer`, `voicemail` or `notCarried`, which a mail may be that waits for its server and is tried on.',
  revision: 'The rules of the plan, compiled.',
  stands: 'The levels at which the author stands by rota or directory, beside the seats of the plan.',
  statedAt: "When it happened, in a person's own word: at most 24 hours before `occurredAt`.",
  text: 'What a person wrote.',
  telephone: 'Which number was rung: `office`, `mobile` or `other`.',
  to: 'The contact who has the case from now on.',
  track: 'A track of the plan.',
  upheld: 'Whether the contest is right.',
};

/** When each refusal is given. */
export const REFUSAL_WORDS: Readonly<Record<CaseRefusalCode, string>> = {
  'case-already-open': 'The case was opened already.',
  'case-unknown': 'There is no case yet.',
  'case-closed': 'The case is closed, and the command needs an open one.',
  'case-not-closed': 'The case is open, and the command needs a closed one.',
  'case-instant-before-last': '`at` is before the last event of the case.',
  'case-instant-before-opening': '`occurredAt` is before the opening was received.',
  'case-instant-ahead': '`occurredAt` is after `at`.',
  'case-stated-ahead': '`statedAt` is after `occurredAt`.',
  'case-stated-too-old': '`statedAt` is more than 24 hours before `occurredAt`.',
  'case-stated-before-opening': '`statedAt` is before the case was opened.',
  'case-stated-early': 'A move before its time counts from now, and from no stated instant.',
  'case-stated-before-due': '`statedAt` of a move is before its step was due.',
  'case-actor-not-allowed': 'The command is not for this party.',
  'case-on-behalf-not-allowed': 'Nobody gives this command for another party.',
  'case-track-unknown': 'The plan has no such track.',
  'case-track-unchanged': 'The case is on that track already.',
  'case-level-unknown': 'The track has no step to that level.',
  'case-level-contacted': 'That level, or a higher one, was contacted already.',
  'case-step-requires-level': 'A level that must come first has not been contacted.',
  'case-step-not-yours': 'The step belongs to another party.',
  'case-step-too-early': 'The step is not due; the refusal says from when it is, and why then.',
  'case-step-clock-still': 'The step is not due, and no clock runs towards it.',
  'case-step-not-due': 'Only a step that is due can be declined.',
  'case-early-reason-unknown': 'The reason is not one for which the step may be taken early.',
  'case-reason-missing': 'The command needs a reason.',
  'case-answer-unknown': 'No response of that number waits to be confirmed.',
  'case-ask-unknown': 'The case has no ask of that number.',
  'case-ask-not-stated': 'No other instant was stated for that ask.',
  'case-contest-settled': 'It was contested before.',
  'case-contest-missing': 'Nobody contests it.',
  'case-pause-not-offered': 'The plan knows no pauses.',
  'case-pause-reason-unknown': 'The plan knows no pause for that reason.',
  'case-pause-running': 'The case is paused already.',
  'case-pause-not-requested': 'The contractor has not asked for a pause.',
  'case-pause-unknown': 'The case has no pause of that number.',
  'case-not-paused': 'The case is not paused.',
  'case-contact-unknown': 'The plan knows no such contact.',
  'case-call-incomplete':
    'Of a call that reached nobody it is not said whose number was rung, which, or why it reached nobody.',
  'case-call-failure-unfit': 'A call that reached its person has no `failure`.',
  'case-person-reporter': 'It is the person who reported the case.',
  'case-watchers-too-many': 'Twenty people watch the case.',
  'case-watcher-unknown': 'That person does not watch the case.',
  'case-stand-in-over': '`endsAt` is not after `occurredAt`.',
  'case-stand-in-missing': 'Nobody stands in, or not any more.',
  'case-files-too-many': 'The case has twenty files.',
  'case-close-reason-unknown':
    'Oversight closes a case as `openedInError`, as a `duplicate`, or as `silent`.',
  'case-close-silence-not-offered': 'The plan does not let a case close for silence.',
  'case-close-nothing-proposed': 'No proposal waits for the customer.',
  'case-close-silence-running': 'The silence is not over yet, or reminders are missing.',
  'case-undo-not-satisfied': "The case was not closed by the customer's word.",
  'case-undo-too-late': 'More than 24 hours have passed.',
  'case-reopening-not-offered': 'The plan knows no reopening.',
  'case-reopening-too-late': 'The time for reopening is over.',
  'case-revision-other-contract': 'The revision belongs to another contract.',
  'case-revision-unchanged': 'The case runs on that revision already.',
  'case-revision-too-few-levels': 'The revision has fewer levels than were contacted.',
  'case-revision-without-track': 'The revision has no track of that name.',
};
