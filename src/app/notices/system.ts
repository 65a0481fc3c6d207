import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import type { LeftFile } from '../../core/message/left-files.ts';
import type { SystemMails } from '../../core/message/mail.ts';
import type { SystemMail } from '../../core/message/mail-notice.ts';
import type { TelephoneSystemNotice } from '../../core/message/telephone-notice.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { CasePapers, NewDelivery, NewLink } from '../ports/engine.ts';
import type { CaseKey } from '../ports/store.ts';
import {
  deliveryOf,
  frameOf,
  type LetterCase,
  type LetterParts,
  newLink,
  type Occasion,
  type Reader,
  telephoneDelivery,
} from './letters.ts';
import { usualMeans } from './level-contact.ts';
import { offeredTo } from './offered-to.ts';
import { levelPeople, partyPeople } from './who.ts';

/** A case as it stands now, for letters about it; undefined where there is none. */
export function letterCase(key: CaseKey, papers: CasePapers, at: Instant): LetterCase | undefined {
  const state = papers.events.reduce<CaseState>(evolve, initial);
  if (state.status === 'none') return undefined;
  const open = state.status === 'closed' ? state.last : state;
  return { key, papers, state, open, at };
}

/** Those who have to know where a level or a person cannot be reached: oversight, and the contractor's own seats. */
export function whoHearsOfFailure(
  { carriers }: Pick<LetterParts, 'carriers'>,
  subject: LetterCase,
  except: string | undefined,
): readonly Reader[] {
  const { papers, open, at } = subject;
  const told = (['contractor', 'oversight'] as const).flatMap((audience) =>
    partyPeople(papers, open, audience, at).map((person): Reader => ({ person, audience, level: undefined })),
  );
  return told.filter(({ person }) => usualMeans(person, carriers).length > 0 && person.personId !== except);
}

/** Everybody who acts on the case: the customer, the levels contacted, and the parties' seats. */
export function everybody(parts: Pick<LetterParts, 'carriers'>, subject: LetterCase): readonly Reader[] {
  const { papers, open, at } = subject;
  const levels = open.contacted.flatMap(({ level }) =>
    levelPeople(papers, open, level, at)
      .slice(0, 1)
      .map((person): Reader => ({ person, audience: 'contractor', level })),
  );
  const customer = partyPeople(papers, open, 'customer', at).map(
    (person): Reader => ({ person, audience: 'customer', level: undefined }),
  );
  const all = [...customer, ...levels, ...whoHearsOfFailure(parts, subject, undefined)];
  const byPerson = new Map<string, Reader>(all.map((reader) => [reader.person.personId, reader]));
  return [...byPerson.values()].filter(({ person }) => usualMeans(person, parts.carriers).length > 0);
}

type WithoutFrame<K extends keyof SystemMails> = { readonly kind: K } & SystemMails[K];

/** A letter about Ladder itself or about what could not be told; a text or a call to whoever has no address. */
export function plainSystemLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  mail: WithoutFrame<'notReached'> | WithoutFrame<'clocksNotActedOn'>,
  [means = 'email']: readonly NoticeMeans[] = usualMeans(reader.person, parts.carriers),
): NewDelivery {
  if (means === 'email') return systemLetter(parts, subject, reader, mail, []);
  const { writer } = parts.telephone;
  const notice = { ...frameOf(parts, subject, reader), ...mail } as TelephoneSystemNotice;
  const said = means === 'text' ? writer.systemText(notice) : writer.systemCall(notice);
  return telephoneDelivery(parts, subject, reader, systemOccasion(subject, mail), { means, said, keys: [] });
}

const systemOccasion = ({ papers }: LetterCase, { kind }: { readonly kind: string }): Occasion => ({
  ...{ number: papers.events.length, round: 0, kind },
});

/** A mail in which no word was found: it is kept as a message, and its writer gets both links. */
export function unclearLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  text: string,
): NewDelivery {
  const isAsked = reader.audience === 'customer' && subject.state.status === 'open';
  const satisfied = isAsked ? newLink(parts, subject, reader, { action: 'satisfied' }) : undefined;
  const not = isAsked ? newLink(parts, subject, reader, { action: 'notSatisfied' }) : undefined;
  const links = [satisfied?.link, not?.link].filter((link) => link !== undefined);
  const urls = { satisfiedUrl: satisfied?.url, notSatisfiedUrl: not?.url };
  return systemLetter(parts, subject, reader, { kind: 'unclearReply', text, ...urls }, links);
}

/** A mail kept as a message, told to a writer who may have meant more: with the refusal, or with what may be done now. */
export function keptLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  { text, refused }: { readonly text: string; readonly refused: RefusalWords | undefined },
): NewDelivery {
  const offered = offeredTo(subject, reader).map((offer) => ({
    offer,
    ...newLink(parts, subject, reader, offer),
  }));
  const actions = offered.map(({ offer, url }) => ({ ...offer, url }));
  const mail = {
    kind: 'keptReply',
    party: reader.audience,
    isAsked: actions.length > 0,
    refused,
    text,
    actions,
  } as const;
  const links = offered.map(({ link }) => link);
  return systemLetter(parts, subject, reader, mail, links);
}

/** A mail to a case that is set aside: it is kept, and taken when the case goes on. */
export const waitingLetter = (
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  text: string,
): NewDelivery => systemLetter(parts, subject, reader, { kind: 'waitingReply', text }, []);

/** Files of a mail that are not kept, told to whoever wrote it. */
export const filesLeftLetter = (
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  files: readonly LeftFile[],
): NewDelivery => systemLetter(parts, subject, reader, { kind: 'filesLeft', files }, []);

/** A mail without proof of who wrote it: held, and confirmed by a link sent to the address on file. */
export function heldLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  { text, mailId }: { readonly text: string; readonly mailId: string },
): NewDelivery {
  const { url, link } = newLink(parts, subject, reader, { action: `held/${mailId}` });
  const mail = { kind: 'held', text, until: link.expiresAt, confirmUrl: url } as const;
  return systemLetter(parts, subject, reader, mail, [link]);
}

type Plain<T> = T extends unknown ? Omit<T, keyof ReturnType<typeof frameOf>> : never;

function systemLetter(
  parts: LetterParts,
  subject: LetterCase,
  reader: Reader,
  mail: Plain<SystemMail>,
  links: readonly NewLink[],
): NewDelivery {
  const composed = parts.writer.system({ ...frameOf(parts, subject, reader), ...mail } as SystemMail);
  return deliveryOf(parts, subject, reader, systemOccasion(subject, mail), composed, links);
}
