import type { CaseEvent } from '../../core/case/event.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { ComposedMail, MailContact, MailFrame } from '../../core/message/mail-notice.ts';
import type { ComposedTelephone } from '../../core/message/telephone-notice.ts';
import { dialled } from '../../core/plan/asked/telephone.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { CasePapers, NewDelivery, NewLink, Person } from '../ports/engine.ts';
import type { MailWriter, TelephoneWriter } from '../ports/mail-writer.ts';
import type { CaseKey } from '../ports/store.ts';
import type { AnswerKey, TelephoneMeans } from '../ports/telephone.ts';
import { hashOf, linkToken, replyLocalPart, type Secret } from '../secret.ts';
import { stampOf } from '../stamp.ts';
import { LINK_HOURS, type OfferedAction } from './links.ts';
import { levelPeople, placeOf } from './who.ts';

/** What letters are made with; the same for a whole run. */
export interface LetterParts {
  readonly writer: MailWriter;
  readonly secret: Secret;
  readonly newId: () => string;
  /** Whether replies to our mail come back to us. */
  readonly canReply: boolean;
  readonly isDemonstration: boolean;
  /** By what anything can be carried here. */
  readonly carriers: readonly NoticeMeans[];
  readonly telephone: TelephoneParts;
}

/** What texts and calls are made with. */
interface TelephoneParts {
  readonly writer: TelephoneWriter;
  /** Ours, E.164; undefined where nobody can ring us. */
  readonly number: string | undefined;
}

/** A case at the instant at which its people are written to. */
export interface LetterCase {
  readonly key: CaseKey;
  readonly papers: CasePapers;
  readonly state: CaseState;
  readonly open: OpenState;
  readonly at: Instant;
}

/** Who reads, and as what. */
export interface Reader {
  readonly person: Person;
  readonly audience: Party;
  readonly level: number | undefined;
}

/** What the delivery is for: the event it tells of last, and whether it is told again. */
export interface Occasion {
  readonly number: number;
  readonly round: number;
  readonly kind: string;
  /** How often the reader is to hear that it was told before; as often as `round` says where this is not said. */
  readonly toldBefore?: number;
}

/** A link of one reader's own: the placeholder that stands in the letter, and what is kept of it. */
export function newLink(
  { secret, newId }: LetterParts,
  { state, at }: LetterCase,
  { person }: Reader,
  { action, level }: OfferedAction | { action: string; level?: number },
): { readonly url: string; readonly link: NewLink } {
  const linkId = newId();
  return {
    url: `ladder-link:${linkId}`,
    link: {
      linkId,
      tokenHash: hashOf(linkToken(secret, linkId)),
      personId: person.personId,
      command: action,
      level,
      stamp: stampOf(state),
      madeAt: at,
      expiresAt: asInstant(at + LINK_HOURS * 3_600_000),
    },
  };
}

/** What every letter about a case knows, for one reader. */
export function frameOf(parts: LetterParts, subject: LetterCase, { person, audience }: Reader): MailFrame {
  const { papers, state, open, at, key } = subject;
  const place = audience === 'customer' ? placeOf(open, person, at) : 'acts';
  return {
    language: person.language,
    audience,
    reader: { name: person.name, timeZone: person.timeZone ?? open.revision.timeZone },
    state,
    at,
    contractTitle: papers.contractTitle,
    customerName: papers.customerName,
    caseId: key.caseId,
    references: papers.events.flatMap((event) => (event.type === 'CaseOpened' ? event.references : [])),
    contacts: contactsOf(subject, audience),
    caseUrl: undefined,
    canReply: parts.canReply && place !== 'left',
    demonstration: parts.isDemonstration,
    isWatching: place === 'watches',
  };
}

/** The first to reach at each level of the track; numbers that are for the parties only are not shown to a customer. */
function contactsOf({ papers, open, at }: LetterCase, audience: Party): readonly MailContact[] {
  return open.track.steps.flatMap(({ level }) => {
    const [person] = levelPeople(papers, open, level, at);
    if (!person) return [];
    const { name, title = '', office, mobile, email } = person;
    const isShown = audience !== 'customer' || person.shown !== 'parties';
    const numbers = [
      ...(office ? [{ kind: 'office' as const, number: office }] : []),
      ...(mobile ? [{ kind: 'mobile' as const, number: mobile }] : []),
    ];
    return [{ level, name, title, phones: isShown ? numbers : [], email: isShown ? email : undefined }];
  });
}

/** Names for the people that events name. */
export const namesIn = ({ people }: CasePapers): Readonly<Record<string, string>> =>
  Object.fromEntries([...people].map(([id, { name }]) => [id, name]));

/** A letter ready to be stored and queued. */
export function deliveryOf(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  occasion: Occasion,
  letter: ComposedMail,
  links: readonly NewLink[],
): NewDelivery {
  const { person } = reader;
  const owner = { ...subject.key, personId: person.personId };
  return {
    ...toldOnce(parts, subject, reader, occasion),
    means: 'email',
    address: person.email ?? '',
    ...letter,
    canReply: parts.canReply,
    replyHash: parts.canReply ? hashOf(replyLocalPart(parts.secret, owner)) : undefined,
    links,
  };
}

/** What every delivery says of whom it tells, and of what. */
const toldOnce = (
  { newId }: LetterParts,
  { key, at }: LetterCase,
  { person, level }: Reader,
  { number, round, kind }: Occasion,
) => ({
  ...key,
  deliveryId: newId(),
  ...{ number, round, personId: person.personId, level, kind },
  queuedAt: at,
});

/** A text or a call ready to be stored and queued; a text goes to a mobile telephone, a call rather there too. */
export const telephoneDelivery = (
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  occasion: Occasion,
  { means, said, keys }: ToTelephone,
): NewDelivery => ({
  ...toldOnce(parts, subject, reader, occasion),
  means,
  address: dialled(reader.person.mobile ?? reader.person.office ?? ''),
  ...said,
  ...{ html: '', canReply: false, replyHash: undefined, links: [], keys },
});

interface ToTelephone {
  readonly means: TelephoneMeans;
  readonly said: ComposedTelephone;
  readonly keys: readonly AnswerKey[];
}

/** Events in the order in which a reader wants to hear of them: what changes most first. */
export function gravest(events: readonly CaseEvent[]): {
  readonly event: CaseEvent;
  readonly also: readonly CaseEvent[];
} {
  const sorted = [...events].sort((a, b) => gravity(b) - gravity(a) || b.at - a.at);
  return { event: sorted[0]!, also: sorted.slice(1) };
}

const GRAVITY: Readonly<Partial<Record<CaseEvent['type'], number>>> = {
  CaseClosed: 9,
  CaseReopened: 9,
  CaseOpened: 9,
  // Comes with the closing, and says more to the only ones who are told of it.
  Satisfied: 9,
  Escalated: 8,
  LevelContacted: 8,
  StepFellDue: 7,
  StepPassed: 7,
  StepWarned: 4,
  CustomerReminded: 4,
  PromiseMissed: 3,
};
const ORDINARY = 5;

const gravity = ({ type }: CaseEvent): number => GRAVITY[type] ?? ORDINARY;
