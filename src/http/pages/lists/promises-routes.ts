import type { FastifyInstance } from 'fastify';
import { RIGHTS, ROLES } from '../../../app/authorise.ts';
import type { PromiseCount } from '../../../app/ports/lists.ts';
import { Recent } from '../../../app/recent.ts';
import { runningPromises } from '../../../app/views/promises-view.ts';
import { sightOf } from '../../../app/views/sight.ts';
import { type Instant, parseLocal } from '../../../core/instant.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { promisesPage } from '../../../portal/lists/promises-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { choicesFor } from './choices.ts';
import { baseOf, readerOf } from './list-reader.ts';
import { turnOf, turnPath } from './turn.ts';

/** Cases on one page of running promises. */
const LINES_MAX = 25;

/** Everybody but the customers: what they were promised stands on their cases. */
const roles = ROLES.filter((role) => RIGHTS[role].party !== 'customer');

/** What became of the promises of a month, kept for a moment by who asked for which. */
type RecentCounts = Recent<readonly PromiseCount[]>;
const COUNTS_KEPT = { forMs: 10_000, whileMs: 120_000, max: 500 };

/** Promises kept, missed and running. */
export function promisesRoutes(server: FastifyInstance, parts: PageParts): void {
  const recent: RecentCounts = new Recent(COUNTS_KEPT);
  const route = { method: 'GET', path: '/contracts/:contract/promises', roles } as const;
  signedPage(server, parts, route, (visit) => showPromises(visit, recent));
}

async function showPromises(visit: SignedVisit, recent: RecentCounts): Promise<PageAnswer> {
  const { parts, visitor, query, frame, language } = visit;
  const { contract } = visitor.caller;
  const sight = sightOf(visitor.caller);
  const path = `${baseOf(visit)}/promises`;
  const turn = turnOf(query);
  // A place that is none in this list: it begins at its first page.
  if (turn === 'unknown') return { seeOther: path };
  const choices = await choicesFor(parts, contract, sight);
  if (!choices) return 'missing';
  const reader = await readerOf(visit);
  const typed = query.text('month').trim();
  const month = monthOf(typed === '' ? currentMonth(reader.now, choices.timeZone) : typed, choices.timeZone);
  const counted = month && { contract, sight, ...month };
  const counts =
    counted &&
    (await recent.find(JSON.stringify(counted), reader.now, () => parts.lists.promises(counted))).found;
  const found = await parts.lists.running({ contract, sight, turn, max: LINES_MAX });
  const titles = new Map(choices.tracks.map(({ id, title }) => [id, title]));
  const [first, last] = [found.lines.at(0), found.lines.at(-1)];
  const html = promisesPage({
    frame,
    reader,
    path,
    month: typed === '' ? currentMonth(reader.now, choices.timeZone) : typed,
    error: month ? undefined : catalogue(language).lists.promises.monthMalformed({ value: typed }),
    isNarrowed: typed !== '',
    counts: (counts ?? []).map((count) => named(count, titles)),
    running: found.lines.flatMap((line) => runningPromises(line, reader.now)),
    before: found.hasBefore && first ? turnPath(path, query, 'before', first.place) : undefined,
    after: found.hasAfter && last ? turnPath(path, query, 'after', last.place) : undefined,
  });
  return { html, status: month ? 200 : 422 };
}

/** A track that the plan in force no longer has keeps its id. */
const named = (count: PromiseCount, titles: ReadonlyMap<string, string>): PromiseCount => ({
  ...count,
  track: titles.get(count.track) ?? count.track,
});

const currentMonth = (now: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth()
    .toString();

/** A month of the contract's zone; undefined where the text names none. */
function monthOf(
  text: string,
  timeZone: string,
): { readonly from: Instant; readonly until: Instant } | undefined {
  if (!/^(?:19[7-9]\d|[2-8]\d{3})-(?:0[1-9]|1[0-2])$/.test(text)) return undefined;
  const month = Temporal.PlainYearMonth.from(text);
  const [from, until] = [month, month.add({ months: 1 })].map((one) =>
    parseLocal(`${one}-01T00:00`, timeZone),
  );
  return from !== undefined && until !== undefined ? { from, until } : undefined;
}
