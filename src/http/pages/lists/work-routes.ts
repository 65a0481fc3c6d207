import type { FastifyInstance } from 'fastify';
import { legible } from '../../../app/views/legible.ts';
import { workItem } from '../../../app/views/work-view.ts';
import { WORK_SECTIONS, type WorkSection } from '../../../core/case/oversight-tasks.ts';
import { asInstant, type Instant } from '../../../core/instant.ts';
import { workPage } from '../../../portal/lists/work-page.tsx';
import { obligationsWaiting } from '../../../portal/obligations/waiting-part.tsx';
import { placeAt } from '../../stream.ts';
import type { Streams } from '../../streams.ts';
import { obligationsOf } from '../obligations/obligation-routes.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { listChangesRoute } from './list-changes.ts';
import { baseOf, readerOf } from './list-reader.ts';
import { turnOf, turnPath } from './turn.ts';

/** Of each section where all stand on one page. */
const FEW = 10;
/** Of one section alone. */
const LINES_MAX = 25;
/** So far ahead oversight looks for steps of its own. */
const AHEAD_MS = 7 * 86_400_000;

/** What waits for oversight; an auditor looks on. */
export function workRoutes(server: FastifyInstance, parts: PageParts, streams: Streams): void {
  const route = {
    method: 'GET',
    path: '/contracts/:contract/work',
    roles: ['oversight', 'auditor'],
  } as const;
  listChangesRoute(server, parts, { ...route, streams });
  signedPage(server, parts, route, async (visit) => {
    const named = visit.query.text('section');
    const section = WORK_SECTIONS.find((one) => one === named);
    return section ? oneSection(visit, section) : allSections(visit);
  });
}

const askedOf = ({ visitor }: SignedVisit, section: WorkSection, now: Instant) => ({
  contract: visitor.caller.contract,
  section,
  until: asInstant(now + AHEAD_MS),
});

async function allSections(visit: SignedVisit): Promise<PageAnswer> {
  const reader = await readerOf(visit);
  const { now } = reader;
  const sections = await Promise.all(
    WORK_SECTIONS.map(async (section) => {
      const asked = { ...askedOf(visit, section, now), turn: undefined, max: FEW };
      const { lines, hasAfter } = await visit.parts.lists.work(asked);
      const made = legible(lines, (line) => workItem(line, section, now));
      return { section, ...made, hasMore: hasAfter };
    }),
  );
  const path = `${baseOf(visit)}/work`;
  const { caller } = visit.visitor;
  const waiting = await obligationsOf(visit.parts, caller);
  const above = obligationsWaiting(caller.contract, waiting, visit.language);
  return {
    html: workPage({
      frame: visit.frame,
      reader,
      path,
      version: placeAt(now),
      above,
      sections,
      alone: undefined,
    }),
  };
}

async function oneSection(visit: SignedVisit, section: WorkSection): Promise<PageAnswer> {
  const { parts, query, frame } = visit;
  const path = `${baseOf(visit)}/work`;
  const turn = turnOf(query);
  // A place that is none in this list: it begins at its first page.
  if (turn === 'unknown') return { seeOther: `${path}?section=${section}` };
  const reader = await readerOf(visit);
  const asked = { ...askedOf(visit, section, reader.now), turn, max: LINES_MAX };
  const { lines, hasBefore, hasAfter } = await parts.lists.work(asked);
  const made = legible(lines, (line) => workItem(line, section, reader.now));
  const [first, last] = [lines.at(0), lines.at(-1)];
  const alone = {
    before: hasBefore && first ? turnPath(path, query, 'before', first.place) : undefined,
    after: hasAfter && last ? turnPath(path, query, 'after', last.place) : undefined,
  };
  const version = placeAt(reader.now);
  const sections = [{ section, ...made, hasMore: false }];
  return { html: workPage({ frame, reader, path, version, sections, alone }) };
}
