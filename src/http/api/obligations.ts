import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../app/authorise.ts';
import { handleObligations, type ObligationRequest } from '../../app/obligation/handle-obligations.ts';
import {
  OBLIGATION_COMMANDS,
  OBLIGATION_RESOURCES,
  type ObligationApiCommand,
} from '../../app/schemas/obligation-commands.ts';
import {
  obligationDoneOut,
  obligationOut,
  obligationWholeOut,
} from '../../app/schemas/obligation-replies.ts';
import { listOf } from '../../app/schemas/replies.ts';
import { obligationName } from '../../app/schemas/values.ts';
import {
  isChosen,
  OBLIGATION_CHOICES,
  type ObligationLine,
  obligationLines,
} from '../../app/views/obligation/obligation-lines.ts';
import { obligationSheet } from '../../app/views/obligation/obligation-sheet.ts';
import { formatInstant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { dueAtOf } from '../../core/obligation/deadlines.ts';
import type { LiveObligation } from '../../core/obligation/state.ts';
import { API_LANGUAGE } from '../api-language.ts';
import { obligationProblem } from '../obligation-problem.ts';
import { contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { answerKeyOf, commandHeaders } from './cases.ts';
import { expectedOf } from './commands.ts';

const LIST = '/contracts/:contract/obligations';
const ONE = `${LIST}/:obligation`;

/** A name has a date behind a point in it: `monthly-report.2027-01-15`. */
const obligationParams = contractParams.extend({
  obligation: obligationName.meta({ examples: ['plan-agreed'] }),
});

/** Obligations: list them, look at one, and every command of one. */
export function obligationApi(server: FastifyInstance, parts: HttpParts): void {
  const { reading, obligations } = parts;
  operation(
    server,
    parts,
    {
      id: 'listObligations',
      method: 'GET',
      path: LIST,
      tag: 'obligations',
      params: contractParams,
      query: z.strictObject({ show: z.enum(OBLIGATION_CHOICES).optional() }),
      replies: { 200: listOf(obligationOut) },
    },
    async ({ caller, query }) => {
      const now = await reading.now();
      const lines = await obligationLines(obligations, caller, now);
      return { items: lines.filter((line) => isChosen(line, query.show)).map(lineView) };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'showObligation',
      method: 'GET',
      path: ONE,
      tag: 'obligations',
      params: obligationParams,
      replies: { 200: obligationWholeOut },
    },
    async ({ caller, params, reply }) => {
      const key = { contract: params.contract, obligationId: params.obligation };
      const sheet = await obligationSheet(reading, obligations, { caller, key });
      if (!sheet)
        throw obligationProblem({
          code: 'obligation-not-found',
          values: { obligationId: params.obligation },
        });
      const { state, standing, version, happenings, files, isWhole } = sheet;
      const say = catalogue(API_LANGUAGE).obligations.events;
      void reply.header('etag', `"${version}"`);
      return {
        ...lineView({ state, standing, waits: [...sheet.waits] }),
        ...{ version, isWhole, offers: [...sheet.offers] },
        events: happenings.toReversed().map(({ number, event, text }) => ({
          ...{ number, type: event.type, at: formatInstant(event.at), actor: event.actor, by: event.by },
          sentence: (say[event.type] as (happened: typeof event) => string)(event),
          text: text ?? null,
          links: event.type === 'Delivered' ? [...event.links] : [],
        })),
        files: files.map(({ fileId, name, size, kind }) => ({
          file: fileId,
          name: name ?? null,
          size,
          kind,
        })),
      };
    },
  );
  for (const command of OBLIGATION_COMMANDS) commandRoute(server, parts, command);
}

function commandRoute(server: FastifyInstance, parts: HttpParts, type: ObligationApiCommand): void {
  const { id: name, path, body, example } = OBLIGATION_RESOURCES[type];
  operation(
    server,
    parts,
    {
      id: name,
      method: 'POST',
      path: `${ONE}/${path}`,
      tag: 'obligations',
      params: obligationParams,
      headers: commandHeaders,
      body: body.meta({ examples: [example] }),
      replies: { 200: obligationDoneOut, 201: obligationDoneOut },
    },
    async ({ caller, params, body: sent, request, reply }) => {
      const asked = requestOf(caller, params, { ...sent, type }, request);
      const [answer] = await handleObligations(parts.store, [asked]);
      if (!answer) throw new Error('one request has one answer');
      if (!answer.accepted) throw obligationProblem(answer.refusal);
      const { obligationId, at, from, to } = answer;
      return reply
        .code(to >= from ? 201 : 200)
        .header('etag', `"${to}"`)
        .send({ obligation: obligationId, at: formatInstant(at), version: to });
    },
  );
}

const requestOf = (
  caller: Caller,
  { contract, obligation }: { readonly contract: string; readonly obligation: string },
  command: { readonly type: ObligationApiCommand },
  request: FastifyRequest,
): ObligationRequest => ({
  key: { contract, obligationId: obligation },
  caller,
  // The schema of the sub-resource is the command's payload, field by field.
  command: { ...command, by: caller.personId, over: caller.over } as ObligationRequest['command'],
  expected: expectedOf(request),
  answerKey: answerKeyOf(request, caller),
});

const lineView = ({ state, standing, waits }: Pick<ObligationLine, 'state' | 'standing' | 'waits'>) => ({
  ...{ obligation: state.id, kind: state.terms.kind, title: state.terms.title },
  ...{ owner: state.terms.owner, acceptedBy: state.terms.acceptedBy },
  ...{ dueOn: state.dueOn, dueAt: formatInstant(dueAtOf(state)), plannedOn: state.plannedOn },
  ...{ standing, status: state.status, waitingFor: [...waits], revision: state.revisionNumber },
  proposal: proposalView(state),
});

const proposalView = ({ proposal }: LiveObligation) =>
  proposal === undefined
    ? null
    : { proposal: proposal.number, party: proposal.party, proposed: proposal.proposed };
