import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DigestMail, SaidLevel, SaidPerson } from '../../core/message/portal/readiness.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import type { ContractsTransaction } from '../ports/contracts.ts';
import type { WrongSubject } from '../ports/told-readiness.ts';
import { type ReadinessParts, type ReadinessView, readinessOf } from '../views/readiness/readiness-view.ts';
import { digestWeek } from './digest-week.ts';
import { wrongSubjects } from './wrong-subjects.ts';

/** A mail lists so many people; the page has all. */
const LISTED_MAX = 20;
/** So many people are told in each role. */
const TOLD_MAX = 20;

/** What digests are written with. */
interface DigestParts extends ReadinessParts {
  readonly newId: () => string;
  readonly compose: (mail: DigestMail) => ComposedMail;
  /** The address of the page. */
  readonly readinessUrl: (contract: string) => string;
  readonly isDemonstration: boolean;
}

/**
 * Writes each contract's digest, once a week from Monday at eight on: what keeps anybody from being reached, and what does
 * no more. Where neither is anything, nobody is written to. However many nodes there are and whenever one starts, a week
 * has one; the week in which a contract is first looked at has none.
 */
export async function tellReadiness(parts: DigestParts): Promise<void> {
  const { contracts, reading } = parts;
  const ids = await contracts.transaction((tx) => tx.contractIds());
  for (const contract of ids) {
    const [listed] = await reading.contracts(contract);
    if (listed?.published === undefined) continue;
    const week = digestWeek(await reading.now(), listed.timeZone);
    const told = await contracts.transaction((tx) => tx.toldReadiness(contract));
    if (told === undefined || told.weekOn < week) await tellWeek(parts, contract, week);
  }
}

async function tellWeek(parts: DigestParts, contract: string, weekOn: string): Promise<void> {
  const view = await readinessOf(parts, contract);
  if (!view) return;
  await parts.contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const told = await tx.toldReadiness(contract);
    if (told && told.weekOn >= weekOn) return;
    const wrong = told ? wrongSubjects(view) : [];
    const isStill = ({ subject }: WrongSubject) => wrong.some((one) => one.subject === subject);
    const righted = (told?.wrong ?? []).filter((one) => !isStill(one));
    await write(parts, tx, view, { wrong, righted });
    await tx.keepToldReadiness(contract, { weekOn, wrong });
  });
}

interface Digest {
  readonly wrong: readonly WrongSubject[];
  readonly righted: readonly WrongSubject[];
}

async function write(
  parts: DigestParts,
  tx: ContractsTransaction,
  view: ReadinessView,
  { wrong, righted }: Digest,
): Promise<void> {
  await writeTo(parts, tx, view, { role: 'programManager', wrong, righted });
  const isTheirs = ({ isOversights }: WrongSubject): boolean => isOversights;
  const theirs = { wrong: wrong.filter(isTheirs), righted: righted.filter(isTheirs) };
  await writeTo(parts, tx, view, { role: 'oversight', ...theirs });
}

async function writeTo(
  { newId, compose, readinessUrl, isDemonstration }: DigestParts,
  tx: ContractsTransaction,
  view: ReadinessView,
  { role, wrong, righted }: Digest & { readonly role: string },
): Promise<void> {
  const said = saidOf(view, wrong, righted);
  if (said.count === 0 && said.righted.length === 0) return;
  const { contract, contractTitle, timeZone, now: at } = view;
  const fallback = await tx.contractLanguage(contract);
  const held = [{ role, customerId: undefined }];
  for (const reader of await tx.peopleHolding(contract, held, { after: '', max: TOLD_MAX })) {
    const { personId, email: address, language = fallback } = reader;
    if (address === undefined) continue;
    const letter = compose({
      ...{ language, contractTitle, timeZone, ...said },
      ...{ url: readinessUrl(contract), demonstration: isDemonstration },
    });
    await tx.queueLetter(
      loneLetter({ deliveryId: newId(), contract, personId, kind: 'readiness', address, at, letter }),
    );
  }
}

type Said = Pick<DigestMail, 'levels' | 'seats' | 'people' | 'righted' | 'count' | 'more'>;

/** What a digest says, by the names of today; who stands at no level any more is nobody to be named. */
function saidOf(
  { levels, people }: ReadinessView,
  wrong: readonly WrongSubject[],
  righted: readonly WrongSubject[],
): Said {
  const has = (subject: WrongSubject['subject']): boolean => wrong.some((one) => one.subject === subject);
  const named = people.filter(({ personId }) => has(`person:${personId}`));
  const rightedNames = righted.flatMap(({ subject, title }): readonly Said['righted'][number][] => {
    const [kind, id] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)];
    if (kind === 'seat') return [{ kind, name: title ?? id }];
    if (kind === 'level') {
      const level = levels.find((one) => String(one.level) === id);
      return level ? [{ kind, name: String(level.level) }] : [];
    }
    const person = people.find(({ personId }) => personId === id);
    return person ? [{ kind: 'person', name: person.name }] : [];
  });
  return {
    count: wrong.length,
    levels: levels
      .filter(({ level }) => has(`level:${level}`))
      .map(({ level, title, customers }): SaidLevel => ({ level, title, customers })),
    seats: wrong.flatMap(({ subject, title }) => (subject.startsWith('seat:') && title ? [title] : [])),
    people: named.slice(0, LISTED_MAX).map(
      ({ name, places, reached, means, hasFewMeans }): SaidPerson => ({
        ...{ name, hasWay: reached !== 'no', hasFewMeans },
        levels: places.map(({ level }) => level),
        doubts: means.flatMap(({ field, doubt }) => (doubt ? [{ field, ...doubt }] : [])),
      }),
    ),
    more: Math.max(0, named.length - LISTED_MAX),
    righted: rightedNames,
  };
}
