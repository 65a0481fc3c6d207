import type { Instant } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';

/** What a reader is told while the database cannot be reached. */
export interface AwayWords {
  readonly title: string;
  readonly about: string;
  /** To whoever has just sent a form. */
  readonly sent: string;
  readonly callTitle: string;
  readonly call: string;
  /** No plan is kept on this machine. */
  readonly none: string;
  /** Everybody whom the plan names has numbers that only signed-in readers see. */
  readonly noNumbers: string;
  readonly whole: (values: { title: string }) => string;
  readonly pdf: string;
  /** Above a plan that is shown from its copy. */
  readonly copyTitle: string;
  readonly copy: (values: { at: Instant; timeZone: Clocks }) => string;
  readonly copyNumbers: string;
}
