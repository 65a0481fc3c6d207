import type { FastifyInstance } from 'fastify';
import { complianceCsv } from '../../app/views/compliance/compliance-csv.ts';
import { type ComplianceView, complianceView } from '../../app/views/compliance/compliance-view.ts';
import { periodChoice } from '../../app/views/overview-choice.ts';
import { dateAt } from '../../core/instant.ts';
import { catalogue, languageOf } from '../../core/message/catalogue.ts';
import { type PeriodRefusal, periodRefusalWords } from '../../core/message/portal/overview.ts';
import { compliancePage } from '../../portal/compliance/compliance-page.tsx';
import { compliancePaper } from '../../portal/compliance/compliance-paper.ts';
import { wordPage } from '../../portal/frame.tsx';
import { paperPdf } from '../../render/pdf/paper-pdf.ts';
import { typefaces } from '../typefaces.ts';
import type { PageParts } from './page-parts.ts';
import { signedPage } from './page-route.ts';
import { COMPLIANCE_ROLES, compliancePath } from './places.ts';
import { minuteOf } from './plan-answer.ts';
import type { PageAnswer, SignedVisit } from './visit.ts';

/** The report on a time, as a page, as a PDF and as a table, for those who answer for the contract or watch over it. */
export function complianceRoutes(server: FastifyInstance, parts: PageParts): void {
  const path = '/contracts/:contract/compliance';
  const route = { method: 'GET', roles: COMPLIANCE_ROLES } as const;
  signedPage(server, parts, { ...route, path }, shown);
  signedPage(server, parts, { ...route, path: `${path}/report.pdf` }, (visit) => taken(visit, 'pdf'));
  signedPage(server, parts, { ...route, path: `${path}/report.csv` }, (visit) => taken(visit, 'csv'));
}

interface Chosen {
  readonly days: { readonly from: string; readonly until: string };
  readonly refusal: PeriodRefusal | undefined;
  readonly view: ComplianceView | undefined;
}

async function chosen({ parts, visitor: { caller }, query }: SignedVisit): Promise<Chosen | undefined> {
  const [listed] = await parts.reading.contracts(caller.contract);
  if (!listed) return undefined;
  const today = dateAt(await parts.reading.now(), listed.timeZone);
  const { period: days, refusals } = periodChoice(query, today);
  const contracts = parts.contractsFor({ kind: 'person', personId: caller.personId });
  const { carriers } = parts.links.letters;
  const view = await complianceView({ ...parts, contracts, carriers }, caller, days);
  return { days, refusal: refusals[0], view };
}

async function shown(visit: SignedVisit): Promise<PageAnswer> {
  const { frame, language, visitor } = visit;
  const found = await chosen(visit);
  if (!found) return 'missing';
  const { days, refusal, view } = found;
  return {
    status: refusal ? 422 : 200,
    html: compliancePage({
      ...{ ...frame, days, path: compliancePath(visitor.caller.contract) },
      refused: refusal && {
        field: refusal.code === 'period-date-not-understood' ? refusal.values.field : 'from',
        words: periodRefusalWords(catalogue(language).overview, refusal),
      },
      paper: view && compliancePaper(view, language),
    }),
  };
}

/** The address says the language, so that a paper that is passed on stays what it was. */
async function taken(visit: SignedVisit, kind: 'pdf' | 'csv'): Promise<PageAnswer> {
  const { frame, query, visitor } = visit;
  const language = languageOf(query.text('language')) ?? visit.language;
  const found = await chosen(visit);
  if (!found?.view) return 'missing';
  const { view, days, refusal } = found;
  if (refusal)
    return { status: 422, html: wordPage(frame, periodRefusalWords(catalogue(language).overview, refusal)) };
  const name = `${visitor.caller.contract}-compliance-${days.from}-${days.until}`;
  if (kind === 'csv')
    return { body: complianceCsv(view), type: 'text/csv; charset=utf-8', saveAs: `${name}.csv` };
  const paper = compliancePaper({ ...view, now: minuteOf(view.now) }, language);
  return {
    body: Buffer.from(await paperPdf(paper, typefaces(), 'LETTER')),
    ...{ type: 'application/pdf', saveAs: `${name}-${language}.pdf`, isShown: true },
  };
}
