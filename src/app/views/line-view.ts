import { type Owed, owed } from '../../core/case/owed.ts';
import { highestLevel } from '../../core/case/state.ts';
import { type WaitingFor, waitingFor } from '../../core/case/waiting-for.ts';
import type { Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { CaseLine } from '../ports/lists.ts';
import { openPart } from './case-view.ts';

/** What a line of a list says about a case. */
export interface LineView {
  readonly caseId: string;
  readonly references: readonly string[];
  readonly customerName: string;
  readonly track: string;
  readonly level: number;
  readonly waiting: WaitingFor;
  /** Whose turn it is, where a case waits for anybody. */
  readonly party: Party | undefined;
  readonly isReadersTurn: boolean;
  /** What is due first, or was and is not done yet. */
  readonly next: Owed | undefined;
  /** How long ago that was due; undefined where it is still to come. */
  readonly lateMs: number | undefined;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  readonly closedAt: Instant | undefined;
  readonly isPractice: boolean;
  readonly isSetAside: boolean;
  /** What its sentences look up. */
  readonly revision: Revision;
}

/** A line as a reader of these parties sees it at an instant; whoever only looks on has no turn. */
export function lineView(line: CaseLine, readsFor: ReadonlySet<Party> | 'all', now: Instant): LineView {
  const { key, state, customerName, references, isSetAside } = line;
  const open = openPart(state);
  const waiting = waitingFor(state);
  const [next] = owed(state);
  return {
    caseId: key.caseId,
    references,
    customerName,
    track: open.track.title,
    level: highestLevel(open),
    waiting,
    party: waiting.party,
    isReadersTurn: readsFor !== 'all' && waiting.party !== undefined && readsFor.has(waiting.party),
    next,
    lateMs: next && next.dueAt <= now ? now - next.dueAt : undefined,
    openedAt: open.openedAt,
    changedAt: state.lastAt,
    closedAt: state.status === 'closed' ? state.closedAt : undefined,
    isPractice: open.practice,
    isSetAside,
    revision: open.revision,
  };
}
