import type { AttestationCommand } from '../../src/core/attestation/command.ts';
import { type AttestationDecision, decideAttestation } from '../../src/core/attestation/decide.ts';
import type { ContactStanding } from '../../src/core/attestation/standing.ts';
import {
  type AttestationState,
  type LiveAttestation,
  noAttestation,
} from '../../src/core/attestation/state.ts';
import type { Instant } from '../../src/core/instant.ts';

export const everything = ['email', 'mobile', 'availability'] as const;

/** First at level 2, asked every 90 days from the twentieth of November. */
export const standing = (changes: Partial<ContactStanding> = {}): ContactStanding => ({
  levels: [2],
  owned: [2],
  details: everything,
  timeZone: 'America/Los_Angeles',
  everyDays: 90,
  anchorOn: '2026-11-20',
  ...changes,
});

type Said = { [K in string]: unknown } & { readonly type: AttestationCommand['type'] };

/** Where the contact stands by now. */
export const takesUp = (changes: Partial<ContactStanding> = {}, more: object = {}): Said => ({
  type: 'takeUp',
  standing: standing(changes),
  ...{ revisionNumber: 1, known: {}, isChange: false },
  ...more,
});

/** It stands at no level any more. */
export const released: Said = {
  type: 'takeUp',
  standing: undefined,
  revisionNumber: 2,
  known: {},
  isChange: true,
};

export const decideOn = (state: AttestationState, said: Said, at: Instant): AttestationDecision =>
  decideAttestation(state, {
    by: 'ladder',
    actor: 'contractor',
    at,
    occurredAt: at,
    ...said,
  } as unknown as AttestationCommand);

/** The attestation after commands, all of which are accepted. */
export function liveAfter(...steps: readonly (readonly [Said, Instant])[]): LiveAttestation {
  let state: AttestationState = noAttestation;
  for (const [said, at] of steps) {
    const decision = decideOn(state, said, at);
    if (!decision.accepted) throw new Error(`${said.type}: ${decision.refusal.code}`);
    state = decision.state;
  }
  if (state.status === 'none') throw new Error('nobody was taken up');
  return state;
}
