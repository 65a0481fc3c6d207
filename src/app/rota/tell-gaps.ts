import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { GapMail, SaidGap } from '../../core/message/portal/rota.ts';
import { liveRevision } from '../../core/plan/revision/live-revision.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import type { Reading } from '../ports/reading.ts';
import type { ToldGap } from '../ports/rotas.ts';
import { type AgreedPlan, agreedPlan } from '../views/plan/agreed-plan.ts';
import { coverageAhead } from './coverage-ahead.ts';

/** So far ahead gaps are told, so that somebody can still be found. */
const DAYS_AHEAD = 14;
/** A mail lists so many; the page has all. */
const LISTED_MAX = 20;
/** So many people are told. */
const TOLD_MAX = 20;
/** Who can do something about it, and who watches that they do. */
const TOLD = ['programManager', 'oversight'].map((role) => ({ role, customerId: undefined }));

/** What gaps are told with. */
interface GapParts {
  readonly contracts: Contracts;
  readonly reading: Reading;
  readonly newId: () => string;
  readonly compose: (mail: GapMail) => ComposedMail;
  /** The address of the page on coverage. */
  readonly coverageUrl: (contract: string) => string;
  readonly isDemonstration: boolean;
}

/** A gap with those who are reached in it all the same. */
interface Gap extends ToldGap {
  readonly title: string;
  readonly people: readonly string[];
}

/**
 * Tells program managers and oversight of every time in the next two weeks at which nobody is on duty at a level. Each is
 * told once; one that was filled and opens again is told again, and so is one that has grown or in which those are left out
 * who were reached otherwise. On several nodes each is told once all the same.
 */
export async function tellGaps(parts: GapParts): Promise<void> {
  const contracts = await parts.contracts.transaction((tx) => tx.contractIds());
  for (const contract of contracts) {
    const agreed = await agreedPlan(parts.reading, contract);
    if (!agreed) continue;
    await parts.contracts.transaction(async (tx) => {
      await tx.lockContract(contract);
      const gaps = await gapsOf(parts, tx, agreed);
      const told = await tx.toldGaps(contract);
      const fresh = gaps.filter((gap) => !isTold(told, gap));
      if (fresh.length > 0) await write(parts, tx, agreed, fresh);
      if (fresh.length > 0 || told.length > 0) await tx.keepToldGaps(contract, gaps);
    });
  }
}

/**
 * Whether every instant of a gap was told, and nothing better than it: by one gap or by several that follow one another.
 * One that went on to the end of the two weeks was told with whatever follows there without a break.
 */
export function isTold(told: readonly ToldGap[], gap: ToldGap): boolean {
  const alike = told
    .filter(({ level, cover }) => level === gap.level && (cover === 'nobody' || gap.cover === 'otherwise'))
    .toSorted((a, b) => a.from - b.from);
  let upTo: number = gap.from;
  for (const { from, until, isOpen } of alike)
    if (from <= upTo && until >= upTo) upTo = isOpen ? Number.POSITIVE_INFINITY : until;
  return upTo >= gap.until;
}

async function gapsOf(
  { reading }: GapParts,
  tx: ContractsTransaction,
  { contract: { contract: id }, written, rules }: AgreedPlan,
): Promise<readonly Gap[]> {
  // Of a plan whose text was erased nobody knows by what its people are reached.
  if (!written) return [];
  const { state: live } = await tx.liveRotas(id);
  const { levels, until: end } = coverageAhead({
    plan: written,
    rules: liveRevision(rules, live),
    people: await reading.reached(id, Object.keys(written.contacts ?? {})),
    now: await tx.now(),
    days: DAYS_AHEAD,
  });
  return levels.flatMap(({ level, title, gaps }) =>
    gaps.flatMap(({ from, until, cover, people }) =>
      cover === 'otherwise' || cover === 'nobody'
        ? [{ ...{ level, title, from, until, cover, people }, isOpen: until >= end }]
        : [],
    ),
  );
}

async function write(
  { reading, newId, compose, coverageUrl, isDemonstration }: GapParts,
  tx: ContractsTransaction,
  { contract: { contract, title: contractTitle, timeZone } }: AgreedPlan,
  fresh: readonly Gap[],
): Promise<void> {
  const names = await reading.reached(contract, [...new Set(fresh.flatMap(({ people }) => people))]);
  const nameOf = (seat: string): string => names.get(seat)?.name ?? seat;
  const gaps = fresh.slice(0, LISTED_MAX).map(
    ({ level, title, from, until, people }): SaidGap => ({
      ...{ level, title, from, until, timeZone },
      instead: people.map(nameOf),
    }),
  );
  const at = await tx.now();
  const fallback = await tx.contractLanguage(contract);
  for (const reader of await tx.peopleHolding(contract, TOLD, { after: '', max: TOLD_MAX })) {
    const { personId, email: address, language = fallback } = reader;
    if (address === undefined) continue;
    const letter = compose({
      ...{ language, contractTitle, gaps, more: fresh.length - gaps.length },
      ...{ url: coverageUrl(contract), demonstration: isDemonstration },
    });
    await tx.queueLetter(
      loneLetter({ deliveryId: newId(), contract, personId, kind: 'gap', address, at, letter }),
    );
  }
}
