import { randomUUIDv7 } from 'node:crypto';
import type { Contracts } from '../app/ports/contracts.ts';
import { tellDuty } from '../app/rota/tell-duty.ts';
import { rotaPath } from '../http/pages/places.ts';
import { composeDuty } from '../render/mail/compose-duty.ts';
import { postgresReading } from '../store/views/reading.ts';
import type { Installation } from './installation.ts';

/** Tells people of their own duty. */
export function dutyTeller(
  { connection: { db }, store: { revisions }, now, kind }: Installation,
  contracts: Contracts,
): () => Promise<void> {
  const reading = postgresReading({ db, revisions, now });
  const isDemonstration = kind === 'demonstration';
  return () =>
    tellDuty({ contracts, reading, newId: randomUUIDv7, compose: composeDuty, rotaPath, isDemonstration });
}
