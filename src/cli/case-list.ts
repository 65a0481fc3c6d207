import { catalogue } from '../core/message/catalogue.ts';
import { type CaseOptions, type CasePlace, casePlace, typedTime } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { NONE, print, printJson, table } from './case-text.ts';
import type { Io } from './io.ts';

interface ListOptions extends CaseOptions {
  readonly status?: string;
  readonly track?: string;
  readonly level?: string;
  readonly waiting?: string;
  readonly customer?: string;
  readonly reference?: string;
  readonly practice?: true;
  readonly openedFrom?: string;
  readonly openedUntil?: string;
  readonly limit?: string;
}

interface ListedCase {
  readonly caseId: string;
  readonly status: string;
  readonly waiting: { readonly kind: string; readonly party: string | null };
  readonly track: string;
  readonly level: number;
  readonly customer: string;
  readonly references: readonly string[];
  readonly openedAt: string;
  readonly nextDueAt: string | null;
}

interface Page {
  readonly items: readonly ListedCase[];
  readonly next: string | null;
}

const LIMIT = 50;
/** What the API gives at once. */
const PAGE_MAX = 200;

/** `ladder case list`: cases, newest first. */
export function listCases(options: ListOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const { cases, isWhole } = await listed(place, options);
    const words = catalogue('en').caseTerminal;
    if (options.json) for (const one of cases) printJson(io, one);
    else if (cases.length === 0) io.stderr.write(`${words.listEmpty}\n`);
    else print(io, caseTable(cases, place.timeZone));
    if (!isWhole) io.stderr.write(`${words.listMore(cases.length)}\n`);
    return 0;
  });
}

async function listed(place: CasePlace, options: ListOptions) {
  const { status, track, level, waiting, customer, reference, practice, limit } = options;
  const { timeZone } = place;
  const wanted = limit === undefined ? LIMIT : Number(limit);
  const query = {
    ...{ status, track, level, waiting, customer, reference },
    practice: practice && 'true',
    'opened-from': typedTime(options.openedFrom, { option: '--opened-from', timeZone }),
    'opened-until': typedTime(options.openedUntil, { option: '--opened-until', timeZone }),
  };
  const cases: ListedCase[] = [];
  let cursor: string | undefined;
  do {
    // What is no number goes on as it was typed: the API says what it takes.
    const left = Number.isInteger(wanted) ? String(Math.min(PAGE_MAX, wanted - cases.length)) : limit;
    const { items, next } = await place.client.get<Page>(`${place.path}/cases`, {
      ...query,
      cursor,
      limit: left,
    });
    cases.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined && cases.length < wanted);
  return { cases, isWhole: cursor === undefined };
}

const caseTable = (cases: readonly ListedCase[], timeZone: string): readonly string[] => {
  const words = catalogue('en').caseTerminal;
  return table(
    ['case', 'level', 'waitingFor', 'nextDue', 'customer', 'track', 'references', 'opened'],
    cases.map(({ caseId, level, waiting, nextDueAt, customer, track, references, openedAt }) => [
      caseId,
      String(level),
      [waiting.party, waiting.kind].filter(Boolean).join(': '),
      nextDueAt === null ? NONE : words.from(nextDueAt, timeZone),
      customer,
      track,
      references.join(', ') || NONE,
      words.happened(openedAt, timeZone),
    ]),
  );
};
