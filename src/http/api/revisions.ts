import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Caller, RIGHTS, type Role } from '../../app/authorise.ts';
import type { ListedRevision } from '../../app/ports/reading.ts';
import { listOf, revisionOut, revisionWithRulesOut } from '../../app/schemas/replies.ts';
import { queryNumber } from '../../app/schemas/values.ts';
import { jsonValues } from '../../app/views/json-values.ts';
import { isInside } from '../../app/views/sight.ts';
import { contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';

const revisionParams = contractParams.extend({
  revision: queryNumber(1, 1_000_000).meta({ examples: [1] }),
});
const planParams = contractParams.extend({
  state: z.enum(['published', 'draft']).meta({ examples: ['published'] }),
});

/** What was agreed: the plan as it stands, and every revision of it. */
export function revisionRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  const seen = async (caller: Caller): Promise<readonly ListedRevision[]> => {
    const all = await reading.revisions(caller.contract);
    const whole = isInside(caller) || parts.isDemonstration;
    return whole ? all : all.filter(({ state }) => state === 'published' || state === 'superseded');
  };
  const whole = async ({ contract, ...caller }: Caller, found: ListedRevision): Promise<object> => {
    const rules = await reading.agreedRules(contract, found.number);
    const hasSource = readsSource({ contract, ...caller });
    return { ...revisionView(found), rules: jsonValues(rules), hasSource };
  };
  const path = '/contracts/:contract';
  operation(
    server,
    parts,
    {
      id: 'listRevisions',
      method: 'GET',
      path: `${path}/revisions`,
      tag: 'contracts',
      params: contractParams,
      replies: { 200: listOf(revisionOut) },
    },
    async ({ caller }) => ({ items: (await seen(caller)).map(revisionView) }),
  );
  operation(
    server,
    parts,
    {
      id: 'showRevision',
      method: 'GET',
      path: `${path}/revisions/:revision`,
      tag: 'contracts',
      params: revisionParams,
      replies: { 200: revisionWithRulesOut },
    },
    async ({ caller, params: { revision } }) => {
      const found = (await seen(caller)).find(({ number }) => number === revision);
      if (!found) throw problem('revision-not-found', { revision });
      return whole(caller, found);
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showRevisionSource',
      method: 'GET',
      path: `${path}/revisions/:revision/source`,
      tag: 'contracts',
      params: revisionParams,
      replies: { 200: z.string().meta({ examples: ['ladder: 1\n'] }) },
      type: 'application/yaml',
    },
    async ({ caller, params: { contract, revision }, reply }) => {
      const found = (await seen(caller)).find(({ number }) => number === revision);
      if (!found) throw problem('revision-not-found', { revision });
      if (!readsSource(caller)) throw problem('source-not-shown', {});
      const source = await reading.source(contract, revision);
      if (source === undefined) throw problem('page-not-found', {});
      return reply
        .type('application/yaml; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(source);
    },
  );
  planRoutes(server, parts, seen, whole);
}

/** A contract has one plan; what is in force and what is being prepared are two states of it. */
function planRoutes(
  server: FastifyInstance,
  parts: HttpParts,
  seen: (caller: Caller) => Promise<readonly ListedRevision[]>,
  whole: (caller: Caller, found: ListedRevision) => Promise<object>,
): void {
  const path = '/contracts/:contract/plans';
  const planOf = async (caller: Caller): Promise<readonly ListedRevision[]> => {
    const all = await seen(caller);
    const published = all.find(({ state }) => state === 'published');
    const draft = all.find(({ state }) => state === 'draft');
    return [published, draft].filter((one) => one !== undefined);
  };
  operation(
    server,
    parts,
    {
      id: 'listPlans',
      method: 'GET',
      path,
      tag: 'contracts',
      params: contractParams,
      replies: { 200: listOf(revisionOut) },
    },
    async ({ caller }) => ({ items: (await planOf(caller)).map(revisionView) }),
  );
  operation(
    server,
    parts,
    {
      id: 'showPlan',
      method: 'GET',
      path: `${path}/:state`,
      tag: 'contracts',
      params: planParams,
      replies: { 200: revisionWithRulesOut },
    },
    async ({ caller, params: { state } }) => {
      const found = (await planOf(caller)).find((one) => one.state === state);
      if (!found) throw problem('page-not-found', {});
      return whole(caller, found);
    },
  );
}

const revisionView = ({ publishedAt, loadedAt, ...rest }: ListedRevision): object => {
  const at = jsonValues({ loadedAt, publishedAt }) as { readonly publishedAt?: string };
  return { ...rest, ...at, publishedAt: at.publishedAt ?? null };
};

/** Those to whom every number of the plan is known anyway, and those who prove that it is kept. */
const SOURCE_READERS: ReadonlySet<Role> = new Set([
  'programManager',
  'oversight',
  'auditor',
  'administrator',
]);

const readsSource = ({ grants }: Caller): boolean =>
  grants.some(({ role }) => SOURCE_READERS.has(role) && RIGHTS[role].sees === 'contract');
