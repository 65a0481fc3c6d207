import type { Instant } from '../instant.ts';
import { asInstant } from '../instant.ts';
import type { Party } from '../plan/format/schema-values.ts';
import { isInForce } from './clock.ts';
import type { CaseEvent, EventOf } from './event.ts';
import { evolve } from './evolve.ts';
import { NOTICES, type NoticeTo } from './notices.ts';
import type { CaseState, OpenState } from './state.ts';

/** Who is to be told: everybody of a party on this case, those a level's notices go to, or one person of the customer's. */
type Recipient =
  | { readonly party: Party }
  | { readonly level: number; readonly contacts: readonly string[] }
  | { readonly person: string };

/** What the world must do after a decision; nothing here has happened yet. */
export type Effect =
  /** `insistent`: told again and by other means until somebody of the level acknowledges. */
  | {
      readonly type: 'send';
      readonly to: Recipient;
      readonly event: CaseEvent;
      readonly insistent: boolean;
    }
  /** A level's notices rest until then, unless it is asked anew. */
  | { readonly type: 'quiet'; readonly level: number; readonly until: Instant };

/** Whom events are told to. `state` is the case before them. */
export function effectsOf(state: CaseState, events: readonly CaseEvent[]): Effect[] {
  const sends: Effect[] = [];
  let after = state;
  for (const event of events) {
    after = evolve(after, event);
    sends.push(...tellings(after, event));
  }
  return sends;
}

/** Whether anybody is told of an event. */
export const tells = ({ type, onBehalfOf }: CaseEvent): boolean =>
  NOTICES[type].length > 0 || onBehalfOf === 'customer';

function tellings(after: CaseState, event: CaseEvent): Effect[] {
  const state = after.status === 'closed' ? after.last : after;
  if (state.status === 'none') return [];
  const told = NOTICES[event.type].flatMap((to) => recipients(state, event, to));
  const effects: Effect[] = told.map(({ to, insistent }) => ({ type: 'send', to, event, insistent }));
  if (event.onBehalfOf === 'customer' && !NOTICES[event.type].includes('customer')) {
    effects.push({ type: 'send', to: { party: 'customer' }, event, insistent: false });
  }
  if (event.type === 'Acknowledged' && isFirst(state, event)) {
    const until = asInstant(event.occurredAt + state.revision.acknowledgedForMs);
    effects.push({ type: 'quiet', level: event.level, until });
  }
  return effects;
}

/** A second person's acknowledgement is on the record and changes nothing. */
function isFirst(state: OpenState, { level, occurredAt }: EventOf<'Acknowledged'>): boolean {
  const earlier = state.acknowledgements.slice(0, -1);
  return !earlier.some((taken) => taken.level === level && isInForce(state, taken, occurredAt));
}

interface Told {
  readonly to: Recipient;
  readonly insistent: boolean;
}

function recipients(state: OpenState, event: CaseEvent, to: NoticeTo): Told[] {
  switch (to) {
    case 'customer':
    case 'contractor':
    case 'oversight':
      return [{ to: { party: to }, insistent: false }];
    case 'actor':
      return [{ to: { party: event.type === 'StepPassed' ? event.to : event.actor }, insistent: false }];
    case 'audience':
      return audience(event).map((party) => ({ to: { party }, insistent: false }));
    case 'named':
      return 'person' in event ? [{ to: { person: event.person }, insistent: false }] : [];
    case 'level':
      return levelsOf(state, 'level' in event ? event.level : undefined, true);
    case 'askedLevels':
      return levelsOf(state, undefined, true);
    case 'contactedLevels':
      return levelsOf(state, undefined, false);
  }
}

const levelsOf = (state: OpenState, only: number | undefined, insistent: boolean): Told[] =>
  state.contacted
    .filter(({ level }) => only === undefined || level === only)
    .map(({ level, contacts }) => ({ to: { level, contacts }, insistent }));

const PARTIES: readonly Party[] = ['customer', 'contractor', 'oversight'];

function audience(event: CaseEvent): readonly Party[] {
  const chosen = 'audience' in event ? event.audience : 'all';
  return PARTIES.filter((party) => party !== event.actor && (chosen === 'all' || chosen === party));
}
