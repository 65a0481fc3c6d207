import type { AttestationEvent, AttestationEventOf, Doubt } from '../../core/attestation/event.ts';
import { evolveAttestation } from '../../core/attestation/evolve.ts';
import type { Detail } from '../../core/attestation/standing.ts';
import {
  type AttestationState,
  type LiveAttestation,
  missedTimes,
  noAttestation,
} from '../../core/attestation/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { AttestationMail } from '../../core/message/mail-notice.ts';
import {
  type ChainLetters,
  chainDelivery,
  type LetterSubject,
  NO_LETTERS,
  onceWithAddress,
} from '../chain-letters.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { LetterParts } from '../notices/letters.ts';
import { LINK_HOURS } from '../notices/links.ts';
import {
  type AttestationKey,
  type AttestationPapers,
  attestationRecordKey,
  replyCaseOf,
} from '../ports/attestations.ts';
import type { NewDelivery, NewLink, NoticeJob, Person } from '../ports/engine.ts';
import { hashOf, linkToken } from '../secret.ts';
import { confirmPath, currencyPath } from './attestation-paths.ts';

/** The kind under which these letters are kept. */
const ATTESTATION_LETTER = 'attestation';
/** And that under which those are that say what came of an answer. */
export const ATTESTATION_ANSWER = 'attestationAnswer';
/** What a link of theirs lets its reader do. */
export const ATTEST = 'attest';

/** The asking that a link was made for; when it has passed, so has the link. */
export const stampOfAsking = ({ asked }: LiveAttestation): string => `asked/${asked?.number ?? 0}`;

/** Letters for what the events of a notice tell: the contact is asked, or those who answer for the plan hear of silence. */
export function attestationLetters(
  parts: LetterParts,
  key: AttestationKey,
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  papers: AttestationPapers,
  at: Instant,
): ChainLetters {
  const state = papers.events.reduce<AttestationState>(evolveAttestation, noAttestation);
  if (state.status === 'none') return NO_LETTERS;
  const told = papers.events.slice(from - 1, to);
  const asking = state.status === 'asked' ? told.findLast(isAsking) : undefined;
  const silence = state.missed.length > 0 && told.some(({ type }) => type === 'AttestationUnanswered');
  const doubts = told.filter(isDoubting).filter(({ detail }) => state.doubted?.[detail] !== undefined);
  const about: About = { parts, key, papers, state, at, number: to };
  const isUnreached = asking !== undefined && papers.person?.email === undefined;
  return {
    deliveries: [
      ...(asking && papers.person?.email !== undefined ? [askingLetter(about, papers.person, asking)] : []),
      ...(silence ? lettersTo(about, 'unanswered', papers.parties) : []),
      ...(doubts.length > 0 ? lettersTo({ ...about, doubts }, 'doubted', papers.managers) : []),
    ],
    unreached: isUnreached ? [key.personId] : [],
  };
}

interface About extends LetterSubject<AttestationKey, AttestationPapers, LiveAttestation> {
  /** Of what is told to be in doubt: what has come into doubt, and why. */
  readonly doubts?: readonly Doubt[];
}

type Asking = AttestationEventOf<'AttestationAsked'> | AttestationEventOf<'AttestationReminded'>;
const isDoubting = (event: AttestationEvent): event is AttestationEventOf<'MeansDoubted'> =>
  event.type === 'MeansDoubted';
const isAsking = (event: AttestationEvent): event is Asking =>
  event.type === 'AttestationAsked' || event.type === 'AttestationReminded';

function askingLetter(about: About, person: Person, asking: Asking): NewDelivery {
  const kind = asking.type === 'AttestationAsked' ? 'asked' : 'reminded';
  const because = asking.type === 'AttestationAsked' ? asking.because : undefined;
  return confirmingLetter(about, person, { kind, because, answer: undefined });
}

/** A letter to the contact with a link by which what is open is confirmed, or, where nothing is, the way to their page. */
function confirmingLetter(
  about: About,
  person: Person,
  said: Pick<AttestationMail, 'kind' | 'because' | 'answer'>,
): NewDelivery {
  const { parts, key, state, at } = about;
  if (state.open.length === 0) {
    const url = pageLink(confirmPath(key.contract));
    return delivery(about, person, [], { ...said, url, isSignedPage: true, canReply: false });
  }
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
  const [url, canReply] = [`ladder-link:${linkId}`, parts.canReply && said.answer?.why !== 'unproved'];
  return delivery(about, person, [link], { ...said, url, isSignedPage: false, canReply });
}

/** What came of an answer by mail: what it has confirmed, or why it has confirmed nothing, with a link that does. */
export function answerLetter(
  about: Omit<About, 'number'>,
  person: Person,
  told: { readonly confirmed: readonly Detail[] } | NonNullable<AttestationMail['answer']>,
  round: number,
): NewDelivery {
  const whole = { ...about, number: about.papers.events.length };
  const kept = { kind: ATTESTATION_ANSWER, round };
  if ('why' in told) {
    const letter = confirmingLetter(whole, person, {
      kind: 'notConfirmed',
      because: undefined,
      answer: told,
    });
    return { ...letter, ...kept };
  }
  const page = { url: pageLink(confirmPath(about.key.contract)), isSignedPage: true, canReply: false };
  const said = { kind: 'confirmed', because: undefined, answer: undefined } as const;
  return { ...delivery(whole, person, [], { ...said, ...page }, told.confirmed), ...kept };
}

const lettersTo = (
  about: About,
  kind: 'unanswered' | 'doubted',
  readers: readonly Person[],
): readonly NewDelivery[] =>
  onceWithAddress(readers, [about.key.personId]).map((reader) =>
    delivery(about, reader, [], {
      ...{ kind, because: undefined, answer: undefined },
      ...{ url: pageLink(currencyPath(about.key.contract)), isSignedPage: true, canReply: false },
    }),
  );

type Saying = Pick<AttestationMail, 'kind' | 'because' | 'answer' | 'url' | 'isSignedPage' | 'canReply'>;

function delivery(
  about: About,
  reader: Person,
  links: readonly NewLink[],
  saying: Saying,
  confirmed: readonly Detail[] = [],
): NewDelivery {
  const { parts, key, papers, state, number, doubts = [] } = about;
  const { kind, canReply } = saying;
  const mail = parts.writer.attestation({
    ...{ ...saying, levels: state.standing.levels, language: reader.language },
    ...{ contractTitle: papers.contractTitle, reader: reader.name, demonstration: parts.isDemonstration },
    details: kind === 'confirmed' ? confirmed : detailsOf(kind, state),
    doubts,
    name: papers.person?.name ?? key.personId,
    values: papers.person ?? {},
    since: kind === 'unanswered' ? missedTimes(state) : {},
    timeZone: state.standing.timeZone,
  });
  const record = attestationRecordKey(key);
  const replyCase = canReply ? replyCaseOf({ ...record, number }) : undefined;
  return chainDelivery(about, {
    ...{ record, number, kind: ATTESTATION_LETTER, letter: mail, links, replyCase },
    ...{ personId: reader.personId, address: reader.email },
  });
}

const detailsOf = (kind: AttestationMail['kind'], { open, missed }: LiveAttestation): readonly Detail[] =>
  kind === 'doubted' ? [] : kind === 'unanswered' ? missed : open;
