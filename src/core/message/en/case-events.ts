import type { DeliveryWhy } from '../../case/command.ts';
import type { CaseEvent, EventOf } from '../../case/event.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import {
  capital,
  from,
  levelWords,
  outcomeWords,
  PartyWords,
  partyWords,
  rungWords,
  trackWords,
  when,
} from './case-parts.ts';
import { formatDuration, listed } from './dates.ts';

type Stated = { readonly statedAt?: CaseEvent['at'] };

const stated = ({ statedAt }: Stated, context: CaseContext): string =>
  statedAt === undefined ? '' : ` It says: since ${when(statedAt, context)}.`;

const late = ({ latenessMs }: { readonly latenessMs?: number }): string =>
  latenessMs === undefined || latenessMs === 0 ? '' : ` (acted on ${formatDuration(latenessMs)} later)`;

const seats = (contacts: readonly string[], { seats: known, nameOf }: CaseContext): string =>
  contacts.length === 0 ? 'nobody' : listed(contacts.map((id) => known[id]?.title ?? nameOf?.(id) ?? id));

const desk = ({ onBehalfOf }: Pick<CaseEvent, 'onBehalfOf'>): string =>
  onBehalfOf === undefined ? '' : ' (recorded by the desk)';

export const caseEvents: CaseWords['events'] = {
  CaseOpened: (event, context) =>
    `The customer opens the case on ${trackWords(event.track, context)}${desk(event)}.${stated(event, context)}`,
  LevelContacted: ({ level, contacts }, context) =>
    `${capital(levelWords(level, context))} is contacted: ${seats(contacts, context)}.`,
  StepWarned: ({ level, stepDueAt }, context) =>
    `${capital(levelWords(level, context))} may be contacted from ${from(stepDueAt, context)}.`,
  StepFellDue: (event, context) =>
    `${PartyWords(event.actor)} may contact ${levelWords(event.level, context)} from now on: ${
      event.conditionKind === 'unsatisfied' ? 'not satisfied in time' : 'no response in time'
    }${late(event)}.`,
  StepWithdrawn: ({ level }, context) =>
    `The step to ${levelWords(level, context)} is withdrawn: the response had come in time.`,
  StepDeclined: ({ level, actor, reason }, context) =>
    `${PartyWords(actor)} does not contact ${levelWords(level, context)}: ${reason}.`,
  StepPassed: (event, context) =>
    `Nobody contacted ${levelWords(event.level, context)}; now ${partyWords(event.to)} may${late(event)}.`,
  Escalated: (event, context) => {
    const who = event.automatic ? "Ladder, in the customer's name," : PartyWords(event.actor);
    const early = event.early === undefined ? '' : `, before its time: ${event.early}`;
    return `${who} moves the case to ${levelWords(event.level, context)}${early}${desk(event)}.${stated(event, context)}`;
  },
  CustomerAsked: (event, context) =>
    `The customer waits for an answer and asks again${desk(event)}.${stated(event, context)}`,
  NotSatisfied: (event, context) =>
    `The customer is not satisfied and asks again${desk(event)}.${stated(event, context)}`,
  Acknowledged: ({ level }, context) => `${capital(levelWords(level, context))} has the case.`,
  Responded: (event, context) =>
    `${capital(levelWords(event.level, context))} responds.${stated(event, context)}`,
  ResolutionProposed: (event, context) =>
    `${capital(levelWords(event.level, context))} proposes a resolution.${stated(event, context)}`,
  Updated: ({ level }, context) =>
    `${capital(levelWords(level, context))} gives news, which is no answer yet.`,
  ResponseConfirmed: ({ response }) =>
    `The customer confirms when response ${response} came; it counts from then.`,
  Satisfied: () => 'The customer is satisfied.',
  SatisfactionUndone: () =>
    'The customer takes back that it is satisfied; the case goes on as if never said.',
  PauseRequested: ({ reason }) => `The contractor asks for a pause: ${reason}.`,
  PauseRefused: () => 'The customer does not agree to the pause.',
  Paused: ({ reason }) => `The customer agrees, and every clock stands still: ${reason}.`,
  Resumed: (event) =>
    event.dueAt === undefined
      ? `${PartyWords(event.actor)} ends the pause; the clocks run on.`
      : `The longest pause is over; the clocks run on${late(event)}.`,
  PauseContested: ({ pause }) => `The customer contests pause ${pause}.`,
  PauseDisputeDecided: ({ pause, upheld }) =>
    upheld
      ? `Oversight: pause ${pause} counts as if it had never been.`
      : `Oversight: pause ${pause} counts.`,
  StatedInstantContested: ({ ask }) => `The contractor contests the instant stated with ask ${ask}.`,
  StatedInstantDecided: ({ ask, upheld }) =>
    upheld
      ? `Oversight: ask ${ask} counts from when it was received.`
      : `Oversight: ask ${ask} counts from the instant stated.`,
  HandedOver: ({ to }, context) => `The case is handed to ${seats([to], context)}.`,
  TrackChanged: ({ actor, track }, context) =>
    `${PartyWords(actor)} changes the track to ${trackWords(track, context)}.`,
  TrackProposed: ({ track }, context) => `The contractor proposes the track ${trackWords(track, context)}.`,
  AutomaticChosen: ({ automatic }) =>
    automatic
      ? 'The customer lets Ladder move in its name as soon as a step is due.'
      : 'The customer moves by itself from now on.',
  NoteAdded: ({ actor, by, text }) =>
    `${by === 'ladder' ? 'Ladder' : PartyWords(actor)} notes: ${text ?? ''}`,
  FileAttached: ({ actor, file, text }) => `${PartyWords(actor)} attaches ${text ?? file}.`,
  WatcherAdded: ({ person }, context) =>
    `${capital(seats([person], context))} of the customer watches the case from now on.`,
  WatcherRemoved: ({ person }, context) =>
    `${capital(seats([person], context))} of the customer watches the case no longer.`,
  StandInNamed: ({ person, endsAt }, context) =>
    `${capital(seats([person], context))} acts for the customer in the reporter's place${
      endsAt === undefined ? '' : `, until ${when(endsAt, context)}`
    }.`,
  StandInEnded: ({ person }, context) =>
    `${capital(seats([person], context))} acts in the reporter's place no longer.`,
  CallRecorded: (event, context) =>
    `${event.by === 'ladder' ? 'Ladder puts through' : `${PartyWords(event.actor)} records`} a call to ${levelWords(event.level, context)}${rungWords(
      event,
      event.contact === undefined ? undefined : seats([event.contact], context),
    )}: ${outcomeWords(event)}${
      event.connectedAt === undefined ? '' : `, from ${when(event.connectedAt, context)}`
    }.${rangWords(event, context)}${stated(event, context)}`,
  MeansLost: ({ contact, means }, context) =>
    `${capital(seats([contact], context))} takes no ${MANY[means] ?? means} from Ladder any more, and is told by other means.`,
  MeansRegained: ({ contact, means }, context) =>
    `${capital(seats([contact], context))} takes ${MANY[means] ?? means} from Ladder again.`,
  ReachingEnded: ({ level }, context) =>
    `For eight hours ${levelWords(level, context)} was told, and nobody there took or answered the case in that time. Ladder tells them no more until the level is asked again.`,
  PromiseKept: ({ promise }) => `Promise kept: ${promiseWords(promise)}.`,
  PromiseMissed: (event) => `Promise missed: ${promiseWords(event.promise)}${late(event)}.`,
  PromiseVoid: ({ promise }) => `Promise without object: ${promiseWords(promise)}.`,
  CustomerReminded: (event) =>
    `The customer is reminded, ${event.reminder} of 3, that a proposal waits for its word${late(event)}.`,
  CaseClosed: ({ reason }) => `The case is closed: ${CLOSED[reason]}.`,
  CaseReopened: (event) => `The case is open again, and every level contacted is asked anew${desk(event)}.`,
  RevisionProposed: ({ revision }) => `It is proposed that the case move to revision ${revision.number}.`,
  MovedToRevision: ({ revision }) => `The case moves to revision ${revision.number}.`,
  DeliveryRecorded: ({ contact, means, result, level, why }, context) =>
    nobodyTold({ contact, level }, context) ??
    `${MESSAGES[means] ?? 'A message'} to ${seats([contact], context)} (${means}): ${why === undefined ? RESULTS[result] : WHYS[why]}.`,
};

/** Of a call that rang before its case was open. */
const rangWords = ({ rangAt, occurredAt }: EventOf<'CallRecorded'>, context: CaseContext): string =>
  rangAt === undefined || rangAt >= occurredAt ? '' : ` It rang from ${when(rangAt, context)}.`;

/** Of a level or a party without anybody to write to; undefined where the message was somebody's. */
function nobodyTold(
  { contact, level }: { readonly contact: string; readonly level?: number | undefined },
  context: CaseContext,
): string | undefined {
  const party = PARTIES_TOLD.find((one) => one === contact);
  if (context.seats[contact] || (party === undefined && contact !== `level-${level}`)) return undefined;
  const place = party ? `the ${party}’s side` : `at ${levelWords(level ?? 0, context)}`;
  return `Nobody ${party ? 'of ' : ''}${place} could be told: nothing that is carried here reaches anybody there.`;
}

const PARTIES_TOLD = ['customer', 'contractor', 'oversight'] as const;

const CLOSED = {
  satisfied: 'the customer is satisfied',
  withdrawn: 'the customer withdrew it',
  openedInError: 'it was opened in error',
  duplicate: 'it is a duplicate',
  silent: 'the customer was silent after a proposal',
} as const;

const MANY: Readonly<Partial<Record<Means, string>>> = { call: 'calls', text: 'texts', email: 'mail' };

const MESSAGES: Readonly<Partial<Record<Means, string>>> = { call: 'A call', text: 'A text' };

const WHYS: Readonly<Record<DeliveryWhy, string>> = {
  busy: 'the telephone was busy',
  noAnswer: 'nobody answered',
  voicemail: 'a voicemail answered, which is no answer',
  notCarried: 'its carrier did not bring it in time',
};

const RESULTS = { handedOver: 'handed to its carrier', delivered: 'delivered', failed: 'failed' } as const;

const PROMISES: Readonly<Record<string, string>> = {
  acknowledgeWithin: 'acknowledge in time',
  respondWithin: 'respond in time',
  updateEvery: 'give news in time',
  longestAtLevel: 'settle it at this level or move it on in time',
};

/** A promise by its id, `track/level/kind`. */
function promiseWords(id: string): string {
  const [, level, kind = ''] = id.split('/');
  return `level ${level} to ${PROMISES[kind] ?? kind}`;
}
