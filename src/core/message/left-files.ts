/** Why a file that came with a mail is not kept. */
export type LeftWhy =
  | 'file-empty'
  | 'file-too-big'
  | 'file-kind-unknown'
  | 'case-files-too-many'
  | 'within-text'
  | 'no-room'
  | 'not-allowed'
  | 'not-fetched';

/** A file that came with a mail and is not kept. */
export interface LeftFile {
  readonly name: string;
  readonly why: LeftWhy;
}
