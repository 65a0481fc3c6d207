import type { EventType } from '../../case/event.ts';
import type { Means } from '../../plan/revision/revision.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { levelWords, trackWords } from './case-parts.ts';
import { doer, LevelWords, moment, nextWords, typed, Whom } from './mail-parts.ts';

type News = MailWords['news'];

/** How long a pause lasts at most, where the plan says so. */
const longest = (reader: MailReader): string =>
  reader.pauseUntil === undefined
    ? 'Either side can end the pause.'
    : `Either side can end the pause; by itself it ends ${moment(reader.pauseUntil, reader)}.`;

/** Which ask; the first is the opening. */
const askWords = (ask: number): string => (ask === 0 ? 'the opening' : `ask ${ask}`);

const upheldWords = (upheld: boolean): string => (upheld ? 'Oversight agreed' : 'Oversight did not agree');

const PROMISES: Readonly<Record<string, (level: string) => string>> = {
  acknowledgeWithin: (level) => `${level} did not acknowledge in time.`,
  respondWithin: (level) => `${level} did not respond in time.`,
  updateEvery: (level) => `${level} did not give news in time.`,
  longestAtLevel: (level) => `${level} neither settled the case nor moved it on in time.`,
};

function missed(promise: string, level: number, reader: MailReader): string {
  const kind = promise.split('/').at(-1) ?? '';
  const who = LevelWords(level, reader.context);
  return PROMISES[kind]?.(who) ?? `${who} missed a promise.`;
}

/** Pauses, disputes, tracks, revisions, promises: the frame in which a case runs. */
export const frameNews: Omit<
  News,
  | ('CaseOpened' | 'LevelContacted' | 'StepWarned' | 'StepFellDue' | 'StepWithdrawn' | 'StepDeclined')
  | ('StepPassed' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened' | 'CustomerReminded')
  | ('Acknowledged' | 'Responded' | 'ResolutionProposed' | 'Updated' | 'ResponseConfirmed' | 'Satisfied')
  | ('SatisfactionUndone' | 'NoteAdded' | 'FileAttached' | 'CallRecorded' | 'HandedOver' | 'CaseClosed')
  | ('WatcherAdded' | 'WatcherRemoved' | 'StandInNamed' | 'StandInEnded')
> = {
  PauseRequested: (event, reader) => ({
    subject: 'A pause is asked for',
    lead: [
      `${doer(event, reader)} asked for a pause: ${typed(event.reason)}`,
      reader.audience === 'customer'
        ? 'Every clock would stand still. It begins only if you consent on the page of the case; until then everything runs on.'
        : 'It begins only if the customer consents; until then every clock runs on.',
    ],
  }),
  PauseRefused: (event, reader) => ({
    subject: 'No pause',
    lead: [`${doer(event, reader)} did not consent to the pause. Every clock runs on.`, ...nextWords(reader)],
  }),
  Paused: (event, reader) => ({
    subject: 'Paused',
    lead: [
      `${doer(event, reader)} consented to a pause: ${typed(event.reason)} Every clock stands still.`,
      longest(reader),
    ],
  }),
  Resumed: (event, reader) => ({
    subject: 'The clocks run on',
    lead: [
      event.dueAt === undefined
        ? `${doer(event, reader)} ended the pause, and the clocks run on.`
        : 'The longest pause the plan allows is over, and the clocks run on.',
      ...nextWords(reader),
    ],
  }),
  PauseContested: (event, reader) => ({
    subject: 'A pause is contested',
    lead: [
      `${doer(event, reader)} contested a pause. ${Whom('oversight', reader)} may decide that the pause counts as if it had never been; until then it counts.`,
    ],
  }),
  PauseDisputeDecided: (event, reader) => ({
    subject: 'A contested pause is decided',
    lead: [
      `${upheldWords(event.upheld)} with the customer: the pause counts${event.upheld ? ' as if it had never been' : ''}.`,
      ...nextWords(reader),
    ],
  }),
  StatedInstantContested: (event, reader) => ({
    subject: 'A stated time is contested',
    lead: [
      `${doer(event, reader)} contested the time stated for ${askWords(event.ask)}. ${Whom('oversight', reader)} may decide that it counts from when it was received; until then it counts as stated.`,
    ],
  }),
  StatedInstantDecided: (event, reader) => ({
    subject: 'A contested time is decided',
    lead: [
      `${upheldWords(event.upheld)} with the contractor: ${askWords(event.ask)} counts from ${event.upheld ? 'when it was received' : 'the time stated'}.`,
      ...nextWords(reader),
    ],
  }),
  TrackChanged: (event, reader) => ({
    subject: 'Another track',
    lead: [
      `${doer(event, reader)} changed the track to ${trackWords(event.track, reader.context)}. Deadlines are counted anew from the same starts.`,
      ...nextWords(reader),
    ],
  }),
  TrackProposed: (event, reader) => ({
    subject: 'Another track is proposed',
    lead: [
      `${doer(event, reader)} proposed the track ${trackWords(event.track, reader.context)}. Nothing changes unless ${
        reader.audience === 'customer' ? 'you change' : 'the customer or oversight changes'
      } it on the page of the case.`,
    ],
  }),
  AutomaticChosen: (event, reader) => ({
    subject: event.automatic ? 'Ladder moves the case' : 'No automatic moves',
    lead: [
      event.automatic
        ? `${doer(event, reader)} let Ladder move the case in ${reader.audience === 'customer' ? 'your' : "the customer's"} name as soon as a step of the customer falls due.`
        : `${doer(event, reader)} chose that the customer moves by itself. Ladder moves nothing in its name from now on.`,
      ...nextWords(reader),
    ],
  }),
  RevisionProposed: (event, reader) => ({
    subject: 'Another revision is proposed',
    lead: [
      `${doer(event, reader)} proposed that the case move to revision ${event.revision.number} of the plan. Nothing changes until the customer or oversight moves it.`,
    ],
  }),
  MovedToRevision: (event, reader) => ({
    subject: `Revision ${event.revision.number} of the plan`,
    lead: [
      `${doer(event, reader)} moved the case to revision ${event.revision.number} of the plan. Deadlines are counted anew from the same starts.`,
      ...nextWords(reader),
    ],
  }),
  PromiseMissed: (event, reader) => ({
    subject: `Promise missed at level ${event.level}`,
    lead: [
      `${missed(event.promise, event.level, reader)} It had until ${moment(event.dueAt, reader)}.`,
      "A promise is what the contractor undertakes beside the steps. This moves no step's deadline.",
      ...nextWords(reader),
    ],
  }),
  PromiseKept: (event, reader) => ({
    subject: `Promise kept at level ${event.level}`,
    lead: [`${LevelWords(event.level, reader.context)} kept a promise.`],
  }),
  PromiseVoid: (event, reader) => ({
    subject: `Promise without object at level ${event.level}`,
    lead: [`A promise of ${levelWords(event.level, reader.context)} has no object any more.`],
  }),
  MeansLost: (event, reader) => ({
    subject: `No ${MANY[event.means] ?? event.means} to a contact any more`,
    lead: [
      `${reader.name(event.contact) ?? 'A contact'} takes no ${MANY[event.means] ?? event.means} from Ladder any more, and is told by other means. Where there are none, Ladder cannot reach them.`,
    ],
  }),
  MeansRegained: (event, reader) => ({
    subject: `${event.means === 'text' ? 'Texts' : 'Messages'} to a contact again`,
    lead: [
      `${reader.name(event.contact) ?? 'A contact'} takes ${MANY[event.means] ?? event.means} from Ladder again.`,
    ],
  }),
  ReachingEnded: (event, reader) => ({
    subject: `Level ${event.level} has not been reached in eight hours`,
    lead: [
      `For eight hours ${levelWords(event.level, reader.context)} was told, and nobody there took or answered the case in that time. Ladder tells them no more until the level is asked again.`,
      'The clocks run on all the same. Call, or go to the next level where it may be contacted.',
    ],
  }),
  DeliveryRecorded: (event, reader) => ({
    subject: 'A delivery',
    lead: [
      `A message to ${reader.name(event.contact) ?? 'a contact'} was ${DELIVERED[event.result]}. That is no response.`,
    ],
  }),
} satisfies Partial<{ [T in EventType]: News[T] }>;

const MANY: Readonly<Partial<Record<Means, string>>> = { call: 'calls', text: 'texts', email: 'mail' };

const DELIVERED = {
  handedOver: 'handed to its carrier',
  delivered: 'delivered',
  failed: 'not delivered',
} as const;
