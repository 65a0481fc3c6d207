import type { FastifyInstance } from 'fastify';
import { readinessOut } from '../../app/schemas/readiness-reply.ts';
import { readinessJson } from '../../app/views/readiness/readiness-json.ts';
import { readinessFor } from '../../app/views/readiness/readiness-view.ts';
import { contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

/** Whether Ladder could reach everybody of a plan now, for those who answer for it or watch over it. */
export function readinessApi(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'showReadiness',
      method: 'GET',
      path: '/contracts/:contract/readiness',
      tag: 'contracts',
      params: contractParams,
      replies: { 200: readinessOut },
    },
    async ({ caller, params: { contract } }) => {
      const view = await readinessFor(
        { ...parts, contracts: parts.contractsFor({ kind: 'terminal' }) },
        caller,
      );
      if (!view) throw problem('contract-not-found', { contract });
      return readinessJson(view);
    },
  );
}
