import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { authoriseDraft, type Caller } from '../../app/authorise.ts';
import type { KeptDraftEvent, ListedDraft } from '../../app/ports/drafts.ts';
import type { TokenHolder } from '../../app/ports/reading.ts';
import {
  copyPublishedIn,
  type DraftAsk,
  giveDraftIn,
  keepDraftIn,
} from '../../app/publication/give-draft.ts';
import { type OnceAnswer, once } from '../../app/publication/once.ts';
import { DRAFT_RESOURCES, draftOut, draftWholeOut, newDraftBody } from '../../app/schemas/drafts.ts';
import { pageOf } from '../../app/schemas/replies.ts';
import { queryNumber } from '../../app/schemas/values.ts';
import { type DraftView, draftView } from '../../app/views/drafts/draft-view.ts';
import { jsonValues } from '../../app/views/json-values.ts';
import { parseInstant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import { findingSentences } from '../../core/message/findings.ts';
import { LIMITS } from '../../core/plan/reading/limits.ts';
import type { DraftCommandType } from '../../core/publication/draft-command.ts';
import { API_LANGUAGE } from '../api-language.ts';
import { draftProblem } from '../draft-problem.ts';
import { draftRoad } from '../draft-road.ts';
import { API, contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { answerKeyOf, keyHeaders } from './cases.ts';

const DRAFTS_MAX = 1_000_000;
const draftParams = contractParams.extend({ draft: queryNumber(1, DRAFTS_MAX).meta({ examples: [2] }) });
const listQuery = z.strictObject({
  cursor: queryNumber(1, DRAFTS_MAX).optional(),
  limit: queryNumber(1, 200).optional(),
});
const LIMIT = 50;
/** A plan at its longest, escaped as JSON may escape it, and what stands around it. */
const BODY_BYTES_MAX = 3 * LIMITS.bytesMax;

const PATH = '/contracts/:contract/drafts';

/** Plans on their way: those who agree to them, and those who look on. */
export function draftRoutes(server: FastifyInstance, parts: HttpParts): void {
  readRoutes(server, parts);
  makeRoute(server, parts);
  for (const [type, { id, path, body, example }] of Object.entries(DRAFT_RESOURCES)) {
    operation(
      server,
      parts,
      {
        id,
        method: 'POST',
        path: `${PATH}/:draft/${path}`,
        tag: 'drafts',
        params: draftParams,
        headers: keyHeaders,
        body: (body as z.ZodObject).meta({ examples: [example] }),
        bodyBytesMax: BODY_BYTES_MAX,
        replies: { 200: draftWholeOut, 201: draftWholeOut },
      },
      async ({ caller, holder, params: { contract, draft }, body: sent, request, reply }) => {
        ofSomebody(holder, type);
        const asked = askOf(parts, caller, type, sent as Readonly<Record<string, unknown>>);
        const { contracts, ...letters } = draftRoad(parts, caller.personId);
        const answer = sure(
          await once(contracts, answerKeyOf(request, caller), (tx) =>
            giveDraftIn(tx, letters, caller, { contract, draft }, asked),
          ),
        );
        return reply.code(answer.isNew ? 201 : 200).send(await whole(parts, caller, draft));
      },
    );
  }
}

function readRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { drafts } = parts;
  operation(
    server,
    parts,
    {
      id: 'listDrafts',
      method: 'GET',
      path: PATH,
      tag: 'drafts',
      params: contractParams,
      query: listQuery,
      replies: { 200: pageOf(draftOut, z.string()) },
    },
    async ({ caller, params: { contract }, query: { cursor = DRAFTS_MAX, limit = LIMIT } }) => {
      if (!sees(caller)) throw problem('page-not-found', {});
      const found = await drafts.drafts(contract, { before: cursor, max: limit + 1 });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items: items.map(listedOut), next: last ? String(last.draft) : null };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showDraft',
      method: 'GET',
      path: `${PATH}/:draft`,
      tag: 'drafts',
      params: draftParams,
      replies: { 200: draftWholeOut },
    },
    async ({ caller, params: { draft } }) => whole(parts, caller, draft),
  );
  operation(
    server,
    parts,
    {
      id: 'showDraftText',
      method: 'GET',
      path: `${PATH}/:draft/text`,
      tag: 'drafts',
      params: draftParams,
      replies: { 200: z.string().meta({ examples: ['ladder: 1\n'] }) },
      type: 'application/yaml',
    },
    async ({ caller, params: { contract, draft }, reply }) => {
      const kept = sees(caller) ? await drafts.draft({ contract, draft }) : undefined;
      if (!kept) throw unseen(draft);
      if (kept.state.text === undefined) throw draftProblem({ code: 'draft-text-erased', values: {} });
      return reply
        .type('application/yaml; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(kept.state.text);
    },
  );
}

function makeRoute(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'makeDraft',
      method: 'POST',
      path: PATH,
      tag: 'drafts',
      params: contractParams,
      headers: keyHeaders,
      body: newDraftBody.meta({ examples: [{ text: 'ladder: 1\n' }] }),
      bodyBytesMax: BODY_BYTES_MAX,
      replies: { 200: draftWholeOut, 201: draftWholeOut },
    },
    async ({ caller, holder, params: { contract }, body, request, reply }) => {
      if (!sees(caller)) throw problem('page-not-found', {});
      ofSomebody(holder, 'make');
      const contracts = parts.contractsFor({ kind: 'person', personId: caller.personId });
      const { draft, isNew } = sure(
        await once(contracts, answerKeyOf(request, caller), (tx) =>
          'text' in body
            ? keepDraftIn(tx, caller, { contract, text: body.text, origin: 'text' })
            : copyPublishedIn(tx, caller),
        ),
      );
      reply.header('location', `${API}/contracts/${contract}/drafts/${draft}`);
      return reply.code(isNew ? 201 : 200).send(await whole(parts, caller, draft));
    },
  );
}

/** The token of the installation looks at drafts too, and is nobody who could write one. */
function ofSomebody({ personId }: TokenHolder, command: string): void {
  const values = { command: command as DraftCommandType };
  if (personId === undefined) throw draftProblem({ code: 'draft-not-allowed', values });
}

const sees = (caller: Caller): boolean => authoriseDraft(caller, 'see').allowed;
const unseen = (draft: number) => draftProblem({ code: 'draft-not-found', values: { draft } });

/** A body as what is asked on the road; the schema of the sub-resource is the command's payload, field by field. */
function askOf(
  { baseUrl }: HttpParts,
  { contract }: Caller,
  type: string,
  body: Readonly<Record<string, unknown>>,
): DraftAsk {
  if (type !== 'publish') return { ...body, type } as unknown as DraftAsk;
  const { base, effectiveAt } = body as { readonly base: number; readonly effectiveAt?: string };
  const address = `${baseUrl()}/plans/${encodeURIComponent(contract)}`;
  const at = effectiveAt === undefined ? undefined : parseInstant(effectiveAt);
  return { type, base, address, ...(at !== undefined && { effectiveAt: at }) };
}

function sure(answer: OnceAnswer): Extract<OnceAnswer, { accepted: true }> {
  if (answer.accepted) return answer;
  const { refusal } = answer;
  if (refusal.code === 'key-used-differently') throw problem(refusal.code, refusal.values);
  throw draftProblem(refusal);
}

async function whole(parts: HttpParts, caller: Caller, draft: number): Promise<object> {
  const view = sees(caller) ? await draftView(parts, { contract: caller.contract, draft }) : undefined;
  if (!view) throw unseen(draft);
  return draftWhole(view);
}

const NULLS = { revision: null, effectiveAt: null };

const listedOut = ({ contract: _contract, ...rest }: ListedDraft): object => ({
  ...NULLS,
  ...(jsonValues(rest) as object),
});

function draftWhole({ kept: { draft, state, events }, judged, changes }: DraftView): object {
  const { made, textNumber, origin, from, proposed, agreed, address, fixed, overrides, status } = state;
  const words = catalogue(API_LANGUAGE);
  const last = events.at(-1)!;
  const out = {
    ...{ draft, status, madeAt: made.at, madeBy: made.by, changedAt: last.at, changedBy: last.body.by },
    ...{ base: textNumber, origin, hasText: state.text !== undefined },
  };
  return {
    ...(jsonValues(out) as object),
    revision: fixed?.revision ?? null,
    effectiveAt: state.effectiveAt === undefined ? null : jsonValues(state.effectiveAt, 'at'),
    from: from ?? null,
    proposed: jsonValues(proposed ?? null),
    agreed: {
      contractor: jsonValues(agreed.contractor ?? null),
      oversight: jsonValues(agreed.oversight ?? null),
    },
    address: address ?? null,
    digest: fixed?.digest ?? null,
    findings: judged.findings.map((finding) => {
      const { code, severity, line, column, path } = finding;
      const blocks = judged.blocking.includes(finding);
      const sentences = findingSentences(words.findings, finding);
      return { code, severity, blocks, line, column, path: path.join('.'), ...sentences };
    }),
    overrides: jsonValues(overrides),
    changes: changes?.map((change) => changeSentence(words.diff, change)) ?? null,
    events: events.map(eventOut),
  };
}

/** The plan as written is asked for by itself. */
function eventOut({ number, type, body, text, digest }: KeptDraftEvent): object {
  const { textDigest: _digest, ...rest } = body;
  const isPlan = type === 'DraftMade' || type === 'DraftEdited';
  const said = isPlan || !text ? {} : text.kept ? { text: text.kept.text } : { textErased: true };
  return { number, ...rest, ...said, digest };
}
