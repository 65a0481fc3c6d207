import { type ObligationKey, recordKeyOf } from '../../app/ports/obligations.ts';
import { formatInstant } from '../../core/instant.ts';
import { dueAtOf } from '../../core/obligation/deadlines.ts';
import { partiesToMove } from '../../core/obligation/standing.ts';
import { type LiveObligation, noObligation } from '../../core/obligation/state.ts';
import { chainTable } from '../chain-table.ts';

export const OBLIGATIONS = chainTable({
  name: 'obligation',
  key: { contract_id: 'text', obligation_id: 'text' },
  keyRow: ({ contract, obligationId }: ObligationKey) => ({
    contract_id: contract,
    obligation_id: obligationId,
  }),
  own: {
    obligation: 'text',
    revision: 'integer',
    kind: 'text',
    owner: 'text',
    accepted_by: 'text',
    status: 'text',
    due_on: 'date',
    due_at: 'timestamptz',
    waiting: 'text[]',
    changed_at: 'timestamptz',
  },
  ownRow: (state: LiveObligation) => ({
    obligation: state.obligation,
    revision: state.revisionNumber,
    kind: state.terms.kind,
    owner: state.terms.owner,
    accepted_by: state.terms.acceptedBy,
    status: state.status,
    due_on: state.dueOn,
    due_at: formatInstant(dueAtOf(state)),
    waiting: partiesToMove(state),
    changed_at: formatInstant(state.lastAt),
  }),
  recordKey: recordKeyOf,
  none: noObligation,
});
