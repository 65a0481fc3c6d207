import type { Party } from '../plan/format/schema-values.ts';
import type { Command, CommandType } from './command.ts';
import type { CaseRefusal } from './refusal.ts';
import { refusal } from './refusal.ts';
import type { CaseState } from './state.ts';

/** Which parties may give a command, whether the desk may record it for a caller, and where it is understood. */
interface Authority {
  readonly actors: readonly Party[];
  readonly onBehalf: boolean;
  readonly in: readonly CaseState['status'][];
  /** Where it is understood besides, of what Ladder itself has seen. */
  readonly ladderIn?: readonly CaseState['status'][];
}

const ANY: readonly Party[] = ['customer', 'contractor', 'oversight'];
const open = (actors: readonly Party[], onBehalf = false): Authority => ({ actors, onBehalf, in: ['open'] });
const always = (actors: readonly Party[]): Authority => ({ actors, onBehalf: false, in: ['open', 'closed'] });

/** Every command of a case. Whose step it is, a move finds out by itself. */
export const AUTHORITY: Readonly<Record<CommandType, Authority>> = {
  open: { actors: ['customer'], onBehalf: true, in: ['none'] },
  escalate: open(ANY, true),
  ask: open(['customer'], true),
  notSatisfied: open(['customer'], true),
  acknowledge: open(['contractor']),
  respond: open(['contractor']),
  proposeResolution: open(['contractor']),
  update: open(['contractor']),
  confirmResponse: open(['customer']),
  satisfied: open(['customer']),
  undoSatisfied: { actors: ['customer'], onBehalf: false, in: ['closed'] },
  requestPause: open(['contractor']),
  consentToPause: open(['customer']),
  refusePause: open(['customer']),
  resume: open(['customer', 'contractor']),
  contestPause: open(['customer']),
  decidePauseDispute: open(['oversight']),
  contestStatedInstant: open(['contractor']),
  decideStatedInstant: open(['oversight']),
  decline: open(ANY),
  handOver: open(['contractor']),
  changeTrack: open(['customer', 'oversight']),
  proposeTrack: open(['contractor']),
  chooseAutomatic: open(['customer']),
  addNote: always(ANY),
  attach: always(ANY),
  recordCall: { ...open(ANY), ladderIn: ['closed'] },
  addWatcher: always(['customer']),
  removeWatcher: always(['customer']),
  nameStandIn: always(['customer']),
  endStandIn: always(['customer']),
  withdraw: open(['customer']),
  close: open(['oversight']),
  reopen: { actors: ['customer'], onBehalf: true, in: ['closed'] },
  proposeRevision: open(['contractor']),
  moveToRevision: open(['customer', 'oversight']),
  deadlineDue: always(ANY),
  deliveryResult: always(ANY),
  noteMeans: always(ANY),
  endReaching: always(ANY),
};

/** The no that depends only on who asks and whether the case is open, or undefined. */
export function notAllowed(state: CaseState, command: Command): CaseRefusal | undefined {
  const { type, actor, onBehalfOf } = command;
  const authority = AUTHORITY[type];
  const isSeen = command.by === 'ladder' && authority.ladderIn?.includes(state.status);
  if (!authority.in.includes(state.status) && !isSeen) return wrongStatus(state, type);
  if (!authority.actors.includes(actor)) {
    return refusal('case-actor-not-allowed', { command: type, actor, allowed: authority.actors });
  }
  if (
    onBehalfOf !== undefined &&
    !(authority.onBehalf && onBehalfOf === 'customer' && actor === 'customer')
  ) {
    return refusal('case-on-behalf-not-allowed', { command: type });
  }
  return undefined;
}

function wrongStatus(state: CaseState, command: CommandType): CaseRefusal {
  if (state.status === 'none') return refusal('case-unknown', { command });
  if (command === 'open') {
    const { caseId } = state.status === 'closed' ? state.last : state;
    return refusal('case-already-open', { caseId });
  }
  if (state.status === 'closed') return refusal('case-closed', { command, closedAt: state.closedAt });
  return refusal('case-not-closed', { command });
}
