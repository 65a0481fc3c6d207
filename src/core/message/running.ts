import type { RefusalWords } from './cli.ts';

/** Why an installation cannot be run, made or entered as it stands. */
export interface RunningRefusals {
  'installation-in-use': { folder: string; url: string | undefined };
  'installation-there': { kind: 'demonstration' | 'real'; place: string };
  'installation-missing': { place: string };
  'installation-secret-missing': { file: string };
  'installation-secret-other': { file: string | undefined };
  'database-foreign': { place: string; table: string };
  'database-write-refused': { reason: string };
  'port-taken': { variable: string; port: number };
  'port-forbidden': { variable: string; port: number };
  'host-foreign': { variable: string; host: string; reason: string };
  'mail-certificate-unusable': { variable: string; file: string; reason: string };
  'database-gone': { reason: string };
}

/** What happens while Ladder starts, runs and stops, for whoever watches the terminal. */
export interface RunningNews {
  'demonstration-making': { folder: string };
  'crash-found': { folder: string };
  'work-waiting': { deadlines: number; deliveries: number };
  'mailbox-not-reached': { mailbox: string; reason: string };
  'database-lost': Record<never, never>;
  'database-awaited': { reason: string; url: string };
  'database-back': Record<never, never>;
  ready: { url: string; kind: 'demonstration' | 'real' };
  stopping: Record<never, never>;
  'stopping-at-once': Record<never, never>;
}

/** What is said of a running installation, and by the commands that make one. */
export interface RunningWords {
  readonly refusals: { readonly [C in keyof RunningRefusals]: (values: RunningRefusals[C]) => RefusalWords };
  readonly news: { readonly [C in keyof RunningNews]: (values: RunningNews[C]) => string };
  /** What `ladder init` prints: the token is shown here and never again. */
  readonly linkMade: (values: { readonly link: string }) => readonly string[];
  readonly made: (values: { readonly token: string; readonly link: string }) => readonly string[];
}
