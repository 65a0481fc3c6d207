/** Why nothing could be read from a file. */
export type DocumentProblem =
  | { readonly code: 'document-empty' }
  | { readonly code: 'document-too-large'; readonly mebibytes: number }
  | { readonly code: 'document-too-long'; readonly pages: number }
  | { readonly code: 'document-encrypted' }
  | { readonly code: 'document-damaged' }
  | { readonly code: 'document-kind-unknown' }
  | { readonly code: 'document-word-old' }
  | { readonly code: 'document-without-text' }
  | { readonly code: 'document-too-dear' };

/** A file from which nothing can be read: thrown by whoever notices, answered as data by `readDocument`. */
export class RefusedDocument extends Error {
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}
