import type { Plan } from '../../../core/plan/format/schema.ts';
import type { Question } from '../../../core/plan/format/schema-contract.ts';

/** A question of a plan that nobody has settled, with its place in the list. */
export interface OpenQuestion {
  readonly at: number;
  readonly question: Question;
}

/** Questions of a plan that nobody has settled. */
export const openQuestions = ({ questions = [] }: Plan): readonly OpenQuestion[] =>
  questions.flatMap((question, at) => (question.settled === undefined ? [{ question, at }] : []));
