import { attestationLetters } from '../app/attestation/attestation-letters.ts';
import { attestationNoticeFailed, handleAttestationsIn } from '../app/attestation/handle-attestations.ts';
import { attestationIn } from '../app/ports/attestations.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import type { Instant } from '../core/instant.ts';
import { chainLetters } from './chain-letters.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about attestations; a contact that has no address is an event of the attestation. */
export const makeAttestationLetters = (
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> =>
  chainLetters(notices, {
    keyIn: attestationIn,
    papersOf: (keys) => tx.attestationPapers(keys),
    write: (key, notice, papers) => attestationLetters(letters, key, notice, papers, at),
    note: (failed) =>
      handleAttestationsIn(
        tx,
        failed.map(({ key, whom }) =>
          attestationNoticeFailed(key, { personId: whom, deliveryId: letters.newId() }),
        ),
      ),
  });
