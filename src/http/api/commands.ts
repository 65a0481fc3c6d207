import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../../app/authorise.ts';
import { handle, type Request } from '../../app/handle.ts';
import { doneOut } from '../../app/schemas/case-replies.ts';
import { type ApiCommand, COMMAND_RESOURCES } from '../../app/schemas/commands.ts';
import { openPart } from '../../app/views/case-view.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { answered } from '../answered.ts';
import { caseParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { problem } from '../problem.ts';
import { answerKeyOf, commandHeaders, seenCase, statedInstant } from './cases.ts';

type Body = Readonly<Record<string, unknown>>;

/** Every command of a case as a sub-resource that is posted to. */
export function commandRoutes(server: FastifyInstance, parts: HttpParts): void {
  for (const [type, { path, body, example }] of Object.entries(COMMAND_RESOURCES)) {
    operation(
      server,
      parts,
      {
        id: type as ApiCommand,
        method: 'POST',
        path: `/contracts/:contract/cases/:caseId/${path}`,
        tag: 'commands',
        params: caseParams,
        headers: commandHeaders,
        body: body.meta({ examples: [example] }),
        replies: { 200: doneOut, 201: doneOut },
      },
      async ({ caller, params: key, body: sent, request, reply }) => {
        const found = await seenCase(parts, caller, key);
        const asked = await requestOf(parts, caller, type as ApiCommand, sent as Body, request);
        const [answer] = await handle(parts.store, [{ ...asked, key: found.key }]);
        if (!answer) throw new Error('one request has one answer');
        const done = await answered(parts, caller, answer, openPart(found.state).revision);
        const isNew = answer.accepted && answer.to >= answer.from;
        return reply
          .code(isNew ? 201 : 200)
          .header('etag', `"${done.version}"`)
          .send(done);
      },
    );
  }
}

/** A body as a command on the road; when it is decided, and for which party, the road finds out. */
async function requestOf(
  parts: HttpParts,
  caller: Caller,
  type: ApiCommand,
  body: Body,
  request: FastifyRequest,
): Promise<Omit<Request, 'key'>> {
  const { onBehalfOf, revision, ...rest } = body;
  const rules = revision === undefined ? undefined : await publishedRules(parts, caller, Number(revision));
  const given = { ...withInstants(rest), ...(rules && { revision: rules }) };
  const expected = expectedOf(request);
  const answerKey = answerKeyOf(request, caller);
  return {
    // The schema of the sub-resource is the command's payload, field by field.
    command: { ...given, type, by: caller.personId, over: caller.over } as unknown as Request['command'],
    caller,
    onBehalf: onBehalfOf !== undefined,
    ...(expected !== undefined && { expected }),
    ...(answerKey && { answerKey }),
  };
}

/** What is named an instant comes as text, which the schema has read before. */
const withInstants = (body: Body): Body =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      name.endsWith('At') && typeof value === 'string' ? [name, statedInstant(value)] : [name, value],
    ),
  );

const TAG = /^(?:W\/)?"(\d{1,9})(?:-set-aside)?"$/;

/** The version the caller has seen; without one, or with `*`, the command is for the case as it is. */
export function expectedOf({ headers }: FastifyRequest): number | undefined {
  const written = headers['if-match']?.trim();
  if (written === undefined || written === '*') return undefined;
  const events = TAG.exec(written)?.[1];
  if (events === undefined) throw problem('request-header-invalid', { header: 'If-Match' });
  return Number(events);
}

/** Rules a case may move to: those of a revision that is published, or was. */
async function publishedRules(
  { reading, isDemonstration }: HttpParts,
  { contract }: Caller,
  revision: number,
): Promise<Revision> {
  const known = (await reading.revisions(contract)).find(({ number }) => number === revision);
  const isPublished = known?.state === 'published' || known?.state === 'superseded';
  const rules =
    known && (isPublished || isDemonstration) ? await reading.rules(contract, revision) : undefined;
  if (!rules) throw problem('revision-not-found', { revision });
  return rules;
}
