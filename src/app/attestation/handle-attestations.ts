import type { AttestationCommand } from '../../core/attestation/command.ts';
import { attestationDeadlinesByName } from '../../core/attestation/deadlines.ts';
import { decideAttestation } from '../../core/attestation/decide.ts';
import { ATTESTATION_NOTICES, type AttestationEvent } from '../../core/attestation/event.ts';
import type { AttestationRefusal } from '../../core/attestation/refusal.ts';
import { isMeans } from '../../core/attestation/standing.ts';
import type { AttestationState } from '../../core/attestation/state.ts';
import type { Instant } from '../../core/instant.ts';
import { type AttestationChange, type AttestationKey, attestationRecordKey } from '../ports/attestations.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import type { RefusedCommand, Store, Transaction } from '../ports/store.ts';
import {
  type ChainAnswer,
  changesOf,
  decideOn,
  distinctKeys,
  instantFor,
  type OnItsWay,
  RunningChains,
  refusedLine,
} from '../running-chain.ts';

/** A command to an attestation on its way in: the contact's own word, or Ladder's. */
export interface AttestationRequest {
  readonly key: AttestationKey;
  readonly command: OnItsWay<AttestationCommand, 'at' | 'occurredAt' | 'actor' | 'onBehalfOf'>;
}

export type AttestationAnswer = ChainAnswer<AttestationState, AttestationRefusal>;

/** Somebody's own word about their own details, in a transaction by itself. */
export async function attest(
  store: Store,
  key: AttestationKey,
  command: Pick<Extract<AttestationCommand, { type: 'attest' }>, 'details' | 'over'>,
): Promise<AttestationAnswer> {
  return store.transaction(async (tx) => {
    const [answer] = await handleAttestationsIn(tx, [
      { key, command: { type: 'attest', by: key.personId, ...command } },
    ]);
    return answer!;
  });
}

/** The road itself, inside a transaction: as cases go, locked in order, decided one by one, written together. */
export async function handleAttestationsIn(
  tx: Transaction,
  requests: readonly AttestationRequest[],
  taken: readonly AttestationKey[] = [],
): Promise<readonly AttestationAnswer[]> {
  const now = await tx.now();
  const locked = await tx.lockAttestations(distinctKeys([...requests.map(({ key }) => key), ...taken], bare));
  const chains = new RunningChains<AttestationKey, AttestationState, AttestationEvent>(locked, taken, bare);
  const refused: RefusedCommand[] = [];
  const actor = 'contractor';
  const answers = requests.map(({ key, command }) => {
    const running = chains.of(key);
    const answer = decideOn(running, { ...command, actor }, now, (state, whole) =>
      decideAttestation(state, whole as AttestationCommand),
    );
    if (!answer.accepted) {
      const { code } = answer.refusal;
      const at = instantFor(running.state, now);
      refused.push(refusedLine({ key: attestationRecordKey(key), at, actor, command, code }));
    }
    return answer;
  });
  await tx.recordAttestations(
    changesOf(chains, (state, events) => ({
      deadlines: attestationDeadlinesByName(state),
      tells: events.some(({ type }) => ATTESTATION_NOTICES[type] !== 'nobody'),
      confirmed: events.flatMap(confirmedBy),
      doubted: events.flatMap((event) => (event.type === 'MeansDoubted' ? [event.detail] : [])),
    })),
  );
  if (refused.length > 0) await tx.recordRefused(refused);
  return answers;
}

/** What Ladder itself notes as confirmed stands beside the person already. */
function confirmedBy(event: AttestationEvent): AttestationChange['confirmed'] {
  if (event.type !== 'DetailsConfirmed' || event.by === 'ladder') return [];
  return event.details.filter(isMeans).map((field) => ({ field, at: event.confirmedAt }));
}

/** After refusals for good: whoever is reached by that very address or number today is doubted. */
export async function doubtRefused(
  tx: EngineTransaction,
  deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
): Promise<void> {
  const found = await tx.toContacts(deliveries);
  if (found.length === 0) return;
  await handleAttestationsIn(
    tx,
    found.map(({ deliveryId, detail, ...key }) => ({
      key,
      command: { type: 'doubt', by: 'ladder', detail, delivery: deliveryId },
    })),
  );
}

/** That somebody has answered a mail, which lifts a doubt about their address. */
export async function noteAnswered(tx: Transaction, key: AttestationKey, sentAt?: Instant): Promise<void> {
  await handleAttestationsIn(tx, [
    { key, command: { type: 'answered', by: key.personId, over: 'email', detail: 'email', sentAt } },
  ]);
}

/** That somebody could not be told, as a letter's fate says. */
export const attestationNoticeFailed = (
  key: AttestationKey,
  { personId, deliveryId }: { readonly personId: string; readonly deliveryId: string },
): AttestationRequest => ({
  key,
  command: { type: 'noticeFailed', by: 'ladder', whom: personId, delivery: deliveryId },
});

const bare = ({ contract, personId }: AttestationKey): AttestationKey => ({ contract, personId });
