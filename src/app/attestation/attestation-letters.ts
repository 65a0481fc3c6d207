import type { AttestationEvent, AttestationEventOf } from '../../core/attestation/event.ts';
import { evolveAttestation } from '../../core/attestation/evolve.ts';
import {
  type AttestationState,
  type LiveAttestation,
  missedTimes,
  noAttestation,
} from '../../core/attestation/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { AttestationMail } from '../../core/message/mail-notice.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { LetterParts } from '../notices/letters.ts';
import { LINK_HOURS } from '../notices/links.ts';
import { type AttestationKey, type AttestationPapers, attestationRecordKey } from '../ports/attestations.ts';
import type { NewDelivery, NewLink, NoticeJob, Person } from '../ports/engine.ts';
import { hashOf, linkToken } from '../secret.ts';
import { currencyPath } from './attestation-paths.ts';

/** The kind under which these letters are kept. */
const ATTESTATION_LETTER = 'attestation';
/** What a link of theirs lets its reader do. */
export const ATTEST = 'attest';

/** What one notice comes to: letters, and the contact if there is no address to write to. */
interface AttestationLetters {
  readonly deliveries: readonly NewDelivery[];
  readonly unreached: readonly string[];
}

/** The asking that a link was made for; when it has passed, so has the link. */
export const stampOfAsking = ({ asked }: LiveAttestation): string => `asked/${asked?.number ?? 0}`;

/** Letters for what the events of a notice tell: the contact is asked, or those who answer for the plan hear of silence. */
export function attestationLetters(
  parts: LetterParts,
  key: AttestationKey,
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  papers: AttestationPapers,
  at: Instant,
): AttestationLetters {
  const state = papers.events.reduce<AttestationState>(evolveAttestation, noAttestation);
  if (state.status === 'none') return { deliveries: [], unreached: [] };
  const about: About = { parts, key, papers, state, at, number: to };
  const told = papers.events.slice(from - 1, to);
  const asking = state.status === 'asked' ? told.findLast(isAsking) : undefined;
  const silence = state.missed.length > 0 && told.some(({ type }) => type === 'AttestationUnanswered');
  const isDoubted = state.doubted?.email !== undefined && told.some(({ type }) => type === 'MeansDoubted');
  const isUnreached = asking !== undefined && papers.person?.email === undefined;
  return {
    deliveries: [
      ...(asking && papers.person?.email !== undefined ? [askingLetter(about, papers.person, asking)] : []),
      ...(silence ? lettersTo(about, 'unanswered', papers.parties) : []),
      ...(isDoubted ? lettersTo(about, 'doubted', papers.managers) : []),
    ],
    unreached: isUnreached ? [key.personId] : [],
  };
}

interface About {
  readonly parts: LetterParts;
  readonly key: AttestationKey;
  readonly papers: AttestationPapers;
  readonly state: LiveAttestation;
  readonly at: Instant;
  readonly number: number;
}

type Asking = AttestationEventOf<'AttestationAsked'> | AttestationEventOf<'AttestationReminded'>;
const isAsking = (event: AttestationEvent): event is Asking =>
  event.type === 'AttestationAsked' || event.type === 'AttestationReminded';

function askingLetter(about: About, person: Person, asking: Asking): NewDelivery {
  const { parts, state, at } = about;
  const linkId = parts.newId();
  const link: NewLink = {
    linkId,
    tokenHash: hashOf(linkToken(parts.secret, linkId)),
    personId: person.personId,
    command: ATTEST,
    level: undefined,
    stamp: stampOfAsking(state),
    madeAt: at,
    expiresAt: asInstant(at + LINK_HOURS * 3_600_000),
  };
  const kind = asking.type === 'AttestationAsked' ? 'asked' : 'reminded';
  const because = asking.type === 'AttestationAsked' ? asking.because : undefined;
  return delivery(about, person, [link], { kind, because, url: `ladder-link:${linkId}` });
}

const lettersTo = (
  about: About,
  kind: 'unanswered' | 'doubted',
  readers: readonly Person[],
): readonly NewDelivery[] =>
  readers
    .filter(({ email, personId }) => email !== undefined && personId !== about.key.personId)
    .map((reader) =>
      delivery(about, reader, [], {
        kind,
        because: undefined,
        url: pageLink(currencyPath(about.key.contract)),
      }),
    );

function delivery(
  { parts, key, papers, state, at, number }: About,
  reader: Person,
  links: readonly NewLink[],
  { kind, because, url }: Pick<AttestationMail, 'kind' | 'because' | 'url'>,
): NewDelivery {
  const details =
    kind === 'doubted' ? (['email'] as const) : kind === 'unanswered' ? state.missed : state.open;
  const mail = parts.writer.attestation({
    ...{ kind, because, url, details, levels: state.standing.levels, language: reader.language },
    ...{ contractTitle: papers.contractTitle, reader: reader.name, demonstration: parts.isDemonstration },
    name: papers.person?.name ?? key.personId,
    values: papers.person ?? {},
    since: kind === 'unanswered' ? missedTimes(state) : {},
    timeZone: state.standing.timeZone,
  });
  return {
    ...attestationRecordKey(key),
    deliveryId: parts.newId(),
    ...{ number, round: 0, personId: reader.personId, level: undefined, kind: ATTESTATION_LETTER },
    ...{ means: 'email', queuedAt: at, address: reader.email ?? '', ...mail },
    ...{ canReply: false, replyHash: undefined, links },
  };
}
