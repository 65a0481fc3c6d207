import type { FastifyInstance } from 'fastify';
import { currencyPath, readinessPath } from '../../../app/attestation/attestation-paths.ts';
import { reportsPath } from '../../../app/contact-reports/report-paths.ts';
import { drillsPath } from '../../../app/drills/drill-paths.ts';
import { currencyCsv } from '../../../app/views/currency/currency-csv.ts';
import { currencyJson } from '../../../app/views/currency/currency-json.ts';
import { type CurrencyView, currencyView } from '../../../app/views/currency/currency-view.ts';
import { obligationPath } from '../../../app/views/obligation/obligation-paths.ts';
import { currencyPage } from '../../../portal/currency/currency-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { COMPLIANCE_ROLES } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** How current a plan is, for those who answer for it or watch over it: a page, a table and JSON. */
export function currencyRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (path: string, answer: (view: CurrencyView, visit: SignedVisit) => PageAnswer) =>
    signedPage(
      server,
      parts,
      { method: 'GET', path: `/contracts/:contract/currency${path}`, roles: COMPLIANCE_ROLES },
      async (visit) => {
        const view = await currencyView(parts, visit.visitor.caller);
        return view ? answer(view, visit) : 'missing';
      },
    );
  at('', shown);
  at('/currency.csv', (view) => ({
    body: currencyCsv(view),
    ...{ type: 'text/csv; charset=utf-8', saveAs: `${view.contract}-currency.csv` },
  }));
  at('/currency.json', (view) => ({
    body: `${JSON.stringify(currencyJson(view), undefined, 2)}\n`,
    ...{ type: 'application/json; charset=utf-8', saveAs: `${view.contract}-currency.json` },
  }));
}

const shown = (view: CurrencyView, { frame }: SignedVisit): PageAnswer => ({
  html: currencyPage({
    ...{ frame, view, path: currencyPath(view.contract) },
    readinessPath: readinessPath(view.contract),
    reportsPath: reportsPath(view.contract),
    drillsPath: drillsPath(view.contract),
    obligationPath: (obligationId) => obligationPath({ contract: view.contract, obligationId }),
  }),
});
