import type { FastifyInstance } from 'fastify';
import { RIGHTS, ROLES } from '../../../app/authorise.ts';
import { refusalWords } from '../../../app/give-answer.ts';
import { type Answer, handle } from '../../../app/handle.ts';
import { levelsOf } from '../../../app/levels-of.ts';
import { isId } from '../../../app/text-field.ts';
import { legible } from '../../../app/views/legible.ts';
import { hasEveryCase, type QueueItem, queueItem } from '../../../app/views/queue-view.ts';
import { sightOf } from '../../../app/views/sight.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { queuePage } from '../../../portal/lists/queue-page.tsx';
import { obligationsWaiting } from '../../../portal/obligations/waiting-part.tsx';
import type { Html } from '../../../render/jsx-runtime.ts';
import { placeAt } from '../../stream.ts';
import type { Streams } from '../../streams.ts';
import { obligationsOf } from '../obligations/obligation-routes.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { listChangesRoute } from './list-changes.ts';
import { baseOf, readerOf } from './list-reader.ts';
import { turnOf, turnPath } from './turn.ts';

/** Cases on one page of a queue. */
const LINES_MAX = 25;
/** Revisions that cases may still run on; more than a contract sees in its term. */
const REVISIONS_MAX = 50;

const PATH = '/contracts/:contract/queue';
/** Who answers for the contractor. */
const roles = ROLES.filter((role) => RIGHTS[role].party === 'contractor');

/** What waits for somebody of the contractor, and "I have it" right there. */
export function queueRoutes(server: FastifyInstance, parts: PageParts, streams: Streams): void {
  signedPage(server, parts, { method: 'GET', path: PATH, roles }, (visit) => showQueue(visit, undefined));
  signedPage(server, parts, { method: 'POST', path: PATH, roles }, acknowledge);
  listChangesRoute(server, parts, { path: PATH, roles, streams });
}

async function showQueue(visit: SignedVisit, refused: RefusalWords | undefined): Promise<PageAnswer> {
  const { parts, visitor, query, frame } = visit;
  const { caller } = visitor;
  const { contract, personId } = caller;
  const asked = turnOf(query);
  const path = `${baseOf(visit)}/queue`;
  // A place that is none in this list: it begins at its first page.
  if (asked === 'unknown') return { seeOther: path };
  const reader = await readerOf(visit);
  const { lines, hasBefore, hasAfter } = await parts.lists.queue({
    contract,
    person: personId,
    hasEvery: hasEveryCase(caller),
    levelMin: await lowestLevel(visit),
    turn: asked,
    max: LINES_MAX,
  });
  const { items, unshown } = legible(lines, (line) => queueItem(line, caller, reader.now));
  const done = query.text('done');
  const [first, last] = [lines.at(0), lines.at(-1)];
  const html = queuePage({
    frame,
    reader,
    whose: hasEveryCase(caller) ? 'every' : 'own',
    above: await obligationsAbove(visit),
    items,
    unshown,
    names: await namesOf(visit, items),
    path,
    version: placeAt(reader.now),
    before: hasBefore && first ? turnPath(path, query, 'before', first.place) : undefined,
    after: hasAfter && last ? turnPath(path, query, 'after', last.place) : undefined,
    outcome: refused ? { refused } : isId(done) ? { done } : undefined,
  });
  return { html, status: refused ? 409 : 200 };
}

/** Who speaks for the contractor about what it owes sees here what is due of that. */
async function obligationsAbove({
  parts,
  visitor: { caller },
  language,
}: SignedVisit): Promise<Html | undefined> {
  if (!caller.grants.some(({ role }) => role === 'programManager')) return undefined;
  return obligationsWaiting(caller.contract, await obligationsOf(parts, caller), language);
}

/** The lowest level somebody stands at by their seats, in any revision that a case may run on. */
async function lowestLevel({ parts: { reading }, visitor }: SignedVisit): Promise<number | undefined> {
  const { contract, seats } = visitor.caller;
  if (seats.length === 0) return undefined;
  const levels: number[] = [];
  for (const { number } of (await reading.revisions(contract)).slice(0, REVISIONS_MAX)) {
    const rules = await reading.rules(contract, number);
    if (rules) levels.push(...levelsOf(rules, seats));
  }
  return levels.length === 0 ? undefined : Math.min(...levels);
}

async function namesOf(
  { parts, visitor }: SignedVisit,
  items: readonly QueueItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap(({ taken }) => taken?.by ?? []))];
  return parts.reading.namesOf(visitor.caller.contract, ids);
}

/** "I have it", and back to the queue. */
async function acknowledge(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, form, language } = visit;
  const { caller } = visitor;
  const caseId = form.text('case');
  if (!isId(caseId)) return 'missing';
  const key = { contract: caller.contract, caseId };
  const found = await parts.reading.case(key, sightOf(caller));
  if (!found) return 'missing';
  const command = { type: 'acknowledge', by: caller.personId, over: caller.over } as const;
  const [answer] = await handle(parts.store, [{ key, caller, command }]);
  if (!answer) throw new Error('one request has one answer');
  if (answer.accepted) return { seeOther: `${baseOf(visit)}/queue?${new URLSearchParams({ done: caseId })}` };
  if (isUnseen(answer)) return 'missing';
  return showQueue(visit, refusalWords(answer.refusal, found.state, language));
}

const isUnseen = (answer: Extract<Answer, { accepted: false }>): boolean =>
  answer.refusal.code === 'case-not-found';
