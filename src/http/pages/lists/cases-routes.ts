import type { FastifyInstance } from 'fastify';
import type { CaseOrder } from '../../../app/ports/lists.ts';
import { legible } from '../../../app/views/legible.ts';
import { lineView } from '../../../app/views/line-view.ts';
import { readsFor, sightOf } from '../../../app/views/sight.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { casesPage } from '../../../portal/lists/cases-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { type CaseQuery, type Choices, caseQuery, FIELDS, type FilterRefusal } from './case-query.ts';
import { CSV_CASES_MAX, caseTable } from './case-table.ts';
import { choicesFor } from './choices.ts';
import { baseOf, readerOf } from './list-reader.ts';
import { turnPath } from './turn.ts';

/** Cases on one page. */
const LINES_MAX = 25;

/** The cases somebody may see, as a page and as a table. */
export function casesRoutes(server: FastifyInstance, parts: PageParts): void {
  signedPage(server, parts, { method: 'GET', path: '/contracts/:contract/cases' }, showCases);
  signedPage(server, parts, { method: 'GET', path: '/contracts/:contract/cases.csv' }, async (visit) => {
    const asked = await askedIn(visit);
    if (!asked) return 'missing';
    if (asked.query.refusals.length > 0) return showCases(visit);
    const { lists } = catalogue(visit.language);
    const { contract } = visit.visitor.caller;
    const body = caseTable(visit, asked.query, asked.choices.timeZone);
    return { body, type: 'text/csv; charset=utf-8', saveAs: `${lists.cases.csvFile}-${contract}.csv` };
  });
}

interface Asked {
  readonly choices: Choices;
  readonly query: CaseQuery;
}

async function askedIn({
  parts,
  visitor: { caller },
  query,
  language,
}: SignedVisit): Promise<Asked | undefined> {
  const choices = await choicesFor(parts, caller.contract, sightOf(caller));
  if (!choices) return undefined;
  const { filters } = catalogue(language).lists;
  const labels = { ...filters, q: filters.text };
  return { choices, query: caseQuery(query, choices, labels) };
}

async function showCases(visit: SignedVisit): Promise<PageAnswer> {
  const asked = await askedIn(visit);
  if (!asked) return 'missing';
  const { query, choices } = asked;
  const { parts, visitor, frame, language } = visit;
  const { caller } = visitor;
  const sight = sightOf(caller);
  const isWrong = query.refusals.length > 0;
  const found = isWrong
    ? { lines: [], hasBefore: false, hasAfter: false }
    : await parts.lists.cases({ contract: caller.contract, sight, ...query, max: LINES_MAX });
  const { lines, hasBefore, hasAfter } = found;
  const reader = await readerOf(visit);
  const { items, unshown } = legible(lines, (line) => lineView(line, readsFor(caller), reader.now));
  const path = `${baseOf(visit)}/cases`;
  const [first, last] = [lines.at(0), lines.at(-1)];
  const html = casesPage({
    frame,
    reader,
    whose: sight.all || sight.accounts ? 'all' : 'own',
    path,
    lines: items,
    unshown,
    values: valuesOf(visit, query.order),
    isNarrowed: query.isNarrowed,
    problems: query.refusals.map((one) => ({ name: one.name, error: refusalWords(one, language) })),
    options: optionsOf(choices),
    before: hasBefore && first ? turnPath(path, visit.query, 'before', first.place) : undefined,
    after: hasAfter && last ? turnPath(path, visit.query, 'after', last.place) : undefined,
    csv: { path: csvPath(visit), casesMax: CSV_CASES_MAX },
    startPath: frame.places.find(({ path: place }) => place.endsWith('/start'))?.path,
  });
  return { html, status: isWrong ? 422 : 200 };
}

function valuesOf({ query }: SignedVisit, order: CaseOrder) {
  const entries = FIELDS.map((name) => [name, query.text(name)]);
  return { ...(Object.fromEntries(entries) as Record<(typeof FIELDS)[number], string>), order };
}

const optionsOf = ({ tracks, levels, customers }: Choices) => ({
  tracks: tracks.map(({ id, title }) => ({ value: id, label: title })),
  levels: levels.map(({ number, title }) => ({ value: String(number), label: `${number} ${title}`.trim() })),
  customers: customers.map(({ customerId, name }) => ({ value: customerId, label: name })),
});

function refusalWords({ code, values }: FilterRefusal, language: SignedVisit['language']): string {
  const say = catalogue(language).lists.filters.refusals[code] as (values: object) => string;
  return say(values);
}

/** The whole list as a table: the same filters, from its first line. */
function csvPath(visit: SignedVisit): string {
  const { query } = visit;
  const kept = [...FIELDS, 'order'].flatMap((name) =>
    query.text(name) === '' ? [] : [[name, query.text(name)]],
  );
  const path = `${baseOf(visit)}/cases.csv`;
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}
