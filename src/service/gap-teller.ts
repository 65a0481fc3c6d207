import { randomUUIDv7 } from 'node:crypto';
import type { Contracts } from '../app/ports/contracts.ts';
import { tellGaps } from '../app/rota/tell-gaps.ts';
import { coveragePath } from '../http/pages/places.ts';
import { composeGaps } from '../render/mail/compose-gaps.ts';
import { postgresReading } from '../store/views/reading.ts';
import type { Installation } from './installation.ts';

/** Tells of times ahead without anybody on duty; `url` is where links lead. */
export function gapTeller(
  { connection: { db }, store: { revisions }, now, kind }: Installation,
  contracts: Contracts,
  url: string,
): () => Promise<void> {
  const reading = postgresReading({ db, revisions, now });
  const coverageUrl = (contract: string): string => `${url}${coveragePath(contract)}`;
  const isDemonstration = kind === 'demonstration';
  return () =>
    tellGaps({
      ...{ contracts, reading, newId: randomUUIDv7, compose: composeGaps },
      ...{ coverageUrl, isDemonstration },
    });
}
