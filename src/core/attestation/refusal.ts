import type { Detail } from './standing.ts';

/** Every no about attesting, with the values its sentence names. */
export interface AttestationRefusals {
  'attestation-unknown': { person: string };
  'attestation-detail-missing': Record<never, never>;
  'attestation-detail-unknown': { detail: Detail };
}

export type AttestationRefusal = {
  [C in keyof AttestationRefusals]: { readonly code: C; readonly values: AttestationRefusals[C] };
}[keyof AttestationRefusals];

export const attestationRefusal = <C extends keyof AttestationRefusals>(
  code: C,
  values: AttestationRefusals[C],
): AttestationRefusal => ({ code, values }) as AttestationRefusal;
