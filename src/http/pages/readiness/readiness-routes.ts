import type { FastifyInstance } from 'fastify';
import { readinessPath } from '../../../app/attestation/attestation-paths.ts';
import { READINESS_RIGHTS } from '../../../app/authorise.ts';
import { readinessJson } from '../../../app/views/readiness/readiness-json.ts';
import { type ReadinessView, readinessFor } from '../../../app/views/readiness/readiness-view.ts';
import { readinessPage } from '../../../portal/readiness/readiness-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Whether Ladder could reach everybody of a plan now: a page and JSON. */
export function readinessRoutes(server: FastifyInstance, parts: PageParts): void {
  const roles = [...READINESS_RIGHTS.whole, ...READINESS_RIGHTS.own];
  const at = (path: string, answer: (view: ReadinessView, visit: SignedVisit) => PageAnswer) =>
    signedPage(
      server,
      parts,
      { method: 'GET', path: `/contracts/:contract/readiness${path}`, roles },
      async (visit) => {
        const { links, contractsFor } = visit.parts;
        const { caller } = visit.visitor;
        const contracts = contractsFor({ kind: 'person', personId: caller.personId });
        const { carriers } = links.letters;
        const view = await readinessFor({ ...visit.parts, contracts, carriers }, caller);
        return view ? answer(view, visit) : 'missing';
      },
    );
  at('', (view, { frame }) => ({
    html: readinessPage({ frame, view, path: readinessPath(view.contract) }),
  }));
  at('/readiness.json', (view) => ({
    body: `${JSON.stringify(readinessJson(view), undefined, 2)}\n`,
    ...{ type: 'application/json; charset=utf-8', saveAs: `${view.contract}-readiness.json` },
  }));
}
