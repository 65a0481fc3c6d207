import { randomUUIDv7 } from 'node:crypto';
import { readinessPath } from '../app/attestation/attestation-paths.ts';
import type { LetterParts } from '../app/notices/letters.ts';
import type { Contracts } from '../app/ports/contracts.ts';
import { tellReadiness } from '../app/readiness/tell-readiness.ts';
import { composeReadiness } from '../render/mail/compose-readiness.ts';
import { attestationReading } from '../store/attestation/attestation-reading.ts';
import { postgresReading } from '../store/views/reading.ts';
import type { Installation } from './installation.ts';

/** Writes the weekly digests of who could not be reached by `carriers`; `url` is where links lead. */
export function readinessTeller(
  { connection: { db }, store: { revisions }, now, kind }: Installation,
  contracts: Contracts,
  { url, carriers }: { readonly url: string; readonly carriers: LetterParts['carriers'] },
): () => Promise<void> {
  const reading = postgresReading({ db, revisions, now });
  const attestations = attestationReading(db);
  const readinessUrl = (contract: string): string => `${url}${readinessPath(contract)}`;
  const isDemonstration = kind === 'demonstration';
  return () =>
    tellReadiness({
      ...{ contracts, reading, attestations, carriers, newId: randomUUIDv7, compose: composeReadiness },
      ...{ readinessUrl, isDemonstration },
    });
}
