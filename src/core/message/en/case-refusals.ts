import type { DeadlineReason } from '../../case/deadline-reason.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import { capital, from, levelWords, PartyWords, partyWords, trackWords, when } from './case-parts.ts';
import { counted, formatSpan, listed } from './dates.ts';
import { explain } from './explain.ts';

const said = (message: string, advice: string) => ({ message, advice });

const LACKING_OF_CALL = {
  contact: 'whose number was rung',
  telephone: 'which number was rung',
  failure: 'why it reached nobody',
} as const;

const SEE_STATE = 'Look at the case: it says what it waits for and who may do what.';

export const caseRefusals: CaseWords['refusals'] = {
  'case-already-open': ({ caseId }) => said(`Case ${caseId} is open already.`, 'Use the case there is.'),
  'case-unknown': ({ command }) =>
    said(`There is no case yet, so "${command}" has nothing to act on.`, 'Open the case first.'),
  'case-closed': ({ command, closedAt }, context) =>
    said(
      `The case was closed ${when(closedAt, context)}, so "${command}" is not possible.`,
      'Reopen the case, where the plan allows it, or open a new one.',
    ),
  'case-not-closed': ({ command }) => said(`The case is open, so "${command}" is not possible.`, SEE_STATE),
  'case-instant-before-last': ({ at, lastAt }, context) =>
    said(
      `${when(at, context)} comes before the last thing the case recorded, ${when(lastAt, context)}.`,
      'Give commands in the order in which they are handled; say when it happened with `occurredAt`.',
    ),
  'case-instant-before-opening': ({ occurredAt, openedAt }, context) =>
    said(
      `${when(occurredAt, context)} comes before the case was opened ${when(openedAt, context)}.`,
      'Give an `occurredAt` at or after the opening.',
    ),
  'case-instant-ahead': ({ occurredAt, at }, context) =>
    said(
      `It cannot have happened ${when(occurredAt, context)} and be handled earlier, ${when(at, context)}.`,
      'Give an `occurredAt` at or before `at`.',
    ),
  'case-stated-ahead': ({ statedAt, occurredAt }, context) =>
    said(
      `You state ${when(statedAt, context)}, which is later than now, ${when(occurredAt, context)}.`,
      'State when it happened, not when it will.',
    ),
  'case-stated-too-old': ({ statedAt, occurredAt, hours }, context) =>
    said(
      `You state ${when(statedAt, context)}, more than ${counted(hours, 'hour')} before ${when(occurredAt, context)}.`,
      `State an instant within the last ${counted(hours, 'hour')}, or none, and put the rest into a note.`,
    ),
  'case-stated-before-opening': ({ statedAt, openedAt }, context) =>
    said(
      `You state ${when(statedAt, context)}, before the case was opened ${when(openedAt, context)}.`,
      'State an instant after the opening.',
    ),
  'case-stated-early': ({ level }, context) =>
    said(
      `A move to ${levelWords(level, context)} before its time counts from now, and from no other instant.`,
      'State no instant with it.',
    ),
  'case-stated-before-due': ({ statedAt, level, dueAt }, context) =>
    said(
      `You state ${when(statedAt, context)}, but ${levelWords(level, context)} might be contacted from ${from(dueAt, context)} only.`,
      'State an instant from then on, or none.',
    ),
  'case-actor-not-allowed': ({ command, actor, allowed }) =>
    said(`"${command}" is not for ${partyWords(actor)}.`, `It is for ${listed(allowed.map(partyWords))}.`),
  'case-on-behalf-not-allowed': ({ command }) =>
    said(
      `Nobody says "${command}" on the customer's behalf.`,
      'The customer says it, on the portal, by mail or by telephone.',
    ),
  'case-track-unknown': ({ track, tracks }) =>
    said(`The plan has no track "${track}".`, `It has ${listed(tracks)}.`),
  'case-track-unchanged': ({ track }, context) =>
    said(`The case is on "${trackWords(track, context)}" already.`, 'Nothing needs to be done.'),
  'case-level-unknown': ({ level, levels }) =>
    said(
      `The case's track has no step to level ${level}.`,
      `It has steps to ${listed(levels.map((each) => `level ${each}`))}.`,
    ),
  'case-level-contacted': ({ level, highest }, context) =>
    said(
      `${capital(levelWords(level, context))} cannot be reached anew: the case is at level ${highest}, and levels only rise.`,
      'Ask again instead: that asks every level contacted so far.',
    ),
  'case-step-requires-level': ({ level, missing }, context) =>
    said(
      `${capital(levelWords(level, context))} comes only after ${listed(missing.map((each) => levelWords(each, context)))}.`,
      `Contact ${listed(missing.map((each) => `level ${each}`))} first.`,
    ),
  'case-step-not-yours': ({ level, actor }, context) =>
    said(
      `The step to ${levelWords(level, context)} belongs to ${partyWords(actor)}.`,
      `${PartyWords(actor)} can take it or decline it.`,
    ),
  'case-step-too-early': ({ level, dueAt, reason }, context) => {
    if (reason === undefined) {
      return said(
        `${capital(levelWords(level, context))} may be contacted from ${from(dueAt, context)}, and this was received before that.`,
        'The step has fallen due meanwhile: send it again.',
      );
    }
    return said(
      `${capital(levelWords(level, context))} may be contacted from ${from(dueAt, context)}. ${whyThen(reason, context)}`,
      'Until then ask the levels contacted so far again; the case tells you when the time has come.',
    );
  },
  'case-step-clock-still': ({ level, paused }, context) =>
    said(
      `No clock is running towards ${levelWords(level, context)}${paused ? ': the case is paused' : ''}.`,
      paused ? 'End the pause first.' : 'Ask again if you wait for an answer: that starts the clock.',
    ),
  'case-step-not-due': ({ level }, context) =>
    said(`The step to ${levelWords(level, context)} is not due.`, 'Only a step that is due can be declined.'),
  'case-early-reason-unknown': ({ level, reason, reasons }, context) =>
    said(
      `"${reason}" is no reason for which ${levelWords(level, context)} may be contacted early.`,
      `The plan's reasons are ${listed(reasons.map((each) => `"${each}"`))}.`,
    ),
  'case-reason-missing': ({ command }) => said(`"${command}" needs a reason.`, 'Say why in a few words.'),
  'case-answer-unknown': ({ response }) =>
    said(
      `The case has no response ${response} whose instant waits to be confirmed.`,
      'Only a response for which the contractor states an earlier instant can be confirmed.',
    ),
  'case-ask-unknown': ({ ask }) => said(`The case has no ask ${ask}.`, SEE_STATE),
  'case-ask-not-stated': ({ ask }) =>
    said(
      `Ask ${ask} counts from when it was received; nobody stated another instant.`,
      'Only a stated instant can be contested.',
    ),
  'case-contest-settled': ({ what, number }) =>
    said(`${capital(what)} ${number} has been contested already.`, 'It is with oversight, or was decided.'),
  'case-contest-missing': ({ what, number }) =>
    said(`Nobody contests ${what} ${number}.`, 'There is nothing to decide.'),
  'case-pause-not-offered': () =>
    said('The plan knows no pauses.', 'The clocks run on; agree on pauses in the plan if they should not.'),
  'case-pause-reason-unknown': ({ reason, reasons }) =>
    said(
      `"${reason}" is no reason for a pause.`,
      `The plan's reasons are ${listed(reasons.map((each) => `"${each}"`))}.`,
    ),
  'case-pause-running': ({ since }, context) =>
    said(`The case has been paused since ${when(since, context)}.`, 'End that pause first.'),
  'case-pause-not-requested': () =>
    said('The contractor has not asked for a pause.', 'A pause begins with its request.'),
  'case-pause-unknown': ({ pause }) => said(`The case has no pause ${pause}.`, SEE_STATE),
  'case-not-paused': () => said('The case is not paused.', 'Its clocks are running already.'),
  'case-contact-unknown': ({ contact }) =>
    said(
      `The plan knows no contact "${contact}".`,
      'Name a seat of the plan, or somebody who has been contacted.',
    ),
  'case-call-incomplete': ({ lacking }) =>
    said(
      `It is not said of the call ${LACKING_OF_CALL[lacking]}.`,
      'A call that reached nobody says whose number was rung (`contact`), which (`telephone`: office, mobile or other) and why it reached nobody (`failure`: noAnswer, wrongPerson or notInService).',
    ),
  'case-call-failure-unfit': ({ failure }) =>
    said(
      `A call that reached its person has not failed, as "${failure}" says.`,
      'Leave `failure` out, or say that nobody was reached.',
    ),
  'case-person-reporter': ({ person }) =>
    said(
      `"${person}" reported the case, sees it, is told of everything and acts anyway.`,
      'Name somebody else of the customer.',
    ),
  'case-watchers-too-many': ({ watchersMax }) =>
    said(
      `${watchersMax} people watch the case, and more cannot.`,
      'Take away somebody who need not watch it any more.',
    ),
  'case-watcher-unknown': ({ person }) =>
    said(`"${person}" does not watch the case.`, 'Look at the case: it says who does.'),
  'case-stand-in-over': ({ endsAt }, context) =>
    said(
      `A stand-in until ${when(endsAt, context)} would be over already.`,
      'Give an instant that is still to come, or none.',
    ),
  'case-stand-in-missing': () => said('Nobody stands in for the reporter.', 'Nothing needs to be done.'),
  'case-files-too-many': ({ filesMax }) =>
    said(
      `The case has ${counted(filesMax, 'file')}, and more are not kept.`,
      'Put the rest where all can reach it, and write a note that says where.',
    ),
  'case-close-reason-unknown': ({ reason, reasons }) =>
    said(
      `"${reason}" is no reason for which oversight closes a case.`,
      `Its reasons are ${listed(reasons.map((each) => `"${each}"`))}.`,
    ),
  'case-close-silence-not-offered': () =>
    said('The plan does not let a case close for silence.', 'Ask the customer whether it is satisfied.'),
  'case-close-nothing-proposed': () =>
    said(
      'No proposal waits for the customer, so its silence says nothing.',
      'Propose a resolution first; the reminders follow by themselves.',
    ),
  'case-close-silence-running': ({ dueAt, reminders }, context) =>
    said(
      `The customer has been reminded ${counted(reminders, 'time')}; its silence ${dueAt === undefined ? 'does not count now' : `is long enough ${when(dueAt, context)}`}.`,
      'Close the case for silence after that and after three reminders.',
    ),
  'case-undo-not-satisfied': ({ reason }) =>
    said(`The case was not closed by the customer's word (${reason}).`, 'Reopen it instead.'),
  'case-undo-too-late': ({ until }, context) =>
    said(`"Satisfied" could be taken back until ${when(until, context)}.`, 'Reopen the case instead.'),
  'case-reopening-not-offered': () =>
    said('The plan knows no reopening.', 'Open a new case and name this one in it.'),
  'case-reopening-too-late': ({ until }, context) =>
    said(
      `The case could be reopened until ${when(until, context)}.`,
      'Open a new case and name this one in it.',
    ),
  'case-revision-other-contract': ({ contract, expected }) =>
    said(
      `The revision belongs to contract "${contract}", the case to "${expected}".`,
      'Choose a revision of the same contract.',
    ),
  'case-revision-unchanged': ({ number }) =>
    said(`The case runs on revision ${number} already.`, 'Nothing needs to be done.'),
  'case-revision-too-few-levels': ({ levels, contacted }) =>
    said(
      `The revision has ${counted(levels, 'level')}, and level ${contacted} has been contacted already.`,
      'Let the case end on its own revision.',
    ),
  'case-revision-without-track': ({ track }) =>
    said(
      `The revision has no track "${track}".`,
      "Change the case's track first, or let it end on its own revision.",
    ),
};

/** Why a step falls due when it does: what it waits for, from when, and which days and hours count. */
function whyThen({ condition, from: start, explanation }: DeadlineReason, context: CaseContext): string {
  const since = when(start, context);
  const span = formatSpan(condition.span);
  const first =
    condition.kind === 'unsatisfied'
      ? `${span} without satisfaction count from ${since}.`
      : `${span} without a response count from ${since}.`;
  const [, ...rest] = explanation.reasons;
  const sentences = rest.map(({ code, values }) => (explain[code] as (given: unknown) => string)(values));
  return [first, ...sentences].join(' ');
}
