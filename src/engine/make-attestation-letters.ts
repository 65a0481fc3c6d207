import { attestationLetters } from '../app/attestation/attestation-letters.ts';
import { handleAttestationsIn } from '../app/attestation/handle-attestations.ts';
import { attestationIn } from '../app/ports/attestations.ts';
import type { EngineTransaction, NewDelivery, NoticeJob } from '../app/ports/engine.ts';
import type { Instant } from '../core/instant.ts';
import type { EngineParts } from './parts.ts';

/** Letters for notices about attestations; a contact that has no address is an event of the attestation. */
export async function makeAttestationLetters(
  { letters }: EngineParts,
  tx: EngineTransaction,
  notices: readonly NoticeJob[],
  at: Instant,
): Promise<readonly NewDelivery[]> {
  const told = notices.flatMap((notice) => {
    const key = attestationIn(notice);
    return key ? [{ key, notice }] : [];
  });
  if (told.length === 0) return [];
  const papers = await tx.attestationPapers(told.map(({ key }) => key));
  const made = told.map(({ key, notice }, index) => ({
    key,
    ...attestationLetters(letters, key, notice, papers[index]!, at),
  }));
  const failed = made.flatMap(({ key, unreached }) => unreached.map((whom) => ({ key, whom })));
  if (failed.length > 0)
    await handleAttestationsIn(
      tx,
      failed.map(({ key, whom }) => ({
        key,
        command: { type: 'noticeFailed', by: 'ladder', whom, delivery: letters.newId() },
      })),
    );
  return made.flatMap(({ deliveries }) => deliveries);
}
