import type { Command } from '../../../core/case/command.ts';
import { type Decision, decide } from '../../../core/case/decide.ts';
import type { CaseRefusal } from '../../../core/case/refusal.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { asInstant, type Instant } from '../../../core/instant.ts';
import type { Revision } from '../../../core/plan/revision/revision.ts';
import { authorise, type Caller, type Ownership, ownershipOf } from '../../authorise.ts';
import { standing } from '../../handle.ts';
import type { Act, Target } from './acts.ts';
import { type Choices, CLOSED_PROBES, type Probe, probesOf } from './probes.ts';

type Known = Exclude<CaseState, { status: 'none' }>;

/** Something a reader may do to a case now, for its own party or for a caller of the desk. */
export interface Offer {
  readonly command: Act;
  readonly target: Target;
  readonly onBehalf: boolean;
  readonly choices: Choices;
}

/** A step of the reader's that may not be taken yet, and why. */
export interface NotYet {
  readonly level: number;
  readonly onBehalf: boolean;
  readonly refusal: CaseRefusal;
}

interface Offered {
  readonly offers: readonly Offer[];
  readonly notYet: readonly NotYet[];
}

interface Asked {
  readonly caller: Caller;
  /** The case with everything done that is due by `now`. */
  readonly state: Known;
  readonly now: Instant;
  /** A later revision that the case could move to. */
  readonly later?: Revision | undefined;
}

/**
 * What a reader may do now. The case itself is asked: each command is decided and forgotten, so that a page never
 * offers what would be refused. A command that would bring nothing new is not offered either.
 */
export function offersOf(asked: Asked): Offered {
  const { state, later } = asked;
  const ownership = ownershipOf(state, asked.now);
  const probes = state.status === 'closed' ? CLOSED_PROBES : probesOf(state, later);
  const offers: Offer[] = [];
  const notYet: NotYet[] = [];
  for (const one of probes) {
    for (const onBehalf of [false, true]) {
      const answer = tried(asked, ownership, one, onBehalf);
      if (!answer) continue;
      const { command, target, choices } = one;
      if (answer.accepted) addOffer(offers, { command, target, onBehalf, choices });
      else if (isWorthSaying(one, answer.refusal)) {
        notYet.push({ level: target.level ?? 0, onBehalf, refusal: answer.refusal });
      }
    }
  }
  return { offers, notYet };
}

/** The reasons for which oversight may close are one form. */
function addOffer(offers: Offer[], offer: Offer): void {
  const before = offer.command === 'close' ? offers.findIndex(({ command }) => command === 'close') : -1;
  const first = offers[before];
  if (!first) return void offers.push(offer);
  const closeReasons = [first, offer].flatMap(({ choices }) => choices.closeReasons ?? []);
  offers[before] = { ...first, choices: { closeReasons } };
}

function tried(
  { caller, state, now }: Asked,
  ownership: Ownership,
  { command, payload }: Probe,
  onBehalf: boolean,
): Decision | undefined {
  const right = authorise(caller, command, ownership, onBehalf);
  if (!right.allowed) return undefined;
  const at = asInstant(Math.max(now, state.lastAt));
  const { actor, onBehalfOf } = right;
  const who = { at, occurredAt: at, actor, by: caller.personId, over: caller.over };
  const behalf = onBehalfOf && { onBehalfOf };
  const whole = { ...payload, ...who, ...behalf, ...standing(caller, state), type: command };
  // A probe is the payload of its command.
  const decision = decide(state, whole as unknown as Command);
  return decision.accepted && decision.events.length === 0 ? undefined : decision;
}

/** A step whose time has not come is worth a sentence; one that is somebody else's, or needs a reason, is not. */
function isWorthSaying({ command, choices }: Probe, { code }: CaseRefusal): boolean {
  return command === 'escalate' && choices.reasons === undefined && NOT_YET.has(code);
}

const NOT_YET: ReadonlySet<CaseRefusal['code']> = new Set([
  'case-step-too-early',
  'case-step-clock-still',
  'case-step-requires-level',
]);

/** The case as it is by the contract's clocks, whether or not a machine has come to it yet. */
export function asOf(state: Known, now: Instant): Known {
  const at = asInstant(Math.max(now, state.lastAt));
  const time = { type: 'deadlineDue', at, occurredAt: at, actor: 'contractor', by: 'ladder' } as const;
  const decision = decide(state, time);
  if (!decision.accepted || decision.state.status === 'none') return state;
  return decision.state;
}
