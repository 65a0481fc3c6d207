import type { CaseState, ClosedState, OpenState } from '../core/case/state.ts';
import type { Revision } from '../core/plan/revision/revision.ts';

type Json = Readonly<Record<string, unknown>>;
/** The rules of one revision of the contract, by its number. */
type RevisionOf = (number: number) => Revision;

/**
 * A case's state as it is kept: the rules by their number, the track by its name, for both are kept once for all
 * cases of a revision. Everything else is plain JSON already; instants are milliseconds since the epoch.
 */
export function stateJson(state: OpenState | ClosedState): Json {
  if (state.status === 'open') return openJson(state);
  return {
    ...state,
    last: openJson(state.last),
    before: state.before && openJson(state.before),
  };
}

function openJson(state: OpenState): Json {
  return {
    ...state,
    revision: state.revision.number,
    track: state.track.id,
    due: state.due.map((step) => ({ ...step, under: step.under.number })),
    beforeSatisfied: state.beforeSatisfied && openJson(state.beforeSatisfied),
  };
}

/** The state that `stateJson` kept. */
export function stateFromJson(json: Json, revisionOf: RevisionOf): Exclude<CaseState, { status: 'none' }> {
  if (json.status === 'open') return openFrom(json, revisionOf);
  const last = openFrom(json.last as Json, revisionOf);
  const before = json.before === undefined ? undefined : openFrom(json.before as Json, revisionOf);
  return { ...json, last, before } as unknown as ClosedState;
}

function openFrom(json: Json, revisionOf: RevisionOf): OpenState {
  const revision = revisionOf(json.revision as number);
  const due = (json.due as readonly (Json & { under: number })[]).map((step) => ({
    ...step,
    under: revisionOf(step.under),
  }));
  const { beforeSatisfied } = json;
  return {
    ...json,
    revision,
    track: revision.tracks[json.track as string],
    due,
    beforeSatisfied:
      beforeSatisfied === undefined ? undefined : openFrom(beforeSatisfied as Json, revisionOf),
  } as unknown as OpenState;
}
