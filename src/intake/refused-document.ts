import type { DocumentProblem } from '../core/message/intake.ts';

/** A file from which nothing can be read: thrown by whoever notices, answered as data by `readDocument`. */
export class RefusedDocument extends Error {
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}

/** A refusal whose sentence needs no values. */
export const refused = (
  code: Exclude<DocumentProblem['code'], 'document-too-large' | 'document-too-long'>,
  cause?: unknown,
): RefusedDocument => new RefusedDocument({ code, values: {} }, cause);
