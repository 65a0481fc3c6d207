import type { Frame } from '../frame.tsx';

/** What every page beside a case knows of it. */
export interface CaseHead extends Frame {
  /** The case's own page. */
  readonly casePath: string;
  /** The case as its own page is titled. */
  readonly caseTitle: string;
  readonly timeZone: string;
  readonly readerZone: string | undefined;
  /** Makes a form that is sent twice be done once. */
  readonly formKey: string;
}
