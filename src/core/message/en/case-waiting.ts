import type { WaitingFor } from '../../case/waiting-for.ts';
import type { CaseContext, CaseWords } from '../case.ts';
import { capital, from, levelWords, PartyWords, partyWords, when } from './case-parts.ts';

const since = (waiting: WaitingFor, context: CaseContext): string =>
  waiting.since === undefined ? '' : ` since ${when(waiting.since, context)}`;

/** Since when a move may be made: never shown before it is. */
const sinceDue = (waiting: WaitingFor, context: CaseContext): string =>
  waiting.since === undefined ? '' : ` since ${from(waiting.since, context)}`;

const level = (waiting: WaitingFor, context: CaseContext): string =>
  waiting.level === undefined ? 'the contractor' : levelWords(waiting.level, context);

/** What comes after: the next level and from when, or that there is none above. */
function next({ next: step, atTop, pauseAsked }: WaitingFor, context: CaseContext): string {
  const asked = pauseAsked ? ' The contractor asks for a pause.' : '';
  if (atTop) return ` This is the top of the ladder; oversight sees the case.${asked}`;
  if (!step) return asked;
  const who = PartyWords(step.actor);
  return ` ${who} may contact ${levelWords(step.level, context)} from ${from(step.dueAt, context)}.${asked}`;
}

export const caseWaiting: CaseWords['waiting'] = {
  opening: () => 'No case yet: the customer opens one.',
  move: (waiting, context) =>
    `${PartyWords(waiting.party ?? 'customer')} may contact ${level(waiting, context)}: that has been due${sinceDue(waiting, context)}.${next(waiting, context)}`,
  answer: (waiting, context) =>
    `${capital(level(waiting, context))} owes the customer an answer${since(waiting, context)}.${next(waiting, context)}`,
  verdict: (waiting, context) =>
    `${capital(partyWords('customer'))} has had a proposal${since(waiting, context)} and says whether it settles the matter.${next(waiting, context)}`,
  settlement: (waiting, context) =>
    `${capital(level(waiting, context))} has answered${since(waiting, context)}; the matter is not settled yet.${next(waiting, context)}`,
  resumption: (waiting, context) =>
    `Every clock has stood still${since(waiting, context)}; either side can end the pause.`,
  nothing: (waiting, context) => `Closed${since(waiting, context)}.`,
};
