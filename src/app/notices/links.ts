import type { CaseState, OpenState } from '../../core/case/state.ts';
import type { MailAction } from '../../core/message/mail.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';

/** Something a reader can do by a link of their own. */
export interface OfferedAction {
  readonly action: MailAction;
  readonly level?: number;
}

/** A link dies after this, if nothing has ended it before. */
export const LINK_HOURS = 72;

/** What a reader may do now: what is theirs to do as this party, and at which level they are reached. */
export function offeredActions(
  state: CaseState,
  audience: Party,
  level: number | undefined,
): readonly OfferedAction[] {
  if (state.status === 'none') return [];
  if (state.status === 'closed') {
    const isUndoable = audience === 'customer' && state.reason === 'satisfied' && state.before !== undefined;
    return isUndoable ? [{ action: 'undoSatisfied' }] : [];
  }
  switch (audience) {
    case 'customer':
      return [...dueMoves(state, 'customer'), { action: 'satisfied' }, { action: 'notSatisfied' }];
    case 'contractor':
      return level === undefined
        ? []
        : [
            { action: 'acknowledge', level },
            { action: 'respond', level },
          ];
    case 'oversight':
      return dueMoves(state, 'oversight');
  }
}

const dueMoves = (state: OpenState, actor: Party): readonly OfferedAction[] =>
  state.due
    .filter((step) => step.actor === actor && !step.declined)
    .map((step) => ({ action: 'escalate', level: step.level }));
