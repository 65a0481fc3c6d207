import type { ActSubject, CasePageWords } from '../portal/case-page.ts';
import { levelWords, when } from './case-parts.ts';

type Acts = CasePageWords['acts']['of'];

const level = ({ level: number = 0, context }: ActSubject): string => levelWords(number, context);

/** ` of Tue 17 Nov 2026, 2:10 pm Pacific`; nothing where it is not known. */
const of = ({ at, context }: ActSubject): string => (at === undefined ? '' : ` of ${when(at, context)}`);

/** What the customer says, or the desk for it. */
const customerActs: Pick<
  Acts,
  | ('escalate' | 'ask' | 'notSatisfied' | 'satisfied' | 'undoSatisfied' | 'chooseAutomatic' | 'reopen')
  | ('withdraw' | 'confirmResponse' | 'decline' | 'recordCall' | 'addNote')
> = {
  escalate: {
    label: (subject) =>
      subject.isEarly ? `Contact ${level(subject)} before its time` : `Contact ${level(subject)} now`,
    follows: (subject) =>
      `The case moves up: ${level(subject)} is told at once, and is asked for an answer from now on. Levels only rise.`,
    done: (subject) => `The case has moved to ${level(subject)}, which is being told.`,
  },
  ask: {
    label: ({ onBehalf }) =>
      onBehalf ? 'The customer is waiting for an answer' : 'I am waiting for an answer',
    follows: () =>
      'Every level contacted so far is asked again. Where somebody has answered before, the clocks of silence start anew.',
    done: () => 'Every level contacted so far is asked again.',
  },
  notSatisfied: {
    label: ({ onBehalf }) => (onBehalf ? 'The customer is not satisfied' : 'I am not satisfied'),
    follows: () => 'The answer does not settle it: every level contacted so far is asked again.',
    done: () =>
      'It is on the case that the answer does not settle it. Every level contacted so far is asked again.',
  },
  satisfied: {
    label: () => 'I am satisfied',
    follows: () =>
      'The case is closed, and nothing more falls due. You can take this back within 24 hours, as if it had never been said.',
    done: () => 'The case is closed. You can take this back within 24 hours.',
  },
  undoSatisfied: {
    label: () => 'I am not satisfied after all',
    follows: () =>
      'The case goes on as if you had never said that you are satisfied; its clocks have run on.',
    done: () => 'The case goes on as if it had never been said.',
  },
  chooseAutomatic: {
    label: ({ automatic }) => (automatic === 1 ? 'Let Ladder move for me' : 'Stop moving for me'),
    follows: ({ automatic }) =>
      automatic === 1
        ? 'As soon as one of your steps is due, Ladder takes it in your name, day and night. What is due already is taken at once. You can switch this off.'
        : 'From now on nothing is done in your name: you are told when a step is due, and take it yourself.',
    done: ({ automatic }) =>
      automatic === 1
        ? 'Ladder moves in your name as soon as a step of yours is due.'
        : 'Ladder no longer moves in your name.',
  },
  reopen: {
    label: () => 'Reopen the case',
    follows: () =>
      'The trouble is back: every level contacted is asked anew, and the time closed counts for nobody.',
    done: () => 'The case is open again, and every level contacted is asked anew.',
  },
  withdraw: {
    label: () => 'Withdraw the case',
    follows: () =>
      'The case is closed without being settled: nobody works on it any more, and nothing more falls due. This cannot be taken back; at most the case can be reopened, where the plan allows it.',
    done: () => 'The case is withdrawn and closed.',
  },
  confirmResponse: {
    label: ({ at, context }) =>
      at === undefined ? 'Confirm when the answer came' : `Yes, the answer came on ${when(at, context)}`,
    follows: () =>
      'The contractor says that its answer came earlier than Ladder received it. If you confirm that, clocks count from then; if you do not, they count from when it was received.',
    done: () => 'The answer counts from when the contractor says that it came.',
  },
  decline: {
    label: (subject) => `Do not contact ${level(subject)}`,
    follows: () => 'The step leaves your list, with your reason on the case. It may still be taken later.',
    done: (subject) =>
      `It is on the case why ${level(subject)} is not contacted. The step may still be taken.`,
  },
  recordCall: {
    label: () => 'I rang them',
    follows: () =>
      'The call stands on the case as evidence. It asks nobody for an answer and moves nothing: to do that, use the other buttons. A number that is not in service, or that somebody else answers, is in doubt at once, and the program manager is told. That nobody picked up puts nothing in doubt.',
    done: () => 'The call stands on the case.',
  },
  addNote: {
    label: () => 'Write a note',
    follows: () => 'A note stands on the case for whom you choose. No clock hears it.',
    done: () => 'The note stands on the case.',
  },
};

/** What the contractor says. */
const contractorActs: Pick<
  Acts,
  | ('acknowledge' | 'respond' | 'proposeResolution' | 'update' | 'handOver' | 'proposeTrack')
  | ('requestPause' | 'contestStatedInstant' | 'proposeRevision')
> = {
  acknowledge: {
    label: () => 'I have it',
    follows: () =>
      'The messages to your level stop for a while. It is no answer: every clock of the contract runs on until you respond.',
    done: () => 'You have the case. The messages to your level stop for a while; the clocks run on.',
  },
  respond: {
    label: () => 'Respond',
    follows: () => 'Your answer on the matter goes to the customer and ends the silence of your level.',
    done: () => 'Your answer is on the case, and the customer is told.',
  },
  proposeResolution: {
    label: () => 'Propose a resolution',
    follows: () =>
      'You hold that this settles it, and the customer is asked whether it does. It counts as an answer; only the customer can close the case.',
    done: () => 'Your proposal is on the case, and the customer is asked whether it settles it.',
  },
  update: {
    label: () => 'Give news',
    follows: () =>
      'The customer hears where things stand. It is no answer, and stops no clock of the contract.',
    done: () => 'The customer is told. It is no answer: the clocks run on.',
  },
  handOver: {
    label: () => 'Hand over',
    follows: () => 'Somebody else at the contractor has the case from now on, and is told. No clock changes.',
    done: () => 'The case is handed over.',
  },
  proposeTrack: {
    label: () => 'Propose another track',
    follows: () =>
      'The customer is asked whether the other track fits better. Only the customer or oversight changes it.',
    done: () => 'The customer is asked whether the other track fits better.',
  },
  requestPause: {
    label: () => 'Ask for a pause',
    follows: () =>
      'The clocks stand still only once the customer agrees, and at most as long as the plan allows.',
    done: () => 'The customer is asked whether it agrees. Until then every clock runs on.',
  },
  contestStatedInstant: {
    label: (subject) => `Contest the instant stated${of(subject)}`,
    follows: () =>
      'You doubt that the customer asked when it says. Oversight decides; until then the stated instant counts.',
    done: () => 'Oversight is asked to decide. Until then the stated instant counts.',
  },
  proposeRevision: {
    label: ({ revision }) => `Propose revision ${revision} of the plan for this case`,
    follows: () => 'The customer or oversight decides whether the case moves to it.',
    done: () => 'The customer and oversight are asked whether the case moves to it.',
  },
};

/** Pauses, and what oversight decides. */
const otherActs: Omit<Acts, keyof typeof customerActs | keyof typeof contractorActs> = {
  consentToPause: {
    label: () => 'Agree to the pause',
    follows: () =>
      'Every clock stands still, until either side ends the pause or the longest time that the plan allows is over.',
    done: () => 'The case is paused: every clock stands still.',
  },
  refusePause: {
    label: () => 'Do not agree to the pause',
    follows: () => 'Every clock runs on.',
    done: () => 'There is no pause: every clock runs on.',
  },
  resume: {
    label: () => 'End the pause',
    follows: () => 'Every clock runs on from where it stood.',
    done: () => 'The pause is over: every clock runs on.',
  },
  contestPause: {
    label: (subject) => `Contest the pause${of(subject)}`,
    follows: () => 'You hold that the pause should not count. Oversight decides; until then it counts.',
    done: () => 'Oversight is asked to decide. Until then the pause counts.',
  },
  decidePauseDispute: {
    label: (subject) => `Decide whether the pause${of(subject)} counts`,
    follows: () => 'Where the contest is upheld, the clocks count as if the pause had never been.',
    done: () => 'Your decision is on the case, and both sides are told.',
  },
  decideStatedInstant: {
    label: (subject) => `Decide on the instant stated${of(subject)}`,
    follows: () => 'Where the contest is upheld, the ask counts from when it was received.',
    done: () => 'Your decision is on the case, and both sides are told.',
  },
  changeTrack: {
    label: () => 'Change the track',
    follows: () =>
      'The rules of the other track apply at once, from the same starts: what they put into the past falls due now. Steps that were due stay due where the other track has them.',
    done: () => 'The case is on the other track.',
  },
  close: {
    label: () => 'Close the case',
    follows: () =>
      'Nobody works on the case any more, and nothing more falls due. This cannot be taken back; at most the customer can reopen the case, where the plan allows it.',
    done: () => 'The case is closed, and everybody on it is told.',
  },
  moveToRevision: {
    label: ({ revision }) => `Move the case to revision ${revision} of the plan`,
    follows: () =>
      'The rules of that revision apply at once, from the same starts: what they put into the past falls due now. The case does not go back by itself.',
    done: ({ revision }) => `The case runs on revision ${revision} of the plan.`,
  },
};

export const caseActs: Acts = { ...customerActs, ...contractorActs, ...otherActs };
