import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { statedProblem } from './stated.ts';

/** The customer waits for an answer, or has one that does not settle it: every level contacted so far is asked. */
export function ask(course: Course, command: CommandOf<'ask' | 'notSatisfied'>): CaseRefusal | undefined {
  const state = openState(course);
  const problem = statedProblem(command, state.openedFrom);
  if (problem) return problem;
  const { statedAt, text } = command;
  const asked = { ask: state.asksCount, ...given({ statedAt, text }) };
  record(course, {
    type: command.type === 'ask' ? 'CustomerAsked' : 'NotSatisfied',
    ...base(command),
    ...asked,
  });
  return undefined;
}
