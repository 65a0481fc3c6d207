import type { Language } from '../../core/message/catalogue.ts';
import { type DeadSwap, SWAP_ANSWERS, type SwapAnswer } from '../../core/message/portal/swap.ts';
import type { LiveSwap } from '../../core/rota/live/live-rotas.ts';
import { authoriseRota, type Caller } from '../authorise.ts';
import { knownCaller } from '../known-caller.ts';
import type { Answers, KeptLink } from '../ports/answers.ts';
import type { ChangedBy, Contracts } from '../ports/contracts.ts';
import { hashOf, isLinkToken } from '../secret.ts';
import { giveLive, type LiveAnswer } from './give-live.ts';
import { levelsOfRota } from './levels-of-rota.ts';
import type { SwapLetterParts } from './swap-letters.ts';

/** What a link that answers a swap is found to be. */
export interface SwapLook {
  readonly answer: SwapAnswer;
  readonly contract: string;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly language: Language;
  /** Who answers by it, and who asks. */
  readonly personName: string;
  readonly askerName: string;
  readonly swap: LiveSwap;
  readonly levels: readonly number[];
  /** Undefined while it works. */
  readonly dead: DeadSwap | undefined;
}

interface SwapLinkParts {
  readonly answers: Answers;
  readonly contractsFor: (by: ChangedBy) => Contracts;
}

const COMMAND = /^swap\/(accept|decline)\/(\d{1,9})$/;

/** Whether a link is one that answers a swap of duty. */
export const isSwapCommand = (command: string): boolean => COMMAND.test(command);

/** Looks at a link and changes nothing, for mail servers follow links too; undefined where there is none such. */
export const lookAtSwap = async (parts: SwapLinkParts, token: string): Promise<SwapLook | undefined> =>
  (await follow(parts, token))?.look;

/** Does what a link is for. It dies with the answer, whichever way that came: by the other link, or on the page. */
export async function answerSwapByLink(
  parts: SwapLinkParts,
  letters: SwapLetterParts,
  token: string,
): Promise<{ readonly look: SwapLook; readonly answer: LiveAnswer | undefined } | undefined> {
  const followed = await follow(parts, token);
  if (!followed) return undefined;
  const { look, link, caller } = followed;
  if (look.dead !== undefined) return { look, answer: undefined };
  const contracts = parts.contractsFor({ kind: 'person', personId: caller.personId });
  const type = look.answer === 'accept' ? 'acceptSwap' : 'declineSwap';
  const answer = await giveLive(contracts, caller, { type, entry: look.swap.entry }, letters);
  // Answered by the other link meanwhile: what that said is what holds.
  if (answer.accepted && !answer.isNew) return { look: { ...look, dead: 'answered' }, answer: undefined };
  if (answer.accepted)
    await parts.answers.transaction(async (tx, book) => book.useLink(link, await tx.now()));
  return { look, answer };
}

interface Followed {
  readonly link: KeptLink;
  readonly caller: Caller;
  readonly look: SwapLook;
}

async function follow(
  { answers, contractsFor }: SwapLinkParts,
  token: string,
): Promise<Followed | undefined> {
  const kept = isLinkToken(token)
    ? await answers.transaction(async (_tx, book) => {
        const link = await book.link(hashOf(token), false);
        const known =
          link && isSwapCommand(link.command) && (await book.person(link.contract, link.personId));
        return link && known ? { link, known } : undefined;
      })
    : undefined;
  if (!kept) return undefined;
  const { link, known } = kept;
  const { contract } = link;
  const [, said, entry] = COMMAND.exec(link.command) ?? [];
  const answer = SWAP_ANSWERS.find((one) => one === said);
  return contractsFor({ kind: 'terminal' }).transaction(async (tx) => {
    const swap = (await tx.liveRotas(contract)).state.entries.find((one) => one.entry === Number(entry));
    if (swap?.kind !== 'swap' || !answer) return undefined;
    const named = await tx.contract(contract);
    const published = await tx.publishedRevision(contract);
    const caller = knownCaller(contract, known, 'portal');
    const [asker] = await tx.people(contract, [swap.by]);
    const look = {
      ...{ answer, contract, swap, language: known.person.language, personName: known.person.name },
      contractTitle: named?.title ?? contract,
      timeZone: published?.rules.timeZone ?? named?.timeZone ?? 'UTC',
      levels: published ? levelsOfRota(published.rules, swap.rota) : [],
      askerName: asker?.name ?? swap.by,
      dead: deadBy(link, swap, caller, await tx.now()),
    };
    return { link, caller, look };
  });
}

function deadBy(link: KeptLink, swap: LiveSwap, caller: Caller, at: number): DeadSwap | undefined {
  const [first, second] = swap.between;
  const right = authoriseRota(caller);
  if (!right.allowed || !right.seats.includes(second.who)) return 'notTheirs';
  if (swap.status === 'withdrawn') return 'withdrawn';
  if (swap.status !== 'asked' || link.usedAt !== undefined) return 'answered';
  if (Math.min(first.from, second.from) < at) return 'over';
  return at >= link.expiresAt ? 'expired' : undefined;
}
