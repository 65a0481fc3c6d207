import type { Detail } from '../../core/attestation/standing.ts';
import type { LiveAttestation } from '../../core/attestation/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { AnswerBook, Answers, KeptLink, KnownPerson } from '../ports/answers.ts';
import { attestationIn } from '../ports/attestations.ts';
import type { EngineTransaction } from '../ports/engine.ts';
import { hashOf, isLinkToken } from '../secret.ts';
import { ATTEST, stampOfAsking } from './attestation-letters.ts';
import { type AttestationAnswer, handleAttestationsIn } from './handle-attestations.ts';

/** Why a link confirms nothing any more. */
type DeadAttestationLink = 'used' | 'passed' | 'expired';

/** What a link by which somebody confirms their details is found to be. */
export interface AttestationLook {
  readonly contract: string;
  readonly contractTitle: string;
  readonly person: KnownPerson['person'];
  readonly state: LiveAttestation;
  /** Undefined while it works. */
  readonly dead: DeadAttestationLink | undefined;
}

/** Looks at a link and changes nothing, for mail servers follow links too; undefined where there is none such. */
export const lookAtAttestation = (answers: Answers, token: string): Promise<AttestationLook | undefined> =>
  answers.transaction(async (tx, book) => (await follow(tx, book, token, false))?.look);

/**
 * Confirms by a link what its holder says is right. It works until everything it asked for is confirmed, until they are
 * asked anew, and for 72 hours at most.
 */
export const attestByLink = (
  answers: Answers,
  token: string,
  details: readonly Detail[],
): Promise<{ readonly look: AttestationLook; readonly answer: AttestationAnswer | undefined } | undefined> =>
  answers.transaction(async (tx, book) => {
    const followed = await follow(tx, book, token, true);
    if (!followed) return undefined;
    const { link, look } = followed;
    if (look.dead !== undefined) return { look, answer: undefined };
    const key = { contract: link.contract, personId: link.personId };
    const [answer] = await handleAttestationsIn(tx, [
      { key, command: { type: 'attest', by: link.personId, over: 'email', details } },
    ]);
    if (!answer?.accepted || answer.state.status === 'none') return { look, answer };
    if (answer.state.open.length === 0) await book.useLink(link, await tx.now());
    return { look: { ...look, state: answer.state }, answer };
  });

interface Followed {
  readonly link: KeptLink;
  readonly look: AttestationLook;
}

async function follow(
  tx: EngineTransaction,
  book: AnswerBook,
  token: string,
  lock: boolean,
): Promise<Followed | undefined> {
  const link = isLinkToken(token) ? await book.link(hashOf(token), lock) : undefined;
  const key = link?.command === ATTEST ? attestationIn(link) : undefined;
  const known = link && key && (await book.person(link.contract, link.personId));
  if (!link || !key || !known) return undefined;
  const [locked] = await tx.lockAttestations([key]);
  const [papers] = await tx.attestationPapers([key]);
  if (!locked || !papers || locked.state.status === 'none') return undefined;
  const { state } = locked;
  const look = {
    ...{ contract: link.contract, contractTitle: papers.contractTitle, person: known.person, state },
    dead: deadBy(link, state, await tx.now()),
  };
  return { link, look };
}

function deadBy(link: KeptLink, state: LiveAttestation, at: Instant): DeadAttestationLink | undefined {
  if (link.usedAt !== undefined || state.open.length === 0) return 'used';
  if (stampOfAsking(state) !== link.stamp) return 'passed';
  return at >= link.expiresAt ? 'expired' : undefined;
}
