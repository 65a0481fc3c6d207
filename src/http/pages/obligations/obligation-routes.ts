import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../../app/authorise.ts';
import { dutiesOf } from '../../../app/views/obligation/duties-view.ts';
import {
  isChosen,
  OBLIGATION_CHOICES,
  type ObligationLine,
  obligationLines,
} from '../../../app/views/obligation/obligation-lines.ts';
import { obligationsPath } from '../../../app/views/obligation/obligation-paths.ts';
import { agreedPlan } from '../../../app/views/plan/agreed-plan.ts';
import type { Instant } from '../../../core/instant.ts';
import { dateAt } from '../../../core/instant.ts';
import { isSettled } from '../../../core/obligation/state.ts';
import { obligationsPage } from '../../../portal/obligations/obligations-page.tsx';
import { rolesPage } from '../../../portal/obligations/roles-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { feedPath, feedRoute } from './feed-route.ts';
import { oneObligationRoutes } from './one-obligation-routes.ts';

const LIST = '/contracts/:contract/obligations';
const ROLES = '/contracts/:contract/roles';

/** The obligations of a contract: all of them, each by itself, who does what, and their dates for calendars. */
export async function obligationRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  signedPage(server, parts, { method: 'GET', path: LIST }, showList);
  signedPage(server, parts, { method: 'GET', path: ROLES }, showRoles);
  feedRoute(server, parts);
  await server.register((scope) => oneObligationRoutes(scope, parts, `${LIST}/:obligation`));
}

/** Lines on one page. */
const LINES_MAX = 50;

async function linesFor({ parts, visitor }: SignedVisit): Promise<{
  readonly now: Instant;
  readonly all: readonly ObligationLine[];
}> {
  const now = await parts.reading.now();
  return { now, all: await obligationLines(parts.obligations, visitor.caller, now) };
}

async function showList(visit: SignedVisit): Promise<PageAnswer> {
  const { frame, visitor, query } = visit;
  const { contract } = visitor.caller;
  const [{ now, all }, agreed] = await Promise.all([
    linesFor(visit),
    agreedPlan(visit.parts.reading, contract),
  ]);
  const asked = query.text('show');
  const choice = OBLIGATION_CHOICES.find((one) => one === asked);
  const chosen = all.filter((line) => isChosen(line, choice));
  const number = pageOf(query.text('page'), chosen.length);
  const turn = (to: number): string =>
    `${obligationsPath(contract)}?${new URLSearchParams({ ...(choice && { show: choice }), page: String(to) })}`;
  return {
    html: obligationsPage({
      ...{ frame, contract, choice, all, count: chosen.length },
      lines: chosen.slice((number - 1) * LINES_MAX, number * LINES_MAX),
      before: number > 1 ? turn(number - 1) : undefined,
      after: number * LINES_MAX < chosen.length ? turn(number + 1) : undefined,
      today: dateAt(now, all[0]?.state.timeZone ?? 'UTC'),
      term: agreed?.written?.contract?.term ?? {},
      feedPath: feedPath(contract),
      rolesPath: `/contracts/${encodeURIComponent(contract)}/roles`,
    }),
  };
}

/** A page that is none in this list is its first. */
function pageOf(text: string, count: number): number {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 1;
  return number >= 1 && (number - 1) * LINES_MAX < count ? number : 1;
}

async function showRoles(visit: SignedVisit): Promise<PageAnswer> {
  const { frame, parts, visitor } = visit;
  const { contract } = visitor.caller;
  const [duties, { all }] = await Promise.all([dutiesOf(parts.reading, contract), linesFor(visit)]);
  const open = all.filter(({ state }) => !isSettled(state));
  const next = [...Map.groupBy(open, ({ state }) => state.obligation).values()].flatMap(
    ([first]) => first ?? [],
  );
  return { html: rolesPage({ ...frame, contract, duties, next }) };
}

/** Obligations that wait for a reader's own party, for the lists of what waits for them. */
export async function obligationsOf(
  { obligations, reading }: Pick<PageParts, 'obligations' | 'reading'>,
  caller: Caller,
): Promise<readonly ObligationLine[]> {
  const lines = await obligationLines(obligations, caller, await reading.now());
  return lines.filter((line) => isChosen(line, 'mine'));
}
