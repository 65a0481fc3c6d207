import type { ApiCommand } from '../../schemas/commands.ts';

/** Commands that the page of a case has a form for; files, and with whom a case is shared, have pages of their own. */
export type Act = Exclude<
  ApiCommand,
  'attach' | 'addWatcher' | 'removeWatcher' | 'nameStandIn' | 'endStandIn'
>;

/** What a form asks for. */
export type FieldName =
  | ('text' | 'statedAt' | 'reason' | 'declineReason' | 'pauseReason' | 'closeReason')
  | ('track' | 'to' | 'rung' | 'outcome' | 'audience' | 'upheld');

/** To what of a case a form belongs, where there may be several. */
type TargetName = 'level' | 'pause' | 'ask' | 'response' | 'automatic' | 'revision';
export type Target = Readonly<Partial<Record<TargetName, number>>>;

/**
 * How a form is laid out. `press`: one button, on the case's page. `write`: there too, with something to fill in.
 * `weigh`: on a page of its own that says what follows, for it cannot be undone.
 */
interface ActForm {
  readonly weight: 'press' | 'write' | 'weigh';
  readonly fields: readonly FieldName[];
  /** Whether words are wanted, and not only welcome. */
  readonly needsText?: true;
  readonly target?: TargetName;
}

/** Every act with what its form asks for. */
export const ACTS: Readonly<Record<Act, ActForm>> = {
  escalate: { weight: 'write', fields: ['reason', 'text', 'statedAt'], target: 'level' },
  ask: { weight: 'write', fields: ['text', 'statedAt'] },
  notSatisfied: { weight: 'write', fields: ['text', 'statedAt'] },
  acknowledge: { weight: 'press', fields: [] },
  respond: { weight: 'write', fields: ['text', 'statedAt'], needsText: true },
  proposeResolution: { weight: 'write', fields: ['text', 'statedAt'], needsText: true },
  update: { weight: 'write', fields: ['text'], needsText: true },
  confirmResponse: { weight: 'press', fields: [], target: 'response' },
  satisfied: { weight: 'write', fields: ['text'] },
  undoSatisfied: { weight: 'press', fields: [] },
  requestPause: { weight: 'write', fields: ['pauseReason', 'text'] },
  consentToPause: { weight: 'press', fields: [] },
  refusePause: { weight: 'write', fields: ['text'] },
  resume: { weight: 'press', fields: [] },
  contestPause: { weight: 'write', fields: ['text'], target: 'pause' },
  decidePauseDispute: { weight: 'write', fields: ['upheld', 'text'], target: 'pause' },
  contestStatedInstant: { weight: 'write', fields: ['text'], target: 'ask' },
  decideStatedInstant: { weight: 'write', fields: ['upheld', 'text'], target: 'ask' },
  decline: { weight: 'write', fields: ['declineReason'], target: 'level' },
  handOver: { weight: 'write', fields: ['to', 'text'] },
  changeTrack: { weight: 'weigh', fields: ['track', 'text'] },
  proposeTrack: { weight: 'write', fields: ['track', 'text'] },
  chooseAutomatic: { weight: 'press', fields: [], target: 'automatic' },
  addNote: { weight: 'write', fields: ['text', 'audience'], needsText: true },
  recordCall: { weight: 'write', fields: ['rung', 'outcome', 'statedAt', 'text'] },
  withdraw: { weight: 'weigh', fields: ['text'] },
  close: { weight: 'weigh', fields: ['closeReason', 'text'] },
  reopen: { weight: 'write', fields: ['text'] },
  proposeRevision: { weight: 'write', fields: [], target: 'revision' },
  moveToRevision: { weight: 'weigh', fields: ['text'], target: 'revision' },
};

/** An act by the name its form is sent to; undefined for anything else. */
export const actNamed = (name: string): Act | undefined =>
  Object.hasOwn(ACTS, name) ? (name as Act) : undefined;
