import type { AttestationCommand } from '../../core/attestation/command.ts';
import { attestationDeadlinesByName } from '../../core/attestation/deadlines.ts';
import { decideAttestation } from '../../core/attestation/decide.ts';
import { ATTESTATION_NOTICES, type AttestationEvent } from '../../core/attestation/event.ts';
import type { AttestationRefusal } from '../../core/attestation/refusal.ts';
import { isMeans } from '../../core/attestation/standing.ts';
import type { AttestationState } from '../../core/attestation/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { type AttestationChange, type AttestationKey, attestationRecordKey } from '../ports/attestations.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import type { RefusedCommand, Store, Transaction } from '../ports/store.ts';
import { changeOfChain, type RunningChain, RunningChains } from '../running-chain.ts';

type Unasked = 'at' | 'occurredAt' | 'actor' | 'onBehalfOf';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command to an attestation on its way in: the contact's own word, or Ladder's. */
export interface AttestationRequest {
  readonly key: AttestationKey;
  readonly command: Without<AttestationCommand, Unasked>;
}

export type AttestationAnswer =
  | {
      readonly accepted: true;
      readonly state: AttestationState;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | { readonly accepted: false; readonly refusal: AttestationRefusal };

type Running = RunningChain<AttestationKey, AttestationState, AttestationEvent>;

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
  const locked = await tx.lockAttestations(distinct([...requests.map(({ key }) => key), ...taken]));
  const running = new RunningChains<AttestationKey, AttestationState, AttestationEvent>(
    locked,
    taken,
    nameOf,
  );
  const refused: RefusedCommand[] = [];
  const answers = requests.map((request) => decided(request, running.of(request.key), now, refused));
  await tx.recordAttestations(running.all().flatMap(changeOf));
  if (refused.length > 0) await tx.recordRefused(refused);
  return answers;
}

function decided(
  { key, command }: AttestationRequest,
  running: Running,
  now: Instant,
  refused: RefusedCommand[],
): AttestationAnswer {
  const at = asInstant(running.state.status === 'none' ? now : Math.max(now, running.state.lastAt));
  const actor = 'contractor';
  const whole = { ...command, actor, at, occurredAt: at } as AttestationCommand;
  const decision = decideAttestation(running.state, whole);
  if (!decision.accepted) {
    const { type, by, over } = command;
    const { code } = decision.refusal;
    refused.push({ key: attestationRecordKey(key), at, command: type, actor, by, over, code });
    return decision;
  }
  running.state = decision.state;
  running.events.push(...decision.events);
  const late = decision.events.flatMap((event) =>
    'latenessMs' in event && event.latenessMs !== undefined ? [event.latenessMs] : [],
  );
  return {
    ...{ accepted: true, state: decision.state },
    ...(command.type === 'deadlineDue' && late.length > 0 && { latenessMs: Math.max(...late) }),
  };
}

function changeOf(running: Running): AttestationChange[] {
  const { state, events, jobTaken } = running;
  if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
  return [
    {
      ...changeOfChain(running, attestationDeadlinesByName(state)),
      state,
      tells: events.some(({ type }) => ATTESTATION_NOTICES[type] !== 'nobody'),
      confirmed: events.flatMap(confirmedBy),
      doubted: events.flatMap((event) => (event.type === 'MeansDoubted' ? [event.detail] : [])),
    },
  ];
}

/** What Ladder itself notes as confirmed stands beside the person already. */
function confirmedBy(event: AttestationEvent): AttestationChange['confirmed'] {
  if (event.type !== 'DetailsConfirmed' || event.by === 'ladder') return [];
  return event.details.filter(isMeans).map((field) => ({ field, at: event.confirmedAt }));
}

/** After refusals for good: whoever is reached by that very address today is doubted. */
export async function doubtRefused(
  tx: EngineTransaction,
  deliveries: readonly { readonly contract: string; readonly deliveryId: string }[],
): Promise<void> {
  const found = await tx.toContacts(deliveries);
  if (found.length === 0) return;
  await handleAttestationsIn(
    tx,
    found.map(({ deliveryId, ...key }) => ({
      key,
      command: { type: 'doubt', by: 'ladder', detail: 'email', delivery: deliveryId },
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

const nameOf = ({ contract, personId }: AttestationKey): string => `${contract}/${personId}`;

const distinct = (keys: readonly AttestationKey[]): readonly AttestationKey[] => [
  ...new Map(
    keys.map(({ contract, personId }) => [nameOf({ contract, personId }), { contract, personId }]),
  ).values(),
];
