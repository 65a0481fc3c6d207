import type { Language } from '../../core/message/catalogue.ts';
import type { Facts, LikelyPerson, OfferedContract } from '../../core/telephone/conversation.ts';
import { openingRevision } from '../open-case.ts';
import type { TelephoneParts } from './telephone-parts.ts';

/** As many as there are keys beside 0; the others are reached by mail and by their own pages. */
const CHOICES_MAX = 9;

/** Whom and what a conversation may speak of, and in which language it is begun. */
export async function readFacts(
  { answers, openings }: TelephoneParts,
  number: string | undefined,
): Promise<{ readonly facts: Facts; readonly language: Language }> {
  const likely =
    number === undefined
      ? undefined
      : await answers.transaction((_tx, book) => book.telephone.likely(number));
  const contracts = await offeredContracts(openings, likely);
  const [only, ...others] = contracts;
  const contract = likely?.contract ?? (others.length === 0 ? only?.contract : undefined);
  const language =
    contract === undefined
      ? undefined
      : await answers.transaction((_tx, book) => book.telephone.languageOf(contract, likely?.personId));
  return { facts: { contracts, likely }, language: language ?? 'en' };
}

/** Contracts with a plan in force; the one whose customer seems to ring comes first. */
async function offeredContracts(
  openings: TelephoneParts['openings'],
  likely: LikelyPerson | undefined,
): Promise<readonly OfferedContract[]> {
  const listed = await openings.reading.contracts(undefined);
  const first = listed.filter(({ contract }) => contract === likely?.contract);
  const others = listed.filter(({ contract }) => contract !== likely?.contract);
  const offered: OfferedContract[] = [];
  for (const { contract, title } of [...first, ...others]) {
    if (offered.length === CHOICES_MAX) break;
    const revision = await openingRevision(openings, contract);
    if (!revision) continue;
    const tracks = Object.values(revision.tracks).slice(0, CHOICES_MAX);
    offered.push({ contract, title, tracks: tracks.map((one) => ({ id: one.id, title: one.title })) });
  }
  return offered;
}
