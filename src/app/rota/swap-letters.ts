import type { Instant } from '../../core/instant.ts';
import { asInstant } from '../../core/instant.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import {
  SWAP_ANSWERS,
  type SwapAnswer,
  type SwapMail,
  type SwapMailKind,
} from '../../core/message/portal/swap.ts';
import type { LiveEvent } from '../../core/rota/live/live-event.ts';
import type { LiveRotas, LiveSwap } from '../../core/rota/live/live-rotas.ts';
import { pageLink } from '../notices/fill-links.ts';
import { LINK_HOURS } from '../notices/links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ContractsTransaction, StoredRevision } from '../ports/contracts.ts';
import type { NewLink } from '../ports/engine.ts';
import { hashOf, linkToken, type Secret } from '../secret.ts';
import { levelsOfRota } from './levels-of-rota.ts';

/** What mails about swaps are written with. */
export interface SwapLetterParts {
  readonly secret: Secret;
  readonly newId: () => string;
  readonly compose: (mail: SwapMail) => ComposedMail;
  /** The path of the page on who is on duty. */
  readonly rotaPath: (contract: string) => string;
  readonly isDemonstration: boolean;
}

interface Happened {
  readonly contract: string;
  /** Who did it. */
  readonly by: string;
  readonly event: LiveEvent;
  /** After the event. */
  readonly state: LiveRotas;
  readonly published: StoredRevision | undefined;
  readonly at: Instant;
}

/** The command that a link about a swap is kept under. */
const swapCommand = (answer: SwapAnswer, entry: number): string => `swap/${answer}/${entry}`;

/** What a link to answer a swap is made for: nobody has answered it yet. */
const SWAP_STAMP = 'asked';

/**
 * Tells of what has happened to a swap whoever it concerns and did not do it: the one asked when it is asked for, the
 * asker of the answer, both when it is taken back. Answers whether everybody concerned has an address.
 */
export async function writeSwapLetters(
  parts: SwapLetterParts,
  tx: ContractsTransaction,
  happened: Happened,
): Promise<boolean> {
  const told = toldOf(happened);
  if (!told) return true;
  const { contract, by } = happened;
  const seats = await tx.seats(contract);
  const [first, second] = told.swap.between;
  const whom = { first: seats.get(first.who), second: seats.get(second.who) };
  const sides = (['first', 'second'] as const).filter(
    (side) => told.sides.includes(side) && whom[side] !== by,
  );
  const ids = sides.flatMap((side) => whom[side] ?? []);
  const people = new Map((await tx.people(contract, [...ids, by])).map((one) => [one.personId, one]));
  let all = true;
  for (const side of sides) {
    const reader = people.get(whom[side] ?? '');
    if (reader?.email === undefined) {
      all = false;
      continue;
    }
    const [yours, theirs] = side === 'first' ? [first, second] : [second, first];
    const links =
      told.kind === 'asked'
        ? SWAP_ANSWERS.map((answer) => answerLink(parts, happened, told.swap, reader.personId, answer))
        : [];
    const [accept, decline] = links.map(({ linkId }) => `ladder-link:${linkId}`);
    const letter = parts.compose({
      ...{ kind: told.kind, yours, theirs, name: people.get(by)?.name ?? by },
      language: reader.language ?? (await tx.contractLanguage(contract)),
      ...(await contractWords(tx, happened, told.swap.rota)),
      answers: accept === undefined || decline === undefined ? undefined : { accept, decline },
      url: pageLink(parts.rotaPath(contract)),
      demonstration: parts.isDemonstration,
    });
    await tx.queueLetter(
      loneLetter({
        ...{ deliveryId: parts.newId(), contract, personId: reader.personId, kind: 'swap' },
        ...{ address: reader.email, at: happened.at, letter, links },
      }),
    );
  }
  return all;
}

interface Told {
  readonly kind: SwapMailKind;
  readonly swap: LiveSwap;
  readonly sides: readonly ('first' | 'second')[];
}

/** Whom an event concerns; undefined where it is about no swap. */
function toldOf({ event, state }: Happened): Told | undefined {
  if (event.type === 'OverrideSet' || event.type === 'TimeOffRead') return undefined;
  const number = event.type === 'SwapAsked' ? state.events : event.entry;
  const swap = state.entries.find(({ entry }) => entry === number);
  if (swap?.kind !== 'swap') return undefined;
  switch (event.type) {
    case 'SwapAsked':
      return { kind: 'asked', swap, sides: ['second'] };
    case 'SwapAccepted':
      return { kind: 'accepted', swap, sides: ['first'] };
    case 'SwapDeclined':
      return { kind: 'declined', swap, sides: ['first'] };
    case 'EntryWithdrawn':
      return { kind: swap.heldAt === undefined ? 'withdrawn' : 'ended', swap, sides: ['first', 'second'] };
  }
}

async function contractWords(
  tx: ContractsTransaction,
  { contract, published }: Happened,
  rota: string,
): Promise<Pick<SwapMail, 'contractTitle' | 'timeZone' | 'levels'>> {
  const named = await tx.contract(contract);
  return {
    contractTitle: named?.title ?? contract,
    timeZone: published?.rules.timeZone ?? named?.timeZone ?? 'UTC',
    levels: published ? levelsOfRota(published.rules, rota) : [],
  };
}

function answerLink(
  { secret, newId }: SwapLetterParts,
  { at }: Happened,
  { entry }: LiveSwap,
  personId: string,
  answer: SwapAnswer,
): NewLink {
  const linkId = newId();
  return {
    ...{ linkId, tokenHash: hashOf(linkToken(secret, linkId)), personId, level: undefined },
    ...{ command: swapCommand(answer, entry), stamp: SWAP_STAMP, madeAt: at },
    expiresAt: asInstant(at + LINK_HOURS * 3_600_000),
  };
}
